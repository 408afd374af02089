// Tasks of the type "wit": offered for what the workspace has, run, and stopped.
import assert from "node:assert/strict";
import { cp, mkdir, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { type Diagnostic, DiagnosticSeverity, extensions, languages, Position, type Task, tasks } from "vscode";
import { service } from "../wat-components.ts";
import { build, serve, stopServing, withText } from "./commands.ts";
import { errorsOf, eventually, file, withSetting } from "./support.ts";

/** Runs a task to its end and gives its exit code; `meanwhile` may stop it. */
async function exitCodeOf(task: Task, meanwhile: () => Promise<unknown> = async () => {}): Promise<number | undefined> {
  const ended = new Promise<number | undefined>(resolve => {
    const listener = tasks.onDidEndTaskProcess(({ execution, exitCode }) => {
      if (execution.task.name !== task.name) return;
      listener.dispose();
      resolve(exitCode);
    });
  });
  await tasks.executeTask(task);
  await meanwhile();
  return ended;
}

async function offered(name: string): Promise<Task> {
  return eventually(`the task ${name}`, async () =>
    (await tasks.fetchTasks({ type: "wit" })).find(task => task.name === name),
  );
}

/** Answers like Wasmtime, says that it serves, and is gone. */
const ENDING = `#!/bin/sh
if [ "$1" = "--version" ]; then echo "wasmtime 49.0.3 (abc 2026-01-01)"; exit; fi
echo "Serving HTTP on http://127.0.0.1:9/" >&2
sleep 1
exit 3
`;

suite("tasks", () => {
  test("building and running are offered for the sample's project and world", async () => {
    const run = await offered("run greeter: greeter");
    assert.deepEqual({ ...run.definition }, { type: "wit", task: "run", world: "greeter" });
    const all = await tasks.fetchTasks({ type: "wit" });
    assert.deepEqual(all.map(({ name }) => name).sort(), ["build greeter: greeter", "run greeter: greeter"]);
  });

  test("a build that works ends with 0, one that fails with 1 and the problems at their places", async () => {
    const task = await offered("build greeter: greeter");
    assert.equal(await exitCodeOf(task), 0);
    const entry = file("greeter.js");
    await withText(entry, "export function greet(name) {\n  return name +;\n}\n", async () => {
      assert.equal(await exitCodeOf(task), 1);
      assert.equal(errorsOf(entry)[0]?.range.start.line, 1);
    });
    await build();
  });

  test("the problem matcher shows what wit check prints", async () => {
    const definitions = file(".vscode/tasks.json");
    const wit = extensions.getExtension("wit-tools.wit-tools")!.extensionPath;
    // What a task found stays in the list of problems: in a file that no other test asks about.
    const mistake = file("matched/mistake.wit");
    await cp(file("mistakes").fsPath, path.dirname(mistake.fsPath), { recursive: true });
    const args = [path.join(wit, "server", "dist", "cli.js"), "check", "matched", "--warn", "missing-docs"];
    const check = { label: "check", type: "process", command: process.execPath, args, problemMatcher: "$wit-check" };
    await mkdir(path.dirname(definitions.fsPath), { recursive: true });
    await writeFile(definitions.fsPath, JSON.stringify({ version: "2.0.0", tasks: [check] }));
    try {
      const task = await eventually("the task", async () =>
        (await tasks.fetchTasks()).find(({ name }) => name === check.label),
      );
      assert.equal(await exitCodeOf(task), 1);
      const told = (severity: DiagnosticSeverity): Promise<Diagnostic> =>
        eventually("a problem", () =>
          languages.getDiagnostics(mistake).find(each => each.source === "wit check" && each.severity === severity),
        );
      const error = await told(DiagnosticSeverity.Error);
      assert.match(error.message, /^there is no type `colour` here/);
      assert.deepEqual([error.code, error.range.start], ["unresolved-name", new Position(9, 34)]);
      await told(DiagnosticSeverity.Warning);
    } finally {
      await rm(definitions.fsPath);
      await rm(path.dirname(mistake.fsPath), { recursive: true });
    }
  });

  test("a run has the exit code of the component, and ends when its terminal does", async () => {
    const task = await offered("run greeter: greeter");
    assert.equal(await exitCodeOf(task), 0);
    const forever =
      "export const run = { run() { for (;;); } };\nexport const greetings = {};\nexport function greet() { return ''; }\n";
    await withText(file("greeter.js"), forever, async () => {
      await build();
      const code = await exitCodeOf(task, async () => {
        await new Promise(resolve => setTimeout(resolve, 1_000));
        for (const execution of tasks.taskExecutions) execution.terminate();
      });
      assert.notEqual(code, 0);
    });
    await build();
  });

  suite("in tasks.json that serve", () => {
    const component = file("service/service.wasm");
    const definitions = file(".vscode/tasks.json");
    const label = "serve the service";

    suiteSetup(async () => {
      await mkdir(path.dirname(component.fsPath), { recursive: true });
      await mkdir(path.dirname(definitions.fsPath), { recursive: true });
      await writeFile(component.fsPath, await service("served "));
      const task = { type: "wit", task: "serve", folder: "service", label };
      await writeFile(definitions.fsPath, JSON.stringify({ version: "2.0.0", tasks: [task] }));
    });

    suiteTeardown(async () => {
      await stopServing();
      await rm(path.dirname(component.fsPath), { recursive: true });
      await rm(definitions.fsPath);
    });

    /** The address, once the task serves. */
    function address(): Promise<string> {
      return eventually("the service", async () => {
        const { message, url } = await serve({ component });
        return message?.includes("served already") === true ? url : undefined;
      });
    }

    test("they do until the terminal is closed", async () => {
      await tasks.executeTask(await offered(label));
      const url = await address();
      assert.equal(await (await fetch(url)).text(), "served /");
      await eventually("its end", () => {
        // The service may be there before the task is.
        for (const execution of tasks.taskExecutions) execution.terminate();
        return fetch(url).then(
          () => undefined,
          () => true,
        );
      });
    });

    test("they end with 0 when it is stopped elsewhere", async () => {
      // Once it is there: asking for its address would serve it.
      const stop = (): Promise<unknown> =>
        eventually("the service", async () => (await stopServing()).stopped.length > 0 || undefined);
      assert.equal(await exitCodeOf(await offered(label), stop), 0);
    });

    test("they end with 1 when what serves ends by itself", async () => {
      const program = file("wasmtime-that-ends.sh").fsPath;
      await writeFile(program, ENDING, { mode: 0o755 });
      try {
        await withSetting("wasmtime.path", program, async () =>
          assert.equal(await exitCodeOf(await offered(label)), 1),
        );
      } finally {
        await rm(program);
      }
    });
  });
});
