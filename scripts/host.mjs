// Runs a test bundle inside VS Code's extension host:
//   node scripts/host.mjs [--extension DIR | --vsix FILE] [--workspace DIR] [--tests FILE] [--screenshot PNG] [--timeout SECONDS] [--grep WORDS] [--components | --untrusted] [--verbose]
// With --untrusted it is the tests in a workspace that nobody trusts, with --components those that build components in other languages than the sample's, with the toolchains of this machine.
import path from "node:path";
import { parseArgs } from "node:util";
import { scriptedTools } from "./lib/component-tools.mjs";
import { hostTests, runInHost } from "./lib/host.mjs";
import { main, say } from "./lib/log.mjs";
import { root, sample, worlds } from "./lib/paths.mjs";
import { toolSettings } from "./lib/toolchains.mjs";

await main(async () => {
  const { values } = parseArgs({
    options: {
      extension: { type: "string", default: root },
      vsix: { type: "string" },
      workspace: { type: "string" },
      components: { type: "boolean", default: false },
      untrusted: { type: "boolean", default: false },
      tests: { type: "string", default: hostTests },
      screenshot: { type: "string" },
      timeout: { type: "string", default: "300" },
      grep: { type: "string", default: "" },
      verbose: { type: "boolean", default: false },
    },
  });
  const absolute = file => (file === undefined ? undefined : path.resolve(file));
  const more = values.components ? scriptedTools() : { tools: {}, languages: [] };
  const code = await runInHost({
    extension: absolute(values.extension),
    vsix: absolute(values.vsix),
    workspace: path.resolve(values.workspace ?? (values.components ? worlds : sample)),
    tests: path.resolve(values.tests),
    screenshot: absolute(values.screenshot),
    timeout: Number(values.timeout) * 1000,
    verbose: values.verbose,
    env: {
      EXT_TEST_GREP: values.grep,
      EXT_TEST_SUITE: values.components ? "components" : values.untrusted ? "untrusted" : "",
      EXT_TEST_LANGUAGES: more.languages.join(","),
    },
    modules: more.modules,
    untrusted: values.untrusted,
    settings: {
      ...(values.components ? await componentSettings(more.tools) : {}),
      // A person's, for all workspaces: git must not be asked about it before trust.
      ...(values.untrusted ? { "wit.baseline": "HEAD" } : {}),
    },
  });
  say(`the extension host's tests ended with exit code ${code}`);
  return code;
});

/** A standard library may have to be built first, on a machine that has other things to do: builds get time. */
async function componentSettings(tools) {
  return { "wit.tools": { ...(await toolSettings()), ...tools }, "wit.build.timeout": 1200 };
}
