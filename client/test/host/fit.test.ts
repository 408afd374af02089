// Whether a component fits its world: said on the WIT after a build, and by the command "WIT: Check Component against World".
import assert from "node:assert/strict";
import { commands, type Diagnostic, DiagnosticSeverity, languages, type Uri } from "vscode";
import type { FitArguments, FitResult } from "../../src/node/commands/results.ts";
import { build } from "./commands.ts";
import { eventually, file, open, setText } from "./support.ts";

function check(asked: FitArguments): Thenable<FitResult> {
  return commands.executeCommand<FitResult>("wit.checkFit", asked);
}

function misfitsAt(uri: Uri): readonly Diagnostic[] {
  return languages
    .getDiagnostics(uri)
    .filter(({ source, severity }) => source?.startsWith("WIT fit") && severity === DiagnosticSeverity.Error);
}

suite("fit", () => {
  let component: string;

  suiteSetup(async () => {
    const built = await build();
    assert.ok(built.component, built.message);
    component = built.component;
  });

  test("the sample's component fits its world", async () => {
    const result = await check({ component });
    assert.equal(result.ok, true, result.message);
    assert.match(result.message ?? "", /greeter\.wasm fits the world demo:greeter\/greeter@0\.1\.0\./);
    assert.deepEqual(misfitsAt(file("wit/world.wit")), []);
  });

  test("where the world has changed since, the difference is told at its item until the text changes", async () => {
    const document = await open("wit/world.wit");
    const before = document.getText();
    const after = before
      .replace("export greet: func(name: string)", "export greet: func(name: string, loud: bool)")
      .replace("title: option<string>", "nick: option<string>")
      .replace("  export greetings;", "  export greetings;\n  export more: func();");
    try {
      await setText(document, after);
      const result = await eventually("a difference", async () => {
        const found = await check({ component, world: "greeter" });
        return found.ok ? undefined : found;
      });
      assert.match(result.message ?? "", /greeter\.wasm does not fit the world .*2 more in Problems/);
      const told = misfitsAt(document.uri).map(({ range, message }) => `${document.getText(range)}: ${message}`);
      assert.deepEqual(told.sort(), [
        "greet: The component was built for another `greet`: `greet` takes another parameter, `loud: bool`.",
        "greetings: The component was built for another type `person` of `demo:greeter/greetings@0.1.0`: field `title` of `person` is called `nick` now.",
        "more: The component does not export `more`, which world `greeter` exports.",
      ]);
    } finally {
      await setText(document, before);
      await document.save();
    }
    assert.deepEqual(misfitsAt(document.uri), []);
  });

  test("a file that is no component is refused, and so is a world that is not there", async () => {
    assert.match((await check({ component: file("greeter.js") })).message ?? "", /not a WebAssembly component/);
    assert.match((await check({ component, world: "nope" })).message ?? "", /no world nope/);
  });
});
