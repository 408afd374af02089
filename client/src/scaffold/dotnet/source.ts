// The source of a component in C#: a class for each exported interface and for the world's own functions, under the names that wit-bindgen looks for.
import type { WorldModel } from "../../wit/world-model.ts";
import { pascal } from "../casing.ts";
import { lineComments } from "../comments.ts";
import {
  type ExportedInterface,
  type ExportedResource,
  exportedFunctions,
  exportedInterfaces,
  exportedResources,
} from "../exports.ts";
import type { Resources } from "./default-value.ts";
import { functionLines } from "./functions.ts";
import { type CSharpNames, csharpNames } from "./names.ts";
import { specialBody } from "./wasi.ts";

/** `project` greets on the command line and over HTTP. */
export function componentSource(world: WorldModel, project: string): string {
  const names = csharpNames(world);
  const inWorld = csharpNames(world, true);
  const resources = exportedResources(world);
  const own = exportedFunctions(world);
  const members = own.map(func => functionLines(inWorld, new Map(), func));
  const blocks = [
    ...(own.length === 0 ? [] : [worldBlock(names.world, members)]),
    ...exportedInterfaces(world)
      .filter(({ functions, resources: all }) => functions.length + all.length > 0)
      .map(each => interfaceBlock(world, names, resources, each, project)),
  ];
  const used = [...new Set([...names.used(), ...inWorld.used()])].sort();
  const text = [headLines(world), ...usingLines(used), ...blocks];
  return `${text.map(lines => lines.join("\n")).join("\n\n")}\n`;
}

function headLines({ package: { namespace, name }, name: world, docs }: WorldModel): readonly string[] {
  return [`// The component of the world ${namespace}:${name}/${world}.`, ...lineComments(docs, "//")];
}

/** A `using` of a namespace that is not there would be an error: where it may or may not have a version, both are made. */
function usingLines(used: readonly string[]): readonly (readonly string[])[] {
  if (used.length === 0) return [];
  const uncertain = used.filter(space => used.some(other => isVersionOf(space, other) || isVersionOf(other, space)));
  const usings = used.map(space => `using ${space};`);
  if (uncertain.length === 0) return [usings];
  return [
    usings,
    [
      "// Some versions of wit-bindgen put a package's version into its namespace, others do not: both are there.",
      ...uncertain.map(space => `namespace ${space} { }`),
    ],
  ];
}

function isVersionOf(space: string, other: string): boolean {
  return space.startsWith(`${other}.v`) && !space.slice(other.length + 1).includes(".");
}

function worldBlock(world: string, members: readonly (readonly string[])[]): readonly string[] {
  return block(`namespace ${world}`, [block(`public class ${world}ExportsImpl : I${world}Exports`, members)]);
}

function interfaceBlock(
  world: WorldModel,
  names: CSharpNames,
  all: Resources,
  { interface: of, functions, resources }: ExportedInterface,
  project: string,
): readonly string[] {
  const contract = names.contract(of);
  const free = functions.map(func => functionLines(names, all, func, specialBody(world, names, of, func, project)));
  const classes = resources.map(each => resourceLines(names, all, each, contract));
  const head = `public class ${contract.slice(1)}Impl : ${contract}`;
  return block(`namespace ${names.namespace(of)}`, [block(head, [...free, ...classes])]);
}

function resourceLines(
  names: CSharpNames,
  all: Resources,
  { def, functions }: ExportedResource,
  contract: string,
): readonly string[] {
  const name = pascal(def.name);
  const members = functions.map(func => functionLines(names, all, func));
  const head = `public class ${name} : ${contract}.${name}, ${contract}.I${name}`;
  return [...lineComments(def.docs, "//"), ...block(head, members)];
}

/** A head and its members in braces, an empty line between each two. */
function block(head: string, members: readonly (readonly string[])[]): readonly string[] {
  const inner = members.flatMap((lines, i) => [...(i === 0 ? [] : [""]), ...lines]);
  return [head, "{", ...inner.map(line => (line === "" ? "" : `    ${line}`)), "}"];
}
