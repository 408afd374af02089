// What a new project does for the exports that everybody knows: a command prints, a service answers.
import type { Interface } from "../../wit/world-model.ts";
import { importsWasi } from "../exports.ts";
import type { FileScope } from "./scope.ts";

/** The body of the function of an exported interface of WASI; undefined for others. */
export function knownBody({ id }: Interface, scope: FileScope): string | undefined {
  if (id.startsWith("wasi:cli/run@0.2.")) return commandBody(scope);
  return id.startsWith("wasi:http/incoming-handler@0.2.") ? handlerBody(scope) : undefined;
}

function commandBody(scope: FileScope): string {
  const unit = scope.runtime("Unit");
  return `\t${scope.standard("fmt")}.Println("Hello, world!")\n\treturn ${scope.runtime("Ok")}[${unit}, ${unit}](${unit}{})`;
}

function handlerBody(scope: FileScope): string | undefined {
  const types = importsWasi(scope.names.world, "wasi:http/types");
  if (types === undefined) return undefined;
  const http = scope.use(scope.names.packageOf(types));
  const lines = [
    `path := request.PathWithQuery().SomeOr("/")`,
    `headers := []${scope.runtime("Tuple2")}[string, []uint8]{{F0: "content-type", F1: []uint8("text/plain")}}`,
    `response := ${http}.MakeOutgoingResponse(${http}.FieldsFromList(headers).Ok())`,
    `body := response.Body().Ok()`,
    `${http}.ResponseOutparamSet(responseOut, ${scope.runtime("Ok")}[*${http}.OutgoingResponse, ${http}.ErrorCode](response))`,
    `stream := body.Write().Ok()`,
    `stream.BlockingWriteAndFlush([]uint8("Hello from " + path + "\\n"))`,
    `stream.Drop()`,
    `${http}.OutgoingBodyFinish(body, ${scope.runtime("None")}[*${http}.Fields]())`,
  ];
  return lines.map(line => `\t${line}`).join("\n");
}
