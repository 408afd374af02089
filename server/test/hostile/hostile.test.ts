// Hostile texts and folders cost bounded time and memory, nothing fails on them, and what the reference parser accepts has
// no error. `HOSTILE_SCALE=10` tries ten times as many of everything, with ten times the time and memory.
import { deepEqual, ok } from "node:assert/strict";
import { availableParallelism } from "node:os";
import { after, describe, test } from "node:test";
import { slowness } from "../support/pace.ts";
import type { Step } from "./clock.ts";
import type { Bound } from "./row.ts";
import { rows } from "./rows.ts";
import { newWorkers, type Tried } from "./workers.ts";

const scale = Number(process.env.HOSTILE_SCALE ?? 1);
const timeScale = scale * slowness();

/** Of too many problems only so many are published, and one that says how many more there are. */
const mostPublished = 1001;

const workers = newWorkers({ heap: 2000 * scale, used: 200 });
after(workers.end);

describe("hostile texts", { concurrency: availableParallelism() }, () => {
  for (const [name, { size, reference, bound }] of Object.entries(rows)) {
    const count = Math.round(size * scale);
    const most: Bound = {
      all: bound.all * timeScale,
      longest: bound.longest * timeScale,
      memory: bound.memory * scale,
    };
    const attempt = (): Promise<Tried> => workers.attempt(name, count, 20_000 + 10 * most.all);
    test(`${count.toLocaleString("en")} ${name}`, async t => {
      let tried = await attempt();
      // A machine that does much else may be slow for once.
      if (excess(tried, most).length > 0) tried = await attempt();
      const { outcome, steps, memory } = tried;
      const longest = longestOf(steps);
      t.diagnostic(
        `${Math.round(total(steps))} ms, at most ${Math.round(longest.ms)} ms (${longest.what}), ${Math.round(memory)} MB`,
      );
      deepEqual(excess(tried, most), []);
      deepEqual(outcome.logged, []);
      deepEqual(outcome.ok ? "accepts" : "rejects", reference);
      ok(outcome.published <= mostPublished, `${outcome.published} diagnostics were published at once`);
    });
  }
});

/** What took more than its bound, in words. */
function excess({ steps, memory }: Tried, bound: Bound): readonly string[] {
  const longest = longestOf(steps);
  const all = total(steps);
  return [
    ...(all > bound.all ? [`everything took ${Math.round(all)} ms, and may take ${bound.all}`] : []),
    ...(longest.ms > bound.longest
      ? [`${longest.what} took ${Math.round(longest.ms)} ms, and may take ${bound.longest}`]
      : []),
    ...(memory > bound.memory ? [`${Math.round(memory)} MB were taken, and may be ${bound.memory}`] : []),
  ];
}

function total(steps: readonly Step[]): number {
  return steps.reduce((sum, { ms }) => sum + ms, 0);
}

function longestOf(steps: readonly Step[]): Step {
  return steps.reduce((a, b) => (b.ms > a.ms ? b : a));
}
