// Brings the tools that the suite "components" makes components of JavaScript, TypeScript and Python with, and says how the extension finds them.
import { existsSync } from "node:fs";
import { mkdir, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { Advice, say, step } from "./log.mjs";
import { inCi, tool } from "./paths.mjs";
import { findProgram, howToGet } from "./programs.mjs";
import { must, npm, which } from "./run.mjs";

const COMPONENTIZE_PY = "0.25.1";
const JCO = "1.35.0";

const pythonFolder = tool("componentize-py");
const jcoFolder = tool("jco");
const componentizePy = path.join(pythonFolder, "bin", "componentize-py");
const jcoPackage = path.join(jcoFolder, "node_modules", "@bytecodealliance", "jco");

/** In CI both, each brought once; elsewhere they are hundreds of megabytes, and a script of its own brings them. */
export async function ensureComponentTools({ all = inCi } = {}) {
  if (!all) return;
  for (const bring of [bringJco, bringComponentizePy]) await bring();
}

/** StarlingMonkey is left out of the repository's own jco, for its size. */
async function bringJco() {
  if (existsSync(jcoPackage)) return;
  await step(`fetching jco ${JCO} with StarlingMonkey`, async () => {
    await rm(jcoFolder, { recursive: true, force: true });
    await mkdir(jcoFolder, { recursive: true });
    const none = "npm:mkdirp@3.0.1";
    // The last version with which jco finds WIT files, and stand-ins for parts that a build does not use.
    const overrides = {
      "@bytecodealliance/preview2-shim": "0.26.0",
      "@bytecodealliance/componentize-js-0-19-3": none,
      binaryen: none,
      "typescript-compiler-api": none,
    };
    const manifest = { private: true, dependencies: { "@bytecodealliance/jco": JCO }, overrides };
    await writeFile(path.join(jcoFolder, "package.json"), JSON.stringify(manifest));
    await npm(["install", "--no-audit", "--no-fund", "--prefix", jcoFolder], { cwd: jcoFolder });
  });
}

async function bringComponentizePy() {
  if (existsSync(componentizePy)) return;
  const python = findProgram("python");
  if (python === undefined) throw new Advice(howToGet("python"));
  const pip = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-deps"];
  await step(`fetching componentize-py ${COMPONENTIZE_PY}`, () =>
    must(python, [...pip, "--target", pythonFolder, `componentize-py==${COMPONENTIZE_PY}`]),
  );
}

const BRING = "node scripts/component-tools.mjs brings it";

/** Of the languages that need no compiler of the system's, those whose tools are there; the setting that names these, and the folder with jco. */
export function scriptedTools() {
  const missing = new Map();
  if (!existsSync(jcoPackage)) for (const language of ["javascript", "typescript"]) missing.set(language, BRING);
  if (!existsSync(componentizePy)) missing.set("python", BRING);
  if (which("go") === undefined) missing.set("go", "Go is not installed (https://go.dev/dl)");
  for (const [language, why] of missing) say(`${language} is left out: ${why}`);
  const languages = ["javascript", "typescript", "python", "go"].filter(language => !missing.has(language));
  const tools = { componentizePy: { path: componentizePy, env: { PYTHONPATH: pythonFolder } } };
  return { languages, tools, modules: existsSync(jcoPackage) ? path.join(jcoFolder, "node_modules") : undefined };
}
