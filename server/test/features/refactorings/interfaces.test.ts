// Refactorings of interfaces, worlds and paths.
import { offersRefactorings, refactors } from "./support.ts";

const inline = `
  package a:b@1.0.0;

  interface t { type x = u8; }

  /// A world.
  world w {
    /// What it gives.
    @since(version = 1.0.0)
    export $0run: interface {
      use t.{x};
      // a comment
      f: func(a: x);
    }
  }
`;
const named = `
  package a:b@1.0.0;

  interface t { type x = u8; }

  /// What it gives.
  @since(version = 1.0.0)
  interface run {
    use t.{x};
    // a comment
    f: func(a: x);
  }

  /// A world.
  world w {
    @since(version = 1.0.0)
    export run;
  }
`;
refactors(
  "an interface in a world becomes one of the package",
  inline,
  "Make `run` an interface of the package",
  named,
);
refactors(
  "an interface that is named once is written in the world",
  `
    package a:b;

    interface t { type x = u8; }

    /// What it gives.
    interface run {
      use t.{x};
      // a comment
      f: func(a: x);
    }

    world w {
      export $0run;
    }
  `,
  "Write `run` in the world",
  `
    package a:b;

    interface t { type x = u8; }

    world w {
      /// What it gives.
      export run: interface {
        use t.{x};
        // a comment
        f: func(a: x);
      }
    }
  `,
);
offersRefactorings(
  "not where the name is taken",
  "package a:b; interface i {} world w { import $0i: interface {} }",
  [],
);
offersRefactorings(
  "not an interface that more than one names",
  "package a:b; interface i {} world w { import $0i; export i; }",
  [],
);

const deps = `
    //- /wit/deps/io/io.wit
    package wasi:io@0.2.0;
    interface streams { type s = u8; }
    world imports { import streams; }
`;
refactors(
  "a path becomes a name with a use at the top, everywhere in the file",
  `
    //- /wit/main.wit
    package a:b;

    interface streams {}
    interface i { use wasi:io/$0streams@0.2.0.{s}; }
    world w { import wasi:io/streams@0.2.0; import streams; }
    ${deps.trim()}
  `,
  "Name it `streams2` with a `use` at the top",
  `
    //- /wit/main.wit
    package a:b;

    use wasi:io/streams@0.2.0 as streams2;

    interface streams {}
    interface i { use streams2.{s}; }
    world w { import streams2; import streams; }
    ${deps.trim()}
  `,
);
refactors(
  "and back",
  `
    //- /wit/main.wit
    package a:b;

    use wasi:io/$0streams@0.2.0 as st;

    interface i { use st.{s}; }
    world w { import st; export n: st; }
    ${deps.trim()}
  `,
  "Write `wasi:io/streams@0.2.0` where `st` stands",
  `
    //- /wit/main.wit
    package a:b;

    interface i { use wasi:io/streams@0.2.0.{s}; }
    world w { import wasi:io/streams@0.2.0; export n: wasi:io/streams@0.2.0; }
    ${deps.trim()}
  `,
);
refactors(
  "an interface moves to a file of its own, with the names of the file that it needs",
  `
    //- /wit/main.wit
    // Licence.

    package a:b;

    use wasi:io/streams@0.2.0 as st;

    // Apart.

    /// What it is.
    interface $0i { use st.{s}; }

    interface j { use i.{s}; }
    ${deps.trim()}
  `,
  "Move `i` to `i.wit`",
  `
    //- /wit/main.wit
    // Licence.

    package a:b;

    use wasi:io/streams@0.2.0 as st;

    // Apart.

    interface j { use i.{s}; }
    ${deps.trim()}

    //- /wit/i.wit
    package a:b;

    use wasi:io/streams@0.2.0 as st;

    /// What it is.
    interface i { use st.{s}; }
  `,
);
refactors(
  "an interface to a file of its own, without a header where not every file has one",
  `
    //- /wit/main.wit
    package a:b@1.0.0;
    world w { import i; import j; }
    //- /wit/more.wit
    interface i {}
    interface $0j {}
    //- /wit/deps/c.wit
    package c:c;
  `,
  "Move `j` to `j.wit`",
  `
    //- /wit/main.wit
    package a:b@1.0.0;
    world w { import i; import j; }
    //- /wit/more.wit
    interface i {}
    //- /wit/deps/c.wit
    package c:c;
    //- /wit/j.wit
    interface j {}
  `,
);
refactors(
  "an include is written out",
  `
    //- /wit/main.wit
    package a:b;

    interface mine {}
    world base {
      import mine;
      export wasi:io/streams@0.2.0;
    }
    world w {
      include $0base;
    }
    ${deps.trim()}
  `,
  "Write out what `base` imports and exports",
  `
    //- /wit/main.wit
    package a:b;

    interface mine {}
    world base {
      import mine;
      export wasi:io/streams@0.2.0;
    }
    world w {
      import mine;
      export wasi:io/streams@0.2.0;
    }
    ${deps.trim()}
  `,
);
refactors(
  "an include is written out with functions, and with the names that it gives",
  `
    package a:b;
    interface i {}
    world v {
      import i;
      import named: i;
      import f: func(a: list<u8>);
      import g: func();
      export f: func() -> string;
    }
    world w {
      include $0v with { f as %list, named as other }
    }
  `,
  "Write out what `v` imports and exports",
  `
    package a:b;
    interface i {}
    world v {
      import i;
      import named: i;
      import f: func(a: list<u8>);
      import g: func();
      export f: func() -> string;
    }
    world w {
      import i;
      import other: i;
      import %list: func(a: list<u8>);
      import g: func();
      export %list: func() -> string;
    }
  `,
);
offersRefactorings(
  "not an include of a world with types",
  "package a:b; world v { type t = u8; import f: func(a: t); } world w { include $0v; }",
  [],
);
offersRefactorings("an interface that is alone in its file stays there", "package a:b; interface $0i {}", []);
