// npm start: sets up what is missing and opens VS Code with the extension on the samples: the desktop's `code`, or VS Code's server in the browser.
// With `--once` no person is needed: the greeter is opened, built, run and invoked in the real extension host, and the result is the exit code.
// `--browser` takes the server even where `code` is on PATH.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import path from "node:path";
import { runInHost } from "./lib/host.mjs";
import { startServer } from "./lib/host-server.mjs";
import { duration, main, say } from "./lib/log.mjs";
import { at, root, sample, samples, tool, worlds } from "./lib/paths.mjs";
import { which } from "./lib/run.mjs";
import { setUp } from "./lib/setup.mjs";
import { ensureWasmtime } from "./lib/wasmtime.mjs";

// The greeter's world, or with `--samples` the page that says what the other samples are.
const firstFile = process.argv.includes("--samples")
  ? path.join(worlds, "README.md")
  : path.join(sample, "wit", "world.wit");

await main(async () => {
  if (process.argv.includes("--once")) return once();
  await setUp(new Set(["build", "sample"]));
  // Without Wasmtime the extension still runs components in its embedded runtime, and says so.
  await ensureWasmtime().catch(error => say(`${error.message}\nGoing on without it.`));
  const code = process.argv.includes("--browser") ? undefined : desktopCode();
  return code === undefined ? openServer() : openDesktop(code);
});

async function once() {
  const start = performance.now();
  await setUp(new Set(["build", "sample", "wasmtime", "vscode"]));
  const code = await runInHost({ extension: root, tests: at("scripts", "host", "once.cjs"), workspace: sample });
  say(`${code === 0 ? "all steps passed" : "a step failed"} (${duration(performance.now() - start)} with set-up)`);
  return code;
}

function sayWhatThereIs() {
  say(`
The greeter comes first. Beside it in the explorer: a resource (paint), and in "worlds" the same component in JavaScript, Python, Go, Rust, C and C#,
a web service, a command-line tool, and worlds to make components for; worlds/README.md says what to try.`);
}

/** VS Code's program; on Windows `code` is a batch file beside which the program itself stands. */
function desktopCode() {
  const code = which("code");
  if (code === undefined || process.platform !== "win32") return code;
  const program = path.resolve(path.dirname(code), "..", "Code.exe");
  return existsSync(program) ? program : undefined;
}

async function openDesktop(code) {
  const profile = tool("profile", "desktop");
  await mkdir(profile, { recursive: true });
  const own = ["--user-data-dir", path.join(profile, "data"), "--extensions-dir", path.join(profile, "extensions")];
  const args = [
    ...own,
    "--disable-workspace-trust",
    "--new-window",
    "--extensionDevelopmentPath",
    root,
    samples,
    "--goto",
    firstFile,
  ];
  say(`opening ${path.relative(root, samples)} in VS Code, with a profile of its own`);
  sayWhatThereIs();
  const child = spawn(code, args, { stdio: "inherit" });
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("exit", resolve);
  });
}

async function openServer() {
  say("`code` is not on PATH, so VS Code's server is used; it opens in the browser");
  const server = await startServer({ profile: tool("profile", "server") });
  const payload = [
    ["extensionDevelopmentPath", server.remote(root)],
    ["openFile", server.remote(firstFile)],
  ];
  say(
    `\nVS Code with WIT Tools: open this address in a browser on this machine\n\n  ${server.url(samples, payload)}\n\nCtrl+C ends it.`,
  );
  sayWhatThereIs();
  process.prependOnceListener("SIGINT", () => process.exit(0));
  return (await server.ended) ?? 1;
}
