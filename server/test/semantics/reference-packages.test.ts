// What the reference parser rejects in packages as a whole and between packages: each of its errors, at its place.
import { accepted, rejected } from "./reference.ts";

const dep = (name: string, text: string): string => `//- /wit/deps/${name}.wit\n${text}\n`;
const main = (text: string): string => `//- /wit/main.wit\npackage a:b;\n${text}\n`;

// Headers
rejected(
  "package-mismatch",
  "package-mismatch",
  `//- /wit/m.wit\npackage a:b;\n//- /wit/n.wit\npackage $0a:c;\n${dep("x", "package x:x;")}`,
);
rejected(
  "package-mismatch, version",
  "package-mismatch",
  `//- /wit/m.wit\npackage a:b@1.0.0;\n//- /wit/n.wit\npackage $0a:b;\n${dep("x", "package x:x;")}`,
);
rejected(
  "package-docs-twice",
  "duplicate-package-docs",
  "//- /wit/m.wit\n/// one\npackage a:b;\n//- /wit/n.wit\n$0/// two\npackage a:b;",
);
rejected("no-package-header", "no-package-header", "interface i {}");
rejected(
  "no-package-header, several files",
  "no-package-header",
  "//- /wit/m.wit\ninterface i {}\n//- /wit/n.wit\ninterface j {}",
);
rejected("empty-dir", "no-package-header", "// nothing yet");
rejected("nested-only", "no-package-header", "package a:b { interface i {} }");
rejected("nested-in-nested", "nested-package-block", `package a:b;\npackage c:d {\n  package $0e:f {}\n}`);
accepted(
  "one header for several files",
  "//- /wit/m.wit\ninterface i {}\n//- /wit/n.wit\npackage a:b;\ninterface j { use i.{}; }",
);
accepted("the same header twice", "//- /wit/m.wit\npackage a:b;\n//- /wit/n.wit\n// plain\npackage a:b;");

const depth = 101;
const open = Array.from({ length: depth }, (_, i) => `package a:p${i} {`);
const blocks = (text: readonly string[]): string => `package a:b;\n${text.join(" ")}${" }".repeat(text.length)}`;
const tooDeep = [...open.slice(0, depth - 1), `$0${open[depth - 1]}`];

// Items and names of a file
rejected("duplicate-item", "duplicate-item", main("world x {}\ninterface $0x {}"));
rejected("duplicate-item, one kind", "duplicate-item", main("interface x {}\ninterface $0x {}"));
rejected("duplicate-item-2files", "duplicate-item", `${main("interface x {}")}//- /wit/other.wit\nworld $0x {}`);
rejected(
  "duplicate-name-in-file",
  "duplicate-name-in-file",
  `${main("use c:d/x;\ninterface $0x {}")}${dep("c", "package c:d;\ninterface x {}")}`,
);
rejected("duplicate-name-in-file, uses", "duplicate-name-in-file", main("interface x {}\nuse x as y;\nuse x as $0y;"));
rejected("attrs-on-toplevel-use", "attribute-on-use", main("interface x {}\n@unstable(feature = z) $0use x as y;"));
accepted(
  "names of one file are no other file's",
  `${main("interface x {}\nuse x as y;")}//- /wit/other.wit\nuse x as y;`,
);

// Packages
rejected(
  "dup-package-dep",
  "duplicate-package",
  `${main("")}${dep("one", "package c:d;")}${dep("two", "package $0c:d;")}`,
);
rejected("dup-package-nested", "duplicate-package", main("package c:d {}\npackage $0c:d {}"));
accepted("two versions", main("package c:d@1.0.0 {}\npackage c:d@1.0.1 {}"));
rejected(
  "package-cycle",
  "package-cycle",
  `${main("")}${dep("x", "package x:x;\ninterface i {\n  use $0y:y/j.{};\n}")}${dep("y", "package y:y;\ninterface j {\n  use x:x/i.{};\n}")}`,
);
rejected("package-self-cycle", "package-cycle", main("interface j { type t = u8; }\ninterface i { use $0a:b/j.{t}; }"));
rejected("package-self-cycle-world", "package-cycle", main("interface i {}\nworld w { export $0a:b/i; }"));
rejected("package-not-found", "missing-package", main("interface i { use $0c:d/e.{t}; }"));
rejected(
  "package-not-found, once",
  "missing-package",
  main("interface i { use $0c:d/e.{t}; }\ninterface j { use c:d/f.{t}; }\nworld w { import c:d/e; }"),
);
rejected(
  "package-not-found, in a dependency too",
  "missing-package",
  `${main("interface i { use c:d/e.{t}; use x:x/i.{t as u}; }")}${dep("x", "package x:x;\ninterface i { use $0c:d/e.{t}; }")}`,
);
rejected("package-not-found-world", "missing-package", main("world w { include $0c:d/e; }"));
rejected("package-not-found, top-level use", "missing-package", main("use $0c:d/e;\nworld w { import e; }"));
rejected(
  "package-not-found-version",
  "missing-package",
  `${main("world w { import $0c:d/e@1.0.0; }")}${dep("c", "package c:d@1.0.1;\ninterface e {}")}`,
);
rejected(
  "package-not-found, no version",
  "missing-package",
  `${main("world w { import $0c:d/e; }")}${dep("c", "package c:d@1.0.1;\ninterface e {}")}`,
);
rejected("interface-not-found", "unresolved-path", `${main("world w { import c:d/$0e; }")}${dep("c", "package c:d;")}`);
rejected(
  "world-not-found",
  "unresolved-path",
  `${main("world w { include c:d/$0e; }")}${dep("c", "package c:d;\ninterface e {}")}`,
);
rejected(
  "foreign-type-missing",
  "unresolved-use",
  `${main("interface i { use c:d/e.{$0t}; }")}${dep("c", "package c:d;\ninterface e { f: func(); }")}`,
);
rejected(
  "foreign-iface-is-world",
  "unresolved-path",
  `${main("world w { import c:d/$0e; }")}${dep("c", "package c:d;\nworld e {}")}`,
);
rejected(
  "foreign-not-resource",
  "not-a-resource",
  `${main("interface i { use c:d/e.{t}; f: func(x: own<$0t>); }")}${dep("c", "package c:d;\ninterface e { enum t { a } }")}`,
);
rejected("dep-parse-error", "expected-item", `${main("")}${dep("c", "package c:d;\n$0oops")}`);
rejected(
  "unused-bad-dep",
  "missing-package",
  `${main("")}${dep("c", "package c:d;\ninterface e { use $0z:z/z.{t}; }")}`,
);
rejected("dep-dir-empty", "no-package-header", main(""), { depFolders: ["file:///wit/deps/empty"] });
rejected(
  "world-vs-interface-foreign",
  "wrong-kind",
  `${main("world w { import c:d/$0e; include c:d/e; }")}${dep("c", "package c:d;\nworld e {}")}`,
);
accepted(
  "packages in braces know each other",
  main("package c:d { interface i { use e:f/j.{t}; } }\npackage e:f { interface j { type t = u8; } }"),
);

// The blocks inside a block are errors of their own, which the reference never reaches.
rejected("package-nesting", "package-too-deep", blocks(tooDeep), { also: ["nested-package-block"] });

// Here the reference names a place in a wrong file, and we the character's own.
const other = "interface other {}\n";
rejected(
  "control-char-in-directory-2",
  "control-codepoint",
  `//- /wit/a.wit\npackage a:b;\n// $0\u0007\n//- /wit/b.wit\n${other}`,
);
rejected(
  "misplaced-codepoint-multifile",
  "control-codepoint",
  `//- /wit/a.wit\n${other}//- /wit/b.wit\npackage a:b;\n// $0\u0007\n`,
);
rejected(
  "string-escape-not-first-file",
  "string-escape",
  `//- /wit/a.wit\n${other}//- /wit/b.wit\npackage a:b;\ninterface i { @external-id("\\$0q") f: func(); }`,
);

// The reference stops at the nested package's mistake; the one before it is another's.
rejected(
  "misplaced-nested-first",
  "unresolved-path",
  main("interface i { type t = nothing; }\npackage c:d { interface j { use $0none.{t}; } }"),
  { also: ["unresolved-name"] },
);

rejected("wat-detect", "expected-item", "$0(component", { also: ["no-package-header"] });
