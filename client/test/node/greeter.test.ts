// The whole way without an editor: the sample is built by jco, then run and called in Wasmtime and in the embedded runtime.
import assert from "node:assert/strict";
import { readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { before, test } from "node:test";
import type { BuildOutcome, BuildRequest, JcoSettings, Toolbox } from "../../src/node/guests/guest.ts";
import { detectProject } from "../../src/node/guests/list.ts";
import { findComponents } from "../../src/node/guests/ready-wasm.ts";
import type { ToolEnd } from "../../src/node/process.ts";
import { noGrants } from "../../src/node/run-targets/grants.ts";
import { NO_FEATURES } from "../../src/wit/wit-features.ts";
import { repository, runtimeFor, withGreeter } from "../support.ts";

const JCO: JcoSettings = { jcoPath: "", jcoEngine: "quickjs", jcoArguments: [], developmentFolder: repository };
const TOOLS = toolboxWith(JCO);

function toolboxWith(jco: JcoSettings): Toolbox {
  return { jco, extensionFolder: repository, find: () => Promise.reject(new Error("jco is no program")) };
}

async function build(folder: string, over: Partial<BuildRequest> = {}): Promise<BuildOutcome> {
  const project = await detectProject(folder);
  assert.equal(project?.guest.id, "javascript");
  const request = {
    world: "greeter",
    witPath: path.join(folder, "wit"),
    features: NO_FEATURES,
    usesHttp: false,
    tools: TOOLS,
    watch: {},
    ...over,
  };
  return project.guest.build(project, request);
}

/** The sample's component, built once and read into memory. */
let bytes: Uint8Array;
before(async () => {
  bytes = await withGreeter(async folder => {
    const outcome = await build(folder);
    assert.equal(outcome.kind, "built", JSON.stringify(outcome));
    return readFile(outcome.kind === "built" ? outcome.component : "");
  });
});

async function withComponent(action: (component: string) => Promise<void>): Promise<void> {
  await withGreeter(async folder => {
    const component = path.join(folder, "greeter.wasm");
    await writeFile(component, bytes);
    await action(component);
  });
}

function exitCode(end: ToolEnd): number {
  assert.equal(end.how.kind, "exited", `${JSON.stringify(end.how)} ${end.stderr}`);
  return end.how.kind === "exited" ? end.how.code : -1;
}

const CALLS: readonly (readonly [call: string, result: string])[] = [
  ['greet("Ada")', '"Hello, Ada!"'],
  ['greet("日本 \\"x\\" $(y)")', '"Hello, 日本 \\"x\\" $(y)!"'],
  ['welcome({name: "Ada", title: some("Dr")}, formal)', '"Good day, Dr Ada."'],
  ['demo:greeter/greetings.welcome@0.1.0({name: "Ada"}, terse)', '"Hi Ada"'],
  ["welcome-all([])", 'err("there is nobody to greet")'],
  ['welcome-all([{name: "Ada"}])', 'ok("How nice to see you, Ada!")'],
];

for (const id of ["wasmtime", "embedded"] as const) {
  test(`${id} runs the greeter with its arguments`, () =>
    withComponent(async component => {
      const { target, ...found } = await runtimeFor(id);
      const end = await target.start(
        { target, ...found },
        { kind: "run", component, args: ["Ada", "日本"], grants: noGrants },
        {},
      );
      assert.equal(exitCode(end), 0, end.stderr);
      assert.match(end.stdout, /^Hello, Ada!\nHello, 日本!\nIt is 2\d\d\d-/);
      assert.equal(target.explain(end), undefined);
    }));

  for (const [call, result] of CALLS) {
    test(`${id} calls ${call}`, () =>
      withComponent(async component => {
        const found = await runtimeFor(id);
        const end = await found.target.start(found, { kind: "invoke", component, call, grants: noGrants }, {});
        assert.equal(exitCode(end), 0, end.stderr);
        assert.equal(end.stdout.trim(), result);
      }));
  }

  test(`${id} says that there is no such function`, () =>
    withComponent(async component => {
      const found = await runtimeFor(id);
      const end = await found.target.start(found, { kind: "invoke", component, call: "nope()", grants: noGrants }, {});
      assert.equal(exitCode(end), 1);
      assert.match(found.target.explain(end) ?? "", /exports no function nope/);
    }));
}

test("the guest sees no environment and no files", () =>
  withGreeter(async folder => {
    const source = `import { getEnvironment } from "wasi:cli/environment@0.2.12";
      export const run = { run() {} };
      export const greetings = { welcome() { return ""; }, welcomeAll() { return ""; } };
      export function greet() { return JSON.stringify(getEnvironment()); }`;
    await writeFile(path.join(folder, "greeter.js"), source);
    const outcome = await build(folder);
    assert.equal(outcome.kind, "built");
    for (const id of ["wasmtime", "embedded"] as const) {
      const found = await runtimeFor(id);
      const component = outcome.kind === "built" ? outcome.component : "";
      const end = await found.target.start(
        found,
        { kind: "invoke", component, call: 'greet("x")', grants: noGrants },
        {},
      );
      assert.equal(end.stdout.trim(), '"[]"', id);
    }
  }));

test("what a guest throws is told with its place", () =>
  withGreeter(async folder => {
    const text = await readFile(path.join(folder, "greeter.js"), "utf8");
    await writeFile(path.join(folder, "greeter.js"), text.replace(/return `Hello, .*/, 'throw new Error("no luck");'));
    const outcome = await build(folder);
    for (const id of ["wasmtime", "embedded"] as const) {
      const found = await runtimeFor(id);
      const component = outcome.kind === "built" ? outcome.component : "";
      const end = await found.target.start(
        found,
        { kind: "invoke", component, call: 'greet("x")', grants: noGrants },
        {},
      );
      assert.equal(exitCode(end), 134);
      assert.match(
        found.target.explain(end) ?? "",
        /^The guest's function greet threw: no luck \(greeter\.js:\d+:\d+\)\.$/,
        id,
      );
    }
  }));

test("a guest that runs for ever is stopped", () =>
  withGreeter(async folder => {
    const text = await readFile(path.join(folder, "greeter.js"), "utf8");
    await writeFile(path.join(folder, "greeter.js"), text.replace(/return `Hello, .*/, "for (;;);"));
    const outcome = await build(folder);
    assert.equal(outcome.kind, "built", JSON.stringify(outcome));
    for (const id of ["wasmtime", "embedded"] as const) {
      const found = await runtimeFor(id);
      const component = outcome.kind === "built" ? outcome.component : "";
      const end = await found.target.start(
        found,
        { kind: "run", component, args: [], grants: noGrants },
        { timeoutMs: 1_500 },
      );
      assert.equal(end.how.kind, "timed-out", id);
      assert.match(found.target.explain(end) ?? "", /stopped after 1\.5 s/);
    }
  }));

test("a build that fails names the file, the line and the column", () =>
  withGreeter(async folder => {
    const entry = path.join(folder, "greeter.js");
    await writeFile(entry, "export const greetings = {};\nexport function greet(name) {\n  return name +;\n}\n");
    const outcome = await build(folder);
    assert.equal(outcome.kind, "failed");
    const [problem] = outcome.kind === "failed" ? outcome.problems : [];
    assert.deepEqual([problem?.path, problem?.line], [entry, 3]);
    assert.match(problem?.message ?? "", /unexpected token/);
  }));

test("a build without jco says how to get it", () =>
  withGreeter(async folder => {
    const outcome = await build(folder, { tools: toolboxWith({ ...JCO, developmentFolder: undefined }) });
    assert.equal(outcome.kind, "missing-tool");
    assert.match(outcome.kind === "missing-tool" ? outcome.message : "", /npm install --save-dev/);
  }));

test("a build can be cancelled", () =>
  withGreeter(async folder => {
    const outcome = await build(folder, { watch: { signal: AbortSignal.timeout(150) } });
    assert.equal(outcome.kind === "failed" && outcome.end.how.kind, "cancelled");
  }));

test("a folder with a component and no source is a project too", () =>
  withComponent(async component => {
    const folder = path.dirname(component);
    await rm(path.join(folder, "package.json"));
    await writeFile(path.join(folder, "core.wasm"), Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0));
    assert.deepEqual(await findComponents(folder), [component]);
    assert.equal((await detectProject(folder))?.guest.id, "ready-wasm");
  }));
