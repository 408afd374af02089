// Brings wit-bindgen, which makes the bindings of C and Go: built by cargo into `.tools/bin`, where the extension under development looks too.
import { existsSync } from "node:fs";
import { Advice, step } from "./log.mjs";
import { tool } from "./paths.mjs";
import { findProgram, howToGet } from "./programs.mjs";
import { must, run } from "./run.mjs";

const version = "0.63.0";
const program = tool("bin", process.platform === "win32" ? "wit-bindgen.exe" : "wit-bindgen");

/** Makes `.tools/bin/wit-bindgen` exist, built once (five minutes of two cores). Throws advice without cargo. */
export async function ensureWitBindgen() {
  if (existsSync(program) && (await run(program, ["--version"])).output.includes(version)) return program;
  const cargo = findProgram("cargo");
  if (cargo === undefined) throw new Advice(`wit-bindgen could not be built: ${howToGet("cargo")}.`);
  const features = ["--no-default-features", "--features", "c,go"];
  const args = [
    "install",
    "wit-bindgen-cli",
    "--version",
    version,
    "--locked",
    ...features,
    "--root",
    tool(),
    "--force",
  ];
  await step(`building wit-bindgen ${version}`, () => must(cargo, args, { timeout: 1_800_000 }));
  return program;
}
