// Runs a test bundle inside VS Code's extension host:
//   node scripts/host.mjs [--extension DIR | --vsix FILE] [--workspace DIR] [--tests FILE] [--screenshot PNG] [--timeout SECONDS] [--grep WORDS] [--verbose]
import path from "node:path";
import { parseArgs } from "node:util";
import { hostTests, runInHost } from "./lib/host.mjs";
import { main, say } from "./lib/log.mjs";
import { root, sample } from "./lib/paths.mjs";

await main(async () => {
  const { values } = parseArgs({
    options: {
      extension: { type: "string", default: root },
      vsix: { type: "string" },
      workspace: { type: "string", default: sample },
      tests: { type: "string", default: hostTests },
      screenshot: { type: "string" },
      timeout: { type: "string", default: "300" },
      grep: { type: "string", default: "" },
      verbose: { type: "boolean", default: false },
    },
  });
  const absolute = file => (file === undefined ? undefined : path.resolve(file));
  const code = await runInHost({
    extension: absolute(values.extension),
    vsix: absolute(values.vsix),
    workspace: path.resolve(values.workspace),
    tests: path.resolve(values.tests),
    screenshot: absolute(values.screenshot),
    timeout: Number(values.timeout) * 1000,
    verbose: values.verbose,
    env: { EXT_TEST_GREP: values.grep },
  });
  say(`the extension host's tests ended with exit code ${code}`);
  return code;
});
