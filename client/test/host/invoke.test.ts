// The command "WIT: Invoke Function in Wasmtime…".
import assert from "node:assert/strict";
import { commands, Uri, workspace } from "vscode";
import type { InvokeResult } from "../../src/node/commands/results.ts";
import { build, invoke, run } from "./commands.ts";
import { file, withSetting } from "./support.ts";

const CALLS: readonly (readonly [name: string, args: string, result: string])[] = [
  ["greet", '"Ada"', '"Hello, Ada!"'],
  ["greetings.welcome", '{name: "Ada", title: some("Dr")}, formal', '"Good day, Dr Ada."'],
  ["demo:greeter/greetings.welcome@0.1.0", '{name: "Ada"}, terse', '"Hi Ada"'],
  ["demo:greeter/greetings@0.1.0#welcome-all", "[]", 'err("there is nobody to greet")'],
];

suite("invoke", () => {
  for (const [name, args, result] of CALLS) {
    test(`${name}(${args}) in Wasmtime`, async () => {
      const got = await invoke(name, args);
      assert.equal(got.ok, true, got.message);
      assert.equal(got.result, result);
      assert.match(got.runtime ?? "", /^Wasmtime/);
    });

    test(`${name}(${args}) in the embedded runtime`, async () => {
      const got = await withSetting("runtime", "embedded", () => Promise.resolve(invoke(name, args)));
      assert.equal(got.ok, true, got.message);
      assert.equal(got.result, result);
      assert.match(got.runtime ?? "", /^Embedded/);
    });
  }

  test("an export that does not exist is said to be missing", async () => {
    const got = await invoke("nope", "");
    assert.equal(got.ok, false);
    assert.match(
      got.message ?? "",
      /exports no function nope; it exports greet, demo:greeter\/greetings\.welcome@0\.1\.0/,
    );
  });

  test("values that do not fit are refused", async () => {
    for (const args of ["", '"Ada", 1', '"Ada', "4"]) {
      const got = await invoke("greet", args);
      assert.equal(got.ok, false, args);
      assert.ok(got.message, args);
    }
  });

  test("a ready component without its sources is called as well as run", async () => {
    const { component } = await build();
    const ready = file("ready/made elsewhere.wasm");
    await workspace.fs.copy(Uri.file(component!), ready, { overwrite: true });
    try {
      const asked = { component: ready, function: "welcome", args: '{name: "Ada"}, terse' };
      const got = await commands.executeCommand<InvokeResult>("wit.invokeFunction", asked);
      assert.equal(got.result, '"Hi Ada"', got.message);
      const [found, ran] = [
        await build({ folder: file("ready") }),
        await run({ folder: file("ready"), args: ["Ada"] }),
      ];
      assert.equal(found.component, ready.fsPath);
      assert.match(ran.stdout, /^Hello, Ada!/);
    } finally {
      await workspace.fs.delete(file("ready"), { recursive: true });
    }
  });
});
