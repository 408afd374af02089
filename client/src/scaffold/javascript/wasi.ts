// What a new project does for the exports that everybody knows: a command prints, a service answers.
import type { Interface, WorldModel } from "../../wit/world-model.ts";
import { exportsWasi, importsWasi } from "../exports.ts";
import type { Flavour, ModuleContext } from "./module.ts";

interface KnownParts {
  readonly imports: readonly string[];
  readonly helpers: readonly string[];
}

/** What the module needs beside its exports. */
export function knownParts({ world, flavour }: ModuleContext): KnownParts {
  const printing = printsOn(world);
  const named = printing && importsWasi(world, "wasi:cli/environment");
  const answering = answersWith(world);
  return {
    imports: [
      ...(named ? [`import { getArguments } from ${JSON.stringify(named.id)};`] : []),
      ...(printing ? [`import { getStdout } from ${JSON.stringify(printing.id)};`] : []),
      ...(answering ? [`import { ${httpNames(flavour)} } from ${JSON.stringify(answering.id)};`] : []),
    ],
    helpers: printing ? [printHelper(flavour)] : [],
  };
}

/** The parts of an exported interface of WASI; undefined for others. */
export function knownInterface(
  { id }: Interface,
  variable: string,
  { world, flavour }: ModuleContext,
): readonly string[] | undefined {
  if (id.startsWith("wasi:http/incoming-handler@0.2.") && answersWith(world)) return [handler(variable, flavour)];
  if (id.startsWith("wasi:cli/run@0.2.") && printsOn(world)) return [command(variable, world, flavour)];
  return undefined;
}

/** Where a command can print; there is no console in every engine. */
function printsOn(world: WorldModel): Interface | undefined {
  return exportsWasi(world, "wasi:cli/run") && importsWasi(world, "wasi:cli/stdout");
}

function answersWith(world: WorldModel): Interface | undefined {
  return exportsWasi(world, "wasi:http/incoming-handler") && importsWasi(world, "wasi:http/types");
}

function command(variable: string, world: WorldModel, flavour: Flavour): string {
  const result = flavour === "typescript" ? ": void" : "";
  const line = importsWasi(world, "wasi:cli/environment")
    ? `    const [, name = "world"] = getArguments();\n    print(\`Hello, \${name}!\\n\`);`
    : '    print("Hello, world!\\n");';
  return `export const ${variable} = {\n  run()${result} {\n${line}\n  },\n};`;
}

function printHelper(flavour: Flavour): string {
  const types = flavour === "typescript" ? ["text: string", ": void"] : ["text", ""];
  return `function print(${types[0]})${types[1]} {
  // Not every engine has a TextEncoder: the percent-encoding of a text names its UTF-8 bytes.
  const bytes = [...encodeURIComponent(text).matchAll(/%(..)|(.)/g)].map(([, hex, char]) =>
    hex === undefined ? char.charCodeAt(0) : Number.parseInt(hex, 16),
  );
  getStdout().blockingWriteAndFlush(Uint8Array.from(bytes));
}`;
}

function httpNames(flavour: Flavour): string {
  const type = flavour === "typescript" ? ["type IncomingRequest"] : [];
  return ["Fields", ...type, "OutgoingBody", "OutgoingResponse", "ResponseOutparam"].join(", ");
}

function handler(variable: string, flavour: Flavour): string {
  const params =
    flavour === "typescript"
      ? "request: IncomingRequest, responseOut: ResponseOutparam): void"
      : "request, responseOut)";
  return `export const ${variable} = {
  handle(${params} {
    const path = request.pathWithQuery() ?? "/";
    const headers = Fields.fromList([["content-type", new TextEncoder().encode("text/plain")]]);
    const response = new OutgoingResponse(headers);
    const body = response.body();
    ResponseOutparam.set(responseOut, { tag: "ok", val: response });
    const stream = body.write();
    stream.blockingWriteAndFlush(new TextEncoder().encode(\`Hello from \${path}\\n\`));
    stream[Symbol.dispose]();
    OutgoingBody.finish(body, undefined);
  },
};`;
}
