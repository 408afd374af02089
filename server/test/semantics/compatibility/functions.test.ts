// Changes of functions in interfaces.
import { testChanges } from "./changed.ts";

testChanges([
  {
    name: "a function of an imported interface is gone",
    was: "interface i { f: func(); g: func(); } world w { import i; }",
    now: `
      interface i { f: func(); } world w { import i; }
      //        ^ warning[breaking-change]: \`g\` is gone from \`i\`, which breaks whoever imports \`i\` and needs it; version 1.0.1 must work where 1.0.0 did, a breaking change needs 2.0.0
    `,
    reference: "rejects",
  },
  {
    name: "a function of an interface that is only exported is gone",
    was: "interface i { f: func(); g: func(); } world w { export i; }",
    now: `
      interface i { f: func(); } world w { export i; }
      //        ^ warning[breaking-change]: \`g\` is gone from \`i\`, which breaks whoever imports \`i\` and needs it
    `,
    reference: "accepts",
  },
  {
    name: "an imported interface gets a function",
    was: "interface i { f: func(); } world w { import i; }",
    now: "interface i { f: func(); g: func(); } world w { import i; }",
    reference: "accepts",
  },
  {
    name: "an exported interface gets a function",
    was: "interface i { f: func(); } world w { export i; } world v { export i; }",
    now: `
      interface i { f: func(); g: func(); } world w { export i; } world v { export i; }
      //                       ^ warning[breaking-change]: \`g\` is new in \`i\`, which breaks components built for \`w\`, \`v\`: they export \`i\` without it
    `,
    reference: "rejects",
  },
  {
    name: "an interface that a world exports since now gets a function",
    was: "interface i { f: func(); } world w { import i; }",
    now: `
      interface i { f: func(); g: func(); }
      world w { import i; export i; }
      //                         ^ warning[breaking-change]: \`w\` exports \`a:b/i@1.0.1\` now, which breaks components built for \`w\`: they don't
    `,
    reference: "rejects",
  },
  {
    name: "an exported interface gets a function that stays behind a feature",
    was: "interface i { f: func(); } world w { export i; }",
    now: "interface i { f: func(); @unstable(feature = x) g: func(); } world w { export i; }",
    reference: "accepts",
  },
  {
    name: "an exported interface gets a function with the new version",
    was: "interface i { f: func(); } world w { export i; }",
    now: `
      interface i { f: func(); @since(version = 1.0.1) g: func(); } world w { export i; }
      //                                               ^ warning[breaking-change]: \`g\` is new in \`i\`, which breaks components built for \`w\`: they export \`i\` without it
    `,
    reference: "rejects",
  },
  {
    name: "what is behind a feature changes, goes and becomes stable",
    was: `
      interface i {
        @unstable(feature = x) f: func();
        @unstable(feature = x) g: func();
        @unstable(feature = x) h: func();
      }
      world w { import i; }
    `,
    now: `
      interface i {
        @unstable(feature = x) f: func(a: u8);
        @since(version = 1.0.1) g: func(a: u8);
      }
      world w { import i; }
    `,
    reference: "accepts",
  },
  {
    name: "a stable function goes behind a feature",
    was: "interface i { f: func(); } world w { import i; }",
    now: `
      interface i { @unstable(feature = x) f: func(); } world w { import i; }
      //                                   ^ warning[breaking-change]: \`f\` is \`@unstable\` now, so that tools leave it out, which breaks whoever imports \`i\` and needs it
    `,
    reference: "rejects",
  },
  {
    name: "a function is marked as deprecated",
    was: "interface i { @since(version = 1.0.0) f: func(); } world w { import i; }",
    now: "interface i { @since(version = 1.0.0) @deprecated(version = 1.0.1) f: func(); } world w { import i; }",
    reference: "accepts",
  },
  {
    name: "documentation and order change",
    was: "interface i { f: func(); g: func(); } world w { import i; export i; }",
    now: `
      interface i {
        /// Better.
        g: func();
        f: func(/* none */);
      }
      world w { import i; export i; }
    `,
    reference: "accepts",
  },
  {
    name: "a parameter gets another name",
    was: "interface i { f: func(a: u32); } world w { import i; }",
    now: `
      interface i { f: func(b: u32); } world w { import i; }
      //                    ^ warning[breaking-change]: parameter \`a\` of \`f\` is called \`b\` now, which breaks whoever imports or exports \`i\`
    `,
    reference: "rejects",
  },
  {
    name: "a parameter comes, goes, and others change places",
    was: `
      interface i {
        f: func(a: u8);
        g: func(a: u8, b: string);
        h: func(a: u8, b: u8);
        k: func(a: u8, b: u8);
      }
      world w { import i; }
    `,
    now: `
      interface i {
        f: func(a: u8, b: list<u8>);
      //               ^^^^^^^^^^^ warning[breaking-change]: \`f\` takes another parameter, \`b: list<u8>\`, which breaks whoever imports or exports \`i\`
        g: func(a: u8);
      //^ warning[breaking-change]: \`g\` no longer takes \`b: string\`, which breaks whoever imports or exports \`i\`
        h: func(b: u8, a: u8);
      //^ warning[breaking-change]: \`h\` takes its parameters in another order, which breaks whoever imports or exports \`i\`
        k: func(c: u8, d: u16);
      //        ^^^^^ warning[breaking-change]: \`k\` takes \`c: u8\`, \`d: u16\` now, not \`a: u8\`, \`b: u8\`, which breaks whoever imports or exports \`i\`
      }
      world w { import i; }
    `,
    reference: "rejects",
  },
  {
    name: "types of parameters and results change",
    was: `
      interface i {
        f: func(a: u32, b: u32) -> u8;
        g: func();
        h: func() -> u8;
      }
      world w { import i; }
    `,
    now: `
      interface i {
        f: func(a: u32, b: list<u32>) -> result<u8>;
      //                   ^^^^^^^^^ warning[breaking-change]: parameter \`b\` of \`f\` is \`list<u32>\` now, not \`u32\`, which breaks whoever imports or exports \`i\`
      //                                 ^^^^^^^^^^ warning[breaking-change]: \`f\` returns \`result<u8>\` now, not \`u8\`, which breaks whoever imports or exports \`i\`
        g: func() -> u8;
      //             ^^ warning[breaking-change]: \`g\` returns \`u8\` now, and nothing before, which breaks whoever imports or exports \`i\`
        h: func();
      //^ warning[breaking-change]: \`h\` no longer returns \`u8\`, which breaks whoever imports or exports \`i\`
      }
      world w { import i; }
    `,
    reference: "rejects",
  },
  {
    name: "a function becomes asynchronous, another one is no longer",
    was: "interface i { f: func(); g: async func(); } world w { import i; }",
    now: `
      interface i { f: async func(); g: func(); } world w { import i; }
      //            ^ warning[breaking-change]: \`f\` is \`async\` now, which breaks whoever imports or exports \`i\`
      //                             ^ warning[breaking-change]: \`g\` is no longer \`async\`, which breaks whoever imports or exports \`i\`
    `,
    reference: "rejects",
  },
  {
    name: "the same types are written in another way",
    was: "interface i { type t = list<u8>; resource r; f: func(a: t, b: r, c: own<r>); } world w { import i; export i; }",
    now: "interface i { type t = list<u8>; resource r; f: func(a: list<u8>, b: own<r>, c: r); } world w { import i; export i; }",
    reference: "accepts",
  },
  {
    name: "a handle is no longer given away",
    was: "interface i { resource r; f: func(a: r); } world w { import i; }",
    now: `
      interface i { resource r; f: func(a: borrow<r>); } world w { import i; }
      //                                   ^^^^^^^^^ warning[breaking-change]: parameter \`a\` of \`f\` is \`borrow<r>\` now, not \`r\`, which breaks whoever imports or exports \`i\`
    `,
    reference: "rejects",
  },
  {
    name: "functions of an imported resource come and go",
    was: `
      interface i {
        resource r { constructor(); m: func(); n: func(); }
      }
      world w { import i; }
    `,
    now: `
      interface i {
      //        ^ warning[breaking-change]: the constructor of \`r\` is gone from \`i\`, which breaks whoever imports \`i\` and needs it
      //        ^ warning[breaking-change]: \`r.m\` is gone from \`i\`, which breaks whoever imports \`i\` and needs it
        resource r { n: func(); o: func(); }
      }
      world w { import i; }
    `,
    reference: "rejects",
  },
  {
    name: "functions of an exported resource come",
    was: `
      interface i {
        resource r { n: func(); }
      }
      world w { export i; }
    `,
    now: `
      interface i {
        resource r { constructor(); n: func(); m: static func(); }
      //             ^^^^^^^^^^^ warning[breaking-change]: the constructor of \`r\` is new in \`i\`, which breaks components built for \`w\`: they export \`i\` without it
      //                                       ^ warning[breaking-change]: \`r.m\` is new in \`i\`, which breaks components built for \`w\`: they export \`i\` without it
      }
      world w { export i; }
    `,
    reference: "rejects",
  },
  {
    name: "a method becomes static, a static function a method",
    was: `
      interface i {
        resource r { m: func(); n: static func(); }
      }
      world w { import i; }
    `,
    now: `
      interface i {
        resource r { m: static func(); n: func(); }
      //             ^ warning[breaking-change]: \`r.m\` is static now, not a method, which breaks whoever imports or exports \`i\`
      //                               ^ warning[breaking-change]: \`r.n\` is a method now, not static, which breaks whoever imports or exports \`i\`
      }
      world w { import i; }
    `,
    reference: "rejects",
  },
  {
    name: "a method of an exported resource becomes static",
    was: `
      interface i {
        resource r { m: func(); }
      }
      world w { export i; }
    `,
    now: `
      interface i {
        resource r { m: static func(); }
      //             ^ warning[breaking-change]: \`r.m\` is static now, not a method, which breaks whoever imports or exports \`i\`
      }
      world w { export i; }
    `,
    reference: "rejects",
  },
  {
    name: "a constructor takes something else",
    was: `
      interface i {
        resource r { constructor(a: u8); }
      }
      world w { import i; }
    `,
    now: `
      interface i {
        resource r { constructor(a: u16); }
      //                            ^^^ warning[breaking-change]: parameter \`a\` of the constructor of \`r\` is \`u16\` now, not \`u8\`, which breaks whoever imports or exports \`i\`
      }
      world w { import i; }
    `,
    reference: "rejects",
  },
  {
    name: "a function becomes a getter",
    was: `
      interface i {
        resource r { m: func() -> u8; }
      }
      world w { import i; }
    `,
    now: `
      interface i {
        resource r { m: get() -> u8; }
      //             ^ warning[breaking-change]: \`r.m\` is a getter now, not a method, which breaks whoever imports or exports \`i\`
      }
      world w { import i; }
    `,
  },
  {
    name: "a getter gets a setter",
    was: `
      interface i {
        resource r { m: get() -> u8; }
      }
    `,
    now: `
      interface i {
        resource r { m: get() -> u8; m: set(v: u8); }
      }
    `,
  },
  {
    name: "a resource goes with its functions",
    was: `
      interface i {
        resource r { m: func(); }
      }
      world w { import i; }
    `,
    now: `
      interface i {
      //        ^ warning[breaking-change]: type \`r\` is gone from \`i\`, which breaks whoever imports \`i\` and needs it
        f: func();
      }
      world w { import i; }
    `,
    reference: "rejects",
  },
  {
    name: "streams, futures, maps and lists of a length hold something else",
    was: `
      interface i {
        f: func(a: stream<u8>, b: future<u8>, c: map<string, u8>, d: list<u8, 4>, e: stream<u8>);
      }
    `,
    now: `
      interface i {
        f: func(a: stream<u16>, b: future, c: map<string, u16>, d: list<u8, 5>, e: stream<u8>);
      //           ^^^^^^^^^^^ warning[breaking-change]: parameter \`a\` of \`f\` is \`stream<u16>\` now, not \`stream<u8>\`, which breaks whoever imports or exports \`i\`
      //                           ^^^^^^ warning[breaking-change]: parameter \`b\` of \`f\` is \`future\` now, not \`future<u8>\`, which breaks whoever imports or exports \`i\`
      //                                      ^^^^^^^^^^^^^^^^ warning[breaking-change]: parameter \`c\` of \`f\` is \`map<string, u16>\` now, not \`map<string, u8>\`, which breaks whoever imports or exports \`i\`
      //                                                           ^^^^^^^^^^^ warning[breaking-change]: parameter \`d\` of \`f\` is \`list<u8, 5>\` now, not \`list<u8, 4>\`, which breaks whoever imports or exports \`i\`
      }
    `,
  },
]);
