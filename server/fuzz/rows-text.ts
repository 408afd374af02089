// Rows about the text itself: characters, tokens, syntax.
import type { Row } from "./rows.ts";

const items = (id: string, message: RegExp, text: string, near?: RegExp): Row => ({
  id,
  message,
  trigger: { kind: "items", text },
  ...(near ? { near } : {}),
});

const top = (id: string, message: RegExp, text: string, near?: RegExp): Row => ({
  ...items(id, message, text, near),
  trigger: { kind: "top", text },
});

const string = (id: string, message: RegExp, inside: string): Row =>
  items(id, message, `interface i { @external-id("${inside}") f: func(); }`);

const deepType = `interface i { type t = ${"list<".repeat(101)}u8${">".repeat(101)}; }`;
const deepPackage = `${Array.from({ length: 101 }, (_, i) => `package d:p${i} {`).join(" ")}${"}".repeat(101)}`;

export const textRows: readonly Row[] = [
  items("control-codepoint", /^Control code/, "// \u0007\n"),
  items("deprecated-codepoint", /^Codepoint .* is discouraged/, "// \u0149\n"),
  items("forbidden-codepoint", /bidirectional override/, "// \u202e\n"),
  items("unexpected-char", /^unexpected character '(?!\\r)/, "# "),
  items("lone-cr", /^unexpected character '\\r'/, "\r interface i {}"),
  items("unterminated-comment", /^unterminated block comment/, "/* /* */"),
  items("invalid-char-in-id", /^invalid character in identifier '[^_]'/, "interface fooBar {}"),
  items("invalid-char-in-id-2", /^invalid character in identifier '_'/, "interface foo_bar {}"),
  items("id-part-empty", /^identifiers must have characters/, "interface foo- {}", /‸(?!%)/),
  items("id-part-empty-pct", /^identifiers must have characters/, "interface % {}", /‸%/),
  items("wanted", /^expected (?:`.`|'.').*, found (?!eof)/, "interface i }"),
  top("wanted-eof", /^expected (?:`.`|'.').*, found eof/, "interface i"),
  string("string-invalid-unicode", /^invalid unicode value/, "\\u{110000}"),
  string("string-invalid-element", /^invalid string character/, "a\tb"),
  string("string-invalid-escape", /^invalid string escape/, "\\q"),
  string("string-wanted-char", /^expected character/, "\\u41"),
  {
    id: "string-unexpected-eof",
    message: /^unexpected end of file/,
    trigger: { kind: "end", text: 'interface i { @external-id("abc' },
  },
  string("string-invalid-utf8", /^invalid UTF-8/, "\\ff"),
  string("string-number-too-big", /^number is too big/, "\\u{fffffffff}"),
  string("string-lone-underscore", /^trailing underscore/, "\\u{41_}"),
  string("string-invalid-hex-digit", /^invalid hex digit/, "\\u{g}"),
  items("expected-toplevel", /^expected `world`, `interface` or `use`/, "record r {}"),
  items("expected-world-item", /^expected `import`, `export`/, "world w { f: func(); }", /‸(?!;)/),
  items("expected-interface-item", /^expected `type`, `resource` or `func`/, "interface i { import x; }"),
  items("expected-resource-item", /^expected `constructor` or/, "interface i { resource r { static f: func(); } }"),
  items("expected-identifier", /^expected an identifier or string/, "interface record {}", /‸(?!@)/),
  items("expected-type", /^expected a type/, "interface i { type t = ; }"),
  items("expected-fixed-length", /^expected fixed-length/, "interface i { type t = list<u8, n>; }"),
  items("invalid-list-size", /^invalid list size/, "interface i { type t = list<u8, 4294967296>; }"),
  top("semver-leading-zero", /^invalid leading zero in (?:major|minor|patch)/, "package v:v@01.0.0 {}"),
  top("semver-overflow", /exceeds u64::MAX/, "package v:v@99999999999999999999.0.0 {}"),
  top("semver-pre-leading-zero", /^invalid leading zero in pre-release/, "package v:v@1.0.0-01 {}"),
  top("semver-two-part", /^expected (?:`\.`|'\.')/, "package v:v@1.0 {}", /@\s*\d+(?:\s*\.\s*\d+)?\s*‸/),
  top("semver-ws-inside", /^unexpected character ' '.*after|^unexpected character ' '/, "package v:v@1 .0.0 {}"),
  items("type-nesting", /^type nesting too deep/, deepType),
  top("package-nesting", /^package nesting too deep/, deepPackage),
  top("attrs-on-nested-package", /^cannot place attributes on nested/, "@since(version = 1.0.0) package v:v {}"),
  items("unknown-attribute", /^unknown attribute/, "@foo interface i {}"),
  items("attr-expected-arg", /^expected `(?:version|feature)`/, "@since(feature = a) interface i {}"),
  items("use-missing-dot", /^expected (?:`\.`|'\.')/, "interface i { use a; }", /\buse\s[^@]*‸/),
  items(
    "include-with-semicolon",
    /^expected `import`, `export`/,
    "world v { import a: func(); } world w { include v with { a as b }; }",
    /‸;/,
  ),
  items("version-on-nested-path", /^expected (?:`\/`|'\/'), found (?:`@`|'@')/, "interface i { use a:b@1.0.0/c.{d}; }"),
  items(
    "gate-on-record-field",
    /^expected an identifier or string, found (?:`@`|'@')/,
    "interface i { record r { @since(version = 1.0.0) a: u8 } }",
  ),
];
