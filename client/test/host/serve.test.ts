// The commands "WIT: Serve Component" and "WIT: Stop Serving".
import assert from "node:assert/strict";
import { rm, writeFile } from "node:fs/promises";
import { commands, Uri } from "vscode";
import type { ServeResult } from "../../src/node/commands/results.ts";
import { assemble, runner, service } from "../wat-components.ts";
import { serve, stopServing } from "./commands.ts";
import { eventually, file, withSetting } from "./support.ts";

async function get(url: string): Promise<string> {
  const answer = await fetch(url);
  return `${answer.status} ${await answer.text()}`;
}

suite("serve", () => {
  const component = file("service – ü 'x'.wasm").fsPath;

  suiteSetup(async () => writeFile(component, await service("first ")));

  suiteTeardown(async () => {
    await stopServing();
    await rm(component, { force: true });
  });

  test("a service is served by Wasmtime, anew at its address when it is built again, and stopped", async () => {
    const result = await serve({ component });
    assert.equal(result.ok, true, result.message);
    assert.match(result.runtime ?? "", /^Wasmtime/);
    const url = result.url!;
    assert.equal(await get(`${url}a`), "200 first /a");
    await writeFile(component, await service("second "));
    await eventually("the new one", async () => ((await get(url)) === "200 second /" ? true : undefined));
    const again = await serve({ component });
    assert.equal(again.url, url);
    assert.match(again.message ?? "", /served already/);
    assert.deepEqual((await stopServing({ url })).stopped, [url]);
    await assert.rejects(fetch(url));
    assert.equal((await stopServing({ url })).message, `Nothing is served at ${url}.`);
    assert.equal((await serve({ component })).url, url, "it has the same address again");
    await stopServing();
  });

  test("a menu serves the file that it is opened on", async () => {
    const result = await commands.executeCommand<ServeResult>("wit.serveComponent", Uri.file(component));
    assert.equal(result.ok, true, result.message);
    assert.equal(result.component, component);
    await stopServing();
  });

  test("a port in use is told of, with what to do", async () => {
    const first = await serve({ component });
    const other = file("other.wasm").fsPath;
    await writeFile(other, await service("other "));
    const port = Number(new URL(first.url!).port);
    const refused = await serve({ component: other, port });
    assert.equal(refused.ok, false);
    assert.match(refused.message ?? "", new RegExp(`^Port ${port} is in use by another program.*wit\\.serve\\.port`));
    const second = await serve({ component: other, port: 0 });
    assert.equal(await get(second.url!), "200 other /");
    assert.deepEqual(new Set((await stopServing()).stopped), new Set([first.url, second.url]));
    await rm(other);
  });

  test("without Wasmtime the embedded runtime serves it", async () => {
    await withSetting("runtime", "embedded", async () => {
      const result = await serve({ component, port: 0 });
      assert.match(result.runtime ?? "", /^Embedded runtime/, result.message);
      assert.equal(await get(result.url!), "200 second /");
      await stopServing();
    });
  });

  test("a component that is no service is refused in words", async () => {
    const other = file("other.wasm").fsPath;
    await writeFile(other, await assemble(runner("i32.const 0")));
    const result = await serve({ component: other });
    await rm(other);
    assert.equal(result.ok, false);
    assert.match(result.message ?? "", /nothing to serve/);
  });
});
