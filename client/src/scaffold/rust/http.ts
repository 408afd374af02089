// The body of `handle` in Rust, of wasi:http/incoming-handler and of WASI 0.3's wasi:http/handler: a response with a line of text.
import type { Extern, Func, WorldModel } from "../../wit/world-model.ts";
import { identifier, modulePath } from "./names.ts";

/** Undefined where the world has no types to make a response of. */
export function httpHandler(world: WorldModel, { params }: Func, project: string): readonly string[] | undefined {
  const types = typesModule(world);
  const [request, responseOut] = params.map(param => identifier(param.name));
  if (types === undefined || request === undefined || responseOut === undefined) return undefined;
  return [
    `use ${types}::{Fields, OutgoingBody, OutgoingResponse, ResponseOutparam};`,
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

/** The same of WASI 0.3; takes the feature `async-spawn` of wit-bindgen. */
export function asyncHttpHandler(world: WorldModel, { params }: Func, project: string): readonly string[] | undefined {
  const types = typesModule(world);
  const [request] = params.map(param => identifier(param.name));
  if (types === undefined || request === undefined) return undefined;
  return [
    `use ${types}::{Fields, Response};`,
    "",
    `drop(${request});`,
    "let (mut body, contents) = wit_stream::new();",
    "// Without a value that is written, the future has this one: no trailers.",
    "let (_, trailers) = wit_future::new(|| Ok(None));",
    "let (response, _sent) = Response::new(Fields::new(), Some(contents), trailers);",
    "// The body is written while the response is on its way.",
    "wit_bindgen::spawn_local(async move {",
    `    body.write_all(b"Hello from ${project}!\\n".to_vec()).await;`,
    "});",
    "Ok(response)",
  ];
}

/** The module of the interface that responses are made with; undefined where the world lacks it, or exports it itself: then it makes them in its own way. */
function typesModule(world: WorldModel): string | undefined {
  const types = world.imports.find(isTypes);
  if (types?.kind !== "interface" || world.exports.some(isTypes)) return undefined;
  return modulePath(types.interface, world.packages ?? []);
}

function isTypes(each: Extern): boolean {
  return each.kind === "interface" && each.interface.id.startsWith("wasi:http/types@");
}
