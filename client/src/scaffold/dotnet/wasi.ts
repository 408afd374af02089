// What some well-known functions do in C# instead of nothing: wasi:cli/run greets, and so does a service of wasi:http.
import type { Func, Interface, WorldModel } from "../../wit/world-model.ts";
import { importsWasi } from "../exports.ts";
import { type CSharpNames, identifier } from "./names.ts";

export function specialBody(
  world: WorldModel,
  names: CSharpNames,
  { id }: Interface,
  { name, isAsync, params }: Func,
  project: string,
): readonly string[] | undefined {
  if (isAsync) return undefined;
  if (/^wasi:cli\/run@/.test(id) && name === "run") return [`Console.WriteLine("Hello from ${project}!");`];
  const types = importsWasi(world, "wasi:http/types");
  const responseOut = params[1];
  if (!/^wasi:http\/incoming-handler@/.test(id) || types === undefined || responseOut === undefined) return undefined;
  // A world that exports the types too makes responses in its own way.
  return names.isExported(types) ? undefined : handler(names.contract(types), identifier(responseOut.name), project);
}

function handler(types: string, responseOut: string, project: string): readonly string[] {
  return [
    `var response = new ${types}.OutgoingResponse(new ${types}.Fields());`,
    "var body = response.Body();",
    `${types}.ResponseOutparam.Set(${responseOut}, Result<${types}.OutgoingResponse, ${types}.ErrorCode>.Ok(response));`,
    "// The stream is the body's child: it goes first.",
    "using (var stream = body.Write())",
    "{",
    `    stream.BlockingWriteAndFlush("Hello from ${project}!\\n"u8.ToArray());`,
    "}",
    `${types}.OutgoingBody.Finish(body, null);`,
  ];
}
