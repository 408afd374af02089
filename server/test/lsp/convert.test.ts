// Offsets and positions meet in one place: every offset goes there and back, in every encoding.
import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import { lineIndex } from "../../src/base/line-index.ts";
import { chooseEncoding, toOffset, toPosition } from "../../src/lsp/convert.ts";

const text = "aé😀b\r\n\n漢字\tx";
const lines = lineIndex(text);

test("every offset between characters goes to a position and back", () => {
  for (const encoding of ["utf-8", "utf-16", "utf-32"] as const)
    for (let offset = 0; offset <= text.length; offset++) {
      const insidePair = /[\udc00-\udfff]/.test(text[offset] ?? "");
      if (!insidePair) equal(toOffset(lines, toPosition(lines, offset, encoding), encoding), offset);
    }
});

test("columns are in the units of the encoding", () => {
  const at = text.indexOf("b");
  deepEqual(
    (["utf-8", "utf-16", "utf-32"] as const).map(encoding => toPosition(lines, at, encoding).character),
    [7, 4, 3],
  );
});

test("positions outside the text are moved to the nearest place inside", () => {
  for (const encoding of ["utf-8", "utf-16", "utf-32"] as const) {
    equal(toOffset(lines, { line: 1, character: 50 }, encoding), 7);
    equal(toOffset(lines, { line: 50, character: 0 }, encoding), text.length);
    equal(toOffset(lines, { line: -1, character: 0 }, encoding), 0);
  }
});

test("UTF-16 is preferred, and used where nothing is offered", () => {
  equal(chooseEncoding(undefined), "utf-16");
  equal(chooseEncoding(["utf-8", "utf-16"]), "utf-16");
  equal(chooseEncoding(["utf-32", "utf-8"]), "utf-8");
  equal(chooseEncoding(["utf-7"]), "utf-16");
});
