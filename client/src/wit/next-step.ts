// What a person may want to do with a component that was built just now.
import { hasEntry } from "./entry-points.ts";

export interface NextStep {
  readonly label: "Run" | "Serve" | "Invoke…";
  readonly command: "wit.runComponent" | "wit.serveComponent" | "wit.invokeFunction";
}

interface Export {
  readonly name: string;
  readonly functions: readonly unknown[];
}

/** Those that its world's exports allow, the likeliest first; a component whose world nobody knows may be one to run. */
export function nextSteps(exports: readonly Export[] | undefined): readonly NextStep[] {
  const run = { label: "Run", command: "wit.runComponent" } as const;
  if (exports === undefined) return [run];
  // What runtimes start is not for people to call.
  const calls = exports.some(({ name, functions }) => functions.length > 0 && !name.startsWith("wasi:"));
  return [
    ...(hasEntry("serve", exports) ? [{ label: "Serve", command: "wit.serveComponent" } as const] : []),
    ...(hasEntry("run", exports) ? [run] : []),
    ...(calls ? [{ label: "Invoke…", command: "wit.invokeFunction" } as const] : []),
  ];
}
