// The model as plain data, in the shape that the reference parser's tools print: lists of packages, worlds, interfaces
// and types that refer to each other by index.
import type { RootAnalysis } from "../analysis.ts";
import { buildModel } from "./build.ts";
import type {
  FunctionNode,
  InterfaceNode,
  Model,
  PackageNode,
  PartNode,
  Stability,
  TypeKind,
  TypeNode,
  TypeRef,
  WorldItemNode,
  WorldNode,
} from "./nodes.ts";

export type Json = null | boolean | number | string | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: Json;
}

/** A root's packages, dependencies included. Call it only for an analysis without errors; it throws on what is unresolved. */
export function resolveModel(root: RootAnalysis): JsonObject {
  return modelJson(buildModel(root));
}

export function modelJson(model: Model): JsonObject {
  return {
    worlds: model.worlds.map(worldJson),
    interfaces: model.interfaces.map(interfaceJson),
    types: model.types.map(typeJson),
    packages: model.packages.map(packageJson),
  };
}

function packageJson(node: PackageNode): JsonObject {
  return {
    name: node.name,
    ...docsJson(node.docs),
    interfaces: mapJson(node.interfaces, ({ index }) => index),
    worlds: mapJson(node.worlds, ({ index }) => index),
  };
}

function worldJson(node: WorldNode): JsonObject {
  return {
    name: node.name,
    imports: itemsJson(node.imports),
    exports: itemsJson(node.exports),
    package: node.package.index,
    ...docsJson(node.docs),
    ...stabilityJson(node.stability),
  };
}

function itemsJson(items: ReadonlyMap<string, WorldItemNode>): JsonObject {
  const entries = [...items].map(([key, item]): [string, Json] => {
    if (item.kind === "function") return [key, { function: functionJson(item.function) }];
    if (item.kind === "type") return [key, { type: item.type.index }];
    const { index } = item.interface;
    const value = { id: index, ...stabilityJson(item.stability), ...externalIdJson(item), ...docsJson(item.docs) };
    return [item.byPath ? `interface-${index}` : key, { interface: value }];
  });
  return Object.fromEntries(entries);
}

function interfaceJson(node: InterfaceNode): JsonObject {
  return {
    name: node.name ?? null,
    types: mapJson(node.types, ({ index }) => index),
    functions: mapJson(node.functions, functionJson),
    ...docsJson(node.docs),
    ...stabilityJson(node.stability),
    package: node.package.index,
    ...(node.cloneOf ? { clone_of: node.cloneOf.index } : {}),
  };
}

function typeJson(node: TypeNode): JsonObject {
  const { owner } = node;
  return {
    name: node.name ?? null,
    kind: kindJson(node.kind),
    owner: owner ? { [owner.node]: owner.index } : null,
    ...docsJson(node.docs),
    ...stabilityJson(node.stability),
    ...externalIdJson(node),
  };
}

function kindJson(kind: TypeKind): Json {
  switch (kind.kind) {
    case "resource":
      return "resource";
    case "record":
      return { record: { fields: kind.parts.map(part => partJson(part, "required")) } };
    case "variant":
      return { variant: { cases: kind.parts.map(part => partJson(part, "optional")) } };
    case "enum":
      return { enum: { cases: kind.parts.map(part => partJson(part, "none")) } };
    case "flags":
      return { flags: { flags: kind.parts.map(part => partJson(part, "none")) } };
    case "alias":
      return { type: refJson(kind.type) };
    case "own":
    case "borrow":
      return { handle: { [kind.kind]: kind.resource.index } };
    case "tuple":
      return { tuple: { types: kind.types.map(refJson) } };
    case "fixed-length-list":
      return { "fixed-length-list": [refJson(kind.element), kind.size] };
    case "map":
      return { map: [refJson(kind.key), refJson(kind.value)] };
    case "result":
      return { result: { ok: refJson(kind.ok), err: refJson(kind.err) } };
    default:
      return { [kind.kind]: refJson(kind.element) };
  }
}

function partJson(part: PartNode, type: "required" | "optional" | "none"): JsonObject {
  return { name: part.name, ...(type === "none" ? {} : { type: refJson(part.type) }), ...docsJson(part.docs) };
}

function refJson(type: TypeRef | undefined): Json {
  if (type === undefined) return null;
  return typeof type === "string" ? type : type.index;
}

function functionJson(f: FunctionNode): JsonObject {
  return {
    name: f.name,
    kind: f.resource ? { [f.kind]: f.resource.index } : f.kind,
    params: f.params.map(({ name, type }) => ({ name, type: refJson(type) })),
    ...(f.result === undefined ? {} : { result: refJson(f.result) }),
    ...docsJson(f.docs),
    ...stabilityJson(f.stability),
    ...externalIdJson(f),
  };
}

function docsJson(contents: string | undefined): JsonObject {
  return contents === undefined ? {} : { docs: { contents } };
}

function externalIdJson({ externalId }: { readonly externalId?: string }): JsonObject {
  return externalId === undefined ? {} : { external_id: externalId };
}

function stabilityJson(stability: Stability | undefined): JsonObject {
  if (!stability) return {};
  const { kind, ...says } = stability;
  return { stability: { [kind]: { ...says } } };
}

function mapJson<T>(map: ReadonlyMap<string, T>, of: (value: T) => Json): JsonObject {
  return Object.fromEntries([...map].map(([key, value]) => [key, of(value)]));
}
