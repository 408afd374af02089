// Rows about names, types, functions and worlds.
import type { Row } from "./rows.ts";

const row = (id: string, message: RegExp, text: string, near?: RegExp): Row => ({
  id,
  message,
  trigger: { kind: "items", text },
  ...(near ? { near } : {}),
});

const inInterface = (id: string, message: RegExp, text: string, near?: RegExp): Row =>
  row(id, message, `interface i { ${text} }`, near);

const inWorld = (id: string, message: RegExp, text: string, near?: RegExp): Row =>
  row(id, message, `world w { ${text} }`, near);

const noItem = /^interface or world `.*` does not exist/;
const twice = /^name `.*` is defined more than once/;
const conflict = /^name `.*` conflicts with previous name/;
const prior = (direction: string, kind: string): RegExp =>
  new RegExp(`^${direction} \`.*\` conflicts with prior ${kind}`);
const manyFlags = Array.from({ length: 33 }, (_, i) => `x${i}`).join(", ");

export const meaningRows: readonly Row[] = [
  inInterface("iface-or-world-missing-use", noItem, "use nope.{t};", /\buse\s+‸[^;]*\{/),
  row("iface-or-world-missing-toplevel", noItem, "use nope as x;", /\buse\s+‸[^;.{]*;/),
  inWorld("iface-or-world-missing-import", noItem, "import nope;", /\b(?:import|export)\b[^;]*‸/),
  inWorld("iface-or-world-missing-include", noItem, "include nope;", /\binclude\s+‸/),
  inInterface("type-missing", /^type `(?!float)/, "type t = nope;"),
  inInterface("type-missing-float32", /^type `float(?:32|64)` does not exist/, "type t = float32;"),
  inInterface("float32-in-func", /^name `float(?:32|64)` does not exist/, "f: func() -> float32;"),
  inInterface("name-missing-func", /^name `.*` does not exist/, "f: func() -> nope;", /^(?!\s*(?:@[^)]*\)\s*)*use\b)/),
  row(
    "name-missing-use",
    /^name `.*` does not exist/,
    "interface i { use j.{nope}; } interface j {}",
    /\buse\b|^\s*(?:[\w%-]+\s*,\s*)*‸|[{,]\s*‸/,
  ),
  row("import-function", /^cannot import function/, "interface i { use j.{f}; } interface j { f: func(); }"),
  inInterface("function-as-type", /^cannot use function/, "f: func(); g: func() -> f;"),
  inInterface("forward-function-as-type", /^name `.*` does not exist/, "g: func() -> f; f: func();"),
  row(
    "world-not-interface",
    /is defined as a world, not an interface/,
    "world v {} world w { import v; }",
    /\b(?:import|export)\b/,
  ),
  row("interface-not-world", /is defined as an interface, not a world/, "interface v {} world w { include v; }"),
  row(
    "use-from-world",
    /is defined as a world, not an interface/,
    "interface i { use v.{t}; } world v { type t = u8; }",
    /\buse\s/,
  ),
  inInterface("type-cycle", /^type `.*` depends on itself/, "type t = list<t>;"),
  row(
    "use-cycle",
    /^interface or world `.*` depends on itself/,
    "interface i { use j.{t}; type u = u8; } interface j { use i.{u}; type t = u8; }",
    /\binterface\s+‸|\buse\s/,
  ),
  row(
    "include-cycle",
    /^interface or world `.*` depends on itself/,
    "world a { include b; } world b { include a; }",
    /\bworld\s+‸|\binclude\s/,
  ),
  inInterface("name-defined-twice-type", twice, "type t = u8; type t = u8;", /^(?!.*\buse\b)/s),
  row(
    "name-defined-twice-use",
    twice,
    "interface i { use j.{t}; use k.{t}; } interface j { type t = u8; } interface k { type t = u8; }",
    /\buse\b|[{,]\s*‸/,
  ),
  row("name-use-vs-def", twice, "interface i { use j.{t}; type t = u8; } interface j { type t = u8; }"),
  inInterface("name-func-vs-type", /^duplicate name `[^[]*`$/, "type t = u8; t: func();"),
  inInterface("name-func-dup", /^duplicate name `[^[]*`$/, "f: func(); f: func();"),
  inInterface("name-case-conflict", conflict, "f: func(); F: func();"),
  inInterface("name-hyphen-conflict", conflict, "ab: func(); a-b: func();", /-/),
  inInterface("resource-method-named-resource", /^name `\[.*\](.*)\.\1` conflicts/, "resource r { r: func(); }"),
  inInterface(
    "resource-dup-method",
    /^name `\[(?:method|static)\].*` conflicts/,
    "resource r { f: func(); f: static func(); }",
  ),
  inInterface("resource-dup-ctor", /^duplicate name `\[constructor\]/, "resource r { constructor(); constructor(); }"),
  inInterface("record-dup-field", /^duplicate field/, "record r { a: u8, a: u8 }"),
  inInterface("record-case-field", /^field `.*` conflicts/, "record r { a: u8, A: u8 }"),
  inInterface("enum-dup-case", /^duplicate case/, "enum r { a, a }", /\benum\b|^\s*[\w%-]+\s*,|‸[\w%-]+\s*[,}]/),
  inInterface("variant-dup-case", /^duplicate case/, "variant r { a, a(u8) }"),
  inInterface("flags-dup", /^duplicate flag/, "flags r { a, a }"),
  inInterface("param-dup", /^param `.*` is defined more/, "f: func(a: u8, a: u8);"),
  inInterface("param-case", /^param `.*[A-Z].*` is defined more/, "f: func(a: u8, A: u8);"),
  inInterface("param-self", /^param `self` is defined more/, "resource r { f: func(self: u8); }"),
  inInterface("empty-record", /^empty record/, "record r {}"),
  inInterface("empty-flags", /^empty flags/, "flags r {}"),
  inInterface("empty-enum", /^empty enum/, "enum r {}"),
  inInterface("empty-variant", /^empty variant/, "variant r {}"),
  inInterface("empty-tuple", /^empty tuple/, "type r = tuple<>;"),
  inInterface("too-many-flags", /^cannot have more than 32 flags/, `flags r { ${manyFlags} }`),
  inInterface("map-key", /^invalid map key type/, "type t = map<f32, u8>;"),
  inInterface("map-key-alias", /^invalid map key type/, "type k = u8; type t = map<k, u8>;"),
  inInterface("handle-not-resource", /^type `.*` used in a handle/, "type t = u8; f: func(x: borrow<t>);"),
  inInterface("ctor-result-not-result", /^if a constructor return type/, "resource r { constructor() -> u8; }"),
  inInterface("ctor-result-ok", /^the `ok` type must be/, "resource r { constructor() -> result<u8>; }"),
  inInterface("getter-params", /^getters cannot have parameters/, "x: get(a: u8) -> u8;"),
  inInterface("setter-params", /^setters must have exactly/, "x: get() -> u8; x: set();"),
  inInterface("getter-no-result", /^getters must return/, "x: get();"),
  inInterface("setter-result", /^if a setter return type/, "x: get() -> u8; x: set(v: u8) -> u8;"),
  inInterface("setter-no-getter", /^setter `.*` has no corresponding/, "x: set(v: u8);"),
  inWorld(
    "world-setter-no-getter",
    /^(?:import|export) `.*` in world .* has no corresponding getter/,
    "import x: set(v: u8);",
  ),
  inInterface(
    "accessor-conflict",
    /^name `.*` conflicts with previous name `.*\[[gs]et\]|^name `.*\[[gs]et\]/,
    "x: get() -> u8; x: func();",
  ),
  inInterface("return-borrow", /returns a type which contains a `borrow/, "resource r; f: func() -> borrow<r>;"),
  inInterface(
    "return-borrow-nested",
    /returns a type which contains a `borrow/,
    "resource r; type t = option<borrow<r>>; f: func() -> list<t>;",
  ),
  row("import-twice", /^interface cannot be imported more/, "interface i {} world w { import i; import i; }"),
  row("export-twice", /^interface cannot be exported more/, "interface i {} world w { export i; export i; }"),
  inWorld("import-prior-func", prior("import", "func"), "import f: func(); import f: func();"),
  inWorld("import-prior-iface", prior("import", "interface"), "import f: interface {} import f: func();"),
  inWorld("import-prior-type", prior("import", "type"), "type f = u8; import f: func();"),
  inWorld("export-prior-func", prior("export", "func"), "export f: func(); export f: func();"),
  inWorld("import-case", conflict, "import f: func(); import F: func();", /\bimport\b/),
  inWorld("world-type-dup", twice, "type t = u8; type t = u8;"),
  row(
    "include-rename-missing",
    /^no import or export kebab-name/,
    "world v { import a: func(); } world w { include v with { x as y } }",
  ),
  row(
    "include-shadow",
    /^import of `.*` shadows/,
    "world v { import a: func(); } world w { include v; import a: func(); }",
  ),
  row(
    "include-shadow-2",
    /^import of `.*` shadows/,
    "world v { import a: func(); } world u { import a: func(); } world w { include v; include u; }",
  ),
  row(
    "include-strongly-unique",
    /\(names must be strongly unique\)/,
    "world v { import a: func(); } world w { include v; import A: func(); }",
  ),
  row(
    "include-conflict-label",
    /^export of `.*` shadows/,
    "world v { export a: func(); } world w { include v; export a: func(); }",
  ),
  row(
    "export-twice-label-vs-iface",
    prior("export", "interface"),
    "interface i {} world w { export x: i; export x: func(); }",
  ),
  row("use-in-world-conflict", twice, "interface i { type t = u8; } world w { use i.{t}; type t = u8; }"),
  inWorld("inline-iface-missing-type", /^name `.*` does not exist/, "import x: interface { f: func() -> t; }"),
  inWorld(
    "world-type-not-visible-inline",
    /^name `.*` does not exist/,
    "type t = u8; import x: interface { f: func() -> t; }",
  ),
  row(
    "invalid-transitive",
    /transitively depends on an interface in incompatible ways/,
    "interface a { type t = u32; } interface b { use a.{t}; } interface c { use a.{t}; use b.{t as t2}; } world w { export a; export c; }",
  ),
  row(
    "named-import-dup",
    prior("import", "interface"),
    "interface i {} interface j {} world w { import x: i; import x: j; }",
  ),
  row(
    "stability-mismatch",
    /^mismatch in stability/,
    "interface i {} world u { @since(version = 0.1.0) import i; } world v { @since(version = 0.2.0) import i; } world w { include u; include v; }",
  ),
];
