// Names, paths and types of a component as WIT writes them.
import { keywords } from "../../syntax/tokens.ts";
import { definition, entryAt, fault, type Space } from "./space.ts";
import type { TypeDef, ValType } from "./types.ts";

/** `a:b/c@1.0.0` in its package, `a:b@1.0.0`, and its name. */
export function splitId(id: string): { readonly key: string; readonly name: string } {
  const [, path, name, version] = /^([^/@]+)\/([^@]+)(@.*)?$/.exec(id) ?? [];
  if (path === undefined || name === undefined) return fault(`\`${id}\` is not the name of an interface or world`);
  return { key: path + (version ?? ""), name };
}

/** A name as WIT writes it: keywords have a `%`. */
export function escaped(name: string): string {
  return keywords.has(name) ? `%${name}` : name;
}

/** A package as WIT writes it. */
export function packageText(key: string): string {
  const [path = "", ...version] = key.split("@");
  return [path.split(":").map(escaped).join(":"), ...version].join("@");
}

/** An interface's id as a path: its name alone where it is of the package that is printed. */
export function pathText({ own }: Space, id: string): string {
  const { key, name } = splitId(id);
  return key === own ? escaped(name) : pathIn(key, name);
}

/** The path of an interface or world of a package. */
export function pathIn(key: string, name: string): string {
  const [path = "", ...version] = packageText(key).split("@");
  return [`${path}/${escaped(name)}`, ...version].join("@");
}

export function funcText(space: Space, type: number, name: string, skip = 0): string {
  const { async, params, result } = funcAt(space, type, name);
  const word = /\[([gs]et)\]/.exec(name)?.[1] ?? `${async ? "async " : ""}func`;
  return `${word}(${paramsText(space, params.slice(skip))})${result === undefined ? "" : ` -> ${valText(space, result)}`}`;
}

export function funcAt(space: Space, type: number, name: string): Extract<TypeDef, { kind: "func" }> {
  const def = definition(space, type);
  return def.kind === "func" ? def : fault(`\`${name}\` is not a function`);
}

export function paramsText(space: Space, params: readonly { readonly name: string; readonly type: ValType }[]): string {
  return params.map(p => `${escaped(p.name)}: ${valText(space, p.type)}`).join(", ");
}

export function valText(space: Space, type: ValType): string {
  if (typeof type === "string") return type;
  const entry = entryAt(space, type);
  if (entry.kind === "named" || entry.kind === "foreign") return escaped(entry.name);
  return entry.kind === "def" ? defText(space, entry.def) : fault("a resource has no name");
}

/** A type that needs no name. */
export function defText(space: Space, def: TypeDef): string {
  const of = (type: ValType): string => valText(space, type);
  switch (def.kind) {
    case "primitive":
      return def.name;
    case "list":
      return def.size === undefined ? `list<${of(def.element)}>` : `list<${of(def.element)}, ${def.size}>`;
    case "option":
      return `option<${of(def.element)}>`;
    case "tuple":
      return `tuple<${def.elements.map(of).join(", ")}>`;
    case "map":
      return `map<${of(def.key)}, ${of(def.value)}>`;
    case "result":
      if (def.err === undefined) return def.ok === undefined ? "result" : `result<${of(def.ok)}>`;
      return `result<${def.ok === undefined ? "_" : of(def.ok)}, ${of(def.err)}>`;
    case "stream":
    case "future":
      return def.element === undefined ? def.kind : `${def.kind}<${of(def.element)}>`;
    case "own":
      return of(def.resource);
    case "borrow":
      return `borrow<${of(def.resource)}>`;
    default:
      return fault("a type has no name");
  }
}
