// Go to declaration, marked by `decl`: where the cursor's name enters its scope.
import { declaration } from "../../src/features/declaration.ts";
import { leadsTo } from "./places.ts";

const check = leadsTo(declaration);

check(
  "a used type is declared by its use",
  `
    package a:b;
    interface types { type id = u32; }
    interface i {
      use types.{id};
              // ^^ decl
      f: func() -> list<i$0d>;
    }
  `,
);
check(
  "an alias is declared by its as",
  `
    package a:b;
    interface types { type id = u32; }
    interface i {
      use types.{id as key};
                    // ^^^ decl
      f: func() -> $0key;
    }
  `,
);
check(
  "a type defined here is declared there",
  `
    package a:b;
    interface i {
      type id = u32;
        // ^^ decl
      f: func() -> i$0d;
    }
  `,
);
check(
  "a name in a use leads one step on, to the use that brings it into that interface",
  `
    package a:b;
    interface base { type id = u32; }
    interface types {
      use base.{id};
             // ^^ decl
    }
    interface i { use types.{$0id}; }
  `,
);
check(
  "a name in a use leads to the alias there",
  `
    package a:b;
    interface base { type id = u32; }
    interface types {
      use base.{id as key};
                   // ^^^ decl
    }
    interface i { use types.{$0key as k}; }
  `,
);
check(
  "an interface that a use at the top names",
  `
    //- /wit/main.wit
    package a:b;
    use x:y/types as t;
                  // ^ decl
    interface i { use $0t.{v}; }
    //- /wit/deps/x.wit
    package x:y;
    interface types { type v = u8; }
  `,
);
check(
  "an interface that a use at the top brings in",
  `
    //- /wit/main.wit
    package a:b;
    use x:y/types;
         // ^^^^^ decl
    world w { import ty$0pes; }
    //- /wit/deps/x.wit
    package x:y;
    interface types { type v = u8; }
  `,
);
check(
  "a path with its package leads past a use at the top",
  `
    //- /wit/main.wit
    package a:b;
    use x:y/types as t;
    world w { import x:y/ty$0pes; }
    //- /wit/deps/x.wit
    package x:y;
    interface types { type v = u8; }
           // ^^^^^ decl
  `,
);
check(
  "the use at the top itself leads to what it names",
  `
    //- /wit/main.wit
    package a:b;
    use x:y/ty$0pes;
    //- /wit/deps/x.wit
    package x:y;
    interface types { type v = u8; }
           // ^^^^^ decl
  `,
);
check(
  "in a package block its own use counts",
  `
    package a:b {
      interface t {}
    }
    package c:d {
      use a:b/t as k;
                // ^ decl
      world w { import $0k; }
    }
  `,
);
check(
  "in an interface written in a world its own use counts",
  `
    package a:b;
    interface types { type id = u32; }
    world w {
      use types.{id};
      import i: interface {
        use types.{id as key};
                      // ^^^ decl
        f: func() -> ke$0y;
      }
    }
  `,
);
check(
  "an interface of the package is declared where it is defined",
  `
    package a:b;
    interface types { type id = u32; }
           // ^^^^^ decl
    world w { export $0types; }
  `,
);
check(
  "what an include renames is declared in the world that has it",
  `
    package a:b;
    world one { import f: func(); }
                    // ^ decl
    world two { type f = u8; include one with { $0f as g } }
  `,
);
check(
  "a name that is declared here leads to itself",
  `
    package a:b;
    interface i {
      f: func(a$0: u32);
           // ^ decl
    }
  `,
);
check(
  "a package leads to its headers",
  `
    //- /wit/main.wit
    package a:b;
    world w { import x$0:y/types; }
    //- /wit/deps/x.wit
    package x:y;
         // ^^^ decl
    interface types {}
  `,
);
check("nothing on a keyword", "package a:b; inter$0face i {}");
