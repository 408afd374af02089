// A type or function moves to another interface of the package.
import { offersRefactorings, refactors } from "./support.ts";

refactors(
  "a type moves with its documentation, and every use of it follows",
  `
    //- /wit/main.wit
    package a:b@1.0.0;

    interface shapes {
      use base.{unit, name};

      /// A point.
      @since(version = 1.0.0)
      record $0point { x: unit } // here

      draw: func(p: point, n: name);
    }

    interface base {
      type unit = f32;
      type name = string;
    }

    interface user {
      use shapes.{point as p};
      f: func(a: p);
    }

    //- /wit/more.wit
    interface both {
      use shapes.{
        point,
        name,
      };
      use base.{unit};
    }
    world w {
      @since(version = 1.0.0)
      use shapes.{point, name as n};
      export run: interface { use shapes.{point}; go: func(p: point); }
    }
  `,
  "Move `point` to `base`",
  `
    //- /wit/main.wit
    package a:b@1.0.0;

    interface shapes {
      use base.{name, point}; // here

      draw: func(p: point, n: name);
    }

    interface base {
      type unit = f32;
      type name = string;
      /// A point.
      @since(version = 1.0.0)
      record point { x: unit }
    }

    interface user {
      use base.{point as p};
      f: func(a: p);
    }

    //- /wit/more.wit
    interface both {
      use shapes.{
        name,
      };
      use base.{unit, point};
    }
    world w {
      @since(version = 1.0.0)
      use shapes.{name as n};
      @since(version = 1.0.0)
      use base.{point};
      export run: interface { use base.{point}; go: func(p: point); }
    }
  `,
);
refactors(
  "a resource moves with its methods, and what it mentions is used there under the names it has there",
  `
    package a:b;

    interface t {
      type id = u32;
      type size = u64;
    }
    interface src {
      use t.{id, size as length};

      /// A thing.
      resource $0thing {
        constructor(a: id);
        /// Gets.
        get: func(at: length) -> own<thing>;
      }
      f: func(a: id);
    }
    interface to {
      use t.{id as key};
      g: func(a: key);
    }
  `,
  "Move `thing` to `to`",
  `
    package a:b;

    interface t {
      type id = u32;
      type size = u64;
    }
    interface src {
      use t.{id};
      f: func(a: id);
    }
    interface to {
      use t.{id as key, size as length};
      g: func(a: key);
      /// A thing.
      resource thing {
        constructor(a: key);
        /// Gets.
        get: func(at: length) -> own<thing>;
      }
    }
  `,
);
refactors(
  "the interface that used the type has it then, and uses what it mentions in its place",
  `
    package a:b;

    interface src {
      type word = string;
      type $0words = list<word>;
    }
    interface to {
      use src.{words};
      f: func(a: words);
    }
    world w { import to; }
  `,
  "Move `words` to `to`",
  `
    package a:b;

    interface src {
      type word = string;
    }
    interface to {
      use src.{word};
      f: func(a: words);
      type words = list<word>;
    }
    world w { import to; }
  `,
);
refactors(
  "a type gets an interface of its own",
  `
    //- /wit/main.wit
    package a:b;

    /// All of it.
    interface all {
      use wasi:io/streams@0.2.0.{s};

      record $0r {
        a: s,
      }
      f: func(a: r);
    }
    //- /wit/deps/io/io.wit
    package wasi:io@0.2.0;
    interface streams { resource s; }
  `,
  "Move `r` to a new interface `types`",
  `
    //- /wit/main.wit
    package a:b;

    interface types {
      use wasi:io/streams@0.2.0.{s};
      record r {
        a: s,
      }
    }

    /// All of it.
    interface all {
      use types.{r};
      f: func(a: r);
    }
    //- /wit/deps/io/io.wit
    package wasi:io@0.2.0;
    interface streams { resource s; }
  `,
);
refactors(
  "a function moves with the types that it needs used there",
  `
    package a:b;
    interface src { type t = u8; $0f: func(a: t); }
    interface to {}
  `,
  "Move `f` to `to`",
  `
    package a:b;
    interface src { type t = u8; }
    interface to {
      use src.{t};
      f: func(a: t);
    }
  `,
);
const toNew = "Move `t` to a new interface `types`";
offersRefactorings(
  "the likeliest comes first: what uses it, then what is near",
  "package a:b; interface z { use s.{t}; } interface far {} interface near {} interface s { type $0t = u8; }",
  ["Move `t` to `z`", "Move `t` to `near`", "Move `t` to `far`", toNew],
);
offersRefactorings(
  "not where its name is taken, or it would have two",
  "package a:b; interface s { type $0t = u8; } interface n { %T: func(); } interface other { use s.{t as u}; }",
  [toNew],
);
offersRefactorings(
  "not where the two would need each other, or by a detour",
  `
    package a:b;
    interface s { type a = u8; record $0t { a: a } type c = t; }
    interface other { use s.{a}; }
  `,
  [],
);
offersRefactorings(
  "not where a world that exports one would have two copies of the other",
  `
    package a:b;
    interface s { type a = u8; record $0t { a: a } }
    interface user { use s.{t}; }
    interface other {}
    world w { export s; export user; }
  `,
  ["Move `t` to `user`"],
);
offersRefactorings(
  "not where a file has another thing of that name, nor to what a feature switches on",
  `
    //- /wit/main.wit
    package a:b@1.0.0;
    interface s { type $0t = u8; }
    interface to {}
    @unstable(feature = f)
    interface later {}
    //- /wit/user.wit
    use s as to;
    interface user { use to.{t}; }
  `,
  ["Move `t` to `user`", toNew],
);
offersRefactorings(
  "a getter stays with its setter",
  "package a:b; interface s { $0f: get() -> u8; } interface to {}",
  [],
);
offersRefactorings("not at what it is made of", "package a:b; interface s { f: func($0a: u8); } interface to {}", []);
