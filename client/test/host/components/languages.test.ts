// From a world to a running component in JavaScript, TypeScript, Python and Go: a new project is made, built, and run, called or asked in Wasmtime.
import assert from "node:assert/strict";
import { readdir, readFile, stat } from "node:fs/promises";
import { commands } from "vscode";
import type { NewComponentArguments, NewComponentResult } from "../../../src/node/commands/results.ts";
import { build, run, withText } from "../commands.ts";
import { errorsOf, file, folder } from "../support.ts";
import { languages } from "./available.ts";
import { note } from "./note.ts";
import { call, serveOnce } from "./wasmtime.ts";

const PATIENCE_MS = 300_000;

type Check = (component: string) => Promise<void>;

function runs(printed: RegExp): Check {
  return async component => {
    const result = await run({ component });
    assert.equal(result.exitCode, 0, result.message);
    assert.match(result.stdout, printed);
    assert.match(result.runtime ?? "", /^Wasmtime/);
  };
}

/** The functions of new projects give the simplest values of their types. */
const calls: Check = async component => {
  assert.equal(await call(component, "greet", '"Ada"'), '""');
  assert.equal(await call(component, "shapes.area", 'circle(({x: 1, label: "a"}, 2.5)), some(2.0)'), "0");
  assert.equal(await call(component, "shapes.nearest", '[{x: 1, label: "a"}]'), "none");
  assert.equal(await call(component, "shapes.paint", "dark-green, {bold, fast}"), "ok([])");
};

const SECOND_START_MS = 500;

/** What Wasmtime has compiled once it keeps; other work on the machine only adds to the time. */
const startsSoon: Check = async component => {
  let ms = Number.POSITIVE_INFINITY;
  for (let again = 0; again < 5 && ms >= SECOND_START_MS; again++) ms = Math.min(ms, (await run({ component })).ms);
  note(`the second start took ${ms.toFixed(0)} ms`);
  assert.ok(ms < SECOND_START_MS, `${ms} ms`);
};

const serves: Check = async component => assert.equal(await serveOnce(component, "/abc"), "Hello from /abc\n");

const ROWS: readonly (readonly [language: string, world: string, checks: readonly Check[]])[] = [
  // The world kit imports nothing to print with, and QuickJS has no console.
  ["javascript", "kit", [runs(/^$/), calls]],
  ["javascript", "tool", [runs(/^Hello, world!\n$/)]],
  ["javascript", "web", [serves]],
  ["typescript", "kit", [calls]],
  ["typescript", "tool", [runs(/^Hello, world!\n$/)]],
  ["python", "kit", [runs(/^Hello, world!\n$/), startsSoon, calls]],
  ["python", "web", [serves]],
  ["go", "kit", [runs(/^Hello, world!\n$/), calls]],
  ["go", "web", [serves]],
];

/** A source of the project for the world kit, a mistake to put at its end, and what is said of it. */
const MISTAKES = [
  ["python", "app.py", "\nmistake = nope\n", /name 'nope' is not defined/],
  ["go", "export_wit_world/component.go", "\nfunc mistake() uint32 { return true }\n", /cannot use true/],
] as const;

suite("components in scripted languages and Go", () => {
  for (const [language, world, checks] of ROWS) {
    test(`${language}: a new project for the world ${world} is built and works`, async function () {
      this.timeout(PATIENCE_MS);
      if (!languages.has(language)) return this.skip();
      const made = await create({ folder: file(world), world, guest: language, name: `${world}-in-${language}` });
      const built = await build({ folder: made.folder! });
      assert.equal(built.ok, true, `${built.message}\n${built.output}`);
      const start = performance.now();
      for (const check of checks) await check(built.component!);
      const megabytes = ((await stat(built.component!)).size / 1e6).toFixed(2);
      const [a, b, c] = [made.ms, built.ms, performance.now() - start].map(ms => `${(ms / 1000).toFixed(2)} s`);
      note(`${language}: ${world} was made in ${a}, built in ${b} (${megabytes} MB), used in ${c}`);
    });
  }

  for (const [language, source, mistake, message] of MISTAKES) {
    test(`${language}: a mistake is shown at its place`, async function () {
      this.timeout(PATIENCE_MS);
      if (!languages.has(language)) return this.skip();
      const project = `kit-in-${language}`;
      const entry = file(`${project}/${source}`);

      const text = `${await readFile(entry.fsPath, "utf8")}${mistake}`;
      await withText(entry, text, async () => {
        assert.equal((await build({ folder: file(project) })).ok, false);
        const [problem] = errorsOf(entry);
        assert.match(problem?.message ?? "", message);
        assert.equal(problem?.range.start.line, text.split("\n").length - 2);
      });
    });
  }

  test("a folder that has files is not written into", async function () {
    if (!languages.has("go")) return this.skip();
    const before = await readdir(file("kit-in-go").fsPath);
    const again = await newComponent({ folder: file("kit"), guest: "go", name: "kit-in-go" });
    assert.equal(again.ok, false);
    assert.match(again.message ?? "", /is not empty/);
    assert.deepEqual(await readdir(file("kit-in-go").fsPath), before);
  });
});

function newComponent(asked: NewComponentArguments): Thenable<NewComponentResult> {
  return commands.executeCommand<NewComponentResult>("wit.newComponent", { ...asked, into: folder() });
}

async function create(asked: NewComponentArguments): Promise<NewComponentResult> {
  const made = await newComponent(asked);
  assert.equal(made.ok, true, made.message);
  return made;
}
