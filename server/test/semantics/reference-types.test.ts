// What the reference parser rejects in types, functions, gates and elaborated worlds: each of its errors, at its place.
import { accepted, rejected } from "./reference.ts";

const header = "package a:b;\n";
const released = "package a:b@1.2.0;\n";
const inInterface = (text: string, head = header): string => `${head}interface i {\n  ${text}\n}\n`;
const off = "@unstable(feature = x)";

// Types
rejected("empty-record", "empty-type", inInterface("record $0r {}"));
rejected("empty-flags", "empty-type", inInterface("flags $0f {}"));
rejected("empty-enum", "empty-type", inInterface("enum $0e { }"));
rejected("empty-variant", "empty-type", inInterface("variant $0v {}"));
rejected("empty-tuple", "empty-type", inInterface("f: func() -> $0tuple<>;"));
const names = Array.from({ length: 32 }, (_, i) => `n${i}`).join(", ");
rejected("too-many-flags", "too-many-flags", inInterface(`flags f { ${names}, $0more }`));
accepted("32 flags", inInterface(`flags f { ${names} }`));
rejected("map-key", "map-key", inInterface("f: func(m: $0map<f64, u8>);"));
rejected("map-key-alias", "map-key", inInterface("type k = string;\n  type t = list<$0map<k, u8>>;"));
accepted("map keys", inInterface("type a = map<char, map<bool, f64>>;"));
rejected("handle-not-resource", "not-a-resource", inInterface("enum t { a }\n  type u = own<$0t>;"));
accepted("an alias of a resource is one", inInterface("resource r;\n  type s = r;\n  f: func(x: borrow<s>);"));

// Functions
rejected("ctor-result-not-result", "constructor-result", inInterface("resource r { constructor() -> $0r; }"));
rejected(
  "ctor-result-ok",
  "constructor-result",
  inInterface("resource s;\n  resource r { constructor() -> result<$0s>; }"),
);
rejected("ctor-result-ok, none", "constructor-result", inInterface("resource r { constructor() -> $0result<_, u8>; }"));
accepted("constructors that may fail", inInterface("resource r { constructor() -> result<r, string>; }"));
rejected("getter-params", "accessor-signature", inInterface("x: get($0a: u8) -> u8;"));
rejected("setter-params", "accessor-signature", inInterface("x: get() -> u8;\n  x: $0set();"));
rejected("setter-params, two", "accessor-signature", inInterface("x: get() -> u8;\n  x: set(a: u8, $0b: u8);"));
rejected("getter-no-result", "accessor-signature", inInterface("x: $0get();"));
rejected("setter-result", "accessor-signature", inInterface("x: get() -> u8;\n  x: set(v: u8) -> $0result<u8>;"));
rejected("setter-no-getter", "setter-without-getter", inInterface("$0x: set(v: u8);"));
rejected("setter-no-getter, resource", "setter-without-getter", inInterface("resource r { $0x: set(v: u8); }"));
rejected(
  "setter-no-getter, static",
  "setter-without-getter",
  inInterface("resource r { x: get() -> u8; $0y: static set(v: u8); }"),
);
rejected(
  "world-setter-no-getter",
  "setter-without-getter",
  `${header}world w { import x: get() -> u8; export $0x: set(v: u8); }`,
);
accepted("accessors", inInterface("x: set(v: u8) -> result<_, u8>;\n  x: get() -> u8;"));
rejected("return-borrow", "borrow-in-result", inInterface("resource r { $0f: func() -> borrow<r>; }"));
rejected(
  "return-borrow-nested",
  "borrow-in-result",
  inInterface("resource r;\n  record t { a: borrow<r> }\n  $0f: func() -> result<t>;"),
);
accepted("borrow in parameters", inInterface("resource r;\n  f: func(x: list<borrow<r>>) -> r;"));

// Gates that contradict
rejected(
  "since-twice",
  "conflicting-gates",
  inInterface("@since(version = 1.0.0) @$0since(version = 1.1.0) f: func();", released),
);
rejected(
  "deprecated-twice",
  "conflicting-gates",
  inInterface(
    "@since(version = 1.0.0) @deprecated(version = 1.1.0) @$0deprecated(version = 1.2.0) f: func();",
    released,
  ),
);
rejected("unstable-twice", "conflicting-gates", inInterface(`${off} @$0unstable(feature = y) f: func();`));
rejected(
  "since-and-unstable",
  "conflicting-gates",
  inInterface(`@$0since(version = 1.0.0) ${off} f: func();`, released),
);
rejected("deprecated-alone", "conflicting-gates", inInterface("@$0deprecated(version = 1.0.0) f: func();", released));
rejected("external-id-twice", "conflicting-gates", inInterface('@external-id("a") @$0external-id("a") f: func();'));

// Gates and versions
rejected("since-no-pkg-version", "gate-version", `${header}@since(version = 1.0.0)\ninterface $0i {}`);
rejected("since-no-pkg-version, function", "gate-version", inInterface("@since(version = 1.0.0) $0f: func();"));
rejected("since-unreleased", "gate-version", inInterface("@since(version = 1.2.1) type $0t = u8;", released));
rejected(
  "since-unreleased, release",
  "gate-version",
  inInterface("@since(version = 1.2.0) type $0t = u8;", "package a:b@1.2.0-rc.1;\n"),
);
accepted(
  "since earlier versions",
  inInterface("@since(version = 1.2.0) f: func();\n  @since(version = 0.1.0) g: func();", released),
);

// Switched off
rejected("gated-type-ref", "gated-off", inInterface(`${off} type t = u8;\n  type $0u = t;`));
rejected("gated-iface-ref", "gated-off", `${header}${off} interface i {}\nworld w { export $0i; }`);
rejected("gated-world-ref", "gated-off", `${header}${off} world v {}\nworld w { include $0v; }`);
rejected("gated-iface-type", "gated-owner", `${header}${off} interface i { record $0r { a: u8 } }`);
rejected("gated-world-type", "gated-owner", `${header}${off} world w { enum $0e { a } }`);
rejected("gated-func-with-gated-type-param", "gated-off", inInterface(`${off} type t = u8;\n  $0f: func(x: t);`));
rejected("gated-resource", "gated-off", inInterface(`${off} resource r { $0constructor(); }`));
accepted("gated-func-ok", inInterface(`${off} f: func();`));
accepted("gate-on-dropped-import", `${header}world w { ${off} import f: func(); }`);
accepted("gated-method-ok", inInterface(`resource r { ${off} f: func(); }`));
accepted("gated type and what names it", inInterface(`${off} type t = u8;\n  ${off} f: func(x: t);`));

// Elaborated worlds
const base = `${header}world v { import a: func(); export e: func(); }\n`;
rejected("include-rename-missing", "include-unknown-name", `${base}world w { include $0v with { b as c } }`);
rejected(
  "include-rename-missing, an interface",
  "include-unknown-name",
  `${header}interface i {}\nworld v { import i; }\nworld w { include $0v with { i as j } }`,
);
rejected("include-shadow", "include-shadows", `${base}world w { import a: func(); include $0v; }`);
rejected(
  "include-shadow-2",
  "include-shadows",
  `${base}world u { import a: interface {} }\nworld w { include v; include $0u; }`,
);
rejected("include-conflict-label", "include-shadows", `${base}world w { export e: interface {} include $0v; }`);
rejected("include-strongly-unique", "include-clash", `${base}world w { include v; import A: func(); }`);
accepted("include with new names", `${base}world w { include v with { a as b, e as e2 } import a: func(); }`);
accepted(
  "an interface from two includes",
  `${header}interface i {}\nworld u { import i; }\nworld v { import i; }\nworld w { include u; include v; }`,
);
rejected(
  "invalid-transitive",
  "invalid-transitive-dependency",
  `${header}interface a { type t = u8; }\ninterface b { use a.{t}; }\ninterface c { use a.{t}; use b.{t as u}; }\nworld $0w { export c; export a; }`,
);
accepted(
  "exports with everything in between",
  `${header}interface a { type t = u8; }\ninterface b { use a.{t}; }\ninterface c { use a.{t}; use b.{t as u}; }\nworld w { export c; export b; export a; }`,
);
rejected(
  "stability-mismatch",
  "gate-mismatch",
  `${released}interface i {}\nworld u { @since(version = 1.1.0) import i; }\nworld v { @since(version = 1.2.0) import i; }\nworld w { include u; include v; }`,
);
