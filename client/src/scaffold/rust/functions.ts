// An exported function in Rust: its signature as wit-bindgen's traits have it, and a body that gives the simplest result.
import type { Func, Type } from "../../wit/world-model.ts";
import { snake } from "../casing.ts";
import { lineComments } from "../comments.ts";
import { defaultValue } from "./default-value.ts";
import { identifier, type RustNames } from "./names.ts";

/** The lines of a trait's function; `own` takes the place of the simplest body, and then the parameters are used. */
export function functionLines(names: RustNames, func: Func, own?: readonly string[]): readonly string[] {
  const { params, kind, result, isAsync, docs } = func;
  const self = kind === "method" ? ["&self"] : [];
  const list = params.map(param => `${parameter(param.name, own !== undefined)}: ${names.type(param.type)}`);
  const head = `${isAsync ? "async " : ""}fn ${functionName(func)}`;
  const gives = returned(names, func);
  return [
    ...lineComments(docs, "///"),
    `${head}(${[...self, ...list].join(", ")})${gives === "()" ? "" : ` -> ${gives}`} {`,
    ...(own ?? body(names, func, result)).map(line => (line === "" ? "" : `    ${line}`)),
    "}",
  ];
}

function functionName({ kind, accessor, name }: Func): string {
  if (kind === "constructor") return "new";
  return identifier(accessor === "set" ? `set-${name}` : name);
}

/** A parameter that is not used yet has an underscore in front, so that the compiler does not warn. */
export function parameter(name: string, isUsed: boolean): string {
  return isUsed ? identifier(name) : `_${snake(name)}`;
}

function returned(names: RustNames, { kind, result }: Func): string {
  if (kind === "constructor") {
    return result?.kind === "result" ? `Result<Self, ${result.err ? names.type(result.err) : "()"}>` : "Self";
  }
  return result === undefined ? "()" : names.type(result);
}

function body(names: RustNames, { kind, resource }: Func, result: Type | undefined): readonly string[] {
  if (kind === "constructor" && resource !== undefined) {
    const made = names.resource(resource);
    return [result?.kind === "result" ? `Ok(${made})` : made];
  }
  if (result === undefined) return [];
  return [defaultValue(names, result) ?? 'todo!("there is no simple value of this type: make one")'];
}
