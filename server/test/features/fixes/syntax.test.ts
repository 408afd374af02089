// Syntax that lacks or has too much of something, and syntax of other times and languages.
import { fixes } from "./support.ts";

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
  "Insert `.0`",
  `
    package a:b@1.0.0;
  `,
  { preferred: false },
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
