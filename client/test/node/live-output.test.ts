import assert from "node:assert/strict";
import { test } from "node:test";
import { CappedText } from "../../src/node/capped-text.ts";
import { liveOutput } from "../../src/node/live-output.ts";

test("output comes in gulps, whole and in order", () => {
  const gulps: string[] = [];
  const live = liveOutput({ append: text => gulps.push(text) });
  live.write("one ");
  live.write("two");
  live.end();
  assert.deepEqual(gulps, ["one two"]);
});

test("output beyond the limit is counted, not shown", () => {
  let shown = "";
  const live = liveOutput({ append: text => (shown += text) }, 10);
  live.write("0123456");
  live.write("789abc");
  live.write("def");
  live.end();
  assert.match(shown, /^0123456789\n… there is more output, which is not shown …\n… 6 characters were left out …\n$/);
});

test("a text within the cap stays as it is", () => {
  const text = new CappedText(100);
  text.add("a".repeat(60));
  text.add("b".repeat(40));
  assert.equal(text.toString(), "a".repeat(60) + "b".repeat(40));
});

test("a long text keeps its beginning and its end", () => {
  const text = new CappedText(10);
  for (let i = 0; i < 1000; i++) text.add(String(i % 10));
  assert.equal(text.toString(), "01234\n… 990 characters left out …\n56789");
});
