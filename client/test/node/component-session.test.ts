// An instance that stays alive, of a real component with a resource: made by jco from the sample "paint".
import assert from "node:assert/strict";
import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, test } from "node:test";
import type { HandleInfo } from "../../src/embedded/session-messages.ts";
import { ComponentSession, type SessionAnswer } from "../../src/node/component-session.ts";
import { detectProject } from "../../src/node/guests/list.ts";
import { noGrants } from "../../src/node/run-targets/grants.ts";
import type { Runtime } from "../../src/node/run-targets/run-target.ts";
import { NO_FEATURES } from "../../src/wit/wit-features.ts";
import { repository, runtimeFor } from "../support.ts";

const PAINTING = "demo:paint/painting@0.1.0";
let folder: string;
let component: string;
let runtime: Runtime;

before(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "wit paint – ü "));
  const source = path.join(repository, "test-fixtures", "paint");
  await cp(source, folder, {
    recursive: true,
    filter: file => !["dist", "node_modules"].includes(path.basename(file)),
  });
  component = await build();
  runtime = await runtimeFor("embedded");
});

after(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }));

async function build(): Promise<string> {
  const project = await detectProject(folder);
  assert.equal(project?.guest.id, "javascript");
  const jco = { jcoPath: "", jcoEngine: "quickjs", jcoArguments: [], developmentFolder: repository } as const;
  const tools = {
    jco,
    extensionFolder: repository,
    find: () => Promise.reject(new Error("jco is no program")),
  };
  const request = {
    world: "paint",
    witPath: path.join(folder, "wit"),
    features: NO_FEATURES,
    usesHttp: false,
    tools,
    watch: {},
  };
  const outcome = await project.guest.build(project, request);
  assert.equal(outcome.kind, "built", JSON.stringify(outcome));
  return outcome.kind === "built" ? outcome.component : "";
}

interface Running {
  readonly session: ComponentSession;
  readonly handles: () => readonly HandleInfo[];
  /** Calls a function of the interface, and gives its result, or what was said instead. */
  call(name: string, args: string, timeoutMs?: number): Promise<string>;
}

async function withSession(action: (running: Running) => Promise<void>): Promise<void> {
  let handles: readonly HandleInfo[] = [];
  const watch = {
    onHandles: (now: readonly HandleInfo[]) => {
      handles = now;
    },
    onOutput: () => {},
  };
  const session = new ComponentSession(runtime, component, watch, { grants: noGrants, remove: async () => {} });
  const call = async (name: string, args: string, timeoutMs = 0): Promise<string> =>
    said(await session.call({ instance: PAINTING, name, args }, timeoutMs));
  try {
    await action({ session, handles: () => handles, call });
  } finally {
    session.stop();
  }
}

function said(answer: SessionAnswer): string {
  if (answer.kind === "done") return answer.result;
  return `${answer.ended ? "ended" : "refused"}: ${answer.message}`;
}

test("a resource is made, its methods are called, it is passed on and dropped", () =>
  withSession(async ({ session, handles, call }) => {
    assert.equal(await call("[constructor]canvas", '"sea"'), "canvas#1");
    assert.equal(await call("[method]canvas.draw", "canvas#1, [{x: 1, y: 2}, {x: 3, y: -4}], thick(3)"), "ok(1)");
    assert.equal(await call("[method]canvas.draw", "canvas#1, [], thin"), 'err("a line has two points at least")');
    assert.equal(await call("[static]canvas.copy-of", "canvas#1"), "canvas#2");
    assert.equal(await call("describe", "canvas#2, {front}"), '"copy of sea: 1 lines in front"');
    assert.equal(await call("spare", ""), "some(canvas#3)");
    assert.deepEqual(
      handles().map(({ name, type }) => `${name}: ${type}`),
      ["canvas#1: canvas", "canvas#2: canvas", "canvas#3: canvas"],
    );
    assert.equal(said(await session.drop("canvas#1", 0)), "");
    assert.deepEqual(
      handles().map(({ name }) => name),
      ["canvas#2", "canvas#3"],
    );
    assert.equal(
      await call("[method]canvas.title", "canvas#1"),
      "refused: The values could not be read: there is no canvas#1 (column 1).",
    );
    assert.equal(said(await session.call({ name: "greet", args: '"Ada"' }, 0)), '"Hello, Ada!"');
  }));

test("calls at once are made one after the other", () =>
  withSession(async ({ call }) => {
    const names = ["a", "b", "c"].map(title => call("[constructor]canvas", `"${title}"`));
    assert.deepEqual(await Promise.all(names), ["canvas#1", "canvas#2", "canvas#3"]);
  }));

test("after a trap the instance and its resources are gone", () =>
  withSession(async ({ session, handles, call }) => {
    await call("[constructor]canvas", '"sea"');
    assert.match(await call("fail", ""), /^ended: The guest's function fail threw: no luck/);
    assert.equal(session.ended, true);
    assert.deepEqual(handles(), []);
    assert.equal(await call("spare", ""), "ended: The instance has ended.");
  }));

test("a call that never ends is stopped by the limit", () =>
  withSession(async ({ session, call }) => {
    await call("spare", "");
    assert.match(await call("endless", "", 300), /^ended: It was stopped after 0\.3 s, the limit in the settings/);
    assert.equal(session.ended, true);
  }));

test("stopping ends a call under way", () =>
  withSession(async ({ session, call }) => {
    await call("spare", "");
    const answer = call("endless", "");
    setTimeout(() => session.stop(), 200);
    assert.match(await answer, /^ended: It was stopped on request/);
  }));

test("what was granted is removed when the instance has ended", async () => {
  let removed = 0;
  const granted = {
    grants: noGrants,
    remove: async () => {
      removed++;
    },
  };
  const session = new ComponentSession(runtime, component, { onHandles: () => {}, onOutput: () => {} }, granted);
  assert.equal(said(await session.call({ instance: PAINTING, name: "spare", args: "" }, 0)), "none");
  assert.equal(removed, 0);
  session.stop();
  while (!session.ended) await new Promise(resolve => setTimeout(resolve, 25));
  await new Promise(resolve => setImmediate(resolve));
  assert.equal(removed, 1);
});
