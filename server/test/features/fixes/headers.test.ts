// Package headers: missing, late, at odds.
import { fixes } from "./support.ts";

fixes(
  "a header named after the folder",
  `
    //- /shapes/main.wit
    $0interface i {}
  `,
  "Add `package local:shapes;`",
  `
    //- /shapes/main.wit
    package local:shapes;

    interface i {}
  `,
);

fixes(
  "a header with the version of its gates",
  `
    //- /shapes/main.wit
    $0@since(version = 0.2.0)
    interface i {}
    @since(version = 0.2.1)
    interface j {}
  `,
  "Add `package local:shapes@0.2.1;`",
  `
    //- /shapes/main.wit
    package local:shapes@0.2.1;

    @since(version = 0.2.0)
    interface i {}
    @since(version = 0.2.1)
    interface j {}
  `,
);

fixes(
  "the folder of wit is the one around it",
  `
    //- /shapes/wit/main.wit
    $0interface i {}
  `,
  "Add `package local:shapes;`",
  `
    //- /shapes/wit/main.wit
    package local:shapes;

    interface i {}
  `,
);

fixes(
  "a header comes first",
  `
    interface i {}

    /// About it.
    package a:b;$0
  `,
  "Move the header to the top of the file",
  `
    /// About it.
    package a:b;

    interface i {}
  `,
);

fixes(
  "files of a package agree",
  `
    //- /wit/a.wit
    package a:b;
    interface i {}
    //- /wit/b.wit
    package $0a:c;
    world w {
      import i;
    }
    //- /wit/deps/d/d.wit
    package d:d;
  `,
  "Change it to `a:b`",
  `
    //- /wit/a.wit
    package a:b;
    interface i {}
    //- /wit/b.wit
    package a:b;
    world w {
      import i;
    }
    //- /wit/deps/d/d.wit
    package d:d;
  `,
);

fixes(
  "the package is documented in one place",
  `
    //- /wit/a.wit
    /// One.
    package a:b;
    //- /wit/b.wit
    $0/// Two.
    package a:b;
    interface i {}
  `,
  "Move it to the package's other documentation",
  `
    //- /wit/a.wit
    /// One.
    /// Two.
    package a:b;
    //- /wit/b.wit
    package a:b;
    interface i {}
  `,
);

fixes(
  "a comment that documents nothing goes behind the header",
  `
    //- /wit/a.wit
    // A licence.
    package a:b;
    //- /wit/b.wit
    $0// A licence.
    package a:b;

    interface i {}
  `,
  "Put the comment behind the header",
  `
    //- /wit/a.wit
    // A licence.
    package a:b;
    //- /wit/b.wit
    package a:b;

    // A licence.

    interface i {}
  `,
);

fixes(
  "a block in a block moves out",
  `
    package a:b;
    package c:d {
      interface i {}
      package $0e:f {
        interface j {}
      }
    }
  `,
  "Move it out of the block",
  `
    package a:b;
    package c:d {
      interface i {}
    }

    package e:f {
      interface j {}
    }
  `,
);

fixes(
  "blocks in a block in a block move out together",
  `
    package a:b;
    package c:d {
      package $0e:f {
        package g:h {
          interface k {}
        }
        interface j {}
      }
    }
  `,
  "Move it out of the block",
  `
    package a:b;
    package c:d {
    }

    package e:f {
      interface j {}
    }

    package g:h {
      interface k {}
    }
  `,
);

fixes(
  "a second package of a name gets another, where its file names it too",
  `
    package a:b;
    interface i { use c:d/k.{t}; use c:d/j.{}; }
    package c:d { interface j {} }
    package $0c:d { interface k { type t = u8; } }
  `,
  "Rename it to `c:d2`",
  `
    package a:b;
    interface i { use c:d2/k.{t}; use c:d/j.{}; }
    package c:d { interface j {} }
    package c:d2 { interface k { type t = u8; } }
  `,
);

fixes(
  "a version without its zeros",
  `
    package a:b@$001.0.0;
  `,
  "Write the version as `1.0.0`",
  `
    package a:b@1.0.0;
  `,
);
