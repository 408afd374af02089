// A project in C for a world: every exported function, with the simplest result; wasi:cli/run greets, and so does a web service.
import type { Func, Interface, WorldModel } from "../../wit/world-model.ts";
import { lineComments } from "../comments.ts";
import { baseResource } from "../resources.ts";
import type { Scaffolded } from "../scaffolded.ts";
import { functionDefinition } from "./functions.ts";
import { httpHandler } from "./http.ts";
import { type CNames, cNames, identifier } from "./names.ts";

/** `name` greets. */
export function cProject(world: WorldModel, name: string): Scaffolded {
  const entry = "component.c";
  return {
    entry,
    files: {
      [entry]: source(world, name),
      // So that editors find the bindings, which the first build makes.
      "compile_flags.txt": "-Igen\n--target=wasm32-wasip1\n",
      ".gitignore": "/gen/\n/dist/\n",
    },
  };
}

function source(world: WorldModel, name: string): string {
  const names = cNames(world);
  const namesInWorld = cNames(world, true);
  const sections = world.exports.flatMap(each => {
    if (each.kind === "function") return [functionDefinition(namesInWorld, each.function, undefined)];
    return each.kind === "interface" ? interfaceSections(world, names, each.interface, name) : [];
  });
  const body = sections.map(lines => lines.join("\n")).join("\n\n");
  const used = ["stdio.h", "stdlib.h"].filter(header => USES[header]!.test(body)).map(header => `#include <${header}>`);
  const head = [
    `// The component of the world ${world.package.namespace}:${world.package.name}/${world.name}.`,
    ...lineComments(world.docs, "//"),
    ...used,
    `#include "${names.world}.h"`,
  ];
  return `${head.join("\n")}\n\n${body}\n`;
}

const USES: Readonly<Record<string, RegExp>> = { "stdio.h": /\bprintf\(/, "stdlib.h": /\b(?:calloc|free|abort)\(/ };

function interfaceSections(
  world: WorldModel,
  names: CNames,
  of: Interface,
  name: string,
): readonly (readonly string[])[] {
  const resources = of.types.filter(type => type.body.kind === "resource");
  return [
    ...resources.map(resource => {
      const type = names.type({ kind: "named", def: baseResource(resource) }, of);
      return resourceLines(type, lineComments(resource.docs, "//"));
    }),
    ...of.functions.map(func => functionDefinition(names, func, of, specialBody(world, names, of, func, name))),
  ];
}

function resourceLines(type: string, docs: readonly string[]): readonly string[] {
  const prefix = type.replace(/_t$/, "");
  return [
    ...docs,
    `struct ${type} {`,
    "    int unused; // What a resource holds.",
    "};",
    "",
    `void ${prefix}_destructor(${type} *rep) {`,
    "    free(rep);",
    "}",
  ];
}

/** What some well-known functions do instead of nothing. */
function specialBody(
  world: WorldModel,
  names: CNames,
  { id }: Interface,
  { name, isAsync, params }: Func,
  project: string,
): readonly string[] | undefined {
  if (isAsync) return undefined;
  if (/^wasi:cli\/run@/.test(id) && name === "run") {
    return [`printf("Hello from ${project}!\\n");`, "fflush(stdout);", "return true;"];
  }
  if (/^wasi:http\/incoming-handler@/.test(id) && name === "handle") {
    const [request, response] = params.map(param => identifier(param.name));
    return httpHandler(world, names, request ?? "request", response ?? "response_out", project);
  }
  return undefined;
}
