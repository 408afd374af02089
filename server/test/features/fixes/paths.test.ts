// Paths that lead nowhere, to the wrong kind of thing, or round in a circle.
import { fixes } from "./support.ts";

fixes(
  "an interface spelt alike",
  `
    package a:b;
    interface shapes {}
    world w {
      import $0shpaes;
    }
  `,
  "Did you mean `shapes`?",
  `
    package a:b;
    interface shapes {}
    world w {
      import shapes;
    }
  `,
);

fixes(
  "a new interface with what is used of it",
  `
    package a:b;
    interface i {
      use $0shapes.{point, handle};
      f: func(a: point, b: borrow<handle>);
    }
    world w {
      import i;
    }
  `,
  "Create an interface `shapes`",
  `
    package a:b;
    interface i {
      use shapes.{point, handle};
      f: func(a: point, b: borrow<handle>);
    }

    interface shapes {
      type point = u32;
      resource handle;
    }
    world w {
      import i;
    }
  `,
  { preferred: false },
);

fixes(
  "a new world",
  `
    package a:b;
    world w {
      include $0base;
    }
  `,
  "Create a world `base`",
  `
    package a:b;
    world w {
      include base;
    }

    world base {}
  `,
  { preferred: false },
);

fixes(
  "a new interface in another package of the file",
  `
    package a:b;
    package c:d {
      interface j {}
    }
    world w {
      import c:d/$0k;
    }
  `,
  "Create an interface `k` in `c:d`",
  `
    package a:b;
    package c:d {
      interface j {}
      interface k {}
    }
    world w {
      import c:d/k;
    }
  `,
  { preferred: false },
);

fixes(
  "a version that is there",
  `
    //- /wit/main.wit
    package a:b;
    world w {
      import $0c:d/e@0.2.0;
      export c:d/e@0.2.0;
    }
    //- /wit/deps/d/d.wit
    package c:d@0.2.1;
    interface e {}
  `,
  "Use version 0.2.1",
  `
    //- /wit/main.wit
    package a:b;
    world w {
      import c:d/e@0.2.1;
      export c:d/e@0.2.1;
    }
    //- /wit/deps/d/d.wit
    package c:d@0.2.1;
    interface e {}
  `,
);

fixes(
  "a package spelt alike",
  `
    //- /wit/main.wit
    package a:b;
    world w {
      import $0wasi:clock/wall@0.2.0;
    }
    //- /wit/deps/clocks/c.wit
    package wasi:clocks@0.2.0;
    interface wall {}
  `,
  "Did you mean `wasi:clocks@0.2.0`?",
  `
    //- /wit/main.wit
    package a:b;
    world w {
      import wasi:clocks/wall@0.2.0;
    }
    //- /wit/deps/clocks/c.wit
    package wasi:clocks@0.2.0;
    interface wall {}
  `,
  { preferred: false },
);

fixes(
  "a package of the workspace is copied with what it needs",
  `
    //- /app/wit/main.wit
    package a:b;
    world w {
      import $0c:d/e;
    }
    //- /app/wit/deps/x/x.wit
    package x:x;
    //- /lib/wit/lib.wit
    package c:d;
    interface e {
      use f:g/h.{t};
    }
    //- /lib/wit/deps/g/g.wit
    package f:g;
    interface h { type t = u32; }
  `,
  "Copy `c:d` from the workspace into `deps`",
  `
    //- /app/wit/main.wit
    package a:b;
    world w {
      import c:d/e;
    }
    //- /app/wit/deps/x/x.wit
    package x:x;
    //- /lib/wit/lib.wit
    package c:d;
    interface e {
      use f:g/h.{t};
    }
    //- /lib/wit/deps/g/g.wit
    package f:g;
    interface h { type t = u32; }
    //- /app/wit/deps/d/lib.wit
    package c:d;
    interface e {
      use f:g/h.{t};
    }
    //- /app/wit/deps/g/g.wit
    package f:g;
    interface h { type t = u32; }
  `,
);

fixes(
  "a missing package is sketched",
  `
    package a:b;
    interface i {
      use $0c:d/e.{r, t};
      f: func(a: own<r>, b: t);
    }
    world w {
      include c:d/f;
    }
  `,
  "Sketch `c:d` in this file",
  `
    package a:b;
    interface i {
      use c:d/e.{r, t};
      f: func(a: own<r>, b: t);
    }
    world w {
      include c:d/f;
    }

    package c:d {
      interface e {
        resource r;
        type t = u32;
      }
      world f {}
    }
  `,
  { preferred: false },
);

fixes(
  "a statement that nothing needs goes",
  `
    package a:b;
    world w {
      import $0c:d/e;
      export f: func();
    }
  `,
  "Remove this `import`",
  `
    package a:b;
    world w {
      export f: func();
    }
  `,
  { preferred: false },
);

fixes(
  "an interface is imported, not included",
  `
    package a:b;
    interface i {}
    world w {
      include $0i;
    }
  `,
  "Import it instead",
  `
    package a:b;
    interface i {}
    world w {
      import i;
    }
  `,
);

fixes(
  "a world is included, not imported",
  `
    package a:b;
    world base {}
    world w {
      import $0base;
    }
  `,
  "Include it instead",
  `
    package a:b;
    world base {}
    world w {
      include base;
    }
  `,
);

fixes(
  "a package leaves its own name out",
  `
    package a:b@1.0.0;
    interface i {
      type t = u32;
    }
    interface j {
      use $0a:b/i@1.0.0.{t};
    }
    world w {
      import a:b/i@1.0.0;
    }
  `,
  "Leave the package out: `i`",
  `
    package a:b@1.0.0;
    interface i {
      type t = u32;
    }
    interface j {
      use i.{t};
    }
    world w {
      import i;
    }
  `,
);

fixes(
  "an interface does not use itself",
  `
    package a:b;
    interface i {
      use $0i.{t};
      type t = u32;
    }
  `,
  "Remove the `use` of `i`",
  `
    package a:b;
    interface i {
      type t = u32;
    }
  `,
);

fixes(
  "a type does not hold itself",
  `
    package a:b;
    interface i {
      record tree { children: list<$0tree> }
    }
  `,
  "Hold `u32`, an index into a list, in place of `tree`",
  `
    package a:b;
    interface i {
      record tree { children: list<u32> }
    }
  `,
);

fixes(
  "every interface between two exports is exported",
  `
    package a:b;
    interface a { type t = u32; }
    interface b { use a.{t}; }
    interface c { use a.{t}; use b.{t as t2}; }
    world w {
      export a;
      export $0c;
    }
  `,
  "Export `b` too",
  `
    package a:b;
    interface a { type t = u32; }
    interface b { use a.{t}; }
    interface c { use a.{t}; use b.{t as t2}; }
    world w {
      export a;
      export c;
      export b;
    }
  `,
);

fixes(
  "what an include brings twice gets another name",
  `
    package a:b;
    world v { import f: func(); }
    world w {
      import f: func();
      include $0v;
    }
  `,
  "Rename what it brings: `f`",
  `
    package a:b;
    world v { import f: func(); }
    world w {
      import f: func();
      include v with { f as f2 }
    }
  `,
);

fixes(
  "the same world is included once",
  `
    package a:b;
    world v { import f: func(); }
    world w {
      include v;
      include $0v;
    }
  `,
  "Remove this `include`",
  `
    package a:b;
    world v { import f: func(); }
    world w {
      include v;
    }
  `,
);

fixes(
  "what include renames is spelt alike",
  `
    package a:b;
    world v { import fetch: func(); }
    world w {
      include v with { $0fecth as get-it }
    }
  `,
  "Did you mean `fetch`?",
  `
    package a:b;
    world v { import fetch: func(); }
    world w {
      include v with { fetch as get-it }
    }
  `,
);

fixes(
  "what include renames in vain",
  `
    package a:b;
    world v { import fetch: func(); }
    world w {
      include v with { fetch as a, $0nothing as b }
    }
  `,
  "Remove the renaming of `nothing`",
  `
    package a:b;
    world v { import fetch: func(); }
    world w {
      include v with { fetch as a }
    }
  `,
);

fixes(
  "names that differ by case alone come apart",
  `
    package a:b;
    world v { import foo: func(); }
    world w {
      include $0v;
      import FOO: func();
    }
  `,
  "Rename what the include brings",
  `
    package a:b;
    world v { import foo: func(); }
    world w {
      include v with { foo as foo2 }
      import FOO: func();
    }
  `,
);
