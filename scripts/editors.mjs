// Checks the language server in other editors: Neovim (the system's and a current one) and Emacs, without a person.
//   node scripts/editors.mjs [--server FILE]
import { cp } from "node:fs/promises";
import path from "node:path";
import { parseArgs } from "node:util";
import { withTempFolder } from "./lib/files.mjs";
import { main, say } from "./lib/log.mjs";
import { ensureNeovim } from "./lib/neovim.mjs";
import { at, inCi } from "./lib/paths.mjs";
import { findProgram, howToGet, installPrograms } from "./lib/programs.mjs";
import { run } from "./lib/run.mjs";

const here = (...parts) => at("scripts", "editors", ...parts);

const editors = [
  { name: "Neovim of the system", find: () => system("neovim"), args: neovimArgs },
  { name: "Neovim 0.11", find: ensureNeovim, args: neovimArgs },
  { name: "Emacs with eglot", find: () => system("emacs"), args: () => ["-Q", "--batch", "-l", here("eglot.el")] },
];

/** What every editor must have been told, about `workspace/wit/moves.wit`. */
const expected = [
  { what: "the diagnostic of the unknown name `pont`", line: /^diagnostic 9:\d+ .*pont/ },
  { what: "one diagnostic, and no more", line: /^diagnostic /, times: 1 },
  { what: "the hover with the record and its documentation", line: /^hover .*record point.*A point in the plane\./ },
  { what: "the definition in the other file", line: /^definition geometry\.wit:5$/ },
];

await main(async () => {
  const { values } = parseArgs({ options: { server: { type: "string", default: at("server", "dist", "cli.js") } } });
  await installPrograms(["neovim", "emacs", "python"]);
  const total = { passed: 0, failed: 0, skipped: 0 };
  for (const editor of editors) await tryEditor(editor, path.resolve(values.server), total);
  say(`${total.passed} passed, ${total.failed} failed${total.skipped > 0 ? `, ${total.skipped} skipped` : ""}`);
  return total.failed > 0 ? 1 : 0;
});

function system(name) {
  const program = findProgram(name);
  if (program === undefined) throw new Error(howToGet(name));
  return program;
}

function neovimArgs(file) {
  return ["--clean", "--headless", "-u", here("nvim.lua"), file];
}

async function tryEditor(editor, server, total) {
  let program;
  try {
    program = await editor.find();
  } catch (error) {
    // A person need not have every editor; in CI a missing one is a failure.
    say(`${inCi ? "✗" : "-"} ${editor.name}: ${inCi ? "failed" : "skipped"}: ${error.message}`);
    total[inCi ? "failed" : "skipped"] += expected.length;
    return;
  }
  const output = await withTempFolder("wit-editors-", temp => drive(editor, program, server, temp));
  const wrong = expected.filter(({ line, times }) => {
    const found = output.split("\n").filter(text => line.test(text)).length;
    return times === undefined ? found === 0 : found !== times;
  });
  total.failed += wrong.length;
  total.passed += expected.length - wrong.length;
  say(`${wrong.length === 0 ? "✓" : "✗"} ${editor.name}: ${expected.length - wrong.length} of ${expected.length}`);
  for (const { what } of wrong) say(`  wrong: ${what}`);
  if (wrong.length > 0) say(output.trimEnd().replace(/^/gm, "  | "));
}

async function drive(editor, program, server, temp) {
  const folder = path.join(temp, "wit – ö 日本");
  await cp(here("workspace"), folder, { recursive: true });
  const file = path.join(folder, "wit", "moves.wit");
  // The editor's own state (swap files, logs) goes into the temporary folder too.
  const state = { HOME: temp, XDG_STATE_HOME: temp, XDG_DATA_HOME: temp, XDG_CACHE_HOME: temp };
  const env = { ...state, WIT_SERVER: server, WIT_FILE: file, LC_ALL: "C.UTF-8" };
  const { output } = await run(program, editor.args(file), { cwd: folder, env, timeout: 60_000 });
  return output.replaceAll("\r\n", "\n");
}
