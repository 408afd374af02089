// What the tests of refactorings share: one is chosen by its title, made, and everything is analysed again.
import { deepEqual, ok } from "node:assert/strict";
import { test } from "node:test";
import { refactorings } from "../../../src/features/code-actions.ts";
import type { Refactoring } from "../../../src/features/refactorings/refactoring.ts";
import { fixture } from "../../support/fixture.ts";
import { errorsIn, made } from "../fixes/support.ts";
import { type Analysed, analysed } from "../support.ts";

/** Makes the refactoring called `title` at `$0`, or of what stands between two of them; `after` is the whole workspace afterwards. */
export function refactors(name: string, before: string, title: string, after: string): void {
  test(name, () => {
    const of = analysed(before);
    deepEqual(errorsIn(of.fixture.files), [], "errors before");
    const offered = refactoringsAt(of);
    const chosen = offered.find(r => r.title === title);
    ok(chosen, `not offered; there is ${offered.map(r => `"${r.title}"`).join(", ") || "nothing"}`);
    const files = made(of, chosen.edits());
    deepEqual(
      files.map(f => [f.uri, f.text]),
      fixture(after).files.map(f => [f.uri, f.text]),
    );
    deepEqual(errorsIn(files), []);
  });
}

/** The titles of all refactorings there. */
export function offersRefactorings(name: string, source: string, titles: readonly string[]): void {
  test(name, () =>
    deepEqual(
      refactoringsAt(analysed(source)).map(r => r.title),
      titles,
    ),
  );
}

function refactoringsAt(of: Analysed): readonly Refactoring[] {
  const [first, last = first] = of.fixture.cursors;
  ok(first && last);
  const range = { start: first.offset, end: last.offset };
  return refactorings({ root: of.rootOf(first.uri), file: of.file(first.uri), range, roots: of.roots });
}
