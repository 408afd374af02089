// Calls of components and requests to them.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { connect } from "node:net";
import { commands } from "vscode";
import type { InvokeArguments, InvokeResult } from "../../../src/node/commands/results.ts";

/** The result of a function in WAVE. */
export async function call(component: string, name: string, args: string): Promise<string | undefined> {
  const asked: InvokeArguments = { component, function: name, args };
  const got = await commands.executeCommand<InvokeResult>("wit.invokeFunction", asked);
  assert.equal(got.ok, true, `${name}: ${got.message}\n${got.stderr}`);
  return got.result?.trim();
}

/** Serves a component with the Wasmtime on PATH, asks it once and gives the body of what it answers. */
export async function serveOnce(component: string, path: string): Promise<string> {
  const args = ["serve", "-C", "cache=y", "-S", "cli", "--addr", "127.0.0.1:0", component];
  const child = spawn("wasmtime", args, { stdio: ["ignore", "pipe", "pipe"] });
  try {
    const address = await new Promise<string>((resolve, reject) => {
      let printed = "";
      const read = (chunk: Buffer): void => {
        printed += chunk.toString();
        const found = /Serving HTTP on (http:\/\/[\d.:]+)/.exec(printed)?.[1];
        if (found !== undefined) resolve(found);
      };
      child.stdout.on("data", read);
      child.stderr.on("data", read);
      child.on("error", reject);
      child.on("exit", code => reject(new Error(`wasmtime serve ended with ${code}: ${printed}`)));
    });
    const [head = "", body = ""] = (await ask(new URL(path, address))).split("\r\n\r\n");
    assert.match(head, /^HTTP\/1\.\d 200 /);
    return body;
  } finally {
    child.kill();
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
