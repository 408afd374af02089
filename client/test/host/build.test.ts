// The command "WIT: Build Component".
import assert from "node:assert/strict";
import { rm, stat } from "node:fs/promises";
import { commands, workspace } from "vscode";
import type { BuildResult } from "../../src/node/commands/results.ts";
import { build, withText } from "./commands.ts";
import {
  codeLensesOf,
  errorsOf,
  eventually,
  file,
  folder,
  open,
  removeProject,
  sleep,
  withSetting,
} from "./support.ts";

/** Picks the entry that comes after so many others, until what asks goes on. */
async function answerQuickPick(asking: Thenable<unknown>, others: number): Promise<void> {
  let open = true;
  void asking.then(() => (open = false));
  await sleep(500);
  for (let i = 0; i < others; i++) await commands.executeCommand("workbench.action.quickOpenSelectNext");
  while (open) {
    await commands.executeCommand("workbench.action.acceptSelectedQuickOpenItem");
    await sleep(200);
  }
}

suite("build", () => {
  test("the sample is built for its world", async () => {
    const result = await build();
    assert.equal(result.ok, true, result.message);
    assert.equal(result.world, "greeter");
    assert.ok(result.component?.endsWith("greeter.wasm"));
    assert.ok((await stat(result.component!)).size > 100_000);
    assert.ok(result.ms > 0);
  });

  test("a path does for the folder, and a world can be named with its package", async () => {
    const result = await build({ folder: folder().fsPath, world: "demo:greeter/greeter@0.1.0" });
    assert.equal(result.ok, true, result.message);
  });

  test("a menu gives a file, whose project is built", async () => {
    const result = await commands.executeCommand<BuildResult>("wit.buildComponent", file("wit/world.wit"));
    assert.equal(result.ok, true, result.message);
  });

  test("a world that is not there is refused, with those that are", async () => {
    const result = await build({ folder: folder(), world: "nope" });
    assert.equal(result.ok, false);
    assert.match(result.message ?? "", /no world nope .*demo:greeter\/greeter@0\.1\.0/);
  });

  test("where several worlds fit a person is asked once, and the answer is remembered", async () => {
    const project = file("several");
    const world = (name: string): string => `world ${name} {\n  export ${name}: func() -> string;\n}\n`;
    await workspace.fs.writeFile(file("several/package.json"), Buffer.from("{}"));
    await workspace.fs.writeFile(file("several/index.js"), Buffer.from("export function second() { return ''; }\n"));
    const wit = `package two:worlds;\n\n${world("first")}\n${world("second")}`;
    await workspace.fs.writeFile(file("several/wit/world.wit"), Buffer.from(wit));
    try {
      assert.match((await build({ folder: project })).message ?? "", /^Several worlds .*first, .*second\. Say which/);
      const building = build({ folder: project, ask: true });
      await answerQuickPick(building, 1);
      const [asked, again] = [await building, await build({ folder: project })];
      assert.deepEqual([asked.ok, asked.world], [true, "second"], asked.message);
      assert.deepEqual([again.ok, again.world], [true, "second"], again.message);
    } finally {
      await removeProject("several");
    }
  });

  test("a build that fails shows its message at the file and line, until one works", async () => {
    const entry = file("greeter.js");
    await withText(
      entry,
      "export const greetings = {};\nexport function greet(name) {\n  return name +;\n}\n",
      async () => {
        const result = await build();
        assert.equal(result.ok, false);
        assert.match(result.message ?? "", /unexpected token.*greeter\.js:3/);
        const [problem] = errorsOf(entry);
        assert.equal(problem?.range.start.line, 2);
        assert.match(problem?.message ?? "", /unexpected token/);
      },
    );
    assert.equal((await build()).ok, true);
    assert.deepEqual(errorsOf(entry), []);
  });

  test("a folder without a project is refused in words", async () => {
    const result = await build({ folder: file("..") });
    assert.equal(result.ok, false);
    assert.match(result.message ?? "", /No component can be built from/);
  });

  test("a project's own jco comes before the setting", async () => {
    const result = await withSetting("jco.path", "nowhere", () => Promise.resolve(build()));
    assert.equal(result.ok, true, result.message);
  });

  test("what was built can be built again after its file is gone", async () => {
    const { component } = await build();
    await rm(component!);
    assert.equal((await build()).ok, true);
    assert.ok((await stat(component!)).isFile());
  });

  test("code lenses build and run the world of a project, and call what it exports", async () => {
    const document = await open("wit/world.wit");
    const lenses = await eventually("code lenses", async () => {
      const found = (await codeLensesOf(document.uri)).filter(({ command }) => !/\d/.test(command?.title ?? ""));
      return found.length > 0 ? found : undefined;
    });
    const titles = lenses.map(({ range, command }) => `${document.getText(range)}: ${command?.title}`);
    assert.deepEqual(titles, [
      "welcome: Invoke…",
      "welcome-all: Invoke…",
      "greeter: Build",
      "greeter: Run",
      "greet: Invoke…",
    ]);
    const { command } = lenses[2]!;
    // The same without questions to a person.
    const asked = { ...command!.arguments![0], ask: false };
    const result = await commands.executeCommand<BuildResult>(command!.command, asked);
    assert.equal(result.ok, true, result.message);
    assert.equal(result.world, "greeter");
  });
});
