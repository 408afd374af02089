// Syntax of other languages, and words that were mistyped: what was meant is written as WIT.
import { fixes, offers } from "./support.ts";

const inInterface = (name: string, before: string, title: string, after: string): void => {
  const around = (text: string): string => `
    package a:b@1.0.0;
    interface j { type t = u8; }
    interface i {
      ${text}
    }
  `;
  fixes(name, around(before), title, around(after));
};

inInterface("a function without `: func`", "f$0(a: u8) -> u8;", "Insert `: func`", "f: func(a: u8) -> u8;");
inInterface("a result behind a colon", "f: func()$0: u8;", "Replace `:` with `->`", "f: func() -> u8;");
inInterface("a result behind a fat arrow", "f: func() $0=> u8;", "Replace `=>` with `->`", "f: func() -> u8;");
inInterface("a result without its arrow", "f: func() $0u8;", "Insert `->`", "f: func() -> u8;");
inInterface("a word for functions, then the name", "fn $0f(a: u8) -> u8;", "Write `f: func`", "f: func(a: u8) -> u8;");
inInterface("async before the name", "$0async f: func();", "Write `f: async func`", "f: async func();");
inInterface(
  "cases with colons",
  "variant v { a$0: u8, b, c: list<u8> }",
  "Put what cases carry in parentheses",
  "variant v { a(u8), b, c(list<u8>) }",
);
inInterface(
  "cases of an enum that carry something",
  "enum e { a$0(u8), b }",
  "Make it a variant",
  "variant e { a(u8), b }",
);
inInterface("a struct", "struct $0r { a: u8 }", "Replace `struct` with `record`", "record r { a: u8 }");
inInterface("a mistyped word", "recrod $0r { a: u8 }", "Replace `recrod` with `record`", "record r { a: u8 }");
inInterface(
  "a mistyped word before a function",
  `typ $0t = u8;
      f: func();`,
  "Replace `typ` with `type`",
  `type t = u8;
      f: func();`,
);
inInterface("a keyword as a function's name", "record$0: func();", "Escape `record`: `%record`", "%record: func();");
inInterface(
  "a type with a question mark",
  "f: func(a: u8$0?, b: list<u8>);",
  "Write `option<u8>`",
  "f: func(a: option<u8>, b: list<u8>);",
);
inInterface(
  "a type with parts and a question mark",
  "f: func(a: tuple<u8, list<u8>>$0?);",
  "Write `option<tuple<u8, list<u8>>>`",
  "f: func(a: option<tuple<u8, list<u8>>>);",
);
inInterface("a list with brackets behind", "f: func(a: u8$0[]);", "Write `list<u8>`", "f: func(a: list<u8>);");
inInterface("a list in brackets", "f: func(a: $0[u8]);", "Make it a list", "f: func(a: list<u8>);");
inInterface(
  "a list in brackets in a result",
  "f: func() -> option<$0[u8]>;",
  "Make it a list",
  "f: func() -> option<list<u8>>;",
);
inInterface("a tuple in parentheses", "f: func(a: $0(u8, u16));", "Make it a tuple", "f: func(a: tuple<u8, u16>);");
inInterface(
  "nothing in a result",
  "f: func() -> result<$0(), string>;",
  "Replace `()` with `_`",
  "f: func() -> result<_, string>;",
);
inInterface("a list by another name", "f: func(a: vec$0<u8>);", "Replace `vec` with `list`", "f: func(a: list<u8>);");
inInterface(
  "a list by another name with a capital",
  "f: func(a: $0Vec<u8>);",
  "Replace `Vec` with `list`",
  "f: func(a: list<u8>);",
);
inInterface(
  "a built-in type with a capital",
  "f: func(a: $0String) -> u8;",
  "Replace `String` with `string`",
  "f: func(a: string) -> u8;",
);
inInterface(
  "a built-in type with a capital among others",
  "f: func(a: tuple<u8, $0String>);",
  "Replace `String` with `string`",
  "f: func(a: tuple<u8, string>);",
);
inInterface(
  "a gate with a version alone",
  `@since($01.0.0)
      f: func();`,
  "Write `@since(version = 1.0.0)`",
  `@since(version = 1.0.0)
      f: func();`,
);
inInterface(
  "a gate with a feature alone",
  `@unstable($0fancy)
      type t = u8;`,
  "Write `@unstable(feature = fancy)`",
  `@unstable(feature = fancy)
      type t = u8;`,
);
inInterface(
  "a version in quotes",
  `@since(version = $0"1.0.0")
      f: func();`,
  `Replace \`"1.0.0"\` with \`1.0.0\``,
  `@since(version = 1.0.0)
      f: func();`,
);
inInterface("a type of an interface without braces", "use j.$0t;", "Write `.{t}`", "use j.{t};");
inInterface("a path with two colons", "use j:$0:{t};", "Replace `::` with `.`", "use j.{t};");

inInterface("a result without an ok type", "f: func() -> result<$0, u8>;", "Insert `_`", "f: func() -> result<_, u8>;");
inInterface(
  "a comment as in a shell",
  "$0# why\n      f: func();",
  "Replace `#` with `//`",
  "// why\n      f: func();",
);

fixes(
  "a type of another interface by its path",
  "package a:b; interface types { type point = u8; } interface i { f: func(a: types$0.point); }",
  "Use `point` from `types`",
  "package a:b; interface types { type point = u8; } interface i {\n  use types.{point}; f: func(a: point); }",
);
fixes(
  "a type of an interface with another name in the file, which has a use already, behind two colons",
  `
    package a:b;
    use t as types;
    interface t { type point = u8; type other = u8; }
    interface i {
      use types.{other};
      f: func(a: list<types$0::point>) -> other;
    }
  `,
  "Use `point` from `types`",
  `
    package a:b;
    use t as types;
    interface t { type point = u8; type other = u8; }
    interface i {
      use types.{other, point};
      f: func(a: list<point>) -> other;
    }
  `,
);
fixes(
  "a type by its path that is there already under this name",
  "package a:b; interface t { type p = u8; } interface i { use t.{p}; f: func(a: t$0.p) -> p; }",
  "Use `p` from `t`",
  "package a:b; interface t { type p = u8; } interface i { use t.{p}; f: func(a: p) -> p; }",
);

fixes(
  "a name that looks like a type stays a name",
  "package a:b; interface i { enum e { $0String, other } }",
  "Convert to kebab case: `string`",
  "package a:b; interface i { enum e { %string, other } }",
);
fixes(
  "an interface with a capital",
  "package a:b; $0Interface i {}",
  "Replace `Interface` with `interface`",
  "package a:b; interface i {}",
);
fixes("a mistyped world", "package a:b; $0wrold w {}", "Replace `wrold` with `world`", "package a:b; world w {}");
fixes(
  "a function that a world imports",
  "package a:b; world w { import f$0(a: u8); }",
  "Insert `: func`",
  "package a:b; world w { import f: func(a: u8); }",
);
fixes(
  "types that a world imports",
  "package a:b; interface i { type t = u8; } world w { import i$0.{t}; }",
  "Replace `import` with `use`",
  "package a:b; interface i { type t = u8; } world w { use i.{t}; }",
);
offers("a character that nothing else explains", "package a:b; interface i { f: func(); $0? }", ["Remove `?`"]);
offers("words are not put together", "package a:b; interface i { f: static$0 func(); }", [
  "Remove `static`",
  "Remove this function",
]);
