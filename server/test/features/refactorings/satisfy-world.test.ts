// A world gets what another one has and it lacks.
import { offersRefactorings, refactors } from "./support.ts";

const deps = `
    //- /wit/deps/cli/cli.wit
    package wasi:cli@0.2.0;
    interface stdout { use wasi:io/streams@0.2.0.{s}; get: func() -> s; }
    interface run { run: func() -> result; }
    @since(version = 0.2.0)
    world imports { @since(version = 0.2.0) import stdout; }
    @since(version = 0.2.0)
    world command {
      @since(version = 0.2.0)
      include imports;
      @since(version = 0.2.0)
      export run;
    }
    //- /wit/deps/io/io.wit
    package wasi:io@0.2.0;
    interface streams { resource s; }
`;
refactors(
  "imports and exports are added behind what is there; what comes along is not written",
  `
    //- /wit/main.wit
    package a:b;

    world $0w {
      import wasi:io/streams@0.2.0;
    }
    world use-it { import wasi:cli/stdout@0.2.0; export wasi:cli/run@0.2.0; }
    ${deps.trim()}
  `,
  "Add what `wasi:cli/command@0.2.0` has and `w` lacks",
  `
    //- /wit/main.wit
    package a:b;

    world w {
      import wasi:io/streams@0.2.0;
      import wasi:cli/stdout@0.2.0;
      export wasi:cli/run@0.2.0;
    }
    world use-it { import wasi:cli/stdout@0.2.0; export wasi:cli/run@0.2.0; }
    ${deps.trim()}
  `,
);
refactors(
  "interfaces of the package by their names, also under others, functions with their signatures",
  `
    package a:b;
    interface i {}
    world other { import i; export n: i; import %list: func(a: u8) -> string; export go: async func(); }
    world $0w {}
  `,
  "Add what `other` has and `w` lacks",
  `
    package a:b;
    interface i {}
    world other { import i; export n: i; import %list: func(a: u8) -> string; export go: async func(); }
    world w {
      import i;
      import %list: func(a: u8) -> string;
      export go: async func();
      export n: i;
    }
  `,
);
offersRefactorings(
  "those with exports first; not where nothing lacks",
  `
    package a:b;
    interface i {}
    world a { import i; }
    world z { export i; }
    world w$0 { import f: func(); }
    world v { import f: func(); }
  `,
  ["Move `w` to `w.wit`", "Add what `z` has and `w` lacks", "Add what `a` has and `w` lacks"],
);
offersRefactorings(
  "not what can't be written like this: types, names that are taken, what is switched by a feature, interfaces in place",
  `
    package a:b@1.0.0;
    interface i {}
    world a { type t = u8; }
    world b { import F: func(); }
    world c { @unstable(feature = x) import i; import g: func(); }
    world d { import j: interface {} }
    world $0w { import f: func(); }
  `,
  ["Move `w` to `w.wit`", "Add what `c` has and `w` lacks"],
);
offersRefactorings(
  "not what it can't export along with its own exports",
  `
    package a:b;
    interface x { type t = u8; }
    interface y { use x.{t}; type u = t; }
    interface z { use y.{u}; }
    world other { export x; }
    world $0w { export z; }
  `,
  ["Move `w` to `w.wit`"],
);
offersRefactorings(
  "not inside of it",
  "package a:b; interface i {} world a { import i; } world w { import $0f: func(); }",
  [],
);
