// How fast this machine is, so that bounds on time mean the same on every one.

/** Processor milliseconds of `work` on the machine that bounds are measured on. */
const referenceMs = 100;

let known: number | undefined;

/** How many times slower this machine is than the one that bounds were measured on; 1 where it is not slower. */
export function slowness(): number {
  known ??= Math.max(1, Math.min(...Array.from({ length: 5 }, workMs)) / referenceMs);
  return known;
}

function workMs(): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** Maps, strings and a sort: what an analysis is made of. */
function work(): number {
  const names = new Map<string, number>();
  for (let i = 0; i < 150_000; i++) names.set(`name-${i % 5_000}-${i}`, i);
  return JSON.stringify([...names.keys()].sort()).length;
}
