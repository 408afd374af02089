// Expressions in Rust that make the simplest value of a type.
import type { Type, TypeDef } from "../../wit/world-model.ts";
import { pascal } from "../casing.ts";
import { baseResource } from "../resources.ts";
import { identifier, type RustNames } from "./names.ts";

/** Undefined where there is no value without a resource of others, a future or a stream. */
export function defaultValue(names: RustNames, type: Type): string | undefined {
  switch (type.kind) {
    case "bool":
      return "false";
    case "char":
      return "' '";
    case "string":
      return "String::new()";
    case "f32":
    case "f64":
      return "0.0";
    case "list":
      return type.size === undefined ? "Vec::new()" : fixedList(names, type.element, type.size);
    case "map":
      return "Default::default()";
    case "option":
      return "None";
    case "result":
      return resultValue(names, type);
    case "tuple":
      return tupleValue(type.elements.map(of => defaultValue(names, of)));
    case "own": {
      const resource = baseResource(type.resource);
      return names.isExported(resource.owner)
        ? `${names.path(type.resource)}::new(${names.resource(resource)})`
        : undefined;
    }
    case "borrow":
    case "future":
    case "stream":
    case "error-context":
      return undefined;
    case "named":
      return definedValue(names, type.def);
    default:
      return "0";
  }
}

function definedValue(names: RustNames, def: TypeDef): string | undefined {
  const path = names.path(def);
  const { body } = aliased(def);
  switch (body.kind) {
    case "record": {
      const fields = body.fields.map(({ name, type }) => [identifier(name), defaultValue(names, type)] as const);
      if (fields.some(([, value]) => value === undefined)) return undefined;
      return `${path} { ${fields.map(([name, value]) => `${name}: ${value}`).join(", ")} }`;
    }
    case "enum":
      return `${path}::${pascal(body.names[0] ?? "")}`;
    case "flags":
      return `${path}::empty()`;
    case "variant":
      for (const { name, type } of body.cases) {
        if (type === undefined) return `${path}::${pascal(name)}`;
        const payload = defaultValue(names, type);
        if (payload !== undefined) return `${path}::${pascal(name)}(${payload})`;
      }
      return undefined;
    case "resource":
      return undefined;
    case "alias":
      return defaultValue(names, body.type);
  }
}

/** The definition behind a name for it; a name for a type without one stays. */
function aliased(def: TypeDef): TypeDef {
  return def.body.kind === "alias" && def.body.type.kind === "named" ? aliased(def.body.type.def) : def;
}

function fixedList(names: RustNames, element: Type, size: number): string | undefined {
  const value = defaultValue(names, element);
  return value && `[${Array(size).fill(value).join(", ")}]`;
}

function resultValue(names: RustNames, { ok, err }: Extract<Type, { kind: "result" }>): string | undefined {
  const good = ok === undefined ? "()" : defaultValue(names, ok);
  if (good !== undefined) return `Ok(${good})`;
  const bad = err === undefined ? "()" : defaultValue(names, err);
  return bad && `Err(${bad})`;
}

function tupleValue(values: readonly (string | undefined)[]): string | undefined {
  if (values.some(value => value === undefined)) return undefined;
  return values.length === 1 ? `(${values[0]},)` : `(${values.join(", ")})`;
}
