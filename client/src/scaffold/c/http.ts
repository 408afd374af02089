// The body of wasi:http/incoming-handler's `handle` in C: a response with a line of text.
import type { Interface, WorldModel } from "../../wit/world-model.ts";
import type { CNames } from "./names.ts";

/** Undefined where the world does not have the interfaces that it takes, or exports them itself: then it makes responses in its own way. */
export function httpHandler(
  world: WorldModel,
  names: CNames,
  request: string,
  responseOut: string,
  project: string,
): readonly string[] | undefined {
  const types = imported(world, "wasi:http/types@");
  const output = imported(world, "wasi:io/streams@");
  if (types === undefined || output === undefined || names.isExported(types) || names.isExported(output))
    return undefined;
  const [http, streams] = [names.prefix(types), names.prefix(output)];
  return [
    `${http}_incoming_request_drop_own(${request});`,
    "",
    "// The response, with an empty set of headers.",
    `${http}_own_outgoing_response_t response = ${http}_constructor_outgoing_response(${http}_constructor_fields());`,
    `${http}_own_outgoing_body_t body;`,
    `${http}_method_outgoing_response_body(${http}_borrow_outgoing_response(response), &body);`,
    `${http}_result_own_outgoing_response_error_code_t answer = {.is_err = false, .val.ok = response};`,
    `${http}_static_response_outparam_set(${responseOut}, &answer);`,
    "",
    "// Its body.",
    `${http}_own_output_stream_t stream;`,
    `${http}_method_outgoing_body_write(${http}_borrow_outgoing_body(body), &stream);`,
    `const char text[] = "Hello from ${project}!\\n";`,
    `${names.world}_list_u8_t bytes = {.ptr = (uint8_t *)text, .len = sizeof(text) - 1};`,
    `${streams}_stream_error_t failure;`,
    `if (!${streams}_method_output_stream_blocking_write_and_flush(${streams}_borrow_output_stream(stream), &bytes, &failure)) {`,
    `    ${streams}_stream_error_free(&failure);`,
    "}",
    `${streams}_output_stream_drop_own(stream);`,
    "",
    `${http}_error_code_t error;`,
    `if (!${http}_static_outgoing_body_finish(body, NULL, &error)) {`,
    `    ${http}_error_code_free(&error);`,
    "}",
  ];
}

function imported({ imports }: WorldModel, start: string): Interface | undefined {
  const found = imports.find(each => each.kind === "interface" && each.interface.id.startsWith(start));
  return found?.kind === "interface" ? found.interface : undefined;
}
