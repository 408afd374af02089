// Work that nobody waits for goes on while nobody types.
import { deepEqual } from "node:assert/strict";
import { test } from "node:test";
import { quietTurns } from "../../src/lsp/quiet-turns.ts";

test("a turn waits for the pause behind the last key", async () => {
  const seen: string[] = [];
  let pause = (): void => {};
  const quiet = quietTurns(
    run => {
      pause = run;
    },
    run => run(),
  );
  await quiet.turn();
  quiet.typed();
  const turn = quiet.turn().then(() => seen.push("turn"));
  await Promise.resolve();
  quiet.typed();
  seen.push("key");
  pause();
  await turn;
  await quiet.turn();
  deepEqual(seen, ["key", "turn"]);
});
