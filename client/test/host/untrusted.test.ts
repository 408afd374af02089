// A workspace that nobody trusts, whose settings name programs in it (see scripts/lib/traps.mjs): WIT is read, nothing is started. Then it is trusted.
import assert from "node:assert/strict";
import childProcess from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { commands, debug, tasks, workspace } from "vscode";
import { componentCommands } from "../../src/node/component-commands.ts";
import type { Report } from "../../src/node/doctor/report.ts";
import { assemble, runner } from "../wat-components.ts";
import { build, invoke, run } from "./commands.ts";
import {
  codeLensesOf,
  completionsAt,
  eventually,
  file,
  firstErrors,
  folder,
  hoverAt,
  open,
  positionOf,
  sleep,
} from "./support.ts";

/** What a workspace must not choose before it is trusted, with what holds then: the baseline is a person's for all workspaces. */
const restricted = {
  "wasmtime.path": "",
  "wkg.path": "",
  "jco.path": "",
  "jco.arguments": [],
  tools: {},
  baseline: "HEAD",
};

/** Those that start nothing, and have nothing to refuse. */
const harmless: ReadonlySet<string> = new Set(["wit.doctor", "wit.stopWatching"]);

const task = { type: "wit", task: "build", label: "build it" };

(process.platform === "win32" ? suite.skip : suite)("an untrusted workspace", () => {
  const component = file("ready.wasm");
  const started = recordStarts();

  suiteSetup(async () => {
    await writeFile(component.fsPath, await assemble(runner("i32.const 0")));
    await writeFile(file(".vscode/tasks.json").fsPath, JSON.stringify({ version: "2.0.0", tasks: [task] }));
  });

  test("has language features", async () => {
    assert.equal(workspace.isTrusted, false);
    const mistake = await open("mistakes/mistake.wit");
    assert.ok((await firstErrors(mistake.uri)).length > 0);
    const world = await open("wit/world.wit");
    assert.match(await hoverAt(world, positionOf(world, "greetings", 2)), /greetings/);
    assert.ok((await completionsAt(world, positionOf(world, "string", 0))).includes("string"));
  });

  for (const name of componentCommands.filter(name => !harmless.has(name)))
    test(`${name} does nothing and says why`, async () => {
      const asked = { folder: folder(), component, function: "greet", args: '"x"', guest: "c", name: "made" };
      const more = { root: folder(), into: file("made"), download: true, replace: true, port: 0, next: "run" };
      const result = await commands.executeCommand<{ ok: boolean; message?: string }>(name, { ...asked, ...more });
      assert.equal(result.ok, false);
      assert.match(result.message ?? "", /this workspace is not trusted.*Manage Workspace Trust/s);
      // A person is told, and the command does not wait for them.
      assert.equal((await commands.executeCommand<{ ok: boolean }>(name)).ok, false);
    });

  test("the Doctor says that it is not trusted, and looks for nothing", async () => {
    const { sections } = await commands.executeCommand<Report>("wit.doctor", { show: false });
    assert.deepEqual(
      sections.map(({ title }) => title),
      ["Workspace", "Language server"],
    );
    assert.match(sections[0]!.rows[0]!.detail, /^This workspace is not trusted/);
  });

  test("has no lenses about components", async () => {
    assert.deepEqual(await componentLenses(), []);
  });

  test("has tasks and launches wait for trust", async () => {
    const launch = { type: "wasmtime", request: "launch", name: "Run", program: component.fsPath };
    const waiting = [tasks.fetchTasks({ type: "wit" }), debug.startDebugging(workspace.workspaceFolders![0], launch)];
    assert.equal(await Promise.race([...waiting, sleep(500)]), undefined);
  });

  test("has no say in which programs are used", () => {
    const settings = workspace.getConfiguration("wit", folder());
    for (const [name, value] of Object.entries(restricted)) assert.deepEqual(settings.get(name), value, name);
  });

  test("nothing was started, and nothing made", async () => {
    // What would be started behind a command's back has had its time.
    await sleep(500);
    assert.match(started().join("\n"), /^\S*cli\.js\S+$/, "the language server is the only one");
    assert.deepEqual(await trapped(), []);
    assert.equal(existsSync(file("made").fsPath), false);
  });

  test("is as it names them once it is trusted", async () => {
    await commands.executeCommand("workbench.trust.manage");
    await eventually("trust", () => workspace.isTrusted || undefined);
    await commands.executeCommand("workbench.action.closeActiveEditor");
    // The very programs that were not started before.
    await run({ component });
    await commands.executeCommand("wit.generateBindings", { folder: folder(), guest: "c", into: file("made") });
    const names = await eventually("git, for the baseline", async () => {
      const all = await trapped();
      return all.some(line => line.startsWith("git ")) ? all.map(line => line.split(" ")[0]) : undefined;
    });
    for (const name of ["wasmtime", "wit-bindgen"]) assert.ok(names.includes(name), `${name} was not started`);
  });

  test("works then as any other, and its folder's name is but a name", async () => {
    await writeFile(file(".vscode/settings.json").fsPath, "{}");
    const settings = (): unknown => workspace.getConfiguration("wit", folder()).get("wasmtime.path");
    await eventually("no settings", () => settings() === "" || undefined);
    process.env.PATH = process.env.PATH!.replace(`${process.env.EXT_TEST_TRAPS}${path.delimiter}`, "");
    const built = await build();
    assert.equal(built.ok, true, built.message);
    assert.equal((await run({ component: built.component!, args: ["$(touch pwned)"] })).exitCode, 0);
    assert.equal((await invoke("greet", '"; touch pwned"')).result, '"Hello, ; touch pwned!"');
    await eventually("lenses", async () => (await componentLenses()).includes("wit.buildComponent") || undefined);
    assert.equal((await tasks.fetchTasks({ type: "wit" })).length, 3);
    const home = path.dirname(folder().fsPath);
    const names = [...readdirSync(home), ...readdirSync(folder().fsPath), ...readdirSync(process.cwd())];
    assert.ok(!names.includes("pwned"));
  });
});

async function componentLenses(): Promise<readonly string[]> {
  const { uri } = await open("wit/world.wit");
  const lenses = await codeLensesOf(uri);
  return lenses.flatMap(({ command }) => componentCommands.filter(name => name === command?.command));
}

/** What the programs that lie in wait wrote down: their names and arguments. */
async function trapped(): Promise<readonly string[]> {
  const text = await readFile(process.env.EXT_TEST_TRAPPED!, "utf8").catch(() => "");
  return text.split("\n").filter(line => line !== "");
}

/** Everything that the extension starts, as programs with arguments; the editor itself starts some of its own. */
function recordStarts(): () => readonly string[] {
  const seen: string[] = [];
  const names = ["spawn", "spawnSync", "exec", "execSync", "execFile", "execFileSync", "fork"] as const;
  for (const name of names) {
    const real = childProcess[name] as (...given: unknown[]) => unknown;
    const recording = (...given: unknown[]): unknown => {
      if (/\b(extension|components)\.cjs:/.test(new Error().stack ?? "")) seen.push(JSON.stringify(given.slice(0, 2)));
      return real(...given);
    };
    Object.assign(childProcess, { [name]: recording });
  }
  return () => seen;
}
