import assert from "node:assert/strict";
import { test } from "node:test";
import { cProject } from "../../src/scaffold/c/project.ts";
import type { WorldModel } from "../../src/wit/world-model.ts";
import { worldOf } from "./wit-worlds.ts";
import { COMMAND, define, exported, func, KIT, named, STRING, U32, WEB, world } from "./worlds.ts";

function source(model: WorldModel): string {
  return cProject(model, "my-tool").files["component.c"]!;
}

/** The definition of a function, without its docs. */
function definition(model: WorldModel, name: string): string {
  const text = source(model);
  const start = text.search(new RegExp(`^[^/\\n]*\\b${name}\\(`, "m"));
  assert.ok(start >= 0, `${name} is not in ${text}`);
  return text.slice(start, text.indexOf("\n}", start) + 2);
}

const DEFINITIONS: readonly (readonly [name: string, function_: string, lines: readonly string[]])[] = [
  [
    "a variant and an option as parameters",
    "exports_demo_kit_shapes_area",
    [
      "double exports_demo_kit_shapes_area(exports_demo_kit_shapes_shape_t *of, uint32_t *maybe_scale) {",
      "    exports_demo_kit_shapes_shape_free(of);",
      "    (void)maybe_scale;",
      "    return 0;",
      "}",
    ],
  ],
  [
    "a result",
    "exports_demo_kit_shapes_paint",
    [
      "bool exports_demo_kit_shapes_paint(exports_demo_kit_shapes_color_t in, exports_demo_kit_shapes_modes_t modes, exports_demo_kit_shapes_list_point_t *ret, my_kit_string_t *err) {",
      "    (void)in;",
      "    (void)modes;",
      "    (void)err;",
      "    *ret = (exports_demo_kit_shapes_list_point_t){0};",
      "    return true;",
      "}",
    ],
  ],
  [
    "an option as the result",
    "exports_demo_kit_shapes_nearest",
    [
      "bool exports_demo_kit_shapes_nearest(exports_demo_kit_shapes_list_point_t *points, exports_demo_kit_shapes_point_t *ret) {",
      "    exports_demo_kit_shapes_list_point_free(points);",
      "    (void)ret;",
      "    return false; // There is none.",
      "}",
    ],
  ],
  [
    "an enum's first case",
    "exports_demo_kit_shapes_first_color",
    [
      "exports_demo_kit_shapes_color_t exports_demo_kit_shapes_first_color(void) {",
      "    return EXPORTS_DEMO_KIT_SHAPES_COLOR_RED;",
      "}",
    ],
  ],
  [
    "a constructor",
    "exports_demo_kit_shapes_constructor_canvas",
    [
      "exports_demo_kit_shapes_own_canvas_t exports_demo_kit_shapes_constructor_canvas(my_kit_string_t *name) {",
      "    my_kit_string_free(name);",
      "    return exports_demo_kit_shapes_canvas_new(calloc(1, sizeof(exports_demo_kit_shapes_canvas_t)));",
      "}",
    ],
  ],
  [
    "a method, whose self is a pointer",
    "exports_demo_kit_shapes_method_canvas_draw",
    [
      "void exports_demo_kit_shapes_method_canvas_draw(exports_demo_kit_shapes_borrow_canvas_t self, exports_demo_kit_shapes_shape_t *what) {",
      "    (void)self;",
      "    exports_demo_kit_shapes_shape_free(what);",
      "}",
    ],
  ],
  [
    "an owned resource, which is dropped",
    "exports_demo_kit_shapes_static_canvas_merge",
    [
      "exports_demo_kit_shapes_own_canvas_t exports_demo_kit_shapes_static_canvas_merge(exports_demo_kit_shapes_own_canvas_t a, exports_demo_kit_shapes_borrow_canvas_t b) {",
      "    exports_demo_kit_shapes_canvas_drop_own(a);",
      "    (void)b;",
      "    return exports_demo_kit_shapes_canvas_new(calloc(1, sizeof(exports_demo_kit_shapes_canvas_t)));",
      "}",
    ],
  ],
  [
    "a function of the world",
    "exports_my_kit_greet",
    [
      "void exports_my_kit_greet(my_kit_string_t *name, my_kit_string_t *ret) {",
      "    my_kit_string_free(name);",
      '    my_kit_string_dup(ret, "");',
      "}",
    ],
  ],
];

for (const [name, function_, lines] of DEFINITIONS) {
  test(`C: ${name}`, () => assert.equal(definition(KIT, function_), lines.join("\n")));
}

test("C: the source includes what it uses, defines resources, and takes over the documentation", () => {
  const text = source(KIT);
  assert.match(
    text,
    /^\/\/ The component of the world demo:kit\/my-kit\.\n#include <stdlib\.h>\n#include "my_kit\.h"\n/,
  );
  assert.match(text, /^struct exports_demo_kit_shapes_canvas_t \{\n {4}int unused;/m);
  assert.match(
    text,
    /^void exports_demo_kit_shapes_canvas_destructor\(exports_demo_kit_shapes_canvas_t \*rep\) \{\n {4}free\(rep\);/m,
  );
  // A backslash at a line's end would hide the next line.
  assert.match(text, /^\/\/ How large it is\.\n\/\/ In cm²\ndouble/m);
});

test("C: run greets, and so does a web service", () => {
  assert.match(definition(COMMAND, "exports_wasi_cli_run_run"), /printf\("Hello from my-tool!\\n"\);/);
  assert.match(source(COMMAND), /#include <stdio\.h>/);
  const handle = definition(WEB, "exports_wasi_http_incoming_handler_handle");
  assert.match(handle, /wasi_http_types_static_response_outparam_set\(response_out, &answer\);/);
  assert.match(handle, /wasi_io_streams_output_stream_drop_own\(stream\);/);
});

test("C: words of the language get an underscore, versions are told apart where there are several", () => {
  const owner = { namespace: "a", name: "b", version: "1.2.3-rc.1" };
  const i = { id: "a:b/i@1.2.3-rc.1", name: "i", package: owner };
  const model = world([exported(i, [], [func("f", { default: U32, "a-b": U32 })])], {
    packages: [owner, { ...owner, version: "2.0.0" }],
  });
  assert.match(source(model), /^void exports_a_b_1_2_3_rc_1_i_f\(uint32_t default_, uint32_t a_b\) \{$/m);
});

test("C: an async function returns by a call", () => {
  const model = world([{ kind: "function", function: func("wait", { value: U32 }, STRING, { isAsync: true }) }]);
  assert.equal(
    definition(model, "exports_my_kit_wait"),
    [
      "my_kit_callback_code_t exports_my_kit_wait(uint32_t value) {",
      "    (void)value;",
      "    my_kit_string_t ret = {0};",
      "    exports_my_kit_wait_return(ret);",
      "    return MY_KIT_CALLBACK_CODE_EXIT;",
      "}",
    ].join("\n"),
  );
  assert.match(source(model), /exports_my_kit_wait_callback\(my_kit_event_t \*event\)/);
});

test("C: borrowed resources of others are dropped, wherever they are", () => {
  const others = { id: "a:b/i", name: "i", package: { namespace: "a", name: "b" } };
  const thing = define("thing", { kind: "resource" }, others);
  const use = define("thing", { kind: "alias", type: named(thing) }, { id: "inline", name: "inline" });
  const list = { kind: "list", element: { kind: "borrow", resource: use } } as const;
  const inline = exported(
    { id: "inline", name: "inline" },
    [use],
    [func("f", { all: list }, { kind: "own", resource: use })],
  );
  assert.equal(
    definition(world([inline], { imports: [exported(others, [thing], [])] }), "inline_f"),
    [
      "inline_own_thing_t inline_f(inline_list_borrow_thing_t *all) {",
      "    for (size_t i_0 = 0; i_0 < all->len; i_0++) {",
      "        a_b_i_thing_drop_borrow(all->ptr[i_0]);",
      "    }",
      "    inline_list_borrow_thing_free(all);",
      "    abort(); // There is no simple value of this type: make one.",
      "}",
    ].join("\n"),
  );
});

test("C: a world that exports wasi:http/types too makes responses in its own way", () => {
  const both = { ...WEB, exports: [...WEB.exports, ...WEB.imports] };
  assert.doesNotMatch(definition(both, "exports_wasi_http_incoming_handler_handle"), /set\(/);
});

test("C: a type of built-in types alone has the name of the interface of its package where it is met first", () => {
  const owner = { namespace: "a", name: "b" };
  const bytes = { kind: "stream", element: { kind: "u8" } } as const;
  const [i, j] = ["i", "j"].map(name => ({ id: `a:b/${name}`, name, package: owner }));
  const other = { id: "c:d/k", name: "k", package: { namespace: "c", name: "d" } };
  const each = [i!, j!, other].map(home => exported(home, [], [func("f", { x: bytes })]));
  const text = source(world(each));
  assert.match(text, /^void exports_a_b_i_f\(exports_a_b_i_stream_u8_t x\)/m);
  assert.match(text, /^void exports_a_b_j_f\(exports_a_b_i_stream_u8_t x\)/m);
  assert.match(text, /^void exports_c_d_k_f\(exports_c_d_k_stream_u8_t x\)/m);
});

test("C: functions of the world have such types by the first import that has them, copies of an interface by themselves", () => {
  const text = source(
    worldOf(`package a:b;
interface i { f: func(x: future<future<u32>>); }
interface j { f: func(x: future<future<u32>>); }
world w { import i; import j; export i; export y: j; export z: interface { f: func(x: future<future<u32>>); } export f: func(x: future<future<u32>>); }`),
  );
  const signatures = [...text.matchAll(/^void (\w+)\((\w+)_future_future_u32_t x\)/gm)].map(match => match.slice(1));
  assert.deepEqual(Object.fromEntries(signatures), {
    exports_w_f: "a_b_i",
    exports_a_b_i_f: "exports_a_b_i",
    y_f: "exports_a_b_i",
    z_f: "z",
  });
});

test("C: accessors have get and set in their names", () => {
  const text = source(
    worldOf(`package a:b;
interface i { resource r { size: get() -> u64; size: set(value: u64); all: static get() -> u8; } prop: get() -> u8; }
world w { export i; export prop: get() -> u8; export prop: set(value: u8); }`),
  );
  const names = [...text.matchAll(/^\w+ (exports_\w+)\(/gm)].map(match => match[1]);
  assert.deepEqual(names, [
    "exports_w_get_prop",
    "exports_w_set_prop",
    "exports_a_b_i_r_destructor",
    "exports_a_b_i_method_get_r_size",
    "exports_a_b_i_method_set_r_size",
    "exports_a_b_i_static_get_r_all",
    "exports_a_b_i_get_prop",
  ]);
});

test("C: an interface that the world gives names has each of them as its prefix", () => {
  const text = source(
    worldOf(`package a:b;
interface store { resource bucket; record key { x: u8 } open: func(k: key) -> bucket; }
world w { import cache: store; export first: store; export second: store; }`),
  );
  assert.match(text, /^struct first_bucket_t \{$/m);
  assert.match(text, /^second_own_bucket_t second_open\(second_key_t \*k\) \{$/m);
  assert.doesNotMatch(text, /a_b_store/);
});
