// A process that ends what another one started, once that one is gone: see guard.ts. Lines on standard input say which process groups run
// (`+123`) and which have ended (`-123`); the end of the input says that their owner has.
import { createInterface } from "node:readline";

const groups = new Set<string>();

createInterface({ input: process.stdin })
  .on("line", line => {
    if (line.startsWith("+")) groups.add(line.slice(1));
    else groups.delete(line.slice(1));
  })
  .on("close", () => {
    for (const group of groups) end(Number(group));
  });

function end(group: number): void {
  try {
    process.kill(-group, "SIGKILL");
  } catch {
    // It has ended by itself.
  }
}
