// The launch configuration of the type "wasmtime": output in the debug console, exit code, stop.
import assert from "node:assert/strict";
import { type DebugAdapterTracker, debug, workspace } from "vscode";
import { build, withText } from "./commands.ts";
import { eventually, file, folder } from "./support.ts";

interface Told {
  readonly event?: string;
  readonly body?: { readonly category?: string; readonly output?: string; readonly exitCode?: number };
}

/** Starts a session and gives what its adapter tells. */
async function launch(given: object): Promise<Told[]> {
  const told: Told[] = [];
  const tracker: DebugAdapterTracker = { onDidSendMessage: (message: Told) => told.push(message) };
  const registered = debug.registerDebugAdapterTrackerFactory("wasmtime", { createDebugAdapterTracker: () => tracker });
  const configuration = { type: "wasmtime", request: "launch", name: "Run", ...given };
  assert.ok(await debug.startDebugging(workspace.workspaceFolders![0], configuration));
  registered.dispose();
  return told;
}

function printed(told: readonly Told[]): string {
  return told
    .flatMap(({ event, body }) => (event === "output" && body?.category === "stdout" ? body.output : []))
    .join("");
}

function exitCode(told: readonly Told[]): Promise<number | undefined> {
  return eventually("the end of the run", () => told.find(({ event }) => event === "exited")?.body).then(
    body => body.exitCode,
  );
}

suite("launch", () => {
  test("the project's component runs with its arguments, and its output is in the debug console", async () => {
    await build();
    const told = await launch({ folder: folder().fsPath, args: ["Ada", "two words"] });
    assert.equal(await exitCode(told), 0);
    assert.match(printed(told), /Hello, Ada!\r?\nHello, two words!/);
  });

  test("stopping ends a component that runs for ever", async () => {
    const forever =
      "export const run = { run() { for (;;); } };\nexport const greetings = {};\nexport function greet() { return ''; }\n";
    await withText(file("greeter.js"), forever, async () => {
      const { component } = await build();
      const told = await launch({ program: component! });
      await eventually("the start", () => told.find(({ body }) => /Running/.test(body?.output ?? "")));
      await debug.stopDebugging();
      await eventually("the end", () => (debug.activeDebugSession === undefined ? true : undefined));
      assert.notEqual(await exitCode(told), 0);
    });
    await build();
  });

  test("a configuration that names no component ends with the reason", async () => {
    const told = await launch({ program: "/no/such.wasm" });
    assert.equal(await exitCode(told), 1);
    assert.ok(told.some(({ body }) => body?.category === "stderr" && /There is no file/.test(body.output ?? "")));
  });
});
