// What versions promise, and what is said of a package as a whole.
import { testChanges } from "./changed.ts";

testChanges([
  {
    name: "a minor version",
    was: "interface i { f: func(); g: func(); }",
    now: `
      interface i { f: func(); }
      //        ^ warning[breaking-change]: \`g\` is gone from \`i\`, which breaks whoever imports \`i\` and needs it; version 1.2.0 must work where 1.0.0 did, a breaking change needs 2.0.0
    `,
    versions: ["1.0.0", "1.2.0"],
  },
  {
    name: "the same version",
    was: "interface i { f: func(); g: func(); }",
    now: `
      interface i { f: func(); }
      //        ^ warning[breaking-change]: \`g\` is gone from \`i\`, which breaks whoever imports \`i\` and needs it; the version is still 1.0.0, a breaking change needs 2.0.0
    `,
    versions: ["1.0.0", "1.0.0"],
  },
  {
    name: "a major version",
    was: "interface i { f: func(); g: func(); }",
    now: "interface i { f: func(); }",
    versions: ["1.9.9", "2.0.0"],
  },
  {
    name: "a major version before",
    was: "interface i { f: func(); g: func(); }",
    now: "interface i { f: func(); }",
    versions: ["2.0.0", "1.9.9"],
  },
  {
    name: "a patch of 0.2",
    was: "interface i { f: func(); g: func(); }",
    now: `
      interface i { f: func(); }
      //        ^ warning[breaking-change]: \`g\` is gone from \`i\`, which breaks whoever imports \`i\` and needs it; version 0.2.4 must work where 0.2.3 did, a breaking change needs 0.3.0
    `,
    versions: ["0.2.3", "0.2.4"],
  },
  {
    name: "0.3 after 0.2",
    was: "interface i { f: func(); g: func(); }",
    now: "interface i { f: func(); }",
    versions: ["0.2.3", "0.3.0"],
  },
  {
    name: "0.0.2 after 0.0.1",
    was: "interface i { f: func(); g: func(); }",
    now: "interface i { f: func(); }",
    versions: ["0.0.1", "0.0.2"],
  },
  {
    name: "0.0.1 as it was",
    was: "interface i { f: func(); g: func(); }",
    now: `
      interface i { f: func(); }
      //        ^ warning[breaking-change]: \`g\` is gone from \`i\`, which breaks whoever imports \`i\` and needs it; the version is still 0.0.1, a breaking change needs 0.0.2
    `,
    versions: ["0.0.1", "0.0.1"],
  },
  {
    name: "1.0.0 after 0.9.0",
    was: "interface i { f: func(); g: func(); }",
    now: "interface i { f: func(); }",
    versions: ["0.9.0", "1.0.0"],
  },
  {
    name: "another pre-release",
    was: "interface i { f: func(); g: func(); }",
    now: "interface i { f: func(); }",
    versions: ["1.0.0-rc.1", "1.0.0-rc.2"],
  },
  {
    name: "the same pre-release",
    was: "interface i { f: func(); g: func(); }",
    now: `
      interface i { f: func(); }
      //        ^ warning[breaking-change]: \`g\` is gone from \`i\`, which breaks whoever imports \`i\` and needs it; the version is still 1.0.0-rc.1
    `,
    versions: ["1.0.0-rc.1", "1.0.0-rc.1"],
  },
  {
    name: "a release after its pre-release",
    was: "interface i { f: func(); g: func(); }",
    now: "interface i { f: func(); }",
    versions: ["1.0.0-rc.1", "1.0.0"],
  },
  {
    name: "another build",
    was: "interface i { f: func(); g: func(); }",
    now: `
      interface i { f: func(); }
      //        ^ warning[breaking-change]: \`g\` is gone from \`i\`, which breaks whoever imports \`i\` and needs it; version 1.0.0+b must work where 1.0.0+a did, a breaking change needs 2.0.0
    `,
    versions: ["1.0.0+a", "1.0.0+b"],
  },
  {
    name: "no version",
    was: "interface i { f: func(); g: func(); }",
    now: `
      interface i { f: func(); }
      //        ^ warning[breaking-change]: \`g\` is gone from \`i\`, which breaks whoever imports \`i\` and needs it
    `,
    versions: ["", ""],
  },
  {
    name: "a first version",
    was: "interface i { f: func(); g: func(); }",
    now: "interface i { f: func(); }",
    versions: ["", "1.0.0"],
  },
  {
    name: "the version is gone",
    was: "interface i { f: func(); g: func(); }",
    now: `
      //      ^^^ warning[breaking-change]: package \`a:b\` had version 1.0.0 and has none now, which breaks whoever imports or exports its interfaces
      interface i { f: func(); }
    `,
    versions: ["1.0.0", ""],
  },
  {
    name: "the largest versions",
    was: "interface i { f: func(); g: func(); }",
    now: `
      interface i { f: func(); }
      //        ^ warning[breaking-change]: \`g\` is gone from \`i\`, which breaks whoever imports \`i\` and needs it; the version is still 18446744073709551615.0.0
    `,
    versions: ["18446744073709551615.0.0", "18446744073709551615.0.0"],
  },
  {
    name: "an addition with the same version",
    was: "interface i { f: func(); g: func(); }",
    now: `
      //          ^^^^^ information[version-not-bumped]: \`h\` is new in \`i\`, but the version is still 1.0.0; a compatible change needs 1.1.0
      interface i { f: func(); g: func(); h: func(); }
    `,
    versions: ["1.0.0", "1.0.0"],
  },
  {
    name: "an addition with the same version of 0.2",
    was: "interface i { f: func(); g: func(); }",
    now: `
      //          ^^^^^ information[version-not-bumped]: \`h\` is new in \`i\`, but the version is still 0.2.1; a compatible change needs 0.2.2
      interface i { f: func(); g: func(); h: func(); }
    `,
    versions: ["0.2.1", "0.2.1"],
  },
  {
    name: "an addition with a new patch",
    was: "interface i { f: func(); g: func(); }",
    now: "interface i { f: func(); g: func(); h: func(); }",
    versions: ["1.0.0", "1.0.1"],
  },
  {
    name: "an addition with the same pre-release",
    was: "interface i { f: func(); g: func(); }",
    now: "interface i { f: func(); g: func(); h: func(); }",
    versions: ["1.0.0-rc.1", "1.0.0-rc.1"],
  },
  {
    name: "an addition behind a feature with the same version",
    was: "interface i { f: func(); g: func(); }",
    now: "interface i { f: func(); g: func(); @unstable(feature = x) h: func(); } @unstable(feature = x) interface j {}",
    versions: ["1.0.0", "1.0.0"],
  },
  {
    name: "an interface is new with the same version",
    was: "interface i { f: func(); g: func(); }",
    now: `
      //          ^^^^^ information[version-not-bumped]: interface \`j\` is new, but the version is still 1.0.0; a compatible change needs 1.1.0
      interface i { f: func(); g: func(); } interface j {}
    `,
    versions: ["1.0.0", "1.0.0"],
  },
  {
    name: "an export goes with the same version",
    was: "interface i { f: func(); g: func(); } world w { export i; }",
    now: `
      //          ^^^^^ information[version-not-bumped]: \`w\` no longer exports \`a:b/i@1.0.0\`, but the version is still 1.0.0; a compatible change needs 1.1.0
      interface i { f: func(); g: func(); } world w { }
    `,
    reference: "accepts",
    versions: ["1.0.0", "1.0.0"],
  },
  {
    name: "nothing is another with the same version",
    was: "interface i { f: func(); g: func(); }",
    now: `
      /// Better.
      interface i { g: func(); f: func(); }
    `,
    versions: ["1.0.0", "1.0.0"],
  },
  {
    name: "an interface is gone",
    was: "interface i { f: func(); g: func(); } interface j {}",
    now: `
      //      ^^^^^^^^^ warning[breaking-change]: interface \`j\` is gone, which breaks whoever imports or exports it; version 1.0.1 must work where 1.0.0 did, a breaking change needs 2.0.0
      interface i { f: func(); g: func(); }
    `,
  },
  {
    name: "an interface goes behind a feature",
    was: "interface i { f: func(); g: func(); } interface j {}",
    now: `
      interface i { f: func(); g: func(); } @unstable(feature = x) interface j {}
      //                                                                     ^ warning[breaking-change]: interface \`j\` is \`@unstable\` now, so that tools leave it out, which breaks whoever imports or exports it; version 1.0.1 must work where 1.0.0 did, a breaking change needs 2.0.0
    `,
  },
  {
    name: "an interface behind a feature is gone",
    was: "interface i { f: func(); g: func(); } @unstable(feature = x) interface j {}",
    now: "interface i { f: func(); g: func(); }",
  },
  {
    name: "comments allow it",
    was: `
      interface i { f: func(); g: func(); h: func(); }
      world w { export i; export f: func(); }
    `,
    now: `
      // wit-allow: breaking-change
      interface i { f: func(a: u8); }
      // wit-allow: newer-item, breaking-change
      world w { export i; export f: func() -> u8; }
    `,
  },
  {
    name: "a comment allows it for one function alone",
    was: "interface i { f: func(); g: func(); }",
    now: `
      interface i {
        // wit-allow: breaking-change
        f: func(a: u8);
        g: func(a: u8);
      //        ^^^^^ warning[breaking-change]: \`g\` takes another parameter, \`a: u8\`, which breaks whoever imports or exports \`i\`
      }
    `,
  },
]);
