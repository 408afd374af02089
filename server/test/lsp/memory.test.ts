// What a session keeps: nothing of the texts that were typed over.
import { ok } from "node:assert/strict";
import { test } from "node:test";
import { getHeapSpaceStatistics, setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { newSession } from "../../src/lsp/session.ts";
import { newFiles } from "../../src/workspace/files.ts";
import { maker } from "../support/parser.ts";
import { seeded } from "../support/random.ts";

setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc") as () => void;

const uri = "file:///wit/main.wit";
const lines = Array.from({ length: 100 }, (_, i) => `  f${i}: func(a: list<u8>) -> result<string, e>; // the function`);
const text = `package a:b;\ninterface i {\n  enum e { one, two }\n${lines.join("\n")}\n}\n`;

/** Bytes in use after a collection, without the code that the engine makes of functions that run often. */
function dataSize(): number {
  collect();
  collect();
  const spaces = getHeapSpaceStatistics().filter(space => !space.space_name.startsWith("code_"));
  return spaces.reduce((sum, space) => sum + space.space_used_size, 0);
}

test("typing on takes no more memory", () => {
  const session = newSession({
    files: newFiles(maker),
    encoding: "utf-16",
    publish: () => {},
    later: () => {},
    now: () => 0,
    log: () => {},
  });
  session.open(uri, 0, text);
  const random = seeded(1);
  let version = 0;
  const type = (count: number): number => {
    for (let i = 0; i < count; i++) {
      const line = 3 + random(lines.length);
      const character = 3 + random(40);
      const at = { line, character };
      const typed = { range: { start: at, end: at }, text: String.fromCharCode(97 + random(26)) };
      session.change(uri, ++version, [typed]);
      session.change(uri, ++version, [{ range: { start: at, end: { line, character: character + 1 } }, text: "" }]);
    }
    return dataSize();
  };
  const early = type(1500);
  const late = type(1500);
  ok(late <= 1.1 * early, `${(early / 1e6).toFixed(2)} MB became ${(late / 1e6).toFixed(2)} MB`);
});
