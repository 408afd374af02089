// What the reference parser rejects while it reads text: each of its errors, at its place.
import { accepted, rejected } from "../semantics/reference.ts";

const header = "package a:b;\n";
const inInterface = (text: string): string => `${header}interface i {\n  ${text}\n}\n`;
const inWorld = (text: string): string => `${header}world v { import a: func(); }\nworld w {\n  ${text}\n}\n`;
const withId = (literal: string): string => inInterface(`@external-id(${literal}) f: func();`);

// Characters
rejected("control-codepoint", "control-codepoint", `${header}/// ring $0\u0007\ninterface i {}`);
rejected("control-codepoint, DEL", "control-codepoint", `${header}interface $0\u007fi {}`);
rejected("deprecated-codepoint", "deprecated-codepoint", `${header}/* é $0\u0149 */`);
rejected("forbidden-codepoint", "forbidden-codepoint", `${header}// left $0\u202e right`);
rejected("forbidden-codepoint, isolate", "forbidden-codepoint", withId('"$0\u2066"'));
rejected("unexpected-char", "unexpected-character", `${header}interface i {} $0#`);
rejected("unexpected-char, not ASCII", "unexpected-character", `${header}// é\ninterface i { $0§ }`);
rejected("lone-cr", "unexpected-character", `${header}interface i {}$0\r interface j {}`);
rejected("unterminated-comment", "unterminated-comment", `${header}interface i {}\n$0/* a /* b */ c`);

// Names
rejected("invalid-char-in-id", "invalid-name", `${header}interface $0aB {}`);
rejected("invalid-char-in-id-2", "invalid-name", inInterface("$0my_function: func();"));
rejected("invalid-char-in-id, parameter", "invalid-name", inInterface("f: func($0aValue: u8);"));
rejected("id-part-empty", "empty-word-in-name", inInterface("type $0a- = u8;"));
rejected("id-part-empty, inside", "empty-word-in-name", inInterface("type $0a--b = u8;"));
rejected("id-part-empty-pct", "empty-word-in-name", inInterface("$0%: func();"));
accepted("upper case", inInterface("HTTP-get: func();"));
accepted("invalid-component-name", inInterface("get-1: func();"));
accepted("%keyword", inInterface("%func: func(%type: u8);"));

// Marks
rejected("wanted", "expected-open-brace", `${header}world w $0}`);
rejected("wanted, next line", "expected-semicolon", inInterface("type t = u8\n  $0f: func();"));
rejected("wanted-eof", "expected-open-brace", `${header}world w$0`);
rejected("wanted-eof, after a comment", "expected-open-brace", `${header}world w // that is all\n$0`);
rejected("wanted, before >", "expected-comma", inInterface("type t = map<u8$0>;"));
rejected("wanted, list", "expected-close-brace", inInterface("enum e { a $0b }"));
rejected("wanted, parameters", "expected-close-parenthesis", inInterface("f: func(a: u8 $0b: u8);"));
rejected("wanted, case", "expected-close-parenthesis", inInterface("variant v { a(u8$0, u8) }"));
rejected("wanted, type", "expected-close-angle", inInterface("type t = option<u8$0, u8>;"));
rejected("wanted, list type", "expected-open-angle", inInterface("type t = list$0;"));
rejected("wanted, field", "expected-colon", inInterface("record r { a $0u8 }"));
rejected("wanted, func", "expected-func", inInterface("f: $0fun();"));
rejected("wanted, func parentheses", "expected-open-parenthesis", inInterface("f: func $0-> u8;"));
rejected("wanted, alias", "expected-equals", inInterface("type t $0u8;"));
rejected("wanted, as", "expected-as", inWorld("include v with { a$0: b }"));

// String literals
rejected("string-invalid-unicode", "string-unicode", withId('"\\$0u{dfff}"'));
rejected("string-invalid-element", "string-character", withId('"one$0\ttwo"'));
rejected("string-invalid-escape", "string-escape", withId('"\\$0w"'));
rejected("string-wanted-char", "string-escape", withId('"\\u$041"'));
rejected("string-wanted-char, end", "string-escape", withId('"\\u{41$0"'));
rejected("string-unexpected-eof", "string-unterminated", `${header}@external-id("abc$0`);
rejected("string line end", "string-unterminated", inInterface('@external-id("abc$0\n  f: func();'));
rejected("string-invalid-utf8", "string-utf8", withId('$0"a\\c3"'));
rejected("string-number-too-big", "string-number", withId('"\\u{12345678$09}"'));
rejected("string-lone-underscore", "string-number", withId('"\\u{$01f6_}"'));
rejected("string-invalid-hex-digit", "string-number", withId('"\\u{$0x}"'));
rejected("string-invalid-hex-digit, byte", "string-number", withId('"\\a$0g"'));
rejected("string wanted", "expected-string-literal", withId("$0name"));
accepted("string escapes", withId('"\\t\\n\\r\\"\\\'\\\\\\41\\u{1_f600} é😀"'));

// Items
rejected("expected-toplevel", "expected-item", `${header}$0type t = u8;`);
rejected("expected-toplevel, function", "expected-item", `${header}$0f: func();`);
rejected("expected-toplevel, brace", "expected-item", `${header}interface i {}\n$0}`);
rejected("expected-world-item", "expected-world-item", inWorld("$0f: func();"));
rejected("expected-world-item, interface", "unclosed-brace", `${header}world w {\n  $0interface i {}`);
rejected("expected-interface-item", "expected-interface-item", inInterface("$0export x;"));
rejected("expected-interface-item, func", "expected-interface-item", inInterface("$0func f();"));
rejected("expected-resource-item", "expected-resource-item", inInterface("resource r { $0static f: func(); }"));
rejected("expected-resource-item, func", "expected-resource-item", inInterface("resource r { $0func f(); }"));
rejected("expected-identifier", "expected-name", `${header}world $0world {}`);
rejected("expected-identifier, field", "expected-name", inInterface("record r { $0type: u8 }"));
rejected("expected-identifier, digit", "expected-name", inInterface("enum e { $01st }"));
rejected("expected-type", "expected-type", inInterface("f: func() -> $0;"));
rejected("expected-type, several results", "expected-type", inInterface("f: func() -> $0(a: u8, b: u8);"));
rejected("expected-fixed-length", "expected-number", inInterface("type t = list<u8, $0two>;"));
rejected("invalid-list-size", "list-too-long", inInterface("type t = list<u8, $05000000000>;"));
rejected("include-with-semicolon", "expected-world-item", inWorld("include v with { a as b }$0;"));
rejected("use-missing-dot", "expected-period", inInterface("use j$0;"));
rejected("gate-on-record-field", "expected-name", inInterface("record r { $0@unstable(feature = x) a: u8 }"));
accepted("commas at the end", inInterface("record r { a: u8, }\n  f: func(a: u8,);"));
accepted("list of a length", inInterface("type t = list<u8, 0>;"));

// Depth
const deep = (depth: number): string => `${"list<".repeat(depth)}u8${">".repeat(depth)}`;
const last = (depth: number): string => `${"list<".repeat(depth)}$0u8${">".repeat(depth)}`;
rejected("type-nesting", "type-too-deep", inInterface(`type t = ${last(100)};`));
accepted("type-nesting, the deepest", inInterface(`type t = ${deep(99)};`));

// Versions and paths
rejected("semver-leading-zero", "invalid-version", "package a:b@$00.01.0;");
rejected("semver-overflow", "invalid-version", "package a:b@$00.0.18446744073709551616;");
rejected("semver-pre-leading-zero", "invalid-version", "package a:b@$01.0.0-rc.007;");
rejected("semver-two-part", "expected-period", "package a:b@2.1$0;");
rejected("semver-word", "expected-version", "package a:b@$0next;");
rejected("semver-ws-inside", "invalid-version", "package a:b@$01.0 .0;");
accepted("semver-empty-prerelease", "package a:b@1.0.0-;");
accepted("semver-empty-build", "package a:b@1.0.0+;");
accepted("semver suffixes", "package a:b@1.0.0-rc.1.x-y+build.007;");
rejected("version-on-nested-path", "version-before-interface", inInterface("use c:d$0@1.0.0/e.{f};"));
rejected("nested namespace", "nested-package-name", "package a:b$0:c;");
rejected("nested namespace in a path", "nested-package-name", inInterface("use a:b$0:c/d.{e};"));
rejected("package without a namespace", "expected-colon", "package b$0;");

// Attributes
rejected("attrs-on-nested-package", "attribute-on-package", `${header}@unstable(feature = x)\n$0package c:d {}`);
rejected("unknown-attribute", "unknown-attribute", inInterface("@$0inline f: func();"));
rejected("attr-expected-arg", "wrong-attribute-argument", inInterface("@since($0feature = a) f: func();"));
rejected(
  "attr-expected-arg, unstable",
  "wrong-attribute-argument",
  inInterface("@unstable($0version = 1.0.0) f: func();"),
);

// Headers
rejected("second header", "late-package-header", `${header}interface i {}\npackage c:d$0;`);
