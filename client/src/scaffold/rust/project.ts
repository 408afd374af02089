// A project in Rust for a world: every exported function, with the simplest result; wasi:cli/run greets, and so does a web service.
import type { Func, Interface, TypeDef, WorldModel } from "../../wit/world-model.ts";
import { lineComments } from "../comments.ts";
import type { Scaffolded } from "../scaffolded.ts";
import { functionLines } from "./functions.ts";
import { asyncHttpHandler, httpHandler } from "./http.ts";
import { type RustNames, rustNames, typeName } from "./names.ts";

/** The version of the crate whose names these are. */
const WIT_BINDGEN = "0.63.0";

/** `name` is the crate's, and greets; the WIT package is at `witPath`, and tools find the world by the `specifier`. */
export function rustProject(world: WorldModel, name: string, witPath: string, specifier = world.name): Scaffolded {
  const entry = "src/lib.rs";
  return {
    entry,
    files: {
      "Cargo.toml": manifest(name, world),
      [entry]: source(world, name, { witPath, specifier }),
      ".gitignore": "/target/\n",
    },
  };
}

function manifest(name: string, world: WorldModel): string {
  const dependency = world.exports.some(each => each.kind === "interface" && isAsyncHandler(each.interface))
    ? `{ version = "${WIT_BINDGEN}", features = ["async-spawn"] }`
    : `"${WIT_BINDGEN}"`;
  return `[package]
name = "${name}"
version = "0.1.0"
edition = "2024"

[lib]
crate-type = ["cdylib"]

[dependencies]
wit-bindgen = ${dependency}

# A crate of its own, also below a folder that is a workspace.
[workspace]
`;
}

interface Place {
  readonly witPath: string;
  readonly specifier: string;
}

function source(world: WorldModel, project: string, { witPath, specifier }: Place): string {
  const names = rustNames(world);
  const own = world.exports.flatMap(each => (each.kind === "function" ? [each.function] : []));
  const interfaces = world.exports.flatMap(each => (each.kind === "interface" ? [each.interface] : []));
  const implemented = interfaces.filter(isImplemented);
  const uses = names.uses.filter((_, i) => isImplemented(interfaces[i]!));
  const isEmpty = own.length + implemented.length === 0;
  const sections = [
    [
      `//! The component of the world ${world.package.namespace}:${world.package.name}/${world.name}.`,
      ...lineComments(world.docs, "//!"),
    ],
    [
      "wit_bindgen::generate!({",
      `    path: "${witPath}",`,
      `    world: "${specifier}",`,
      ...featureLines(world),
      "    generate_all,",
      "});",
    ],
    uses,
    isEmpty ? ["// The world exports no functions: there is nothing to implement."] : ["struct Component;"],
    own.length === 0
      ? []
      : traitLines(
          "Guest",
          "Component",
          own.map(each => functionLines(rustNames(world, true), each)),
        ),
    ...implemented.flatMap(each => interfaceSections(world, names, each, project)),
    isEmpty ? [] : ["export!(Component);"],
  ];
  return `${sections
    .filter(lines => lines.length > 0)
    .map(lines => lines.join("\n"))
    .join("\n\n")}\n`;
}

function featureLines({ features = [] }: WorldModel): readonly string[] {
  return features.length === 0 ? [] : [`    features: [${features.map(feature => `"${feature}"`).join(", ")}],`];
}

/** Types alone need no implementation. */
function isImplemented(of: Interface): boolean {
  return of.functions.length > 0 || resourcesOf(of).length > 0;
}

function resourcesOf({ types }: Interface): readonly TypeDef[] {
  return types.filter(type => type.body.kind === "resource");
}

function interfaceSections(
  world: WorldModel,
  names: RustNames,
  of: Interface,
  project: string,
): readonly (readonly string[])[] {
  const module = names.module(of);
  const resources = resourcesOf(of);
  const free = of.functions.filter(each => each.kind === "freestanding");
  const types = resources.map(each => [`type ${typeName(each.name)} = ${names.resource(each)};`]);
  const functions = free.map(each => functionLines(names, each, specialBody(world, of, each, project)));
  return [
    traitLines(`${module}::Guest`, "Component", [...(types.length === 0 ? [] : [types.flat()]), ...functions]),
    ...resources.flatMap(each => resourceSections(names, module, each, of.functions)),
  ];
}

function resourceSections(
  names: RustNames,
  module: string,
  resource: TypeDef,
  functions: readonly Func[],
): readonly (readonly string[])[] {
  const struct = names.resource(resource);
  const own = functions.filter(each => each.resource?.name === resource.name);
  const made = own.some(each => each.kind === "constructor")
    ? []
    : ["#[allow(dead_code)] // until something makes one"];
  return [
    [...lineComments(resource.docs, "///"), ...made, `struct ${struct};`],
    traitLines(
      `${module}::Guest${typeName(resource.name)}`,
      struct,
      own.map(each => functionLines(names, each)),
    ),
  ];
}

function traitLines(name: string, type: string, members: readonly (readonly string[])[]): readonly string[] {
  if (members.length === 0) return [`impl ${name} for ${type} {}`];
  const indented = members.map(lines => lines.map(line => (line === "" ? "" : `    ${line}`)).join("\n"));
  return [`impl ${name} for ${type} {`, indented.join("\n\n"), "}"];
}

/** What some well-known functions do instead of nothing. */
function specialBody(world: WorldModel, of: Interface, func: Func, project: string): readonly string[] | undefined {
  const { id } = of;
  if (isAsyncHandler(of) && func.name === "handle") return asyncHttpHandler(world, func, project);
  if (func.isAsync) return undefined;
  if (/^wasi:cli\/run@/.test(id) && func.name === "run") return [`println!("Hello from ${project}!");`, "Ok(())"];
  if (/^wasi:http\/incoming-handler@/.test(id) && func.name === "handle") return httpHandler(world, func, project);
  return undefined;
}

function isAsyncHandler({ id }: Interface): boolean {
  return /^wasi:http\/handler@0\.3\./.test(id);
}
