// The form of "WIT: Invoke Function in Wasmtime…", by the messages that it and the extension exchange.
import assert from "node:assert/strict";
import { cp, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { commands, env } from "vscode";
import type { BuildResult, InvokeArguments, InvokeResult } from "../../src/node/commands/results.ts";
import { typeText } from "../../src/wave/wit-type.ts";
import { assemble, runner } from "../wat-components.ts";
import { build, withText } from "./commands.ts";
import { callInForm, closeForm, handles, newest, openForm, openNew, said } from "./invoke-form.ts";
import { file, folder, witTools } from "./support.ts";

suite("invoke view", () => {
  teardown(closeForm);

  const WELCOME = "demo:greeter/greetings.welcome@0.1.0";

  test("it shows the functions with the names and documentation of the WIT", async () => {
    const { functions, chosen, runtimes } = await openForm({ folder: folder(), function: "welcome" });
    assert.equal(chosen, WELCOME);
    const form = functions.find(({ key }) => key === WELCOME);
    assert.equal(form?.signature, "welcome(who: person, tone: tone) -> string");
    assert.equal(form?.docs, "Greets one person.");
    const [who] = form?.type?.params ?? [];
    assert.ok(who?.type.kind === "record");
    assert.deepEqual(
      who.type.fields.map(({ name, type, docs }) => [name, typeText(type), docs]),
      [
        ["name", "string", undefined],
        ["title", "option<string>", "`Dr`, for example; goes before the name."],
      ],
    );
    assert.deepEqual(
      runtimes.map(({ id }) => id),
      ["wasmtime", "embedded"],
    );
  });

  test("a menu opens it on a component's file", async () => {
    const component = file("only.wasm");
    await writeFile(component.fsPath, await assemble(runner("i32.const 0")));
    try {
      const result = await commands.executeCommand<InvokeResult>("wit.invokeFunction", component);
      assert.equal(result.ok, true, result.message);
    } finally {
      await rm(component.fsPath);
    }
  });

  test("several calls in a row, in both runtimes, with a history", async () => {
    await openForm({ folder: folder(), function: WELCOME });
    const first = await callInForm(WELCOME, '{name: "Ada", title: some("Dr")}, formal');
    assert.deepEqual(first.outcome, { kind: "value", result: '"Good day, Dr Ada."' });
    assert.match(first.runtime, /^Wasmtime/);
    assert.ok(first.ms > 0);
    const second = await callInForm(WELCOME, '{name: "Bob"}, terse', "embedded");
    assert.deepEqual(second.outcome, { kind: "value", result: '"Hi Bob"' });
    assert.match(second.runtime, /^Embedded/);
    assert.equal(await said("demo:greeter/greetings.welcome-all@0.1.0", "[]"), 'err("there is nobody to greet")');
    const history = newest("history", message => message.function === WELCOME);
    assert.ok(history);
    assert.deepEqual(history.texts.slice(0, 2), ['{name: "Bob"}, terse', '{name: "Ada", title: some("Dr")}, formal']);
  });

  test("what Wasmtime says against a value is told", async () => {
    await openForm({ folder: folder(), function: "greet" });
    assert.match((await said("greet", "4")) ?? "", /^failed: .*(value|values)/);
  });

  test("a call for ever is stopped", async () => {
    const text =
      "export const run = { run() {} };\nexport const greetings = {};\nexport function greet() { for (;;); }\n";
    await withText(file("greeter.js"), text, async () => {
      const { component, message } = await build();
      assert.ok(component, message);
      await openForm({ component, function: "greet" });
      const { invokeView } = await witTools();
      for (const runtime of ["wasmtime", "embedded"] as const) {
        const end = said("greet", '"Ada"', runtime);
        setTimeout(() => void invokeView.receive({ kind: "stop" }), 3000);
        assert.match((await end) ?? "", /^failed: It was stopped on request/);
      }
    });
    await build();
  });

  test("results are copied", async () => {
    const { invokeView } = await witTools();
    await invokeView.receive({ kind: "copy", text: 'ok("x")' });
    assert.equal(await env.clipboard.readText(), 'ok("x")');
  });
});

suite("invoke view with resources", () => {
  const PAINTING = "demo:paint/painting";
  const NEW = `${PAINTING}.[constructor]canvas@0.1.0`;
  const DRAW = `${PAINTING}.[method]canvas.draw@0.1.0`;
  const TITLE = `${PAINTING}.[method]canvas.title@0.1.0`;
  let component: string;

  suiteSetup(async () => {
    const source = fileURLToPath(new URL("../../../test-fixtures/paint", import.meta.url));
    const skipped = ["dist", "node_modules"];
    await cp(source, file("paint").fsPath, {
      recursive: true,
      filter: name => !skipped.includes(path.basename(name)),
    });
    const built = await build({ folder: file("paint") });
    assert.ok(built.component, built.message);
    component = built.component;
  });

  suiteTeardown(() => rm(file("paint").fsPath, { recursive: true, force: true, maxRetries: 5 }));

  teardown(closeForm);

  test("a canvas is made, drawn on and dropped", async () => {
    const { functions } = await openNew({ component, function: `${PAINTING}@0.1.0#[constructor]canvas` });
    assert.deepEqual(
      functions.filter(({ needsInstance }) => needsInstance).map(({ title }) => title),
      ["new canvas", "canvas.draw", "canvas.title", "canvas.copy-of", "describe", "spare"],
    );
    assert.match((await said(NEW, '"sea"')) ?? "", /^failed: Wasmtime's command line can't hold resources/);
    assert.equal(await said(NEW, '"sea"', "embedded"), "canvas#1");
    assert.deepEqual(handles(), ["canvas#1"]);
    const points = "[{x: 1, y: 2}, {x: 3, y: 4}]";
    assert.equal(await said(DRAW, `canvas#1, ${points}, thick(3)`, "embedded"), "ok(1)");
    assert.equal(await said(DRAW, "canvas#1, [], thin", "embedded"), 'err("a line has two points at least")');
    const { invokeView } = await witTools();
    await invokeView.receive({ kind: "drop", handle: "canvas#1" });
    assert.deepEqual(handles(), []);
    assert.match((await said(TITLE, "canvas#1", "embedded")) ?? "", /^failed: .*there is no canvas#1 \(column 1\)/);
  });

  test("a trap ends the instance, and the next call starts another", async () => {
    await openNew({ component, function: "spare" });
    assert.equal(await said(NEW, '"sea"', "embedded"), "canvas#1");
    const fail = (await said(`${PAINTING}.fail@0.1.0`, "", "embedded")) ?? "";
    assert.match(fail, /^failed: The guest's function fail threw: no luck .*The instance has ended/);
    assert.deepEqual(handles(), []);
    assert.equal(await said(NEW, '"sky"', "embedded"), "canvas#1");
  });

  test("an instance of an older build is not used", async () => {
    await openNew({ component, function: "spare" });
    await said(NEW, '"sea"', "embedded");
    await commands.executeCommand<BuildResult>("wit.buildComponent", { folder: file("paint") });
    assert.match((await said(NEW, '"sky"', "embedded")) ?? "", /^failed: The component was built again/);
    assert.equal(await said(NEW, '"sky"', "embedded"), "canvas#1");
  });

  test("a component that has gone is said to have, and takes its instance along", async () => {
    const copy = file("paint/gone.wasm").fsPath;
    await cp(component, copy);
    await openNew({ component: copy, function: "spare" });
    assert.equal(await said(NEW, '"sea"', "embedded"), "canvas#1");
    await rm(copy);
    assert.match((await said(NEW, '"sky"', "embedded")) ?? "", /^failed: There is no file .*gone\.wasm any more/);
    assert.deepEqual((await openForm({ component, function: "spare" })).handles, []);
  });

  test("with arguments the command names the form for what the command line can't do", async () => {
    const asked: InvokeArguments = { component, function: "spare", args: "" };
    const result = await commands.executeCommand<InvokeResult>("wit.invokeFunction", asked);
    assert.equal(result.ok, false);
    assert.match(
      result.message ?? "",
      /spare can't be called from Wasmtime's command line: .* in the embedded runtime/,
    );
  });
});
