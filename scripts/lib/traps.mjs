// Makes a workspace that nobody should trust: its settings name programs in it, which write down when they are started.
import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";

/** Programs that WIT Tools looks for by their names. */
const byName = [
  "cargo",
  "clang",
  "dotnet",
  "git",
  "go",
  "npm",
  "python3",
  "wasmtime",
  "wit-bindgen",
  "wit-deps",
  "wkg",
];

/** Writes down its name and arguments, and answers like each of them when asked for a version. */
const trap = `#!/bin/sh
printf '%s\\n' "$(basename "$0") $*" >> "$EXT_TEST_TRAPPED"
echo "$(basename "$0") 99.0.0"
`;

/**
 * Puts settings into the folder that name \`tools/…\` in it, and programs of well-known names into another one. Gives the environment that a
 * host needs: with those programs first on PATH, and EXT_TEST_TRAPPED, the file that is written to.
 */
export async function layTraps(folder, temp) {
  const [own, onPath] = [path.join(folder, "tools"), path.join(temp, "traps")];
  for (const place of [own, onPath]) {
    await mkdir(place, { recursive: true });
    for (const name of byName) await writeFile(path.join(place, name), trap, { mode: 0o755 });
  }
  await mkdir(path.join(folder, ".vscode"), { recursive: true });
  await writeFile(path.join(folder, ".vscode", "settings.json"), JSON.stringify(settings, undefined, 2));
  return { EXT_TEST_TRAPPED: path.join(temp, "trapped.txt"), EXT_TEST_TRAPS: onPath };
}

const settings = {
  "wit.wasmtime.path": "./tools/wasmtime",
  "wit.wkg.path": "./tools/wkg",
  "wit.jco.path": "./tools",
  "wit.jco.arguments": ["--stub"],
  "wit.baseline": "HEAD~1",
  "wit.tools": { witBindgen: { path: "./tools/wit-bindgen" }, clang: { path: "./tools/clang" } },
};
