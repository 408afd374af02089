// Packages that are missing: copied from the workspace with what they need, or another version that is there or copied.
import { fixes, offers } from "./support.ts";

const clocks = `
    //- /lib/wit/clocks.wit
    package wasi:clocks@0.2.0;
    interface wall { use wasi:io/poll@0.2.0.{pollable}; type t = pollable; }
    //- /lib/wit/deps/io/poll.wit
    package wasi:io@0.2.0;
    interface poll { resource pollable; }
`.trim();

fixes(
  "a package named at the top of a file",
  `
    //- /app/wit/main.wit
    package a:b;
    use $0wasi:clocks/wall@0.2.0;
    world w { import wall; }
    ${clocks}
  `,
  "Copy `wasi:clocks@0.2.0` from the workspace into `deps`",
  `
    //- /app/wit/main.wit
    package a:b;
    use wasi:clocks/wall@0.2.0;
    world w { import wall; }
    ${clocks}
    //- /app/wit/deps/clocks/clocks.wit
    package wasi:clocks@0.2.0;
    interface wall { use wasi:io/poll@0.2.0.{pollable}; type t = pollable; }
    //- /app/wit/deps/io/poll.wit
    package wasi:io@0.2.0;
    interface poll { resource pollable; }
  `,
);

fixes(
  "what a dependency lacks, beside another version of it",
  `
    //- /app/wit/main.wit
    package a:b;
    world w { import wasi:clocks/wall@0.2.0; import wasi:io/poll@0.1.0; }
    //- /app/wit/deps/clocks/clocks.wit
    package wasi:clocks@0.2.0;
    interface wall { use $0wasi:io/poll@0.2.0.{pollable}; type t = pollable; }
    //- /app/wit/deps/io/old.wit
    package wasi:io@0.1.0;
    interface poll {}
    //- /lib/wit/lib.wit
    package l:l;
    //- /lib/wit/deps/io/poll.wit
    package wasi:io@0.2.0;
    interface poll { resource pollable; }
  `,
  "Copy `wasi:io@0.2.0` from the workspace into `deps`",
  `
    //- /app/wit/main.wit
    package a:b;
    world w { import wasi:clocks/wall@0.2.0; import wasi:io/poll@0.1.0; }
    //- /app/wit/deps/clocks/clocks.wit
    package wasi:clocks@0.2.0;
    interface wall { use wasi:io/poll@0.2.0.{pollable}; type t = pollable; }
    //- /app/wit/deps/io/old.wit
    package wasi:io@0.1.0;
    interface poll {}
    //- /lib/wit/lib.wit
    package l:l;
    //- /lib/wit/deps/io/poll.wit
    package wasi:io@0.2.0;
    interface poll { resource pollable; }
    //- /app/wit/deps/wasi-io/poll.wit
    package wasi:io@0.2.0;
    interface poll { resource pollable; }
  `,
);

fixes(
  "several packages of one file are copied once",
  `
    //- /app/wit/main.wit
    package a:b;
    world w { import $0x:all/e; }
    //- /lib/wit/lib.wit
    package l:l;
    //- /lib/wit/deps/all.wit
    package x:part { interface p { type t = u8; } }
    package x:all { interface e { use x:part/p.{t}; } }
  `,
  "Copy `x:all` from the workspace into `deps`",
  `
    //- /app/wit/main.wit
    package a:b;
    world w { import x:all/e; }
    //- /lib/wit/lib.wit
    package l:l;
    //- /lib/wit/deps/all.wit
    package x:part { interface p { type t = u8; } }
    package x:all { interface e { use x:part/p.{t}; } }
    //- /app/wit/deps/all/all.wit
    package x:part { interface p { type t = u8; } }
    package x:all { interface e { use x:part/p.{t}; } }
  `,
  // The package in braces has no header around it, neither here nor there.
  { left: ["no-package-header", "no-package-header"] },
);

fixes(
  "a version that only another folder has",
  `
    //- /app/wit/main.wit
    package a:b;
    world w { import $0wasi:clocks/wall@0.1.0; }
    ${clocks}
  `,
  "Use `wasi:clocks@0.2.0`, and copy it from the workspace into `deps`",
  `
    //- /app/wit/main.wit
    package a:b;
    world w { import wasi:clocks/wall@0.2.0; }
    ${clocks}
    //- /app/wit/deps/clocks/clocks.wit
    package wasi:clocks@0.2.0;
    interface wall { use wasi:io/poll@0.2.0.{pollable}; type t = pollable; }
    //- /app/wit/deps/io/poll.wit
    package wasi:io@0.2.0;
    interface poll { resource pollable; }
  `,
  { preferred: false },
);

offers(
  "of several versions, those that have what is named",
  `
    //- /app/wit/main.wit
    package a:b;
    world w { import $0c:d/e@1.0.0; }
    //- /app/wit/deps/one/d.wit
    package c:d@1.1.0;
    interface e {}
    //- /app/wit/deps/two/d.wit
    package c:d@1.2.0;
    interface e {}
    //- /app/wit/deps/old/d.wit
    package c:d@0.9.0;
    interface other {}
    //- /lib/wit/lib.wit
    package c:d@2.0.0;
    interface e {}
    //- /old/wit/lib.wit
    package c:d@0.1.0;
    interface f {}
  `,
  [
    "Use version 1.2.0",
    "Use version 1.1.0",
    "Use `c:d@2.0.0`, and copy it from the workspace into `deps`",
    "Remove this `import`",
    "Sketch `c:d@1.0.0` in this file",
  ],
);

offers(
  "nothing is copied over what is there",
  `
    //- /app/wit/main.wit
    package a:b;
    package x:part { interface p {} }
    world w { import $0x:all/e; import x:part/p; }
    //- /lib/wit/lib.wit
    package l:l;
    //- /lib/wit/deps/all.wit
    package x:part { interface p { type t = u8; } }
    package x:all { interface e { use x:part/p.{t}; } }
  `,
  ["Remove this `import`", "Sketch `x:all` in this file"],
);
