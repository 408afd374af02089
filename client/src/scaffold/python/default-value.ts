// A value of each WIT type, as an expression of Python: what a function of a new project gives until it is written.
import { realDef, type Type, type TypeDef, withoutAliases } from "../../wit/world-model.ts";
import { constructorOf } from "../exports.ts";
import { className, enumCase } from "./names.ts";
import type { FileScope } from "./scope.ts";
import { isBytes } from "./types.ts";

/** The expression, or `undefined` where there is no value to be had: of a stream, and of a resource that another component has. */
export function defaultValue(type: Type, scope: FileScope, making: readonly TypeDef[] = []): string | undefined {
  const real = withoutAliases(type);
  switch (real.kind) {
    case "bool":
      return "False";
    case "f32":
    case "f64":
      return "0.0";
    case "char":
      return '" "';
    case "string":
      return '""';
    case "named":
      return ofDef(real.def, scope, making);
    case "own":
    case "borrow":
      return newResource(real.resource, scope, making);
    case "list":
      return listValue(real, scope, making);
    case "map":
      return "{}";
    case "option":
      return "None";
    case "result": {
      const ok = real.ok === undefined ? "None" : defaultValue(real.ok, scope, making);
      return ok === undefined ? undefined : `${scope.support("Ok")}(${ok})`;
    }
    case "tuple": {
      const values = real.elements.map(element => defaultValue(element, scope, making));
      return values.includes(undefined) ? undefined : `(${values.join(", ")}${values.length === 1 ? "," : ""})`;
    }
    case "future":
    case "stream":
    case "error-context":
      return undefined;
    default:
      return "0";
  }
}

function ofDef(def: TypeDef, scope: FileScope, making: readonly TypeDef[]): string | undefined {
  const { body } = def;
  switch (body.kind) {
    case "record":
      return call(
        scope.reference(def),
        body.fields.map(({ type }) => defaultValue(type, scope, making)),
      );
    case "variant": {
      for (const { name, type } of body.cases) {
        const values = type === undefined ? [] : [defaultValue(type, scope, making)];
        const value = call(`${scope.reference(def)}_${className(name)}`, values);
        if (value !== undefined) return value;
      }
      return undefined;
    }
    case "enum":
      return `${scope.reference(def)}.${enumCase(body.names[0]!)}`;
    case "flags":
      return `${scope.reference(def)}(0)`;
    case "resource":
    case "alias":
      return undefined;
  }
}

function listValue(
  { element, size }: Extract<Type, { kind: "list" }>,
  scope: FileScope,
  making: readonly TypeDef[],
): string | undefined {
  if (isBytes(element)) return size === undefined ? 'b""' : `bytes(${size})`;
  if (size === undefined) return "[]";
  const value = defaultValue(element, scope, making);
  return value === undefined ? undefined : `[${value} for _ in range(${size})]`;
}

function newResource(def: TypeDef, scope: FileScope, making: readonly TypeDef[]): string | undefined {
  const real = realDef(def);
  const resource = real && scope.resources.get(real);
  if (resource === undefined || making.includes(resource.def)) return undefined;
  const params = constructorOf(resource)?.params ?? [];
  const values = params.map(({ type }) => defaultValue(type, scope, [...making, resource.def]));
  return call(scope.reference(resource.def), values);
}

function call(callee: string, values: readonly (string | undefined)[]): string | undefined {
  return values.includes(undefined) ? undefined : `${callee}(${values.join(", ")})`;
}
