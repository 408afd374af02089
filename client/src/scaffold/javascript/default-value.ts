// A value of each WIT type, as an expression of JavaScript: what a function of a new project gives until it is written.
import { realDef, type Type, type TypeBody, type TypeDef, withoutAliases } from "../../wit/world-model.ts";
import { camel } from "../casing.ts";
import { constructorOf, type ExportedResource } from "../exports.ts";
import type { ModuleNames } from "./names.ts";
import { isOption, typedArray } from "./types.ts";

export interface ValueContext {
  readonly names: ModuleNames;
  readonly resources: ReadonlyMap<TypeDef, ExportedResource>;
}

/** The expression, or `undefined` where there is no value to be had: of a stream, and of a resource that another component has. */
export function defaultValue(type: Type, context: ValueContext, making: readonly TypeDef[] = []): string | undefined {
  const real = withoutAliases(type);
  switch (real.kind) {
    case "bool":
      return "false";
    case "char":
      return '" "';
    case "string":
      return '""';
    case "named":
      return ofBody(real.def.body, context, making);
    case "own":
    case "borrow":
      return newResource(realDef(real.resource) ?? real.resource, context, making);
    case "list":
      return listValue(real, context, making);
    case "map":
      return "new Map()";
    case "option":
      return isOption(real.element) ? '{ tag: "none" }' : "undefined";
    case "result":
      return caseValue("ok", real.ok, context, making);
    case "tuple":
      return joined(
        real.elements.map(element => defaultValue(element, context, making)),
        "[",
        "]",
      );
    case "future":
    case "stream":
    case "error-context":
      return undefined;
    default:
      return "0";
  }
}

function ofBody(body: TypeBody, context: ValueContext, making: readonly TypeDef[]): string | undefined {
  switch (body.kind) {
    case "record": {
      const fields = body.fields.map(({ name, type }) => {
        const value = defaultValue(type, context, making);
        return value === undefined ? undefined : `${camel(name)}: ${value}`;
      });
      return joined(fields, "{ ", " }");
    }
    case "variant":
      return body.cases
        .map(({ name, type }) => caseValue(name, type, context, making))
        .find(value => value !== undefined);
    case "enum":
      return JSON.stringify(body.names[0]);
    case "flags":
      return "{}";
    case "resource":
    case "alias":
      return undefined;
  }
}

function caseValue(
  tag: string,
  type: Type | undefined,
  context: ValueContext,
  making: readonly TypeDef[],
): string | undefined {
  if (type === undefined) return `{ tag: ${JSON.stringify(tag)} }`;
  const value = defaultValue(type, context, making);
  return value === undefined ? undefined : `{ tag: ${JSON.stringify(tag)}, val: ${value} }`;
}

function listValue(
  { element, size }: Extract<Type, { kind: "list" }>,
  context: ValueContext,
  making: readonly TypeDef[],
): string | undefined {
  const array = typedArray(element);
  if (array !== undefined) return `new ${array}(${size ?? ""})`;
  if (size === undefined) return "[]";
  const value = defaultValue(element, context, making);
  return value === undefined ? undefined : `Array.from({ length: ${size} }, () => (${value}))`;
}

function newResource(def: TypeDef, context: ValueContext, making: readonly TypeDef[]): string | undefined {
  const resource = context.resources.get(def);
  if (resource === undefined || making.includes(def)) return undefined;
  const params = constructorOf(resource)?.params ?? [];
  const values = params.map(({ type }) => defaultValue(type, context, [...making, def]));
  return joined(values, `new ${context.names.types.get(def)}(`, ")");
}

function joined(values: readonly (string | undefined)[], start: string, end: string): string | undefined {
  return values.includes(undefined) ? undefined : `${start}${values.join(", ")}${end}`.replace(/^\{ {2}\}$/, "{}");
}
