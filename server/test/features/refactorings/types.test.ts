// Refactorings of types: extracted to an alias or a record, and put back.
import { offersRefactorings, refactors } from "./support.ts";

refactors(
  "a parameter's type gets a name, its function's documentation stays with it",
  `
    package a:b;
    interface i {
      record point { x: u32 }

      /// Draws.
      draw: func(points: list<$0point>);
    }
  `,
  "Extract `list<point>` to type `points`",
  `
    package a:b;
    interface i {
      record point { x: u32 }

      type points = list<point>;
      /// Draws.
      draw: func(points: points);
    }
  `,
);
refactors(
  "what is selected gets a name that is free, with the gate of its function",
  `
    package a:b@1.0.0;
    interface i {
      type new-type = u8;
      @since(version = 1.0.0)
      f: func(a: tuple<$0list<u8>$0, u8>);
    }
  `,
  "Extract `list<u8>` to type `new-type2`",
  `
    package a:b@1.0.0;
    interface i {
      type new-type = u8;
      @since(version = 1.0.0)
      type new-type2 = list<u8>;
      @since(version = 1.0.0)
      f: func(a: tuple<new-type2, u8>);
    }
  `,
);
refactors(
  "from a resource it goes in front of it",
  `
    package a:b;
    interface i {
      /// A thing.
      resource r {
        /// Gets.
        get: func() -> $0option<string>;
      }
    }
  `,
  "Extract `option<string>` to type `get-result`",
  `
    package a:b;
    interface i {
      type get-result = option<string>;
      /// A thing.
      resource r {
        /// Gets.
        get: func() -> get-result;
      }
    }
  `,
);
refactors(
  "on one line",
  "package a:b; interface i { record r { a: $0list<u8> } }",
  "Extract `list<u8>` to type `a`",
  "package a:b; interface i { type a = list<u8>; record r { a: a } }",
);
refactors(
  "in an import of a world",
  `
    package a:b;
    world w {
      import f: func(a: $0list<u8>);
    }
  `,
  "Extract `list<u8>` to type `a`",
  `
    package a:b;
    world w {
      type a = list<u8>;
      import f: func(a: a);
    }
  `,
);
offersRefactorings("a name has one already", "package a:b; interface i { f: func(a: $0u8); }", []);
offersRefactorings("nothing where there is a mistake", "package a:b; interface i { f: func(a: list<$0x>); }", []);

refactors(
  "parameters become a record, with their comments",
  `
    package a:b;
    interface i {
      /// Draws.
      draw: func(
        // the width
        $0w: u32, // in pixels
        h: list<u8>,
      ) -> u8;
    }
  `,
  "Extract 2 parameters to record `draw-params`",
  `
    package a:b;
    interface i {
      record draw-params {
        w: u32, // in pixels
        h: list<u8>,
      }
      /// Draws.
      draw: func(
        // the width
        params: draw-params,
      ) -> u8;
    }
  `,
);
refactors(
  "only those that are selected",
  `
    package a:b;
    interface i {
      draw: func(params: u8, $0a: u16, %list: string$0);
    }
  `,
  "Extract 2 parameters to record `draw-params`",
  `
    package a:b;
    interface i {
      record draw-params {
        a: u16,
        %list: string,
      }
      draw: func(params: u8, params2: draw-params);
    }
  `,
);
refactors(
  "of a method, in front of its resource",
  `
    package a:b;
    interface i {
      resource r {
        constructor($0a: u8, b: u8);
      }
    }
  `,
  "Extract 2 parameters to record `init-params`",
  `
    package a:b;
    interface i {
      record init-params {
        a: u8,
        b: u8,
      }
      resource r {
        constructor(params: init-params);
      }
    }
  `,
);
offersRefactorings("one parameter is no record", "package a:b; interface i { f: func($0a: u8); }", []);

refactors(
  "an alias is put where its name stands",
  `
    package a:b;
    interface i {
      record r { a: names }

      /// Names.
      type $0names = list<string>;
      f: func(a: option<names>) -> names;
    }
  `,
  "Inline type `names`",
  `
    package a:b;
    interface i {
      record r { a: list<string> }
      f: func(a: option<list<string>>) -> list<string>;
    }
  `,
);
refactors(
  "at one place alone",
  `
    package a:b;
    interface i {
      type names = list<string>;
      f: func(a: $0names) -> names;
    }
  `,
  "Replace `names` with what it stands for",
  `
    package a:b;
    interface i {
      type names = list<string>;
      f: func(a: list<string>) -> names;
    }
  `,
);
offersRefactorings(
  "not an alias that another interface uses",
  `
    package a:b;
    interface i {
      type $0names = list<string>;
      f: func(a: names);
    }
    interface j { use i.{names}; }
  `,
  ["Move `names` to `j`", "Move `names` to a new interface `types`"],
);
offersRefactorings("not an alias that nothing names", "package a:b; interface i { type $0t = u8; }", [
  "Move `t` to a new interface `types`",
]);

const tabs = (members: string, before = ""): string =>
  `package a:b;\r\n\r\n${before}interface i {\r\n${members}}\r\ninterface k {}\r\n`;

refactors(
  "a record in a file with tabs",
  tabs("\tf: func($0a: u8, b: u8);\r\n"),
  "Extract 2 parameters to record `f-params`",
  tabs("\trecord f-params {\r\n\t\ta: u8,\r\n\t\tb: u8,\r\n\t}\r\n\tf: func(params: f-params);\r\n"),
);
refactors(
  "a move out of and into lines that end in CR and LF",
  tabs("\tf: func();\r\n\trecord $0r { a: u8 }\r\n"),
  "Move `r` to a new interface `types`",
  tabs("\tf: func();\r\n", "interface types {\r\n\trecord r { a: u8 }\r\n}\r\n\r\n"),
);
