// What the reference parser rejects because a name means nothing, something else, or two things: each error, at its place.
import { accepted, rejected } from "./reference.ts";

const header = "package a:b;\n";
const inInterface = (text: string): string => `${header}interface i {\n  ${text}\n}\n`;
const inWorld = (text: string): string => `${header}world w {\n  ${text}\n}\n`;
const types = "interface j { type t = u8; resource r; f: func(); }\n";

// Paths
rejected("iface-or-world-missing-use", "unresolved-path", inInterface("use $0j.{t};"));
rejected("iface-or-world-missing-toplevel", "unresolved-path", `${header}use $0j as k;`);
rejected("iface-or-world-missing-import", "unresolved-path", inWorld("import $0j;"));
rejected("iface-or-world-missing-import, named", "unresolved-path", inWorld("import n: $0j;"));
rejected("iface-or-world-missing-include", "unresolved-path", inWorld("include $0j;"));
rejected("iface-or-world-missing, inline", "unresolved-path", inWorld("export n: interface { use $0j.{t}; }"));
rejected("world-not-interface", "wrong-kind", `${inWorld("import $0v;")}world v {}`);
rejected("interface-not-world", "wrong-kind", `${inWorld("include $0j;")}${types}`);
rejected("world-not-interface, inline", "wrong-kind", `${inWorld("import n: interface { use $0v.{t}; }")}world v {}`);
rejected("use-from-world", "wrong-kind", `${inInterface("use $0w.{t};")}world w { type t = u8; }`);
accepted("interfaces of other files", `//- /wit/m.wit\n${inWorld("import j;")}//- /wit/n.wit\n${types}`);

// Types
rejected("type-missing", "unresolved-name", inInterface("record r { a: list<$0b> }"));
rejected("type-missing, own", "unresolved-name", inInterface("type t = own<$0b>;"));
rejected("type-missing-float32", "unresolved-name", inInterface("type t = option<$0float64>;"));
rejected("float32-in-func", "unresolved-name", inInterface("f: func(x: $0float32);"));
rejected("name-missing-func", "unresolved-name", inInterface("f: func(x: u8, y: $0b);"));
rejected("name-missing-func, resource", "unresolved-name", inInterface("resource r { f: static func() -> $0b; }"));
rejected("name-missing, world", "unresolved-name", inWorld("export f: func(x: $0b);"));
rejected("name-missing-use", "unresolved-use", `${inInterface("use j.{t, $0b};")}${types}`);
rejected("name-missing-use, world", "unresolved-use", `${inWorld("use j.{$0b as c};")}${types}`);
rejected("import-function", "unresolved-use", `${inInterface("use j.{$0f};")}${types}`);
rejected("function-as-type", "unresolved-name", inInterface("a: func();\n  b: func(x: $0a);"));
rejected("forward-function-as-type", "unresolved-name", inInterface("b: func(x: $0a);\n  a: func();"));
rejected("inline-iface-missing-type", "unresolved-name", inWorld("export n: interface { f: func(x: $0t); }"));
rejected(
  "world-type-not-visible-inline",
  "unresolved-name",
  inWorld("enum t { a }\n  export n: interface { f: func(x: $0t); }"),
);
accepted("types in any order", inInterface("f: func(x: a);\n  type a = b;\n  type b = u8;"));
accepted("a used type under another name", `${inInterface("use j.{t as u};\n  type t = u;")}${types}`);

// Cycles
rejected("type-cycle", "type-cycle", inInterface("type t = option<$0t>;"));
rejected("type-cycle, two", "type-cycle", inInterface("record a { b: $0b }\n  variant b { a(a), none }"));
rejected(
  "use-cycle",
  "item-cycle",
  `${header}interface i { use j.{b}; type a = u8; }\ninterface $0j { use i.{a}; type b = u8; }`,
);
rejected("include-cycle", "item-cycle", `${header}world u { include v; }\nworld $0v { include u; }`);
rejected("include-self", "item-cycle", `${header}world $0u { include u; }`);
accepted("a resource that returns itself", inInterface("resource r { next: func() -> option<r>; }"));

// Two of one name
rejected("name-defined-twice-type", "duplicate-name", inInterface("type t = u8;\n  enum $0t { a }"));
rejected(
  "name-defined-twice-use",
  "duplicate-name",
  `${inInterface("use j.{t};\n  use k.{t2 as $0t};")}${types}interface k { type t2 = u8; }`,
);
rejected("name-use-vs-def", "duplicate-name", `${inInterface("use j.{t};\n  resource $0t;")}${types}`);
rejected("world-type-dup", "duplicate-name", inWorld("flags t { a }\n  type $0t = u8;"));
rejected("use-in-world-conflict", "duplicate-name", `${inWorld("use j.{t};\n  type $0t = u8;")}${types}`);
rejected("name-func-vs-type", "name-clash", inInterface("enum t { a }\n  $0t: func();"));
rejected("name-func-dup", "name-clash", inInterface("f: func();\n  g: func();\n  $0f: func(x: u8);"));
rejected("name-case-conflict", "name-clash", inInterface("get-x: func();\n  $0GET-x: func();"));
rejected("name-hyphen-conflict", "name-clash", inInterface("readonly: func();\n  $0read-only: func();"));
rejected("resource-method-named-resource", "name-clash", inInterface("resource r { $0r: static func(); }"));
rejected("resource-dup-method", "name-clash", inInterface("resource r { f: func(); $0f: func(); }"));
rejected("resource-dup-ctor", "name-clash", inInterface("resource r { constructor(); $0constructor(a: u8); }"));
rejected("accessor-conflict", "name-clash", inInterface("x: func();\n  $0x: get() -> u8;"));
rejected("record-dup-field", "duplicate-field", inInterface("record r { a: u8, b: u8, $0a: u16 }"));
rejected("record-case-field", "duplicate-field", inInterface("record r { ab: u8, $0a-b: u8 }"));
rejected("enum-dup-case", "duplicate-field", inInterface("enum e { a, b, $0b }"));
rejected("variant-dup-case", "duplicate-field", inInterface("variant v { a, $0A(u8) }"));
rejected("flags-dup", "duplicate-field", inInterface("flags f { a, b, $0a }"));
rejected("param-dup", "duplicate-parameter", inInterface("f: func(a: u8, b: u8, $0a: u8);"));
rejected("param-case", "duplicate-parameter", inInterface("f: func(ab: u8, $0a-b: u8);"));
rejected("param-self", "duplicate-parameter", inInterface("resource r { f: func(a: u8, $0self: u8); }"));
accepted("self in a static function", inInterface("resource r { f: static func(self: u8); }"));
accepted(
  "methods of two resources",
  inInterface("resource r { f: func(); }\n  resource s { f: func(); }\n  f: func();"),
);

// Worlds
rejected("import-twice", "duplicate-world-item", `${inWorld("import j;\n  import $0j;")}${types}`);
rejected(
  "import-twice, with the package",
  "duplicate-world-item",
  `${header}world w { import c:d/j; import c:d/$0j; }\npackage c:d { interface j {} }`,
);
rejected("export-twice", "duplicate-world-item", `${inWorld("export j;\n  import j;\n  export $0j;")}${types}`);
rejected("import-prior-func", "name-clash", inWorld("import f: func();\n  import $0f: func() -> u8;"));
rejected("import-prior-iface", "name-clash", inWorld("import f: interface {}\n  import $0f: func();"));
rejected("import-prior-type", "name-clash", inWorld("resource f;\n  import $0f: func();"));
rejected("export-prior-func", "name-clash", inWorld("export f: func();\n  export $0f: interface {}"));
rejected("import-case", "name-clash", inWorld("import f: func();\n  import $0F: func();"));
rejected("export-twice-label-vs-iface", "name-clash", `${inWorld("export x: j;\n  export $0x: func();")}${types}`);
rejected("named-import-dup", "name-clash", `${inWorld("import x: j;\n  import $0x: j;")}${types}`);
accepted("import-and-export-same-ok", inWorld("import f: func();\n  export f: func();"));
accepted("world-type-vs-resource-method", inWorld("resource r { f: func(); }\n  import f: func();"));
accepted("one interface under two names", `${inWorld("import j;\n  import k: j;")}${types}`);
