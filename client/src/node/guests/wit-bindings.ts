// Bindings by wit-bindgen: for C and Rust they are written for people as they are, for C and Go by builds.
import path from "node:path";
import { featureArguments } from "../../wit/wit-features.ts";
import { runTool, type ToolEnd } from "../process.ts";
import { toolCall } from "../tools/find.ts";
import type { FoundTool } from "../tools/tool.ts";
import { witBindgen } from "../tools/wit-bindgen.ts";
import type { BindingsOutcome, BindingsRequest } from "./guest.ts";
import { missing, succeeded } from "./steps.ts";

export type Written = Pick<BindingsRequest, "witPath" | "world" | "features" | "watch"> & {
  /** wit-bindgen's word for it, and what it is told besides. */
  readonly language: readonly ["c"] | readonly ["go"] | readonly ["rust", "--generate-all"];
  /** Path of the folder that is filled. */
  readonly into: string;
};

/** Runs wit-bindgen in a folder. */
export function makeBindings(found: FoundTool, asked: Written, cwd: string): Promise<ToolEnd> {
  const { language, witPath, world, features, into, watch } = asked;
  const [word, ...more] = language;
  const chosen = world === undefined ? [] : ["--world", world];
  const args = [word, witPath, ...chosen, ...featureArguments(features), ...more, "--out-dir", into];
  return runTool(toolCall(found, [...args, ...found.arguments], cwd, { RUST_BACKTRACE: "0" }), watch);
}

/** Writes bindings for people, who asked for them. */
export async function writeBindings(
  language: Written["language"],
  { into, tools, ...request }: BindingsRequest,
): Promise<BindingsOutcome> {
  const bindgen = await tools.find(witBindgen);
  if (bindgen.kind === "missing") return missing(bindgen);
  const end = await makeBindings(bindgen.found, { ...request, language, into }, into);
  if (!succeeded(end)) return { kind: "failed", end };
  return { kind: "written", files: writtenFiles(end, into) };
}

/** Paths of the files that wit-bindgen says it wrote into a folder, whose own name it prints as Rust writes it in a program, with quotes escaped. */
export function writtenFiles({ stdout, stderr }: Pick<ToolEnd, "stdout" | "stderr">, into: string): readonly string[] {
  const names = `${stdout}\n${stderr}`.matchAll(/^Generating "(?:.*[\\/])?([^\\/"]+)"\r?$/gm);
  return [...names].map(match => path.join(into, match[1]!));
}
