// WIT types as `wit-bindgen go` writes them.
import { type Type, withoutAliases } from "../../wit/world-model.ts";
import type { FileScope } from "./scope.ts";

const PRIMITIVES: Readonly<Record<string, string>> = {
  bool: "bool",
  u8: "uint8",
  s8: "int8",
  u16: "uint16",
  s16: "int16",
  u32: "uint32",
  s32: "int32",
  u64: "uint64",
  s64: "int64",
  f32: "float32",
  f64: "float64",
  char: "rune",
  string: "string",
};

export function typeText(type: Type, scope: FileScope): string {
  const real = withoutAliases(type);
  switch (real.kind) {
    case "named":
      return scope.reference(real.def);
    case "own":
    case "borrow":
      return `*${scope.reference(real.resource)}`;
    case "list":
      return `[]${typeText(real.element, scope)}`;
    case "map":
      return `map[${typeText(real.key, scope)}]${typeText(real.value, scope)}`;
    case "option":
      return `${scope.runtime("Option")}[${typeText(real.element, scope)}]`;
    case "result":
      return `${scope.runtime("Result")}[${orUnit(real.ok, scope)}, ${orUnit(real.err, scope)}]`;
    case "tuple":
      return `${scope.runtime(`Tuple${real.elements.length}`)}[${real.elements.map(element => typeText(element, scope)).join(", ")}]`;
    case "future":
      return `*${scope.runtime("FutureReader")}[${orUnit(real.element, scope)}]`;
    case "stream":
      return `*${scope.runtime("StreamReader")}[${orUnit(real.element, scope)}]`;
    default:
      return PRIMITIVES[real.kind] ?? "any";
  }
}

export function orUnit(type: Type | undefined, scope: FileScope): string {
  return type === undefined ? scope.runtime("Unit") : typeText(type, scope);
}
