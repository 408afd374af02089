// Rows about packages and what stands between them: headers, doubles, cycles, what is missing; and about gates.
import type { FuzzCase, OracleError } from "./case.ts";
import type { Row, Trigger } from "./rows.ts";

const row = (id: string, message: RegExp, trigger: Trigger, rest: Pick<Row, "near" | "where"> = {}): Row => ({
  id,
  message,
  trigger,
  ...rest,
});

const items = (text: string): Trigger => ({ kind: "items", text });
const top = (text: string): Trigger => ({ kind: "top", text });
const files = (of: Readonly<Record<string, string>>): Trigger => ({ kind: "files", files: of });
const alone = (of: Readonly<Record<string, string>>): Trigger => ({ kind: "files", files: of, alone: true });

const inDeps = (_: FuzzCase, error: OracleError): boolean => error.file?.startsWith("deps/") ?? false;
const inMain = (of: FuzzCase, error: OracleError): boolean => !inDeps(of, error);
const several = ({ files: all }: FuzzCase): boolean => Object.keys(all).length > 1;
const noHeader = /^no `package` header/;
const missing = /^package '.*' not found/;
const excluded = (what: string): RegExp => new RegExp(`^found a reference to a ${what} which is excluded[^;]*$`);

export const packageRows: readonly Row[] = [
  row(
    "package-mismatch",
    /does not match previous package name/,
    files({ "fz1.wit": "package f:z1;", "fz2.wit": "package f:z2;" }),
  ),
  row(
    "package-docs-twice",
    /^found doc comments on multiple/,
    alone({ "a.wit": "/// x\npackage a:b;", "b.wit": "/// y\npackage a:b;" }),
  ),
  row("nested-in-nested", /^nested packages must be placed/, top("package v:v { package v:x {} }")),
  row("no-package-header", noHeader, alone({ "a.wit": "interface i {}" }), {
    where: of => !hasBlock(of) && !emptyDep(of),
  }),
  row("empty-dir", noHeader, alone({ "readme.md": "x" }), {
    where: of => !Object.keys(of.files).some(p => /^[^/]*\.wit$/.test(p)),
  }),
  row("nested-only", noHeader, alone({ "a.wit": "package a:b {}" }), { where: hasBlock }),
  row("duplicate-item", /^duplicate item named/, items("interface i {} world i {}")),
  row(
    "duplicate-item-2files",
    /^duplicate item named/,
    files({ "deps/fz/a.wit": "package f:z; interface i {}", "deps/fz/b.wit": "interface i {}" }),
    { where: several },
  ),
  row(
    "duplicate-name-in-file",
    /^duplicate name `.*` in this file/,
    items("interface j {} use j as i; interface i {}"),
  ),
  row(
    "attrs-on-toplevel-use",
    /^attributes not allowed on top-level use/,
    items("interface i {} @since(version = 1.0.0) use i as j;"),
  ),
  row(
    "dup-package-dep",
    /is defined in two different locations/,
    files({ "deps/fz1.wit": "package f:z;", "deps/fz2.wit": "package f:z;" }),
    { where: inDeps },
  ),
  row("dup-package-nested", /is defined in two different locations/, top("package v:v {} package v:v {}"), {
    near: /‸[^;]*\{/,
  }),
  row(
    "package-cycle",
    /creates a dependency cycle/,
    files({
      "deps/fz1.wit": "package f:z1; interface i { use f:z2/i.{t}; type u = u8; }",
      "deps/fz2.wit": "package f:z2; interface i { use f:z1/i.{u}; type t = u8; }",
    }),
    { near: /\buse\s+‸/ },
  ),
  row(
    "package-self-cycle",
    /creates a dependency cycle/,
    top("package v:v { interface i { type t = u8; } interface j { use v:v/i.{t}; } }"),
    { near: /\buse\s+‸/ },
  ),
  row(
    "package-self-cycle-world",
    /creates a dependency cycle/,
    top("package v:v { world w { import v:v/i; } interface i {} }"),
    { near: /\bimport\s+(?:[^;{]*:\s*)?‸/ },
  ),
  row("package-not-found", missing, items("interface i { use q:q/e.{f}; }"), {
    near: /\b(?:use|import|export)\b[^;]*‸/,
  }),
  row("package-not-found-world", missing, items("world w { include q:q/e; }"), { near: /\binclude\s+‸/ }),
  row(
    "package-not-found-version",
    /^package '.*@.*' not found/,
    files({
      "deps/fz.wit": "package f:z@0.2.1; interface e { type f = u8; }",
      "deps/fz2.wit": "package f:z2; interface i { use f:z/e@0.2.0.{f}; }",
    }),
  ),
  row(
    "interface-not-found",
    /^interface '.*' not found in package/,
    top("package v:v {} package v:u { interface i { use v:v/e.{f}; } }"),
  ),
  row(
    "world-not-found",
    /^world '.*' not found in package/,
    top("package v:v {} package v:u { world w { include v:v/e; } }"),
  ),
  row(
    "foreign-type-missing",
    /^type `.*` not defined in interface/,
    top("package v:v { interface e {} } package v:u { interface i { use v:v/e.{f}; } }"),
  ),
  row(
    "foreign-iface-is-world",
    /^interface '.*' not found in package/,
    top("package v:v { world e {} } package v:u { interface i { use v:v/e.{f}; } }"),
    { where: targetIsWorld },
  ),
  row(
    "foreign-not-resource",
    /^type used in a handle must be a resource/,
    top(
      "package v:v { interface e { type f = u8; } } package v:u { interface i { use v:v/e.{f}; g: func(x: borrow<f>); } }",
    ),
  ),
  row("dep-parse-error", /^expected `world`, `interface` or `use`/, files({ "deps/fz.wit": "package f:z; oops" }), {
    where: inDeps,
  }),
  row("unused-bad-dep", missing, files({ "deps/fz.wit": "package f:z; interface e { use z:z/z.{q}; }" }), {
    where: inDeps,
  }),
  row("dep-dir-empty", noHeader, files({ "deps/fz/readme.md": "x" }), { where: emptyDep }),
  row(
    "world-vs-interface-foreign",
    /is defined as a(?:n interface, not a world| world, not an interface)/,
    top("package v:v { world e {} } package v:u { world w { import v:v/e; include v:v/e; } }"),
    { near: /\/\s*‸/ },
  ),
  row("include-self", /^interface or world `.*` depends on itself/, items("world w { include w; }")),
  row(
    "since-no-pkg-version",
    /so it must have a version/,
    top("package v:v { @since(version = 1.0.0) interface i {} }"),
  ),
  row("since-unreleased", /cannot reference unreleased version/, items("@since(version = 1.0.1) interface i {}")),
  row("gated-type-ref", excluded("type"), items("interface i { @unstable(feature = zz) type t = u8; type u = t; }"), {
    near: /\btype\s+‸|[{,]\s*‸/,
  }),
  row(
    "gated-func-with-gated-type-param",
    excluded("type"),
    items("interface i { @unstable(feature = zz) type t = u8; f: func(x: t); }"),
    { near: /‸[^;]*func/ },
  ),
  row("gated-resource", excluded("type"), items("interface i { @unstable(feature = zz) resource r { f: func(); } }"), {
    near: /‸[^;]*(?:func|get|set)|‸constructor/,
  }),
  row("gated-iface-ref", excluded("interface"), items("@unstable(feature = zz) interface i {} world w { import i; }")),
  row("gated-world-ref", excluded("world"), items("@unstable(feature = zz) world v {} world w { include v; }")),
  row(
    "gated-iface-type",
    /interface which is excluded.*but its interface is/s,
    items("@unstable(feature = zz) interface i { type t = u8; }"),
  ),
  row(
    "gated-world-type",
    /world which is excluded.*but its world is/s,
    items("@unstable(feature = zz) world w { type t = u8; }"),
  ),
  row(
    "since-twice",
    /^cannot specify @since twice/,
    items("@since(version = 1.0.0) @since(version = 1.0.0) interface i {}"),
  ),
  row(
    "deprecated-twice",
    /^cannot specify @deprecated twice/,
    items("@since(version = 1.0.0) @deprecated(version = 1.0.0) @deprecated(version = 1.0.0) interface i {}"),
  ),
  row(
    "unstable-twice",
    /^cannot specify @unstable twice/,
    items("@unstable(feature = a) @unstable(feature = b) interface i {}"),
  ),
  row(
    "since-and-unstable",
    /^cannot specify both @since and/,
    items("@since(version = 1.0.0) @unstable(feature = a) interface i {}"),
  ),
  row("deprecated-alone", /^cannot specify both @deprecated/, items("@deprecated(version = 1.0.0) interface i {}")),
  row(
    "external-id-twice",
    /^cannot specify @external-id twice/,
    items('interface i { @external-id("a") @external-id("b") f: func(); }'),
  ),
  row(
    "control-char-in-directory-2",
    /^Control code/,
    alone({ "a.wit": "package a:b;\n// \u0007\n", "b.wit": "// ok ok ok", "c.wit": "// ok" }),
    { where: several },
  ),
  row(
    "string-escape-not-first-file",
    /^invalid string escape/,
    files({ "deps/fz/a.wit": "package f:z;", "deps/fz/b.wit": 'interface j { @external-id("\\q") f: func(); }' }),
    { where: several },
  ),
  row(
    "misplaced-nested-first",
    /^type `.*` does not exist/,
    alone({ "a.wit": "package a:b;\ninterface i { type t = nope; }\npackage c:d { interface j { type t = nope2; } }" }),
    { where: hasBlock },
  ),
];

function hasBlock(of: FuzzCase): boolean {
  return Object.values(of.files).some(text => /\bpackage\b[^;{]*\{/.test(text));
}

function emptyDep(of: FuzzCase): boolean {
  const paths = Object.keys(of.files);
  const folders = new Set(paths.flatMap(p => /^deps\/[^/]+(?=\/)/.exec(p)?.[0] ?? []));
  return [...folders].some(
    folder => !paths.some(p => p.startsWith(`${folder}/`) && /^[^/]+\.wit$/.test(p.slice(folder.length + 1))),
  );
}

function targetIsWorld(of: FuzzCase, error: OracleError): boolean {
  const name = /^interface '(.*)' not found/.exec(error.message)?.[1];
  return (
    Object.values(of.files).some(text => new RegExp(`\\bworld\\s+%?${name}\\b`).test(text)) &&
    (inMain(of, error) || inDeps(of, error))
  );
}
