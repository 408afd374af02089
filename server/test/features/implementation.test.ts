// Go to implementation, marked by `here`: the worlds that export or include what the cursor is on.
import { implementation } from "../../src/features/implementation.ts";
import { leadsTo } from "./places.ts";

const check = leadsTo(implementation);

check(
  "the worlds that export an interface",
  `
    //- /wit/a.wit
    package a:b;
    interface i$0 { type t = u8; }
    interface j {}
    //- /wit/b.wit
    world one { export i; }
                    // ^ here
    world two { import i; export j; }
    world four { export named: i; }
                            // ^ here
  `,
);
check(
  "worlds that export it by what they include",
  `
    package a:b;
    interface i {}
    world one { export i; }
                    // ^ here
    world two { include one; }
                     // ^^^ here
    world three { include two; import $0i; }
                       // ^^^ here
  `,
);
check(
  "from a type or a function of the interface",
  `
    package a:b;
    interface i {
      resource r { m: func(a$0: u8); }
    }
    world w { export i; }
                  // ^ here
  `,
);
check(
  "a name given by as is looked through",
  `
    package a:b;
    use i as k;
    interface i {}
    world w { export k; }
                  // ^ here
    world v { import $0k; }
  `,
);
check(
  "the worlds that include a world, directly or not",
  `
    package a:b;
    world one$0 { import f: func(); }
    world two { include one; }
                     // ^^^ here
    world three { include two with { f as g } }
                       // ^^^ here
    world four { import f: func(); }
  `,
);
check(
  "a function that a world exports",
  `
    package a:b;
    world one { export run$0: func(); import run: func(); }
                    // ^^^ here
    world two { include one with { run as go } }
                     // ^^^ here
  `,
);
check(
  "an interface written in a world",
  `
    package a:b;
    world one { export api: interface { $0f: func(); } }
                    // ^^^ here
    world two { include one; }
                     // ^^^ here
  `,
);
check(
  "in other folders, of the version that they have",
  `
    //- /lib/i.wit
    package x:y@1.0.0;
    interface $0i {}
    //- /one/main.wit
    package a:b;
    world w { export x:y/i@1.0.0; export x:y/i@2.0.0; }
                      // ^ here
    //- /one/deps/y1.wit
    package x:y@1.0.0;
    interface i {}
    //- /one/deps/y2.wit
    package x:y@2.0.0;
    interface i {}
  `,
);
check("worlds that include each other in a circle", "package a:b; world a$0 { include b; } world b { include a; }");
check("nothing for an interface that no world exports", "package a:b; interface $0i {} world w { import i; }");
check("nothing for a package", "package a$0:b; interface i {} world w { export i; }");
