// The command "WIT: Run Component in Wasmtime", and what stands in where there is no Wasmtime.
import assert from "node:assert/strict";
import { rm } from "node:fs/promises";
import { commands } from "vscode";
import type { InstallResult } from "../../src/node/commands/results.ts";
import { build, editGrants, invoke, run, withText } from "./commands.ts";
import { file, folder, withSetting } from "./support.ts";

suite("run", () => {
  test("the sample runs in Wasmtime and prints", async () => {
    const { component } = await build();
    const result = await run({ component: component!, args: ["Ada", "two words"] });
    assert.equal(result.exitCode, 0, result.message);
    assert.match(result.runtime ?? "", /^Wasmtime \d+\./);
    assert.match(result.stdout, /^Hello, Ada!\nHello, two words!\n/);
    assert.equal(result.stderr, "");
  });

  test("a component that is not there yet is built first", async () => {
    const { component } = await build();
    await rm(component!);
    const result = await run();
    assert.equal(result.exitCode, 0, result.message);
    assert.match(result.stdout, /^Hello, world!/);
  });

  test("two runs at once do not mix", async () => {
    const results = await Promise.all(["one", "two"].map(name => run({ folder: folder(), args: [name] })));
    assert.deepEqual(
      results.map(({ stdout }) => stdout.split("\n")[0]),
      ["Hello, one!", "Hello, two!"],
    );
  });

  test("a file that is no component is refused", async () => {
    const result = await run({ component: file("greeter.js") });
    assert.equal(result.ok, false);
    assert.match(result.message ?? "", /is not a WebAssembly component/);
    assert.match((await run({ component: file("nope.wasm") })).message ?? "", /There is no file/);
  });

  test("a guest that throws is explained with its place", async () => {
    const text =
      "export const run = { run() { throw new Error('no luck'); } };\nexport const greetings = {};\nexport function greet() { return ''; }\n";
    await withText(file("greeter.js"), text, async () => {
      const { component } = await build();
      const result = await run({ component: component! });
      assert.equal(result.exitCode, 134);
      assert.match(result.message ?? "", /function run threw: no luck \(greeter\.js:1:\d+\)/);
    });
    await build();
  });

  test("without Wasmtime the embedded runtime runs it and says so", async () => {
    await withSetting("wasmtime.path", "/no/such/wasmtime", async () => {
      const result = await run({ folder: folder(), args: ["Ada"] });
      assert.equal(result.exitCode, 0, result.message);
      assert.match(result.stdout, /^Hello, Ada!/);
      assert.match(result.runtime ?? "", /^Embedded runtime/);
      assert.match(result.message ?? "", /wit\.wasmtime\.path names .*no.such.wasmtime/);
    });
  });

  test("where only Wasmtime will do and it is missing, the message says how to get it", async () => {
    await withSetting("wasmtime.path", "/no/such/wasmtime", () =>
      withSetting("runtime", "wasmtime", async () => {
        const result = await run();
        assert.equal(result.ok, false);
        assert.equal(result.exitCode, undefined);
        assert.match(result.message ?? "", /no program/);
      }),
    );
  });

  test("a guest that runs for ever is stopped by the limit", async () => {
    const text =
      "export const run = { run() { for (;;); } };\nexport const greetings = {};\nexport function greet() { return ''; }\n";
    await withText(file("greeter.js"), text, async () => {
      const { component } = await build();
      const result = await withSetting("run.timeout", 1, () => Promise.resolve(run({ component: component! })));
      assert.equal(result.ok, false);
      assert.match(result.message ?? "", /stopped after 1 s/);
    });
    await build();
  });

  test("what is granted is remembered, given to components, and taken back", async () => {
    const text =
      "import { getEnvironment } from 'wasi:cli/environment@0.2.12';\nexport const run = { run() {} };\nexport const greetings = {};\nexport function greet() { return JSON.stringify(getEnvironment()); }\n";
    const grants = { env: [{ name: "A", value: "b c" }], folders: [], network: false, timeLimitMs: 0, memoryLimit: 0 };
    await withText(file("greeter.js"), text, async () => {
      await build();
      assert.equal((await invoke("greet", '""')).result, '"[]"');
      assert.deepEqual((await editGrants({ grants })).grants, grants);
      assert.deepEqual((await editGrants({})).grants, grants);
      assert.equal((await invoke("greet", '""')).result, '"[[\\"A\\",\\"b c\\"]]"');
      await editGrants({ grants: { ...grants, env: [] } });
      assert.equal((await invoke("greet", '""')).result, '"[]"');
    });
    await build();
  });

  test("Wasmtime is not downloaded without consent, and what was not installed can't be removed", async () => {
    const [installed, removed] = [await command("wit.installWasmtime"), await command("wit.removeWasmtime")];
    assert.deepEqual([installed.ok, removed.ok], [false, false]);
    assert.match(installed.message ?? "", /without a person's consent/);
    assert.match(removed.message ?? "", /has installed no Wasmtime/);
  });
});

function command(name: string): Thenable<InstallResult> {
  return commands.executeCommand<InstallResult>(name, {});
}
