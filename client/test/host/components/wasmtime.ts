// Calls of components and requests to them.
import assert from "node:assert/strict";
import { commands } from "vscode";
import type { InvokeArguments, InvokeResult } from "../../../src/node/commands/results.ts";
import { serve, stopServing } from "../commands.ts";

/** The result of a function in WAVE. */
export async function call(component: string, name: string, args: string): Promise<string | undefined> {
  const asked: InvokeArguments = { component, function: name, args };
  const got = await commands.executeCommand<InvokeResult>("wit.invokeFunction", asked);
  assert.equal(got.ok, true, `${name}: ${got.message}\n${got.stderr}`);
  return got.result?.trim();
}

/** Serves a component, asks it once and gives the body of what it answers. */
export async function serveOnce(component: string, path: string): Promise<string> {
  const serving = await serve({ component, port: 0 });
  assert.equal(serving.ok, true, serving.message);
  assert.match(serving.runtime ?? "", /^Wasmtime/);
  try {
    const answer = await fetch(new URL(path, serving.url));
    assert.equal(answer.status, 200);
    return await answer.text();
  } finally {
    await stopServing({ url: serving.url! });
  }
}
