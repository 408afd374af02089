// The functions that the form is tried with.

const of = kind => ({ kind });
const point = {
  kind: "record",
  name: "point",
  fields: [
    { name: "x", type: of("s32"), docs: "To the right." },
    { name: "y", type: of("s32"), docs: "Upwards." },
  ],
};
const brush = {
  kind: "variant",
  name: "brush",
  cases: [
    { name: "thin", type: undefined },
    { name: "thick", type: of("u8"), docs: "So many pixels wide." },
  ],
};
const layers = { kind: "flags", name: "layers", names: ["front", "back"] };
const canvas = { kind: "handle", what: "resource", resource: { id: 3, name: "canvas" } };

const INSTANCE = "demo:paint/painting@0.1.0";

function form(name, params, result, more = {}) {
  return {
    key: `demo:paint/painting.${name}@0.1.0`,
    instance: INSTANCE,
    name,
    title: name.replace(/^\[\w+\]/, ""),
    signature: `${name}(…)`,
    docs: "",
    type: { params, result },
    needsInstance: false,
    ...more,
  };
}

export const line = form(
  "line",
  [
    { name: "points", type: { kind: "list", element: point } },
    { name: "style", type: brush },
    { name: "title", type: { kind: "option", element: of("string") } },
    { name: "where", type: layers },
  ],
  { kind: "result", ok: { kind: "list", element: point }, err: of("string") },
  {
    signature:
      "line(points: list<point>, style: brush, title: option<string>, where: layers) -> result<list<point>, string>",
    docs: "Draws a line; fails when it has fewer points than two.",
  },
);

export const draw = form(
  "[method]canvas.draw",
  [
    { name: "self", type: { ...canvas, borrowed: true } },
    { name: "style", type: brush },
  ],
  of("u32"),
  { needsInstance: true, signature: "canvas.draw(style: brush) -> u32" },
);

export const make = form("[constructor]canvas", [{ name: "title", type: of("string") }], canvas, {
  needsInstance: true,
  title: "new canvas",
  signature: "new canvas(title: string)",
});

export const numbers = form(
  "numbers",
  ["u8", "s64", "f32", "char", "bool", "string"].map(kind => ({ name: kind, type: of(kind) })),
  undefined,
);

export const unknown = { ...form("unknown", [], undefined), type: undefined };

export const WASMTIME = { id: "wasmtime", title: "Wasmtime 49.0.3" };
export const EMBEDDED = { id: "embedded", title: "Embedded runtime (jco in Node.js 24.11.1)" };

export function show(functions, more = {}) {
  return {
    kind: "show",
    component: "/home/ada/paint/dist/paint.wasm",
    label: "paint.wasm",
    functions,
    runtimes: [WASMTIME, EMBEDDED],
    missing: [],
    histories: {},
    handles: [],
    ...more,
  };
}
