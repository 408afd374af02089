// Rounds of a watch: one at a time, the last trigger counts.
import assert from "node:assert/strict";
import { test } from "node:test";
import { Rounds } from "../../src/node/watch/rounds.ts";

/** Rounds that last until they are aborted or let go, and what happened in them. */
function recorded(): { readonly rounds: Rounds; readonly told: string[]; letGo(): void } {
  const told: string[] = [];
  let [count, letGo] = [0, () => {}];
  const rounds = new Rounds(async signal => {
    const name = ++count;
    told.push(`start ${name}`);
    await new Promise<void>(resolve => {
      letGo = resolve;
      signal.addEventListener("abort", () => resolve());
      if (signal.aborted) resolve();
    });
    told.push(`${signal.aborted ? "aborted" : "done"} ${name}`);
  });
  return { rounds, told, letGo: () => letGo() };
}

const turn = (): Promise<void> => new Promise(resolve => setTimeout(resolve, 1));

test("a trigger ends the round that goes on; many make one", async () => {
  const { rounds, told, letGo } = recorded();
  rounds.trigger();
  await turn();
  for (let i = 0; i < 3; i++) rounds.trigger();
  await turn();
  letGo();
  await turn();
  assert.deepEqual(told, ["start 1", "aborted 1", "start 2", "done 2"]);
});

test("after a stop nothing starts", async () => {
  const { rounds, told } = recorded();
  rounds.trigger();
  await turn();
  rounds.trigger();
  await rounds.stop();
  rounds.trigger();
  await turn();
  assert.deepEqual(told, ["start 1", "aborted 1"]);
});
