// What `wit-bindgen c-sharp` 0.63 makes of these worlds with `--generate-stub`, and the simplest values.
import assert from "node:assert/strict";
import { test } from "node:test";
import { dotnetProject } from "../../src/scaffold/dotnet/project.ts";
import { componentSource } from "../../src/scaffold/dotnet/source.ts";
import { SAMPLES, worldOf } from "./wit-worlds.ts";
import { WEB } from "./worlds.ts";

/** The lines of a source without indentation. */
function lines(text: string): readonly string[] {
  return componentSource(worldOf(text), "my-kit")
    .split("\n")
    .map(line => line.trim());
}

/** What is between the braces of a member. */
function bodyOf(text: string, member: string): string | undefined {
  const all = lines(text);
  const at = all.findIndex(line => line.startsWith(`public ${member}(`));
  assert.ok(at >= 0, `${member} is not in ${all.join("\n")}`);
  return all.slice(at + 2, all.indexOf("}", at)).join(" ");
}

const INTERFACE = (items: string): string => `package a:b; interface i { ${items} } world w { export i; }`;

const MEMBERS: readonly (readonly [what: string, items: string, member: string, body: string])[] = [
  [
    "numbers",
    "f: func(a: s8, b: u16, c: list<u64>, d: f32) -> u32;",
    "static uint F(sbyte a, ushort b, ulong[] c, float d)",
    "return 0;",
  ],
  [
    "characters and texts",
    "f: func(a: list<char>, b: list<string>) -> string;",
    "static string F(List<uint> a, List<string> b)",
    'return "";',
  ],
  [
    "names that are words of C#",
    "f: func(%as: bool, some-name: bool) -> bool;",
    "static bool F(bool @as, bool someName)",
    "return false;",
  ],
  ["an option", "f: func() -> option<string>;", "static string? F()", "return null;"],
  [
    "an option of an option",
    "f: func() -> option<option<u8>>;",
    "static Option<byte?> F()",
    "return Option<byte?>.None;",
  ],
  ["tuples", "f: func(a: tuple<u8>) -> tuple<u8, string>;", "static (byte, string) F(byte a)", 'return (0, "");'],
  [
    "the error of a result, which is thrown",
    "f: func() -> result<list<u8>, string>;",
    "static byte[] F()",
    "return [];",
  ],
  ["a result of nothing", "f: func() -> result;", "static void F()", ""],
  [
    "a result within another type",
    "f: func() -> list<result<_, u8>>;",
    "static List<Result<None, byte>> F()",
    "return [];",
  ],
  [
    "a result within a tuple",
    "f: func() -> tuple<result<u8>, u8>;",
    "static (Result<byte, None>, byte) F()",
    "return (Result<byte, None>.Ok(0), 0);",
  ],
  [
    "a record",
    "record r { a: u8, b: option<u8> } f: func() -> r;",
    "static IIExports.R F()",
    "return new IIExports.R(0, null);",
  ],
  ["an enum", "enum e { dark-red, b } f: func() -> e;", "static IIExports.E F()", "return IIExports.E.DARK_RED;"],
  ["flags", "flags g { a } f: func() -> g;", "static IIExports.G F()", "return default(IIExports.G);"],
  [
    "a variant",
    "variant v { some-case(u8), b } f: func() -> v;",
    "static IIExports.V F()",
    "return IIExports.V.SomeCase(0);",
  ],
  ["a map", "f: func() -> map<string, u8>;", "static Dictionary<string, byte> F()", "return new();"],
  [
    "what is asynchronous",
    "f: async func() -> string;",
    "static Task<string> F()",
    'return Task.FromResult<string>("");',
  ],
  ["what is asynchronous and gives nothing", "f: async func();", "static Task F()", "return Task.CompletedTask;"],
  [
    "an asynchronous method",
    "resource r { m: async func() -> u8; }",
    "Task<byte> M(IIExports.R self)",
    "return Task.FromResult<byte>(0);",
  ],
  [
    "a resource",
    "resource r { constructor(n: string); } f: func(b: borrow<r>) -> r;",
    "static IIExports.R F(IIExports.R b)",
    'return new IExportsImpl.R("");',
  ],
  [
    "a resource that only another of its kind makes",
    "resource r { constructor(r: own<r>); } f: func() -> result<r, u8>;",
    "static IIExports.R F()",
    "throw new WitException<byte>(0, 0);",
  ],
];

for (const [what, items, member, body] of MEMBERS) {
  test(`C#: ${what}`, () => {
    const all = lines(INTERFACE(items));
    assert.ok(all.includes(`public ${member}`), all.join("\n"));
    assert.equal(bodyOf(INTERFACE(items), member.slice(0, member.indexOf("("))), body);
  });
}

test("C#: each exported interface and the world have a class under the name that the bindings look for", () => {
  const heads = lines(SAMPLES.kinds).filter(line => /^(?:namespace .*[^}]|public class .*)$/.test(line));
  assert.deepEqual(heads, [
    "namespace KindsWorld",
    "public class KindsWorldExportsImpl : IKindsWorldExports",
    "namespace KindsWorld.wit.Exports.demo.kinds",
    "public class AllExportsImpl : IAllExports",
    "namespace KindsWorld.wit.Exports.demo.kinds",
    "public class MoreExportsImpl : IMoreExports",
    "public class Book : IMoreExports.Book, IMoreExports.IBook",
    "public class Plain : IMoreExports.Plain, IMoreExports.IPlain",
  ]);
});

test("C#: types of imports, and those of the world itself", () => {
  const all = lines(SAMPLES.imports);
  assert.ok(all.includes("using ImportsWorld.wit.Imports.demo.imports;"));
  assert.ok(all.includes("public static void C(IFilesImports.File f)"));
  const own = `package a:b; world w { enum e { x } record r { e: e } export f: func(r: r) -> e; }`;
  assert.ok(lines(own).includes("public static E F(IWWorldImports.R r)"));
});

test("C#: a package's version is in its namespace where there are two, and may be where there is one", () => {
  const one = lines("package a:b@1.2.0-x; interface i { f: func(); } world w { export i; }");
  assert.ok(one.includes("namespace WWorld.wit.Exports.a.b.v1_2_0_x { }"));
  assert.ok(one.includes("namespace WWorld.wit.Exports.a.b"));
  const two = lines(`package a:b;
package x:y@1.0.0 { interface i { f: func(); } }
package x:y@2.0.0 { interface i { f: func(); } }
world w { export x:y/i@1.0.0; export x:y/i@2.0.0; }`);
  assert.deepEqual(
    two.filter(line => line.startsWith("namespace")),
    ["namespace WWorld.wit.Exports.x.y.v1_0_0", "namespace WWorld.wit.Exports.x.y.v2_0_0"],
  );
});

test("C#: a web service answers", () => {
  const text = componentSource(WEB, "my-web");
  assert.match(text, /ITypesImports\.ResponseOutparam\.Set\(responseOut, Result<.*>\.Ok\(response\)\);/);
  assert.match(text, /^using MyKitWorld\.wit\.Imports\.wasi\.http;$/m);
  const both = { ...WEB, exports: [...WEB.exports, ...WEB.imports] };
  assert.doesNotMatch(componentSource(both, "my-web"), /Outparam\.Set/);
});

test("C#: the bindings are told which features are switched on", () => {
  const text = "package a:b; world w { @unstable(feature = x) export f: func(); }";
  const project = (features: readonly string[]): string =>
    dotnetProject(worldOf(text, features), "my-kit", "wit").files["MyKit.csproj"]!;
  assert.match(project(["x", "y"]), /<WitBindgenAddtionalArgs>--features x,y<\/WitBindgenAddtionalArgs>/);
  assert.doesNotMatch(project([]), /AddtionalArgs/);
});
