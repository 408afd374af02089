// Two things of one name.
import { fixes } from "./support.ts";

fixes(
  "a field that says the same again goes",
  `
    package a:b;
    interface i {
      record r {
        a: u32,
        b: u32,
        $0a: u32,
      }
    }
  `,
  "Remove `a`",
  `
    package a:b;
    interface i {
      record r {
        a: u32,
        b: u32,
      }
    }
  `,
);

fixes(
  "a field that says something else gets another name",
  `
    package a:b;
    interface i {
      record r { a: u32, $0a: string }
    }
  `,
  "Rename it to `a2`",
  `
    package a:b;
    interface i {
      record r { a: u32, a2: string }
    }
  `,
);

fixes(
  "fields on one line",
  `
    package a:b;
    interface i {
      enum e { a, $0A, b }
    }
  `,
  "Remove `A`",
  `
    package a:b;
    interface i {
      enum e { a, b }
    }
  `,
  { preferred: false },
);

fixes(
  "two parameters",
  `
    package a:b;
    interface i {
      f: func(a: u32, $0a: string);
    }
  `,
  "Rename it to `a2`",
  `
    package a:b;
    interface i {
      f: func(a: u32, a2: string);
    }
  `,
);

fixes(
  "a method has a self already",
  `
    package a:b;
    interface i {
      resource r {
        f: func($0self: u32, b: u32);
      }
    }
  `,
  "Remove `self`",
  `
    package a:b;
    interface i {
      resource r {
        f: func(b: u32);
      }
    }
  `,
);

fixes(
  "a function that says the same again goes with its comments",
  `
    package a:b;
    interface i {
      /// One.
      f: func();

      /// Two.
      $0f: func();
      g: func();
    }
  `,
  "Remove the second `f`",
  `
    package a:b;
    interface i {
      /// One.
      f: func();
      g: func();
    }
  `,
);

fixes(
  "a function that says something else gets another name",
  `
    package a:b;
    interface i {
      f: func();
      $0f: func(a: u32);
    }
  `,
  "Rename it to `f2`",
  `
    package a:b;
    interface i {
      f: func();
      f2: func(a: u32);
    }
  `,
);

fixes(
  "a type that is used and defined",
  `
    package a:b;
    interface j { type t = u32; }
    interface i {
      use j.{t};
      type $0t = string;
    }
  `,
  "Rename it to `t2`",
  `
    package a:b;
    interface j { type t = u32; }
    interface i {
      use j.{t};
      type t2 = string;
    }
  `,
);

fixes(
  "a name that is used twice",
  `
    package a:b;
    interface j { type t = u32; type u = u32; }
    interface k { type t = u32; }
    interface i {
      use k.{t};
      use j.{u, $0t};
    }
  `,
  "Remove `t` from the `use`",
  `
    package a:b;
    interface j { type t = u32; type u = u32; }
    interface k { type t = u32; }
    interface i {
      use k.{t};
      use j.{u};
    }
  `,
);

fixes(
  "a name that is used twice under another name",
  `
    package a:b;
    interface j { type t = u32; }
    interface k { type t = u32; }
    interface i {
      use k.{t};
      use j.{$0t};
    }
  `,
  "Use it as `t2`",
  `
    package a:b;
    interface j { type t = u32; }
    interface k { type t = u32; }
    interface i {
      use k.{t};
      use j.{t as t2};
    }
  `,
  { preferred: false },
);

fixes(
  "a second constructor goes",
  `
    package a:b;
    interface i {
      resource r {
        constructor();
        $0constructor();
      }
    }
  `,
  "Remove the second `constructor`",
  `
    package a:b;
    interface i {
      resource r {
        constructor();
      }
    }
  `,
);

fixes(
  "an interface is imported once",
  `
    package a:b;
    interface i {}
    world w {
      import i;
      import $0i;
    }
  `,
  "Remove the second `i`",
  `
    package a:b;
    interface i {}
    world w {
      import i;
    }
  `,
);

fixes(
  "two interfaces of one name",
  `
    package a:b;
    interface i {}
    interface $0i {
      f: func();
    }
  `,
  "Rename it to `i2`",
  `
    package a:b;
    interface i {}
    interface i2 {
      f: func();
    }
  `,
);

fixes(
  "two things of one name in a file",
  `
    //- /wit/main.wit
    package a:b;
    use c:d/i;
    interface $0i {}
    //- /wit/deps/d/d.wit
    package c:d;
    interface i {}
  `,
  "Use it as `i2`",
  `
    //- /wit/main.wit
    package a:b;
    use c:d/i as i2;
    interface i {}
    //- /wit/deps/d/d.wit
    package c:d;
    interface i {}
  `,
);

fixes(
  "two packages of one name",
  `
    package a:b;
    package c:d {
      interface i {}
    }
    package $0c:d {
      interface j {}
    }
  `,
  "Rename it to `c:d2`",
  `
    package a:b;
    package c:d {
      interface i {}
    }
    package c:d2 {
      interface j {}
    }
  `,
);
