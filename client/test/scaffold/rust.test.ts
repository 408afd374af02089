import assert from "node:assert/strict";
import { test } from "node:test";
import { rustProject } from "../../src/scaffold/rust/project.ts";
import type { WorldModel } from "../../src/wit/world-model.ts";
import { worldOf } from "./wit-worlds.ts";
import { COMMAND, define, exported, func, KIT, named, STRING, U32, WEB, world } from "./worlds.ts";

function source(model: WorldModel): string {
  return rustProject(model, "my-tool", "wit").files["src/lib.rs"]!;
}

/** The signature and body of a function, without indentation and docs. */
function definition(model: WorldModel, start: string): string {
  const text = source(model);
  const at = text.indexOf(`fn ${start}`);
  assert.ok(at >= 0, `fn ${start} is not in ${text}`);
  return text.slice(at, text.indexOf("\n    }", at)).replace(/\n\s*/g, " ");
}

const DEFINITIONS: readonly (readonly [name: string, start: string, text: string])[] = [
  ["types of the interface", "area(", "fn area(_of: shapes::Shape, _scale: Option<u32>) -> f64 { 0.0"],
  [
    "a result",
    "paint(",
    "fn paint(_in: shapes::Color, _modes: shapes::Modes) -> Result<Vec<shapes::Point>, String> { Ok(Vec::new())",
  ],
  ["an enum's first case", "first_color(", "fn first_color() -> shapes::Color { shapes::Color::Red"],
  ["a constructor", "new(", "fn new(_name: String) -> Self { MyCanvas"],
  ["a method", "draw(", "fn draw(&self, _what: shapes::Shape) {"],
  [
    "handles",
    "merge(",
    "fn merge(_a: shapes::Canvas, _b: shapes::CanvasBorrow<'_>) -> shapes::Canvas { shapes::Canvas::new(MyCanvas)",
  ],
  ["a function of the world", "greet(", "fn greet(_name: String) -> String { String::new()"],
];

for (const [name, start, text] of DEFINITIONS) {
  test(`Rust: ${name}`, () => assert.equal(definition(KIT, start), text));
}

test("Rust: the traits of the world, of its interfaces and of their resources are implemented", () => {
  const text = source(KIT);
  assert.match(
    text,
    /^\/\/! The component of the world demo:kit\/my-kit\.\n\nwit_bindgen::generate!\(\{\n {4}path: "wit",\n {4}world: "my-kit",\n/,
  );
  assert.match(text, /^use exports::demo::kit::shapes;$/m);
  assert.match(text, /^impl Guest for Component \{\n {4}fn greet/m);
  assert.match(text, /^impl shapes::Guest for Component \{\n {4}type Canvas = MyCanvas;\n/m);
  assert.match(text, /^struct MyCanvas;\n\nimpl shapes::GuestCanvas for MyCanvas \{\n/m);
  assert.match(text, /^ {4}\/\/\/ How large it is\.$/m);
  assert.match(text, /^export!\(Component\);\n$/m);
});

test("Rust: the bindings are told which features are switched on", () => {
  const model = worldOf("package a:b; world w { @unstable(feature = x) export f: func(); }", ["x", "y"]);
  assert.match(source(model), /world: "w",\n {4}features: \["x", "y"\],\n {4}generate_all,/);
  assert.match(source(model), /fn f\(\)/);
  assert.doesNotMatch(source(KIT), /features/);
});

test("Rust: the manifest names the crate and the bindings' version, and stands for itself", () => {
  const manifest = rustProject(KIT, "my-tool", "wit").files["Cargo.toml"]!;
  assert.match(manifest, /^name = "my-tool"$/m);
  assert.match(manifest, /^crate-type = \["cdylib"\]$/m);
  assert.match(manifest, /^wit-bindgen = "\d+\.\d+\.\d+"$/m);
  assert.match(manifest, /^\[workspace\]$/m);
});

test("Rust: run greets, and so does a web service", () => {
  assert.equal(definition(COMMAND, "run("), 'fn run() -> Result<(), ()> { println!("Hello from my-tool!"); Ok(())');
  assert.match(
    definition(WEB, "handle("),
    /^fn handle\(request: incoming_handler::IncomingRequest, response_out: incoming_handler::ResponseOutparam\) \{ use wasi::http::types::\{.*ResponseOutparam::set\(response_out, Ok\(response\)\);/,
  );
});

test("Rust: values that need something of others are left to write", () => {
  const others = { id: "a:b/i", name: "i", package: { namespace: "a", name: "b" } };
  const thing = define("thing", { kind: "resource" }, others);
  const own = { kind: "own", resource: thing } as const;
  const holder = define("holder", { kind: "record", fields: [{ name: "of", type: own }] });
  const f = (result: Parameters<typeof func>[2]) =>
    source(
      world([{ kind: "function", function: func("f", {}, result) }], { imports: [exported(others, [thing], [])] }),
    );
  assert.match(f(own), /fn f\(\) -> a::b::i::Thing \{\n {8}todo!\(/);
  assert.match(f({ kind: "result", ok: own, err: U32 }), /Err\(0\)/);
  assert.match(f({ kind: "option", element: named(holder) }), /None/);
});

test("Rust: modules of one name are told apart, also by version", () => {
  const [old, recent] = ["0.1.0", "0.2.0"].map(version => ({ namespace: "a", name: "b", version }));
  const at = (owner: typeof old) =>
    exported({ id: `a:b/types@${owner!.version}`, name: "types", package: owner! }, [], [func("f", {})]);
  const text = source(world([at(old), at(recent)], { packages: [old!, recent!] }));
  assert.match(text, /^use exports::a::b0_1_0::types;$/m);
  assert.match(text, /^use exports::a::b0_2_0::types as b_types;$/m);
  assert.match(text, /^impl b_types::Guest for Component/m);
});

test("Rust: the macro is told the world as it finds it", () => {
  const text = rustProject(KIT, "my-tool", "wit", "demo:kit/my-kit@0.1.0").files["src/lib.rs"]!;
  assert.match(text, /^ {4}world: "demo:kit\/my-kit@0\.1\.0",$/m);
});

test("Rust: a world without functions has nothing to implement", () => {
  const text = source(world([exported({ id: "i", name: "i" }, [define("t", { kind: "alias", type: STRING })], [])]));
  assert.match(text, /there is nothing to implement/);
  assert.doesNotMatch(text, /export!|struct/);
});

test("Rust: a world that exports wasi:http/types too makes responses in its own way", () => {
  const both = { ...WEB, exports: [...WEB.exports, ...WEB.imports] };
  assert.doesNotMatch(definition(both, "handle("), /set\(/);
});

const ACCESSORS = `package a:b;
interface i { resource r { size: get() -> u64; size: set(value: u64) -> result<_, string>; all: static get() -> u8; } }
world w { export i; export match: get() -> u8; export match: set(value: u8); }`;

test("Rust: a getter has the name alone, a setter `set_` in front", () => {
  const world = worldOf(ACCESSORS);
  assert.equal(definition(world, "match_("), "fn match_() -> u8 { 0");
  assert.equal(definition(world, "set_match("), "fn set_match(_value: u8) {");
  assert.equal(definition(world, "size("), "fn size(&self) -> u64 { 0");
  assert.equal(definition(world, "set_size("), "fn set_size(&self, _value: u64) -> Result<(), String> { Ok(())");
  assert.equal(definition(world, "all("), "fn all() -> u8 { 0");
});

test("Rust: an interface that the world gives names is a module of each name, with a struct for each resource", () => {
  const text = source(
    worldOf(`package a:b;
interface store { resource bucket; record key { x: u8 } open: func(k: key) -> bucket; }
world w { import cache: store; export first: store; export second: store; }`),
  );
  assert.match(text, /^use exports::first;\nuse exports::second;$/m);
  assert.match(text, /^impl first::Guest for Component \{\n {4}type Bucket = MyFirstBucket;\n/m);
  assert.match(
    text,
    /^ {4}fn open\(_k: second::Key\) -> second::Bucket \{\n {8}second::Bucket::new\(MySecondBucket\)$/m,
  );
});

test("Rust: a web service of WASI 0.3 answers asynchronously, with what wit-bindgen needs for that", () => {
  const [types, handler] = ["types", "handler"].map(name => ({
    id: `wasi:http/${name}@0.3.0`,
    name,
    package: { namespace: "wasi", name: "http", version: "0.3.0" },
  }));
  const handle = func("handle", { request: U32 }, { kind: "result" }, { isAsync: true });
  const web = world([exported(handler!, [], [handle])], { imports: [exported(types!, [], [])] });
  assert.match(
    definition(web, "handle("),
    /^fn handle\(request: u32\) -> Result<\(\), \(\)> \{ use wasi::http::types::\{Fields, Response\};.* Ok\(response\)$/,
  );
  assert.match(rustProject(web, "my-web", "wit").files["Cargo.toml"]!, /^wit-bindgen = \{.*"async-spawn".*\}$/m);
});
