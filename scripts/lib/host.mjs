// Runs a test bundle inside VS Code's real extension host, with the extension from its sources or from a packaged .vsix.
import { mkdir, open, writeFile } from "node:fs/promises";
import path from "node:path";
import { runTestsInPage, withPage } from "./browser.mjs";
import { copyWorkspace, withTempFolder } from "./files.mjs";
import { startServer } from "./host-server.mjs";
import { duration, say } from "./log.mjs";
import { at, tool } from "./paths.mjs";

/**
 * Options: `extension` (a folder) or `vsix` (a file); `tests` (a CommonJS file that exports `run()`); `workspace` (copied first) and the `modules` beside it (the repository's when absent);
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
}) {
  return withTempFolder("wit-host-", async temp => {
    const folder = await copyWorkspace(workspace, temp, modules === undefined ? {} : { modules });
    const report = path.join(temp, "report.txt");
    await writeFile(report, "");
    const development = vsix === undefined ? extension : await emptyExtension(temp);
    const start = performance.now();
    const server = await startServer({
      profile: path.join(temp, "profile"),
      env: { EXT_TEST_OUTPUT: report, PATH: pathWithTools(), ...env },
      settings,
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
function pathWithTools() {
  return [tool("wasmtime"), tool("bin"), process.env.PATH ?? ""].join(path.delimiter);
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
