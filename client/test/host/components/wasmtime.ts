// Calls of components and requests to them.
import assert from "node:assert/strict";
import { connect } from "node:net";
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
    const [head = "", body = ""] = (await ask(new URL(path, serving.url))).split("\r\n\r\n");
    assert.match(head, /^HTTP\/1\.\d 200 /);
    return body;
  } finally {
    await stopServing({ url: serving.url! });
  }
}

/** The answer to a request, as it comes; the editor takes fetch and node:http to be on their way to the world, and may send them elsewhere. */
function ask({ hostname, port, host, pathname }: URL): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname, () =>
      // In this version of HTTP an answer is not cut into pieces.
      socket.write(`GET ${pathname} HTTP/1.0\r\nHost: ${host}\r\n\r\n`),
    );
    let answer = "";
    socket.on("data", (chunk: Buffer) => (answer += chunk.toString()));
    socket.on("end", () => resolve(answer));
    socket.on("error", reject);
  });
}
