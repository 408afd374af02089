// The command "WIT: Doctor".
import assert from "node:assert/strict";
import { commands, window } from "vscode";
import type { Report, Row } from "../../src/node/doctor/report.ts";
import { eventually, withSetting } from "./support.ts";

function report(): Thenable<Report> {
  return commands.executeCommand<Report>("wit.doctor", { show: false });
}

function rowsOf({ sections }: Report, title: string): readonly Row[] {
  const section = sections.find(each => each.title === title);
  assert.ok(section, `there is no section ${title}: ${sections.map(each => each.title).join(", ")}`);
  return section.rows;
}

suite("doctor", () => {
  test("what is there is told with versions and places", async () => {
    const found = await report();
    const workspace = rowsOf(found, "Workspace").map(({ title, detail }) => `${title}: ${detail}`);
    assert.deepEqual(workspace.slice(0, 2), [
      "Trust: this workspace is trusted",
      "1 world: demo:greeter/greeter@0.1.0",
    ]);
    assert.match(workspace[2] ?? "", /a project in JavaScript/);
    assert.match(rowsOf(found, "Language server")[0]?.detail ?? "", /runs \(process \d+\)/);
    const [wasmtime, embedded] = rowsOf(found, "Runtimes");
    assert.match(`${wasmtime?.state} ${wasmtime?.title}`, /^good Wasmtime \d+\./);
    assert.match(embedded?.title ?? "", /Node\.js \d+/);
    assert.equal(rowsOf(found, "JavaScript")[0]?.state, "good");
  });

  test("what is missing is told with what to do", async () => {
    const found = await withSetting("wasmtime.path", "/no/such/wasmtime", () => Promise.resolve(report()));
    const [wasmtime] = rowsOf(found, "Runtimes");
    assert.equal(wasmtime?.state, "missing");
    assert.match(wasmtime?.detail ?? "", /Correct or clear the setting/);
  });

  test("the page opens once", async () => {
    const pages = (): number =>
      window.tabGroups.all.flatMap(({ tabs }) => tabs).filter(({ label }) => label === "WIT: Doctor").length;
    await commands.executeCommand("wit.doctor");
    await commands.executeCommand("wit.doctor");
    await eventually("the page", () => (pages() === 1 ? true : undefined));
    await commands.executeCommand("workbench.action.closeActiveEditor");
  });
});
