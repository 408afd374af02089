// Expressions in C# that make the simplest value of a type.
import type { Type, TypeDef } from "../../wit/world-model.ts";
import { pascal, shouty } from "../casing.ts";
import { constructorOf, type ExportedResource } from "../exports.ts";
import { baseResource } from "../resources.ts";
import { type CSharpNames, isOption } from "./names.ts";

export type Resources = ReadonlyMap<TypeDef, ExportedResource>;

/** Undefined where there is no value without a resource of others, a future or a stream. */
export function defaultValue(names: CSharpNames, resources: Resources, type: Type): string | undefined {
  const of = (part: Type): string | undefined => defaultValue(names, resources, part);
  switch (type.kind) {
    case "bool":
      return "false";
    case "string":
      return '""';
    case "list":
      return "[]";
    case "map":
      return "new()";
    case "option":
      return isOption(type.element) ? `${names.type(type)}.None` : "null";
    case "result":
      return resultValue(names, type, of);
    case "tuple":
      return tupleValue(type.elements.map(of));
    case "own":
      return newResource(names, resources, baseResource(type.resource));
    case "borrow":
    case "future":
    case "stream":
    case "error-context":
      return undefined;
    case "named":
      return definedValue(names, type.def, of);
    default:
      return "0";
  }
}

type Of = (part: Type) => string | undefined;

function definedValue(names: CSharpNames, def: TypeDef, of: Of): string | undefined {
  const { body } = def;
  switch (body.kind) {
    case "record": {
      const values = body.fields.map(({ type }) => of(type));
      return values.includes(undefined) ? undefined : `new ${names.path(def)}(${values.join(", ")})`;
    }
    case "enum":
      return `${names.path(def)}.${shouty(body.names[0] ?? "")}`;
    case "flags":
      return `default(${names.path(def)})`;
    case "variant":
      for (const { name, type } of body.cases) {
        const payload = type === undefined ? "" : of(type);
        if (payload !== undefined) return `${names.path(def)}.${pascal(name)}(${payload})`;
      }
      return undefined;
    case "resource":
      return undefined;
    case "alias":
      return of(body.type);
  }
}

function resultValue(names: CSharpNames, type: Extract<Type, { kind: "result" }>, of: Of): string | undefined {
  const good = type.ok === undefined ? "new None()" : of(type.ok);
  if (good !== undefined) return `${names.type(type)}.Ok(${good})`;
  const bad = type.err === undefined ? "new None()" : of(type.err);
  return bad && `${names.type(type)}.Err(${bad})`;
}

function tupleValue(values: readonly (string | undefined)[]): string | undefined {
  if (values.includes(undefined)) return undefined;
  return values.length === 1 ? values[0] : `(${values.join(", ")})`;
}

/** One of the component's own, made as others would make it; one that takes another of its kind can't be the first. */
function newResource(names: CSharpNames, resources: Resources, def: TypeDef): string | undefined {
  const resource = resources.get(def);
  if (resource === undefined || !names.isExported(def.owner)) return undefined;
  const others = new Map([...resources].filter(([other]) => other !== def));
  const args = (constructorOf(resource)?.params ?? []).map(({ type }) => defaultValue(names, others, type));
  return args.includes(undefined) ? undefined : `new ${implementation(names, def)}(${args.join(", ")})`;
}

/** The class that a resource of the component's own is. */
export function implementation(names: CSharpNames, { name, owner }: TypeDef): string {
  return owner === undefined ? pascal(name) : `${names.contract(owner).slice(1)}Impl.${pascal(name)}`;
}
