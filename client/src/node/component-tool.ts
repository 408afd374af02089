// Runs the component tool: what a guest whose compiler gives core modules needs of wasm-tools, which nobody has to install.
import path from "node:path";
import type { ComponentJob } from "../component-tool/job.ts";
import { nodeCall, runTool, type ToolEnd, type ToolWatch } from "./process.ts";

/** Does a job, whose paths are absolute, in a Node.js process; where it exits with another code than 0, `componentToolError` reads why. */
export function componentTool(job: ComponentJob, extensionFolder: string, watch: ToolWatch): Promise<ToolEnd> {
  const script = path.join(extensionFolder, "client", "dist", "component-tool", "main.js");
  return runTool(nodeCall(script, [JSON.stringify(job)], extensionFolder), watch);
}

/** Why the tool gave up, in wasm-tools' words. */
export function componentToolError(end: ToolEnd): string {
  return /wit-tools: ([\s\S]+)/.exec(end.stderr)?.[1]?.trim() ?? end.stderr.trim();
}
