// What the tests of features that lead from a name to other places share.
import { deepEqual } from "node:assert/strict";
import { test } from "node:test";
import type { Definitions } from "../../src/features/definition.ts";
import type { RootAnalysis } from "../../src/semantics/analysis.ts";
import type { ParsedFile } from "../../src/syntax/file.ts";
import { analysed, cursorIn, inWords } from "./support.ts";

type Ask = (
  root: RootAnalysis,
  file: ParsedFile,
  offset: number,
  roots: readonly RootAnalysis[],
) => Definitions | undefined;

/** A check of a feature: asked at `$0`, it must lead to every span with the mark, and to nothing else. */
export function leadsTo(ask: Ask): (name: string, source: string) => void {
  return (name, source) =>
    void test(name, () => {
      const of = analysed(source);
      const { root, file, offset } = cursorIn(of);
      const targets = (ask(root, file, offset, of.roots)?.targets ?? []).map(t => inWords(of, t.uri, t.span));
      const wanted = of.fixture.marks.map(m => inWords(of, m.uri, m));
      deepEqual(targets.sort(), wanted.sort());
    });
}
