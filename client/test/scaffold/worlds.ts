// Worlds as data, and the few words in which they are written.
import type {
  Extern,
  Func,
  Interface,
  PackageName,
  Type,
  TypeBody,
  TypeDef,
  WorldModel,
} from "../../src/wit/world-model.ts";

export const STRING: Type = { kind: "string" };
export const U32: Type = { kind: "u32" };

const OWNER: PackageName = { namespace: "demo", name: "kit", version: "0.1.0" };
const SHAPES: Pick<Interface, "id" | "name" | "package"> = {
  id: "demo:kit/shapes@0.1.0",
  name: "shapes",
  package: OWNER,
};

export function define(name: string, body: TypeBody, owner: TypeDef["owner"] = SHAPES, docs = ""): TypeDef {
  return { name, body, docs, ...(owner === undefined ? {} : { owner }) };
}

export function func(
  name: string,
  params: Readonly<Record<string, Type>>,
  result?: Type,
  more: Partial<Func> = {},
): Func {
  return {
    name,
    kind: "freestanding",
    isAsync: false,
    params: Object.entries(params).map(([name, type]) => ({ name, type })),
    docs: "",
    ...(result === undefined ? {} : { result }),
    ...more,
  };
}

export function named(def: TypeDef): Type {
  return { kind: "named", def };
}

export function exported(
  of: Pick<Interface, "id" | "name" | "package">,
  types: readonly TypeDef[],
  functions: readonly Func[],
): Extern {
  return { kind: "interface", interface: { ...of, docs: "", types, functions } };
}

export function world(exports: readonly Extern[], more: Partial<WorldModel> = {}): WorldModel {
  return { package: OWNER, name: "my-kit", docs: "", imports: [], exports, ...more };
}

const POINT = define("point", {
  kind: "record",
  fields: [
    { name: "x", type: U32 },
    { name: "label", type: STRING },
  ],
});
const COLOR = define("color", { kind: "enum", names: ["red", "dark-green"] });
const MODES = define("modes", { kind: "flags", names: ["bold", "fast"] });
const SHAPE = define("shape", { kind: "variant", cases: [{ name: "dot", type: named(POINT) }, { name: "void" }] });
const CANVAS = define("canvas", { kind: "resource" });

/** One of each kind of type, in an exported interface and in a function of the world itself. */
export const KIT: WorldModel = world([
  exported(
    SHAPES,
    [POINT, COLOR, MODES, SHAPE, CANVAS],
    [
      func(
        "area",
        { of: named(SHAPE), scale: { kind: "option", element: U32 } },
        { kind: "f64" },
        { docs: "How large it is.\nIn cm²\\" },
      ),
      func(
        "paint",
        { in: named(COLOR), modes: named(MODES) },
        { kind: "result", ok: { kind: "list", element: named(POINT) }, err: STRING },
      ),
      func("nearest", { points: { kind: "list", element: named(POINT) } }, { kind: "option", element: named(POINT) }),
      func("first-color", {}, named(COLOR)),
      func("canvas", { name: STRING }, { kind: "own", resource: CANVAS }, { kind: "constructor", resource: CANVAS }),
      func("draw", { what: named(SHAPE) }, undefined, { kind: "method", resource: CANVAS }),
      func(
        "merge",
        { a: { kind: "own", resource: CANVAS }, b: { kind: "borrow", resource: CANVAS } },
        { kind: "own", resource: CANVAS },
        { kind: "static", resource: CANVAS },
      ),
    ],
  ),
  { kind: "function", function: func("greet", { name: STRING }, STRING) },
]);

const RUN = { id: "wasi:cli/run@0.2.12", name: "run", package: { namespace: "wasi", name: "cli", version: "0.2.12" } };

/** A command-line tool. */
export const COMMAND: WorldModel = world([exported(RUN, [], [func("run", {}, { kind: "result" })])]);

const HTTP: PackageName = { namespace: "wasi", name: "http", version: "0.2.12" };
const TYPES = { id: "wasi:http/types@0.2.12", name: "types", package: HTTP };
const STREAMS = { id: "wasi:io/streams@0.2.12", name: "streams", package: { ...HTTP, name: "io" } };
const HANDLER = { id: "wasi:http/incoming-handler@0.2.12", name: "incoming-handler", package: HTTP };
const [REQUEST, RESPONSE] = ["incoming-request", "response-outparam"].map(name => {
  const alias = define(name, { kind: "alias", type: named(define(name, { kind: "resource" }, TYPES)) }, HANDLER);
  return { kind: "own", resource: alias } satisfies Type;
});

/** A web service. */
export const WEB: WorldModel = world(
  [exported(HANDLER, [], [func("handle", { request: REQUEST!, "response-out": RESPONSE! })])],
  { imports: [exported(STREAMS, [], []), exported(TYPES, [], [])] },
);
