// An exported function in C#: its signature as wit-bindgen's interfaces have it, and a body that gives the simplest result.
import { type Func, type Type, withoutAliases } from "../../wit/world-model.ts";
import { pascal } from "../casing.ts";
import { lineComments } from "../comments.ts";
import { defaultValue, type Resources } from "./default-value.ts";
import { type CSharpNames, identifier } from "./names.ts";

/** The lines of a member; `own` takes the place of the simplest body. */
export function functionLines(
  names: CSharpNames,
  resources: Resources,
  func: Func,
  own?: readonly string[],
): readonly string[] {
  const params = parametersOf(func)
    .map(({ name, type }) => `${names.type(type)} ${identifier(name)}`)
    .join(", ");
  return [
    ...lineComments(func.docs, "//"),
    `public ${head(names, func)}(${params})`,
    "{",
    ...(own ?? body(names, resources, func)).map(line => `    ${line}`),
    "}",
  ];
}

/** An asynchronous method takes what it is called on besides. */
function parametersOf({ kind, isAsync, resource, params }: Func): Func["params"] {
  if (kind !== "method" || !isAsync || resource === undefined) return params;
  return [{ name: "self", type: { kind: "borrow", resource } }, ...params];
}

function head(names: CSharpNames, func: Func): string {
  if (func.kind === "constructor") return pascal(func.resource?.name ?? func.name);
  return `${func.kind === "method" ? "" : "static "}${returned(names, func)} ${pascal(func.name)}`;
}

function returned(names: CSharpNames, { result, isAsync }: Func): string {
  const payload = result === undefined ? undefined : payloadOf(result);
  const type = payload === undefined ? "void" : names.type(payload);
  if (!isAsync) return type;
  return result === undefined ? "Task" : `Task<${type}>`;
}

/** Of a result what a function gives; the error is thrown. A name for a result counts as it only where it defines it. */
function payloadOf(type: Type): Type | undefined {
  const defined = type.kind === "named" && type.def.body.kind === "alias" ? type.def.body.type : type;
  if (defined.kind !== "result") return type;
  return defined.ok === undefined ? undefined : payloadOf(defined.ok);
}

function body(names: CSharpNames, resources: Resources, { kind, result, isAsync }: Func): readonly string[] {
  if (kind === "constructor") return [];
  const payload = result === undefined ? undefined : payloadOf(result);
  if (payload === undefined) return isAsync ? ["return Task.CompletedTask;"] : [];
  const value = defaultValue(names, resources, payload);
  if (value !== undefined) return [`return ${isAsync ? `Task.FromResult<${names.type(payload)}>(${value})` : value};`];
  return [failure(names, resources, result!)];
}

/** Where there is no value: the error of a result, if there is one for that. */
function failure(names: CSharpNames, resources: Resources, result: Type): string {
  const real = withoutAliases(result);
  const error = real.kind === "result" && real.err !== undefined ? defaultValue(names, resources, real.err) : undefined;
  return real.kind === "result" && real.err !== undefined && error !== undefined
    ? `throw new WitException<${names.type(real.err)}>(${error}, 0);`
    : 'throw new NotImplementedException("There is no simple value of this type: make one.");';
}
