// What a new project does for the exports that everybody knows: a command prints, a service answers.
import type { Interface } from "../../wit/world-model.ts";
import type { FileScope } from "./scope.ts";

/** The method of an exported interface of WASI; undefined for others. */
export function knownMethod({ id }: Interface, scope: FileScope): string | undefined {
  if (id.startsWith("wasi:cli/run@0.2.")) return COMMAND;
  if (!id.startsWith("wasi:http/incoming-handler@0.2.")) return undefined;
  const types = [...scope.modules].find(([each]) => each.startsWith("wasi:http/types@0.2."))?.[1];
  if (types === undefined || types.side !== "imports") return undefined;
  const module = scope.module(types.side, types.name);
  return handler(module, scope.support("Ok"));
}

const COMMAND = `    def run(self) -> None:
        print("Hello, world!")
`;

function handler(types: string, ok: string): string {
  return `    def handle(self, request: ${types}.IncomingRequest, response_out: ${types}.ResponseOutparam) -> None:
        path = request.path_with_query() or "/"
        headers = ${types}.Fields.from_list([("content-type", b"text/plain")])
        response = ${types}.OutgoingResponse(headers)
        body = response.body()
        ${types}.ResponseOutparam.set(response_out, ${ok}(response))
        with body.write() as stream:
            stream.blocking_write_and_flush(f"Hello from {path}\\n".encode())
        ${types}.OutgoingBody.finish(body, None)
`;
}
