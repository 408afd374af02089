// The body of wasi:http/incoming-handler's `handle` in Rust: a response with a line of text.
import type { Extern, Func, WorldModel } from "../../wit/world-model.ts";
import { identifier, modulePath } from "./names.ts";

/** Undefined where the world does not have the interface that it takes, or exports it itself: then it makes responses in its own way. */
export function httpHandler(world: WorldModel, { params }: Func, project: string): readonly string[] | undefined {
  const types = world.imports.find(
    each => each.kind === "interface" && each.interface.id.startsWith("wasi:http/types@"),
  );
  const [request, responseOut] = params.map(param => identifier(param.name));
  if (types?.kind !== "interface" || world.exports.some(isTypes) || request === undefined || responseOut === undefined)
    return undefined;
  return [
    `use ${modulePath(types.interface, world.packages ?? [])}::{Fields, OutgoingBody, OutgoingResponse, ResponseOutparam};`,
    "",
    `drop(${request});`,
    "let response = OutgoingResponse::new(Fields::new());",
    'let body = response.body().expect("a response has one body");',
    `ResponseOutparam::set(${responseOut}, Ok(response));`,
    'let stream = body.write().expect("a body has one stream");',
    `if let Err(error) = stream.blocking_write_and_flush(b"Hello from ${project}!\\n") {`,
    '    eprintln!("The response was not written: {error:?}");',
    "}",
    "// The stream is the body's child: it goes first.",
    "drop(stream);",
    "if let Err(error) = OutgoingBody::finish(body, None) {",
    '    eprintln!("The response was not finished: {error:?}");',
    "}",
  ];
}

function isTypes(each: Extern): boolean {
  return each.kind === "interface" && each.interface.id.startsWith("wasi:http/types@");
}
