import assert from "node:assert/strict";
import { test } from "node:test";
import { withReasons } from "../../src/scaffold/reasons.ts";

const LONG = `${"a-tool 1.0 does not know something with a rather long name yet, ".repeat(2)}and the world has that (f).`;

for (const [entry, mark] of [
  ["app.py", "#"],
  ["src/lib.rs", "//"],
  ["go.mod", "//"],
  ["component.c", "//"],
] as const) {
  test(`what is in the way is told at the top of ${entry}, in lines that are not long`, () => {
    const { files } = withReasons({ entry, files: { [entry]: "code\n", "b.txt": "x" } }, ["One.", LONG]);
    const [first, second, ...rest] = files[entry]!.split("\n");
    assert.equal(first, `${mark} This was made although the tools that were tried can't build it; newer ones may.`);
    assert.equal(second, `${mark} One.`);
    assert.deepEqual(rest.slice(-3), ["", "code", ""]);
    const reason = rest.slice(0, -3);
    assert.ok(reason.every(line => line.startsWith(`${mark} `) && line.length <= 100));
    assert.equal(reason.map(line => line.slice(mark.length + 1)).join(" "), LONG);
    assert.equal(files["b.txt"], "x");
  });
}
