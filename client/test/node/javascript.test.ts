import assert from "node:assert/strict";
import { test } from "node:test";
import type { BuildRequest, JcoSettings, Toolbox } from "../../src/node/guests/guest.ts";
import { componentizeArguments } from "../../src/node/guests/jco-guest.ts";
import { NO_FEATURES } from "../../src/wit/wit-features.ts";
import { detected } from "./detected.ts";

const JCO: JcoSettings = { jcoPath: "", jcoEngine: "quickjs", jcoArguments: [], developmentFolder: undefined };
const TOOLS = toolboxWith(JCO);

function toolboxWith(jco: JcoSettings): Toolbox {
  return { jco, extensionFolder: "/x", find: () => Promise.reject(new Error("jco is no program")) };
}

const REQUEST: BuildRequest = {
  world: "w",
  features: NO_FEATURES,
  usesHttp: false,
  witPath: "/p/wit",
  tools: TOOLS,
  watch: {},
};

/** The arguments between the world and the output. */
function engineOf(request: BuildRequest, hasQuickjs = true): readonly string[] {
  const args = componentizeArguments("/p/a.js", "/p/dist/w.wasm", request, { script: "/jco.js", hasQuickjs });
  assert.deepEqual(args.slice(0, 6), ["componentize", "/p/a.js", "--wit", "/p/wit", "--world-name", "w"]);
  assert.deepEqual(args.slice(-2), ["-o", "/p/dist/w.wasm"]);
  return args.slice(6, -2);
}

test("the engine fits the setting, the world and the version of jco", () => {
  const quickjs = ["--backend", "qjs", "--backend-qjs-disable-async"];
  const small = ["-d", "http", "-d", "fetch-event"];
  assert.deepEqual(engineOf(REQUEST), quickjs);
  assert.deepEqual(engineOf(REQUEST, false), small);
  assert.deepEqual(engineOf({ ...REQUEST, tools: toolboxWith({ ...JCO, jcoEngine: "starlingmonkey" }) }), small);
  assert.deepEqual(engineOf({ ...REQUEST, usesHttp: true }), []);
});

test("arguments from the settings come last, and may choose the engine", () => {
  const more = (...jcoArguments: string[]): BuildRequest => ({
    ...REQUEST,
    tools: toolboxWith({ ...JCO, jcoArguments }),
  });
  assert.deepEqual(engineOf(more("--bundle")).at(-1), "--bundle");
  assert.deepEqual(engineOf(more("--backend", "sm")), ["--backend", "sm"]);
});

/** Files of a project (those that end in / are folders), and the entry that is found in it. */
const PROJECTS: readonly (readonly [
  name: string,
  files: Readonly<Record<string, string>>,
  entry: string | undefined,
])[] = [
  ["main of package.json", { "package.json": '{"main":"lib/x.js"}', "wit/": "", "lib/x.js": "" }, "lib/x.js"],
  [
    "the package's name",
    { "package.json": '{"name":"@a/calc"}', "wit/": "", "calc.js": "", "index.js": "" },
    "calc.js",
  ],
  ["a usual name", { "package.json": "{}", "wit/": "", "src/index.mjs": "" }, "src/index.mjs"],
  ["TypeScript", { "package.json": "{}", "wit/": "", "component.ts": "" }, "component.ts"],
  [
    "jco as a dependency",
    { "package.json": '{"devDependencies":{"@bytecodealliance/jco":"1"}}', "index.js": "" },
    "index.js",
  ],
  ["no WIT and no jco", { "package.json": "{}", "index.js": "" }, undefined],
  ["a broken package.json", { "package.json": "{", "wit/": "", "index.js": "" }, undefined],
  ["no code", { "package.json": "{}", "wit/": "" }, undefined],
];

for (const [name, files, entry] of PROJECTS) {
  test(`a project with ${name}`, async () => {
    assert.equal((await detected(files))?.entry, entry);
  });
}
