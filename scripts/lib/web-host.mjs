// Runs a test bundle inside VS Code's web extension host, with the extension from its sources or from a packaged .vsix: no server has the
// files there, an extension for tests has them in memory.
import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { runTestsInPage, withPage } from "./browser.mjs";
import { filesBelow, withTempFolder } from "./files.mjs";
import { quiet } from "./host-server.mjs";
import { at } from "./paths.mjs";
import { serveWeb } from "./web-server.mjs";
import { unzip } from "./zip.mjs";

const scheme = "wit-test";
/** What lines of the tests' report start with (see client/test/web/index.ts). */
const mark = "TEST| ";

/** The extension with the tests and their file system; its bundles are those of bundles.mjs. */
const testExtension = {
  name: "web-tests",
  publisher: "wit-tools-test",
  version: "0.0.1",
  engines: { vscode: "^1.100.0" },
  browser: "./files.js",
  activationEvents: [`onFileSystem:${scheme}`],
};

/**
 * Options: `extension` (a folder) or `vsix` (a file); `workspace` (a folder, whose files are in memory); `screenshot` (a PNG to write at the
 * end); `timeout` in ms; `verbose`. Gives the exit code; the report's lines are given to `onLine` as they come.
 */
export function runInWebHost({ extension, vsix, workspace, screenshot, timeout = 120_000, verbose, onLine }) {
  return withWebServer({ extension, vsix, workspace, tests: true }, origin =>
    withPage(async page => {
      const onConsole = line => {
        if (line.startsWith(mark)) onLine(line.slice(mark.length));
        else if (verbose) onLine(line);
      };
      try {
        return await runTestsInPage(page, `${origin}/`, { timeout, onConsole });
      } finally {
        if (screenshot !== undefined) await page.screenshot({ path: screenshot });
      }
    }),
  );
}

/** Serves the editor on a workspace while `action(origin)` runs. `tests`: the tests are started when it is opened; `file`: open at first. */
export function withWebServer({ extension, vsix, workspace, tests = false, file }, action) {
  return withTempFolder("wit-web-", async temp => {
    const folder = vsix === undefined ? extension : await unpack(vsix, temp);
    // A name with spaces and letters beyond ASCII, as people have.
    const home = `/wit tools – prüfung 日本/${path.basename(workspace)}`;
    const { origin, stop } = await serveWeb({
      folders: { extension: folder, tests: at("client", "dist", "test", "web") },
      answers: {
        "/tests/package.json": JSON.stringify(testExtension),
        "/tests/workspace.json": JSON.stringify(await contentsOf(workspace, home)),
      },
      options: origin => workbenchOptions(origin, home, tests, file),
    });
    try {
      return await action(origin);
    } finally {
      stop();
    }
  });
}

function workbenchOptions(origin, home, tests, file) {
  const served = name => ({ scheme: "http", authority: new URL(origin).host, path: name });
  const inWorkspace = name => ({ scheme, path: name });
  return {
    folderUri: inWorkspace(home),
    enableWorkspaceTrust: false,
    configurationDefaults: quiet,
    developmentOptions: {
      extensions: [served("/extension"), served("/tests")],
      ...(tests ? { extensionTestsPath: served("/tests/index.js") } : {}),
    },
    ...(file === undefined
      ? {}
      : { defaultLayout: { editors: [{ uri: inWorkspace(`${home}/${file}`) }], force: true } }),
    // Asked for by this build alone.
    userDataPath: "/",
    isEnabledFileDownloads: false,
    isEnabledFileUploads: false,
    isEnabledCoderGettingStarted: false,
  };
}

/** Unpacks the extension's own files and gives their folder. */
async function unpack(vsix, temp) {
  for (const { name, data } of unzip(await readFile(vsix))) {
    const file = path.join(temp, name);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, data);
  }
  return path.join(temp, "extension");
}

/** The files of a workspace in base64, by their paths below `home`. */
async function contentsOf(workspace, home) {
  const files = filesBelow(workspace, "").filter(file => !file.includes(`${path.sep}node_modules${path.sep}`));
  const entries = files.map(async file => {
    const name = path.relative(workspace, file).split(path.sep).join("/");
    return [`${home}/${name}`, (await readFile(file)).toString("base64")];
  });
  return Object.fromEntries(await Promise.all(entries));
}
