// The bugs of the reference that the fuzzer skips are those that the documentation gives reasons for, and no others.
import { deepEqual, equal } from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { referenceBug, referenceBugs } from "../../fuzz/compare.ts";
import { rowIds, unreachedRows } from "../../fuzz/rows.ts";

const page = readFileSync(new URL("../../../../docs/differences.md", import.meta.url), "utf8");
const chapter = page.split("## Mistakes of the reference that are not copied")[1] ?? "";

test("each bug that is skipped is documented, and each documented one is skipped", () => {
  const named = [...chapter.matchAll(/^\|[^|]*\(`([a-z-]+)`\)/gm)].map(match => match[1]);
  deepEqual(named.sort(), Object.keys(referenceBugs).sort());
});

test("a panic that is not known is not skipped", () => {
  const of = { files: { "a.wit": "/**/" }, root: ".", features: [], allFeatures: false };
  const panic = (message: string) =>
    ({ verdict: "panic", error: { kind: "Panic", message, file: null, line: null, col: null } }) as const;
  equal(referenceBug(of, panic("index out of bounds")), undefined);
  equal(referenceBug(of, panic("called `Option::unwrap()` on a `None` value")), "empty-block-doc");
});

test("a row is met or has a reason why not", () => {
  deepEqual(
    rowIds.filter(id => id in unreachedRows),
    [],
  );
  equal(rowIds.length + Object.keys(unreachedRows).length, 171);
});
