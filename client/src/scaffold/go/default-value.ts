// A value of each WIT type, as an expression of Go: what a function of a new project gives until it is written.
import { realDef, type Type, type TypeDef, withoutAliases } from "../../wit/world-model.ts";
import { pascal } from "../casing.ts";
import type { FileScope } from "./scope.ts";
import { orUnit, typeText } from "./types.ts";

/** The expression, or `undefined` where there is no value to be had: of a stream, and of a resource that another component has. */
export function defaultValue(type: Type, scope: FileScope): string | undefined {
  const real = withoutAliases(type);
  switch (real.kind) {
    case "bool":
      return "false";
    case "char":
      return "' '";
    case "string":
      return '""';
    case "named":
      return ofDef(real.def, scope);
    case "own":
    case "borrow":
      return newResource(real.resource, scope);
    case "list":
    case "map":
      return `${typeText(real, scope)}{}`;
    case "option":
      return `${scope.runtime("None")}[${typeText(real.element, scope)}]()`;
    case "result": {
      const ok = real.ok === undefined ? `${scope.runtime("Unit")}{}` : defaultValue(real.ok, scope);
      if (ok === undefined) return undefined;
      return `${scope.runtime("Ok")}[${orUnit(real.ok, scope)}, ${orUnit(real.err, scope)}](${ok})`;
    }
    case "tuple": {
      const values = real.elements.map(element => defaultValue(element, scope));
      if (values.includes(undefined)) return undefined;
      return `${typeText(real, scope)}{${values.map((value, i) => `F${i}: ${value}`).join(", ")}}`;
    }
    case "future":
    case "stream":
    case "error-context":
      return undefined;
    default:
      return "0";
  }
}

function ofDef(def: TypeDef, scope: FileScope): string | undefined {
  const { body } = def;
  switch (body.kind) {
    case "record": {
      const values = body.fields.map(({ type }) => defaultValue(type, scope));
      if (values.includes(undefined)) return undefined;
      const fields = body.fields.map(({ name }, i) => `${pascal(name)}: ${values[i]}`);
      return `${scope.reference(def)}{${fields.join(", ")}}`;
    }
    case "variant":
      for (const { name, type } of body.cases) {
        const value = type === undefined ? "" : defaultValue(type, scope);
        if (value !== undefined) return `${scope.reference(def, "Make")}${pascal(name)}(${value})`;
      }
      return undefined;
    case "enum":
      return `${scope.reference(def)}_${pascal(body.names[0]!)}`;
    case "flags":
      return "0";
    case "resource":
    case "alias":
      return undefined;
  }
}

function newResource(def: TypeDef, scope: FileScope): string | undefined {
  const real = realDef(def);
  return real && scope.names.resources.has(real) ? `&${scope.reference(def)}{}` : undefined;
}
