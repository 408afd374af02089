// What lints advise.
import { fixes } from "./support.ts";

fixes(
  "an import is written out",
  `
    package a:b;
    interface i { type t = u32; }
    world w {
      use $0i.{t};
      export f: func() -> t;
    }
  `,
  "Write the import out: `import i;`",
  `
    package a:b;
    interface i { type t = u32; }
    world w {
      import i;
      use i.{t};
      export f: func() -> t;
    }
  `,
);
