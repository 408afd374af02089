// An exported function in C: its signature as `wit-bindgen c` declares it, and a body that gives the simplest result.
import type { Func, Type } from "../../wit/world-model.ts";
import { shouty } from "../casing.ts";
import { lineComments } from "../comments.ts";
import { finishZero } from "./default-value.ts";
import { type CNames, type Home, identifier } from "./names.ts";
import { releaseParameter } from "./release.ts";
import { isByPointer, nullablePayload, shapeOf } from "./shape.ts";

/** `body` takes the place of the simplest one. */
export function functionDefinition(names: CNames, func: Func, home: Home, body?: readonly string[]): readonly string[] {
  const docs = lineComments(func.docs, "//");
  return func.isAsync
    ? [...docs, ...asyncFunction(names, func, home)]
    : [...docs, ...plainFunction(names, func, home, body)];
}

function plainFunction(names: CNames, func: Func, home: Home, own: readonly string[] | undefined): readonly string[] {
  const { type, pointers, statements } = returned(names, func.result, home);
  const params = [...parametersOf(func).map(each => declaration(names, each, home)), ...pointers];
  return [
    `${type} ${names.func(func, home)}(${params.join(", ") || "void"}) {`,
    ...(own ?? [...releases(names, func, home), ...statements]).map(indent),
    "}",
  ];
}

/** Four spaces, but none on an empty line. */
function indent(line: string): string {
  return line === "" ? "" : `    ${line}`;
}

type Parameter = Func["params"][number];

/** The parameters with `self`. */
function parametersOf({ kind, resource, params }: Func): readonly Parameter[] {
  if (kind !== "method" || resource === undefined) return params;
  return [{ name: "self", type: { kind: "borrow", resource } }, ...params];
}

function declaration(names: CNames, { name, type }: Parameter, home: Home): string {
  const nullable = nullablePayload(type, home);
  if (nullable !== undefined) return `${names.type(nullable.type, nullable.home)} *maybe_${identifier(name)}`;
  return `${names.type(type, home)} ${isByPointer(shapeOf(type, home)) ? "*" : ""}${identifier(name)}`;
}

function releases(names: CNames, func: Func, home: Home): readonly string[] {
  return parametersOf(func).flatMap(({ name, type }) =>
    releaseParameter(names, type, home, identifier(name), isByPointer(shapeOf(type, home))),
  );
}

interface Returned {
  readonly type: string;
  /** The declarations of the pointers through which values are returned. */
  readonly pointers: readonly string[];
  readonly statements: readonly string[];
}

const IMPOSSIBLE = "abort(); // There is no simple value of this type: make one.";

function returned(names: CNames, result: Type | undefined, home: Home): Returned {
  if (result === undefined) return { type: "void", pointers: [], statements: [] };
  const { type: shape, home: inner, name } = shapeOf(result, home);
  const pointer = (of: Type, at: Home, as: string): string => `${names.type(of, at)} *${as}`;
  switch (shape.kind) {
    case "option":
      return {
        type: "bool",
        pointers: [pointer(shape.element, inner, "ret")],
        statements: ["(void)ret;", "return false; // There is none."],
      };
    case "result":
      return returnedResult(names, shape, inner);
    case "string":
    case "record":
    case "variant":
    case "tuple":
    case "list":
    case "map":
      return {
        type: "void",
        pointers: [pointer(result, home, "ret")],
        statements: fill(names, result, home, "ret") ?? ["(void)ret;", IMPOSSIBLE],
      };
    default: {
      const type = names.type(result, home);
      return { type, pointers: [], statements: scalar(names, result, home, constant(names, shape, inner, name)) };
    }
  }
}

/** The name of an enum's first case; undefined for other types. */
function constant(names: CNames, shape: { readonly kind: string }, home: Home, name?: string): string | undefined {
  if (shape.kind !== "enum" || name === undefined || !("names" in shape)) return undefined;
  const [first] = shape.names as readonly string[];
  return [names.prefix(home), name, first ?? ""].map(shouty).join("_");
}

function scalar(names: CNames, result: Type, home: Home, constant: string | undefined): readonly string[] {
  if (constant !== undefined) return [`return ${constant};`];
  const { kind } = shapeOf(result, home).type;
  if (kind === "bool") return ["return false;"];
  const finish = finishZero(names, result, home, "made");
  if (finish === undefined) return [IMPOSSIBLE];
  const [made] = finish;
  return [`return ${made === undefined ? "0" : made.replace(/^made = |;$/g, "")};`];
}

function returnedResult(names: CNames, { ok, err }: Extract<Type, { kind: "result" }>, home: Home): Returned {
  const pointers = [
    ...(ok === undefined ? [] : [`${names.type(ok, home)} *ret`]),
    ...(err === undefined ? [] : [`${names.type(err, home)} *err`]),
  ];
  const unusedErr = err === undefined ? [] : ["(void)err;"];
  const unusedRet = ok === undefined ? [] : ["(void)ret;"];
  const good = ok === undefined ? [] : fill(names, ok, home, "ret");
  if (good !== undefined) return { type: "bool", pointers, statements: [...unusedErr, ...good, "return true;"] };
  const bad = err === undefined ? [] : fill(names, err, home, "err");
  const statements = bad === undefined ? [...unusedErr, IMPOSSIBLE] : [...bad, "return false; // It failed."];
  return { type: "bool", pointers, statements: [...unusedRet, ...statements] };
}

/** Sets what a pointer leads to; undefined where there is no simple value. */
function fill(names: CNames, type: Type, home: Home, pointer: string): readonly string[] | undefined {
  const finish = finishZero(names, type, home, `*${pointer}`);
  if (finish === undefined) return undefined;
  if (shapeOf(type, home).type.kind === "string") return [`${names.world}_string_dup(${pointer}, "");`];
  return [`*${pointer} = (${names.type(type, home)}){0};`, ...finish];
}

/** An async function returns by a call, and says whether it waits for something. */
function asyncFunction(names: CNames, func: Func, home: Home): readonly string[] {
  const name = names.func(func, home);
  const params = parametersOf(func).map(each => declaration(names, each, home));
  const code = `${names.world}_callback_code_t`;
  const exit = `return ${shouty(names.world)}_CALLBACK_CODE_EXIT;`;
  return [
    `${code} ${name}(${params.join(", ") || "void"}) {`,
    ...[...releases(names, func, home), ...returnAsync(names, func.result, home, name), exit].map(indent),
    "}",
    "",
    "// Called when something happens that the function above waits for.",
    `${code} ${name}_callback(${names.world}_event_t *event) {`,
    "    (void)event;",
    `    ${exit}`,
    "}",
  ];
}

function returnAsync(names: CNames, result: Type | undefined, home: Home, name: string): readonly string[] {
  if (result === undefined) return [`${name}_return();`];
  // No parameter is called `ret`.
  const finish = finishZero(names, result, home, "ret");
  if (finish === undefined) return [IMPOSSIBLE];
  return [`${names.type(result, home)} ret = {0};`, ...finish, `${name}_return(ret);`];
}
