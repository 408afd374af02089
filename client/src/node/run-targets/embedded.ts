// Runs components where there is no Wasmtime: jco's transpiler and its WASI, in a Node.js process of their own that can be killed.
import path from "node:path";
import { describeEnding } from "../endings.ts";
import { isFile } from "../find-program.ts";
import { guestException } from "../guest-errors.ts";
import { nodeCall, runTool, type ToolEnd, type ToolWatch } from "../process.ts";
import { withValues } from "./grants.ts";
import type { Job, RunTarget, Runtime, RuntimeLookup, RuntimeSearch } from "./run-target.ts";

export const embedded: RunTarget = { id: "embedded", label: "Embedded runtime", find, start, shortcoming, explain };

async function find({ extensionFolder }: RuntimeSearch): Promise<RuntimeLookup> {
  const script = path.join(extensionFolder, "client", "dist", "embedded", "runner.js");
  if (!(await isFile(script))) {
    return {
      kind: "missing",
      message: `The embedded runtime is not part of this build of WIT Tools: ${script} is missing.`,
    };
  }
  const title = `Embedded runtime (jco in Node.js ${process.versions.node})`;
  return { kind: "found", runtime: { target: embedded, path: script, title } };
}

function start(runtime: Runtime, job: Job, watch: ToolWatch): Promise<ToolEnd> {
  // The variables get their values here: this process's environment is none of the guest's business.
  const call = { ...job, grants: withValues(job.grants, process.env) };
  return runTool(nodeCall(runtime.path, [JSON.stringify(call)], path.dirname(job.component)), watch);
}

function shortcoming({ kind, grants }: Job): string | undefined {
  const limits = [
    ...(grants.memoryLimit > 0 ? ["a component's memory"] : []),
    ...(kind === "serve" && grants.timeLimitMs > 0 ? ["the time that a request takes"] : []),
  ];
  return limits.length === 0
    ? undefined
    : `The embedded runtime can't limit ${limits.join(" and ")}: it may take more than is granted.`;
}

function explain(end: ToolEnd): string | undefined {
  if (end.how.kind !== "exited") return describeEnding(end.how);
  if (end.how.code === 0) return undefined;
  const guest = guestException(end.stderr);
  if (guest !== undefined) return guest;
  const said = /^wit-tools: (.+)$/m.exec(end.stderr)?.[1];
  return (
    said ?? `The component ended with exit code ${end.how.code}: its run function returned an error or it called exit.`
  );
}
