// WIT types as annotations of Python, in the shapes in which componentize-py gives and takes values.
import { type Type, withoutAliases } from "../../wit/world-model.ts";
import type { FileScope } from "./scope.ts";

export function typeText(type: Type, scope: FileScope): string {
  const real = withoutAliases(type);
  switch (real.kind) {
    case "bool":
      return "bool";
    case "f32":
    case "f64":
      return "float";
    case "char":
    case "string":
      return "str";
    case "named":
      return scope.reference(real.def);
    case "own":
    case "borrow":
      return scope.reference(real.resource);
    case "list":
      return isBytes(real.element) ? "bytes" : `list[${typeText(real.element, scope)}]`;
    case "map":
      return `dict[${typeText(real.key, scope)}, ${typeText(real.value, scope)}]`;
    case "option": {
      const element = typeText(real.element, scope);
      return withoutAliases(real.element).kind === "option"
        ? `${scope.support("Some")}[${element}] | None`
        : `${element} | None`;
    }
    case "result":
      return `${scope.support("Result")}[${orNone(real.ok, scope)}, ${orNone(real.err, scope)}]`;
    case "tuple":
      return `tuple[${real.elements.map(element => typeText(element, scope)).join(", ")}]`;
    case "future":
    case "stream":
      return "object";
    default:
      return "int";
  }
}

function orNone(type: Type | undefined, scope: FileScope): string {
  return type === undefined ? "None" : typeText(type, scope);
}

/** What a function gives: the error of a result is raised. */
export function resultText(result: Type | undefined, scope: FileScope): string {
  if (result === undefined) return "None";
  const real = withoutAliases(result);
  return real.kind === "result" ? orNone(real.ok, scope) : typeText(result, scope);
}

export function isBytes(element: Type): boolean {
  const { kind } = withoutAliases(element);
  return kind === "u8" || kind === "s8";
}
