// Components of C and Rust from nothing: a project for a world, its build, a run, calls, and an answer to a request, in real Wasmtime.
import assert from "node:assert/strict";
import { readFile, stat } from "node:fs/promises";
import { commands, Uri } from "vscode";
import type {
  NewComponentArguments,
  NewComponentResult,
  ServeResult,
  WatchResult,
} from "../../../src/node/commands/results.ts";
import { build, run, serve, stopServing, withText } from "../commands.ts";
import { errorsOf, eventually, file, folder, open, setText } from "../support.ts";
import { note } from "./note.ts";
import { call } from "./wasmtime.ts";

// The first build in Rust compiles the standard library where it is not installed.
const PATIENCE_MS = 1_200_000;

const CALLS: readonly (readonly [name: string, args: string, result: string])[] = [
  ["greet", '"Ada"', '""'],
  ["shapes.area", 'circle(({x: 1, label: "a"}, 2.5)), some(2.0)', "0"],
  ["shapes.nearest", '[{x: 1, label: "a"}, {x: 2, label: "b"}]', "none"],
  ["shapes.paint", "dark-green, {bold, fast}", "ok([])"],
];

/** For each language: a mistake to put at the end of the source, and what is said of it. */
const GUESTS = {
  c: { mistake: "\nint mistake = ;\n", message: /expected expression/ },
  rust: { mistake: "\nfn mistake() -> u32 { String::new() }\n", message: /mismatched types/ },
} as const;

for (const guest of ["c", "rust"] as const) {
  suite(`a component in ${guest}`, () => {
    test("is made from a world, built, run and called", async function () {
      this.timeout(PATIENCE_MS);
      const made = await create(guest, "kit");
      const built = await build({ folder: Uri.file(made.folder!) });
      assert.equal(built.ok, true, `${built.message}\n${built.output}`);
      const again = await build({ folder: Uri.file(made.folder!) });
      const ran = await run({ component: built.component! });
      assert.equal(ran.exitCode, 0, ran.message);
      assert.equal(ran.stdout, `Hello from kit-${guest}!\n`);
      assert.match(ran.runtime ?? "", /^Wasmtime/);
      for (const [name, args, result] of CALLS) assert.equal(await call(built.component!, name, args), result, name);
      note(`${guest}: made in ${ms(made)}, built in ${ms(built)}, again in ${ms(again)}, ran in ${ms(ran)}`);
    });

    test("shows a mistake at its place, and none when it is mended", async function () {
      this.timeout(PATIENCE_MS);
      const entry = file(`kit-${guest}/${guest === "c" ? "component.c" : "src/lib.rs"}`);
      const { mistake, message } = GUESTS[guest];
      const text = `${await readFile(entry.fsPath, "utf8")}${mistake}`;
      await withText(entry, text, async () => {
        const result = await build({ folder: file(`kit-${guest}`) });
        assert.equal(result.ok, false);
        const [problem] = errorsOf(entry);
        assert.match(problem?.message ?? "", message);
        assert.equal(problem?.range.start.line, text.split("\n").length - 2);
      });
      assert.equal((await build({ folder: file(`kit-${guest}`) })).ok, true);
      assert.deepEqual(errorsOf(entry), []);
    });

    test("answers requests where the world is that of a web service", async function () {
      this.timeout(PATIENCE_MS);
      const made = await create(guest, "web");
      const built = await build({ folder: Uri.file(made.folder!) });
      assert.equal(built.ok, true, `${built.message}\n${built.output}`);
      assert.equal(await answer(built.component!), `Hello from web-${guest}!\n`);
      note(`${guest}: a web service was made in ${ms(made)}, built in ${ms(built)}`);
    });
  });
}

suite("a watch", () => {
  test("serves what it has built, and at each save anew", async function () {
    this.timeout(PATIENCE_MS);
    const project = "watched-web";
    const asked = { folder: file("web"), world: "web", guest: "c", name: project, into: folder() };
    const made = await commands.executeCommand<NewComponentResult>("wit.newComponent", asked);
    assert.equal(made.ok, true, made.message);
    const watching = { folder: file(project), world: "web", next: "serve" };
    assert.equal((await commands.executeCommand<WatchResult>("wit.watchComponent", watching)).ok, true);
    try {
      const component = file(`${project}/dist/web.wasm`);
      const url = await eventually("what is served", async () => (await servedAlready(component))?.url);
      const says = async (): Promise<string> => (await fetch(url)).text();
      assert.equal(await says(), `Hello from ${project}!\n`);
      const document = await open(`${project}/component.c`);
      await setText(document, document.getText().replace(`Hello from ${project}!`, "Good day!"));
      await document.save();
      await eventually("the new answer", async () => (await says()) === "Good day!\n" || undefined);
    } finally {
      await commands.executeCommand("wit.stopWatching");
      await stopServing();
    }
  });
});

/** Serves nothing by itself but the very first time: what the watch serves is told of. */
async function servedAlready(component: Uri): Promise<ServeResult | undefined> {
  const served = await stat(component.fsPath).then(
    () => serve({ component }),
    () => undefined,
  );
  return served?.message?.includes("served already") === true ? served : undefined;
}

suite("a component of WASI 0.3", () => {
  test("in Rust answers requests", async function () {
    this.timeout(PATIENCE_MS);
    const made = await create("rust", "web-async");
    const built = await build({ folder: Uri.file(made.folder!) });
    assert.equal(built.ok, true, `${built.message}\n${built.output}`);
    assert.equal(await answer(built.component!), "Hello from web-async-rust!\n");
    note(`rust: a web service of WASI 0.3 was made in ${ms(made)}, built in ${ms(built)}`);
  });
});

async function create(guest: string, world: string): Promise<NewComponentResult> {
  const asked: NewComponentArguments = { folder: file(world), world, guest, name: `${world}-${guest}`, into: folder() };
  const made = await commands.executeCommand<NewComponentResult>("wit.newComponent", asked);
  assert.equal(made.ok, true, made.message);
  return made;
}

function ms(result: { readonly ms: number }): string {
  return `${Math.round(result.ms)} ms`;
}

/** What a component answers that is served by the extension. */
async function answer(component: string): Promise<string> {
  const served = await serve({ component, port: 0 });
  try {
    assert.equal(served.ok, true, served.message);
    return await (await fetch(served.url!)).text();
  } finally {
    await stopServing();
  }
}
