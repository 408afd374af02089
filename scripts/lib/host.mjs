// Runs a test bundle inside VS Code's real extension host, with the extension from its sources or from a packaged .vsix.
import { mkdir, open, writeFile } from "node:fs/promises";
import path from "node:path";
import { runTestsInPage, withPage } from "./browser.mjs";
import { copyWorkspace, withTempFolder } from "./files.mjs";
import { startServer } from "./host-server.mjs";
import { duration, say } from "./log.mjs";
import { at, tool } from "./paths.mjs";
import { layTraps } from "./traps.mjs";

/**
 * Options: `extension` (a folder) or `vsix` (a file); `tests` (a CommonJS file that exports `run()`); `workspace` (copied first) and the `modules` beside it (the repository's when absent);
 * `untrusted` (nobody trusts the workspace, and there are programs in it that must not be started: see traps.mjs);
 * `screenshot` (a PNG to write at the end); `env`; `settings`; `timeout` in ms; `verbose`. Gives the exit code; the lines that the tests append
 * to the file $EXT_TEST_OUTPUT are printed as they come.
 */
export function runInHost({
  extension,
  vsix,
  tests,
  workspace,
  modules,
  screenshot,
  env = {},
  settings,
  timeout = 300_000,
  verbose,
  untrusted = false,
}) {
  return withTempFolder("wit-host-", async temp => {
    const folder = await copyWorkspace(workspace, temp, {
      ...(modules === undefined ? {} : { modules }),
      ...(untrusted ? { name: hostileName } : {}),
    });
    const traps = untrusted ? await layTraps(folder, temp) : {};
    const report = path.join(temp, "report.txt");
    await writeFile(report, "");
    const development = vsix === undefined ? extension : await emptyExtension(temp);
    const start = performance.now();
    const server = await startServer({
      profile: path.join(temp, "profile"),
      env: { EXT_TEST_OUTPUT: report, PATH: pathWithTools(traps.EXT_TEST_TRAPS), ...traps, ...env },
      settings,
      trusted: !untrusted,
      vsix,
      tests: true,
    });
    say(
      `VS Code's server is up${vsix === undefined ? "" : ` with ${path.basename(vsix)} installed`} (${duration(performance.now() - start)})`,
    );
    const relay = await followFile(report);
    try {
      const url = server.url(folder, payload(server, development, tests));
      const onConsole = verbose ? say : undefined;
      return await withPage(async page => {
        if (untrusted) trustWhenAsked(page);
        try {
          return await runTestsInPage(page, url, { timeout, onConsole });
        } finally {
          if (screenshot !== undefined) await page.screenshot({ path: screenshot });
        }
      });
    } finally {
      await relay.stop();
      server.stop();
    }
  });
}

/** A packaged extension finds Wasmtime and wit-bindgen as a person's would: on PATH. */
function pathWithTools(...before) {
  const folders = [...before, tool("wasmtime"), tool("bin"), process.env.PATH ?? ""];
  return folders.filter(folder => folder !== undefined).join(path.delimiter);
}

/** What a shell would run, were one asked. */
const hostileName = process.platform === "win32" ? "$(touch pwned) & calc" : `$(touch pwned) "; touch pwned; 'x`;

/** Trusts the folder as a person does, once a test has opened the editor's page about it: no extension can. */
function trustWhenAsked(page) {
  const button = page.locator(".workspace-trust-editor .monaco-button:text-is('Trust')");
  // The page may be closed before.
  button.click({ timeout: 0 }).catch(() => {});
}

function payload(server, development, tests) {
  return [
    ["extensionDevelopmentPath", server.remote(development)],
    ["extensionTestsPath", server.remote(tests)],
    ["skipWelcome", "true"],
  ];
}

/** With an installed .vsix the extension under development is one that does nothing: the editor runs tests only beside such a one. */
async function emptyExtension(temp) {
  const folder = path.join(temp, "empty-extension");
  await mkdir(folder);
  const manifest = {
    name: "empty",
    publisher: "wit-tools-test",
    version: "0.0.1",
    engines: { vscode: "^1.100.0" },
    main: "./main.js",
  };
  await writeFile(path.join(folder, "package.json"), JSON.stringify({ ...manifest, activationEvents: [] }));
  await writeFile(path.join(folder, "main.js"), "exports.activate = () => {};\n");
  return folder;
}

/** Prints what is appended to a file, until stopped. */
async function followFile(file) {
  const handle = await open(file);
  let position = 0;
  const read = async () => {
    const { bytesRead, buffer } = await handle.read({ buffer: Buffer.alloc(65_536), position });
    position += bytesRead;
    if (bytesRead > 0) process.stdout.write(buffer.subarray(0, bytesRead));
    return bytesRead;
  };
  let last = Promise.resolve();
  const timer = setInterval(() => (last = last.then(read)), 200);
  const stop = async () => {
    clearInterval(timer);
    await last;
    while ((await read()) > 0);
    await handle.close();
  };
  return { stop };
}

/** The bundle of the extension's own suite, which `npm run build` makes. */
export const hostTests = at("client", "dist", "test", "host.cjs");
