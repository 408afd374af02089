// Runs the tests for the web inside VS Code's web extension host, in headless Chromium:
//   node scripts/web.mjs [--extension DIR | --vsix FILE] [--workspace DIR] [--screenshot PNG] [--timeout SECONDS] [--verbose]
// With `--serve` it runs no tests: it says where the editor is to be opened, in any browser, and goes on until Ctrl+C.
import path from "node:path";
import { parseArgs } from "node:util";
import { main, say } from "./lib/log.mjs";
import { root, sample } from "./lib/paths.mjs";
import { runInWebHost, withWebServer } from "./lib/web-host.mjs";

await main(async () => {
  const { values } = parseArgs({
    options: {
      extension: { type: "string", default: root },
      vsix: { type: "string" },
      workspace: { type: "string", default: sample },
      screenshot: { type: "string" },
      timeout: { type: "string", default: "120" },
      verbose: { type: "boolean", default: false },
      serve: { type: "boolean", default: false },
    },
  });
  const absolute = file => (file === undefined ? undefined : path.resolve(file));
  const given = {
    extension: absolute(values.extension),
    vsix: absolute(values.vsix),
    workspace: path.resolve(values.workspace),
  };
  if (values.serve) return withWebServer({ ...given, file: "wit/world.wit" }, serve);
  const code = await runInWebHost({
    ...given,
    screenshot: absolute(values.screenshot),
    timeout: Number(values.timeout) * 1000,
    verbose: values.verbose,
    onLine: say,
  });
  say(`the web extension host's tests ended with exit code ${code}`);
  return code;
});

function serve(origin) {
  say(`VS Code for the web is at ${origin}/ (Ctrl+C ends it)`);
  return new Promise(() => {});
}
