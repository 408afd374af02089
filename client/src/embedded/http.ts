// Serves a component's wasi:http/incoming-handler at a free port of this machine, for itself only.
import * as http from "@bytecodealliance/preview2-shim/http";
import type { Grants } from "../node/run-targets/grants.ts";
import { instantiate } from "./instance.ts";

interface Handler {
  handle(request: unknown, out: unknown): void;
}

// The package's types are those of its part for browsers, which has no server.
const { HTTPServer } = http as unknown as {
  readonly HTTPServer: new (
    handler: Handler,
  ) => {
    listen(port: number, host: string): void;
    address(): { readonly port: number };
  };
};

/** Rejects where the component is no service; else ends with the process, and says where it serves as Wasmtime does. */
export async function serveHttp(component: Uint8Array, grants: Grants): Promise<never> {
  const instance = await instantiate(component, [], grants);
  const name = Object.keys(instance).find(key => key.startsWith("wasi:http/incoming-handler@"));
  if (name === undefined) {
    throw new Error(
      "The component has no wasi:http/incoming-handler, so there is nothing to serve. Export it from its world, and build it again.",
    );
  }
  const server = new HTTPServer(instance[name] as Handler);
  server.listen(0, "127.0.0.1");
  process.stderr.write(`Serving HTTP on http://127.0.0.1:${server.address().port}/\n`);
  return new Promise(() => {});
}
