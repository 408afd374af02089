// Go to type definition, marked by `type`: the types of what the cursor is on.
import { typeDefinition } from "../../src/features/type-definition.ts";
import { leadsTo } from "./places.ts";

const check = leadsTo(typeDefinition);

check(
  "a parameter's type",
  `
    package a:b;
    interface i {
      record point { x: u32 }
          // ^^^^^ type
      f: func(at$0: point);
    }
  `,
);
check(
  "a field's type, through uses and aliases",
  `
    //- /wit/a.wit
    package a:b;
    interface base { type id = u32; }
                       // ^^ type
    interface types {
      use base.{id as key};
      type handle = key;
    }
    //- /wit/b.wit
    interface i {
      use types.{handle};
      record r { $0h: handle }
    }
  `,
);
check(
  "the name of an alias",
  `
    package a:b;
    interface i {
      resource r;
            // ^ type
      type x = own<r>;
      type y = x;
      f: func() -> $0y;
    }
  `,
);
check(
  "a name in a use",
  `
    package a:b;
    interface base {
      record point { x: u32 }
          // ^^^^^ type
    }
    interface types { use base.{point as p}; type q = p; }
    interface i { use types.{q$0}; }
  `,
);
check(
  "a function's result, each type that it names once",
  `
    package a:b;
    interface i {
      enum fault { a }
        // ^^^^^ type
      record point { x: u32 }
          // ^^^^^ type
      f$0: func(a: u8) -> result<tuple<point, list<point>>, fault>;
    }
  `,
);
check(
  "a method's result and a constructor's resource",
  `
    package a:b;
    interface i {
      resource r {
            // ^ type
        $0constructor();
      }
    }
  `,
);
check(
  "a case with a value has the value's type",
  `
    package a:b;
    interface i {
      record point { x: u32 }
          // ^^^^^ type
      variant v { at($0point), none }
    }
  `,
);
check(
  "a case's name too",
  `
    package a:b;
    interface i {
      record point { x: u32 }
          // ^^^^^ type
      variant v { $0at(point), none }
    }
  `,
);
check(
  "a case without a value, as a flag, has the type that it is a case of",
  `
    package a:b;
    interface i {
      variant v { at(u8), no$0ne }
           // ^ type
    }
  `,
);
check(
  "an import of a world has an interface for its type",
  `
    package a:b;
    interface i {}
           // ^ type
    world w { import na$0me: i; }
  `,
);
check(
  "an imported function's result",
  `
    package a:b;
    interface i { type t = u8; }
                    // ^ type
    world w {
      use i.{t as s};
      import f$0: func(a: u8) -> s;
    }
  `,
);
check(
  "a function that an include renames",
  `
    package a:b;
    interface i { type t = u8; }
                    // ^ type
    world one { use i.{t}; import f: func() -> t; }
    world two { include one with { f as $0g } }
  `,
);
check(
  "a type of another package",
  `
    //- /wit/main.wit
    package a:b;
    interface i { use x:y/t@2.0.0.{v}; f: func($0a: v); }
    //- /wit/deps/one/t.wit
    package x:y@1.0.0;
    interface t { type v = u8; }
    //- /wit/deps/two/t.wit
    package x:y@2.0.0;
    interface t { type v = u16; }
                    // ^ type
  `,
);
check("a built-in type has no definition", "package a:b; interface i { f: func(a$0: u32) -> string; }");
check("nor has a function without a result", "package a:b; interface i { type t = u8; f$0: func(a: t); }");
check(
  "aliases in a circle end",
  `
    package a:b;
    interface i {
      type a = b;
      type b = a;
        // ^ type
      f: func(x$0: a);
    }
  `,
);
