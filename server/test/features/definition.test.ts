// Go to definition, marked by `def`: what the cursor's name leads to.
import { definition } from "../../src/features/definition.ts";
import { leadsTo } from "./places.ts";

const check = leadsTo(definition);

check(
  "a type of the same interface",
  `
    package a:b;
    interface i {
      record point { x: u32 }
          // ^^^^^ def
      f: func(a: poi$0nt);
    }
  `,
);

check(
  "a homonym of another interface is left alone",
  `
    package a:b;
    interface one {
      resource r;
      f: func(x: borrow<r>);
    }
    interface two {
      resource r;
            // ^ def
      f: func(x: borrow<r$0>);
    }
  `,
);

check(
  "a used type, in another file",
  `
    //- /wit/a.wit
    package a:b;
    interface types {
      type id = u32;
        // ^^ def
    }
    //- /wit/b.wit
    interface i {
      use types.{id};
      f: func() -> list<id$0>;
    }
  `,
);

check(
  "the name in a use",
  `
    package a:b;
    interface types {
      type id = u32;
        // ^^ def
    }
    interface i { use types.{$0id}; }
  `,
);

check(
  "a name given by as leads to what it stands for",
  `
    package a:b;
    interface types {
      type id = u32;
        // ^^ def
    }
    interface i {
      use types.{id as key};
      f: func() -> ke$0y;
    }
  `,
);

check(
  "through two interfaces that rename",
  `
    package a:b;
    interface types {
      type id = u32;
        // ^^ def
    }
    interface i { use types.{id as key}; }
    interface j { use i.{key as k}; f: func(a: $0k); }
  `,
);

check(
  "the interface in a use",
  `
    package a:b;
    interface types {
           // ^^^^^ def
      type id = u32;
    }
    interface i { use typ$0es.{id}; }
  `,
);

check(
  "an interface of a dependency, by its path",
  `
    //- /wit/main.wit
    package a:b;
    world w { import wasi:io/str$0eams@0.2.0; }
    //- /wit/deps/io/streams.wit
    package wasi:io@0.2.0;
    interface streams {}
           // ^^^^^^^ def
  `,
);

check(
  "one of two versions of a dependency",
  `
    //- /wit/main.wit
    package a:b;
    interface i { use x:y/t@2.0.0.{v}; f: func(a: $0v); }
    //- /wit/deps/one/t.wit
    package x:y@1.0.0;
    interface t { type v = u8; }
    //- /wit/deps/two/t.wit
    package x:y@2.0.0;
    interface t { type v = u16; }
                    // ^ def
  `,
);

check(
  "the package on a path leads to its headers",
  `
    //- /wit/main.wit
    package a:b;
    world w { import was$0i:io/streams@0.2.0; }
    //- /wit/deps/io/one.wit
    package wasi:io@0.2.0;
         // ^^^^^^^^^^^^^ def
    interface streams {}
    //- /wit/deps/io/two.wit
    package wasi:io@0.2.0;
         // ^^^^^^^^^^^^^ def
    interface more {}
  `,
);

check(
  "the version on a path leads to the package",
  `
    //- /wit/main.wit
    package a:b;
    world w { import wasi:io/streams@0.2$0.0; }
    //- /wit/deps/io/one.wit
    package wasi:io@0.2.0;
         // ^^^^^^^^^^^^^ def
    interface streams {}
  `,
);

check(
  "a name at its own definition leads to itself",
  `
    package a:b;
    interface i {
      f: func(ab$0c: u32);
           // ^^^ def
    }
  `,
);

check(
  "a name that use at the top of the file gives",
  `
    //- /wit/main.wit
    package a:b;
    use x:y/types as t;
    interface i { use $0t.{v}; }
    //- /wit/deps/x.wit
    package x:y;
    interface types { type v = u8; }
           // ^^^^^ def
  `,
);

check(
  "the world that is included, and what is renamed",
  `
    package a:b;
    world one { import f: func(); }
                    // ^ def
    world two { include one with { $0f as g } }
  `,
);

check(
  "types in an interface written in a world",
  `
    package a:b;
    world w {
      import i: interface {
        enum e { a }
          // ^ def
        f: func() -> $0e;
      }
      export i: interface {
        enum e { b }
        f: func() -> e;
      }
    }
  `,
);

check(
  "a type in a package block",
  `
    package a:b {
      interface i { type t = u8; }
                      // ^ def
    }
    package c:d {
      interface i { type t = u8; }
      world w { use a:b/i.{$0t}; }
    }
  `,
);

check(
  "a package that only another folder of the workspace has",
  `
    //- /one/main.wit
    package a:b;
    world w { import c$0:d/e; }
    //- /two/main.wit
    package c:d;
         // ^^^ def
    interface e {}
  `,
);

check(
  "beside a broken item",
  `
    package a:b;
    interface i {
      type t = u8;
        // ^ def
      g: func(
      f: func() -> $0t;
    }
  `,
);

check(
  "in a document without a header",
  `
    interface t {
      type v = u8;
        // ^ def
    }
    interface i {
      use t.{v as w};
      f: func() -> $0w;
    }
  `,
);
check("nothing on a keyword", "package a:b; inter$0face i {}");
check("nothing in a comment", "package a:b; interface i { type t = u8; /* $0t */ }");
