// What mends or tidies a whole file at once, and what is offered first.
import { offers, tidies } from "./support.ts";

tidies(
  "everything that can be fixed without a look is fixed",
  `
    package a:b;
    $0interface i {
      resource r {
        constructor() -> u32;
      }
      f: func(a: float32, b: strng);
      g: func() -> borrow<r>
      record empty {}
    }
  `,
  "fix-all",
  `
    package a:b;
    interface i {
      resource r {
        constructor();
      }
      f: func(a: f32, b: string);
      g: func() -> r;
      record empty { value: u32 }
    }
  `,
);

tidies(
  "of two fixes that overlap the first is made",
  `
    package a:b@1.0.0;
    $0@since(version = 1.0.1) @since(version = 1.0.1)
    interface i {}
  `,
  "fix-all",
  `
    package a:b@1.0.0;
    @since(version = 1.0.0) interface i {}
  `,
);

tidies(
  "what needs a decision is left alone",
  `
    package a:b;
    $0interface i {
      f: func(a: unknown);
    }
  `,
  "fix-all",
  `
    package a:b;
    interface i {
      f: func(a: unknown);
    }
  `,
  ["unresolved-name"],
);

tidies(
  "uses of one interface are merged and all are sorted, the package's own first",
  `
    //- /wit/main.wit
    package a:b;
    interface z { type t = u32; type s = u32; }
    interface i {
      use c:d/e.{v as w, u};
      use z.{t};
      use z.{s};
      f: func(a: t, b: s, c: w, d: u);
    }$0
    //- /wit/deps/d/d.wit
    package c:d;
    interface e { type u = u32; type v = u32; }
  `,
  "organize-uses",
  `
    //- /wit/main.wit
    package a:b;
    interface z { type t = u32; type s = u32; }
    interface i {
      use z.{s, t};
      use c:d/e.{u, v as w};
      f: func(a: t, b: s, c: w, d: u);
    }
    //- /wit/deps/d/d.wit
    package c:d;
    interface e { type u = u32; type v = u32; }
  `,
);

tidies(
  "a use with a comment or a gate stays where it is",
  `
    package a:b@1.0.0;
    interface z { type t = u32; type s = u32; type r = u32; }
    interface y { type q = u32; }
    interface i {
      use z.{t};
      // why s
      use z.{s};
      @since(version = 1.0.0)
      use z.{r};
      use y.{q};
    }$0
  `,
  "organize-uses",
  `
    package a:b@1.0.0;
    interface z { type t = u32; type s = u32; type r = u32; }
    interface y { type q = u32; }
    interface i {
      use z.{t};
      // why s
      use z.{s};
      @since(version = 1.0.0)
      use z.{r};
      use y.{q};
    }
  `,
);

offers(
  "a name spelt alike comes before a new one",
  `
    package a:b;
    interface i {
      record point { x: u32 }
      f: func(a: $0piont);
    }
  `,
  ["Did you mean `point`?", "Create a type `piont`"],
);

offers(
  "beside a fix that is sure there are no guesses",
  `
    package a:b;
    interface i {
      f: func()$0
    }
  `,
  ["Insert `;`"],
);

offers(
  "nothing is offered where nothing is wrong",
  `
    package a:b;
    interface i {
      f: func($0);
    }
  `,
  [],
);
