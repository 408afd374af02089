// Syntax that lacks or has too much of something, and syntax of other times and languages.
import { fixes, offers } from "./support.ts";

fixes(
  "a missing semicolon goes behind what it ends",
  `
    package a:b;
    interface i {
      f: func()$0
      g: func();
    }
  `,
  "Insert `;`",
  `
    package a:b;
    interface i {
      f: func();
      g: func();
    }
  `,
);

fixes(
  "a comment between does not move it",
  `
    package a:b;
    interface i {
      type t = u32$0 // why
      type u = t;
    }
  `,
  "Insert `;`",
  `
    package a:b;
    interface i {
      type t = u32; // why
      type u = t;
    }
  `,
);

fixes(
  "a missing comma",
  `
    package a:b;
    interface i {
      record r { a: u32 $0b: u32 }
    }
  `,
  "Insert `,`",
  `
    package a:b;
    interface i {
      record r { a: u32, b: u32 }
    }
  `,
  { preferred: false },
);

fixes(
  "a missing parenthesis",
  `
    package a:b;
    interface i {
      f: func(a: u32$0;
    }
  `,
  "Insert `)`",
  `
    package a:b;
    interface i {
      f: func(a: u32);
    }
  `,
);

fixes(
  "a missing angle bracket",
  `
    package a:b;
    interface i {
      f: func(a: list<u32$0) -> u32;
    }
  `,
  "Insert `>`",
  `
    package a:b;
    interface i {
      f: func(a: list<u32>) -> u32;
    }
  `,
);

fixes(
  "a missing colon",
  `
    package a:b;
    interface i {
      f $0func();
    }
  `,
  "Insert `:`",
  `
    package a:b;
    interface i {
      f: func();
    }
  `,
);

fixes(
  "a missing opening brace",
  `
    package a:b;
    interface i$0
      f: func();
    }
  `,
  "Insert `{`",
  `
    package a:b;
    interface i {
      f: func();
    }
  `,
);

fixes(
  "an interface that is never closed is closed behind its last item",
  `
    package a:b;
    interface i $0{
      f: func();

    world w {
      import i;
    }
  `,
  "Insert `}`",
  `
    package a:b;
    interface i {
      f: func();
    }

    world w {
      import i;
    }
  `,
);

fixes(
  "a wrong mark is replaced",
  `
    package a:b;
    interface i {
      record r { a: u32$0; b: u32 }
    }
  `,
  "Replace `;` with `,`",
  `
    package a:b;
    interface i {
      record r { a: u32, b: u32 }
    }
  `,
);

fixes(
  "a keyword is escaped",
  `
    package a:b;
    interface $0record {}
  `,
  "Escape `record`: `%record`",
  `
    package a:b;
    interface %record {}
  `,
);

fixes(
  "a keyword as a parameter is escaped",
  `
    package a:b;
    interface i {
      f: func($0type: u32);
    }
  `,
  "Escape `type`: `%type`",
  `
    package a:b;
    interface i {
      f: func(%type: u32);
    }
  `,
);

fixes(
  "a stray mark goes",
  `
    package a:b;
    interface i {
      f: func();
      $0;
    }
  `,
  "Remove `;`",
  `
    package a:b;
    interface i {
      f: func();
    }
  `,
);

fixes(
  "a list of several types is a tuple",
  `
    package a:b;
    interface i {
      f: func() -> list<u8, $0string>;
    }
  `,
  "Make it a tuple",
  `
    package a:b;
    interface i {
      f: func() -> tuple<u8, string>;
    }
  `,
);

fixes(
  "static goes behind the name",
  `
    package a:b;
    interface i {
      resource r {
        $0static f: func();
      }
    }
  `,
  "Write `f: static func`",
  `
    package a:b;
    interface i {
      resource r {
        f: static func();
      }
    }
  `,
);

fixes(
  "default worlds are worlds",
  `
    package a:b;
    $0default world w {}
  `,
  "Remove `default`",
  `
    package a:b;
    world w {}
  `,
);

fixes(
  "a union is a variant",
  `
    package a:b;
    interface i {
      union $0u { u32, list<string> }
    }
  `,
  "Make it a variant",
  `
    package a:b;
    interface i {
      variant u { %u32(u32), list-string(list<string>) }
    }
  `,
);

fixes(
  "expected is result, and unit is left out",
  `
    package a:b;
    interface i {
      f: func() -> expected$0<unit, string>;
    }
  `,
  "Replace `expected` with `result`",
  `
    package a:b;
    interface i {
      f: func() -> result<_, string>;
    }
  `,
);

fixes(
  "a named result is a result",
  `
    package a:b;
    interface i {
      f: func() -> $0(a: u32);
    }
  `,
  "Return `u32`",
  `
    package a:b;
    interface i {
      f: func() -> u32;
    }
  `,
);

fixes(
  "several named results are a tuple",
  `
    package a:b;
    interface i {
      f: func() -> $0(a: u32, b: string);
    }
  `,
  "Return `tuple<u32, string>`",
  `
    package a:b;
    interface i {
      f: func() -> tuple<u32, string>;
    }
  `,
);

fixes(
  "flags have no numbers",
  `
    package a:b;
    interface i {
      flags f { a $0= 1 }
    }
  `,
  "Remove `= 1`",
  `
    package a:b;
    interface i {
      flags f { a }
    }
  `,
  { preferred: false },
);

fixes(
  "self is not named in a path",
  `
    package a:b;
    interface i {
      type t = u32;
    }
    interface j {
      use self.$0i.{t};
    }
  `,
  "Remove `self.`",
  `
    package a:b;
    interface i {
      type t = u32;
    }
    interface j {
      use i.{t};
    }
  `,
);

fixes(
  "use … from names the interface last",
  `
    package a:b;
    interface i {
      type t = u32;
    }
    interface j {
      use $0{ t } from i;
    }
  `,
  "Write `use interface.{names};`",
  `
    package a:b;
    interface i {
      type t = u32;
    }
    interface j {
      use i.{t};
    }
  `,
);

fixes(
  "other words for func",
  `
    package a:b;
    interface i {
      f: $0function();
    }
  `,
  "Replace `function` with `func`",
  `
    package a:b;
    interface i {
      f: func();
    }
  `,
);

fixes(
  "func in front of the name",
  `
    package a:b;
    interface i {
      $0func f(a: u32);
    }
  `,
  "Write `f: func`",
  `
    package a:b;
    interface i {
      f: func(a: u32);
    }
  `,
);

fixes(
  "types live in interfaces",
  `
    package a:b;
    $0record point {
      x: u32,
    }
  `,
  "Put it into an interface `types`",
  `
    package a:b;
    interface types {
      record point {
        x: u32,
      }
    }
  `,
);

fixes(
  "a package has a namespace",
  `
    package b$0;
    interface i {}
  `,
  "Write `package local:b`",
  `
    package local:b;
    interface i {}
  `,
);

fixes(
  "a version has three numbers",
  `
    package a:b@1.0$0;
  `,
  "Write the version as `1.0.0`",
  `
    package a:b@1.0.0;
  `,
);

fixes(
  "a version has no letter in front",
  `
    package a:b@$0v1.2.3-rc.1;
  `,
  "Write the version as `1.2.3-rc.1`",
  `
    package a:b@1.2.3-rc.1;
  `,
);

fixes(
  "a gate's version has three numbers, too",
  `
    package a:b@1.0.0;
    @since(version = 1$0)
    interface i {}
  `,
  "Write the version as `1.0.0`",
  `
    package a:b@1.0.0;
    @since(version = 1.0.0)
    interface i {}
  `,
);

fixes(
  "a version stands behind the interface",
  `
    package a:b;
    world w { import c:d$0@1.0.0/e; }
    package c:d@1.0.0 { interface e {} }
  `,
  "Put the version behind `e`",
  `
    package a:b;
    world w { import c:d/e@1.0.0; }
    package c:d@1.0.0 { interface e {} }
  `,
);

fixes(
  "a use names the types that the interface has",
  `
    package a:b;
    interface j { type t = u8; type s = u8; type r = u8; }
    interface i { use j.{r}; use j$0; }
  `,
  "Insert `.{t, s}`",
  `
    package a:b;
    interface j { type t = u8; type s = u8; type r = u8; }
    interface i { use j.{r}; use j.{t, s}; }
  `,
  { preferred: false },
);

fixes(
  "a use that is only begun names the one type that there is",
  `
    package a:b;
    world w { use c:d/e@1.0.0. $0}
    package c:d@1.0.0 { interface e { type %type = u8; } }
  `,
  "Insert `{%type};`",
  `
    package a:b;
    world w { use c:d/e@1.0.0.{%type}; }
    package c:d@1.0.0 { interface e { type %type = u8; } }
  `,
);

fixes(
  "an interface without a body",
  `
    package a:b;
    interface $0i`,
  "Insert `{}`",
  `
    package a:b;
    interface i {}`,
  { preferred: false },
);

fixes(
  "an attribute on a field",
  `
    package a:b;
    interface i {
      record r { $0@since(version = 1.0.0) a: u8 }
    }
  `,
  "Remove `@since(version = 1.0.0)`",
  `
    package a:b;
    interface i {
      record r { a: u8 }
    }
  `,
  { preferred: false },
);

offers(
  "guesses don't reach into the next statement",
  `
    package a:b;
    interface i {
      type t = $0;
    }
  `,
  ["Remove this type"],
);

for (const [name, wrong, title, right] of [
  ["a Unicode escape without braces", "\\u0041", "Write it as `\\u{0041}`", "\\u{0041}"],
  ["a byte as C has it", "\\x41", "Write it as `\\41`", "\\41"],
  ["a number that ends in `_`", "\\u{41_}", "Write it as `\\u{41}`", "\\u{41}"],
] as const)
  fixes(
    name,
    `package a:b;\ninterface i { @external-id("a$0${wrong}") f: func(); }\n`,
    title,
    `package a:b;\ninterface i { @external-id("a${right}") f: func(); }\n`,
  );

fixes(
  "bytes that are no text",
  `package a:b;\ninterface i { @external-id($0"\\e9t\\c9 \\41") f: func(); }\n`,
  'Write the bytes as characters: `"\\u{e9}t\\u{c9} \\41"`',
  `package a:b;\ninterface i { @external-id("\\u{e9}t\\u{c9} \\41") f: func(); }\n`,
);

fixes(
  "an escape that is none",
  `
    package a:b;
    interface i {
      @external-id("$0\\q") f: func();
    }
  `,
  "Escape the backslash: `\\\\`",
  `
    package a:b;
    interface i {
      @external-id("\\\\q") f: func();
    }
  `,
);

fixes(
  "an escape without its brace",
  `
    package a:b;
    interface i {
      @external-id("$0\\u{41") f: func();
    }
  `,
  "Insert `}`",
  `
    package a:b;
    interface i {
      @external-id("\\u{41}") f: func();
    }
  `,
);

fixes(
  "a comment that is never closed",
  `
    package a:b;
    $0/* why
    interface i {}
  `,
  "Insert `*/` at the end of the line",
  `
    package a:b;
    /* why */
    interface i {}
  `,
);

fixes(
  "a character that WIT can't hold",
  `
    package a:b;
    // a$0‮b
  `,
  "Remove U+202E",
  `
    package a:b;
    // ab
  `,
);

fixes(
  "white space that is none",
  `
    package$0 a:b;
  `,
  "Replace it with plain white space",
  `
    package a:b;
  `,
);
