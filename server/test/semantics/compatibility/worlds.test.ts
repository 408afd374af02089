// Changes of what worlds import and export.
import { testChanges } from "./changed.ts";

testChanges([
  {
    name: "an import comes",
    was: "interface i {} world w {}",
    now: "interface i {} world w { import i; import f: func(); import k: interface {} }",
    reference: "accepts",
  },
  {
    name: "an export goes",
    was: "interface i {} world w { export i; export f: func(); }",
    now: "interface i {} world w { }",
    reference: "accepts",
  },
  {
    name: "an import goes",
    was: "interface i { f: func(); } world w { import i; import f: func(); import k: interface { f: func(); } }",
    now: `
      interface i { f: func(); } world w { }
      //                               ^ warning[breaking-change]: \`w\` no longer imports \`a:b/i@1.0.0\`, which breaks components built for \`w\` that need it
      //                               ^ warning[breaking-change]: \`w\` no longer imports \`k\`, which breaks components built for \`w\` that need it
      //                               ^ warning[breaking-change]: \`w\` no longer imports \`f\`, which breaks components built for \`w\` that need it
    `,
    reference: "rejects",
  },
  {
    name: "an export comes",
    was: "interface i { f: func(); } world w { }",
    now: `
      interface i { f: func(); }
      world w {
        export i;
      //       ^ warning[breaking-change]: \`w\` exports \`a:b/i@1.0.1\` now, which breaks components built for \`w\`: they don't
        export f: func();
      //       ^ warning[breaking-change]: \`w\` exports \`f\` now, which breaks components built for \`w\`: they don't
        export k: interface {}
      //       ^ warning[breaking-change]: \`w\` exports \`k\` now, which breaks components built for \`w\`: they don't
      }
    `,
    reference: "rejects",
  },
  {
    name: "an import becomes an export",
    was: "world w { import f: func(); }",
    now: `
      world w { export f: func(); }
      //    ^ warning[breaking-change]: \`w\` no longer imports \`f\`, which breaks components built for \`w\` that need it
      //               ^ warning[breaking-change]: \`w\` exports \`f\` now, which breaks components built for \`w\`: they don't
    `,
    reference: "rejects",
  },
  {
    name: "functions of a world change",
    was: "world w { import f: func(a: u8); export g: func() -> u8; }",
    now: `
      world w {
        import f: func(a: u16);
      //                  ^^^ warning[breaking-change]: parameter \`a\` of \`f\` is \`u16\` now, not \`u8\`, which breaks components built for \`w\`
        export g: func();
      //       ^ warning[breaking-change]: \`g\` no longer returns \`u8\`, which breaks components built for \`w\`
      }
    `,
    reference: "rejects",
  },
  {
    name: "what was a function is an interface",
    was: "world w { import f: func(); }",
    now: `
      world w { import f: interface {} }
      //               ^ warning[breaking-change]: import \`f\` is an interface now, not a function, which breaks components built for \`w\`
    `,
    reference: "rejects",
  },
  {
    name: "an imported interface that is written in place changes",
    was: "world w { import k: interface { type t = u8; f: func(a: t); g: func(); } }",
    now: `
      world w {
        import k: interface { type t = u16; f: func(a: t); h: func(); }
      //       ^ warning[breaking-change]: \`g\` is gone from \`k\`, which breaks components built for \`w\` that need it
      //                               ^^^ warning[breaking-change]: \`t\` is \`u16\` now, not \`u8\`, which breaks components built for \`w\`
      }
    `,
    reference: "rejects",
  },
  {
    name: "an exported interface that is written in place changes",
    was: "world w { export k: interface { f: func(); g: func(); } }",
    now: `
      world w {
        export k: interface { f: func(); h: func(); }
      //                                 ^ warning[breaking-change]: \`h\` is new in \`k\`, which breaks components built for \`w\`: they export \`k\` without it
      }
    `,
    reference: "rejects",
  },
  {
    name: "types of a world come, go and change",
    was: "world w { type a = u8; record b { x: u8 } export f: func(b: b); }",
    now: `
      world w {
      //    ^ warning[breaking-change]: \`w\` no longer has type \`a\`, which breaks components built for \`w\` that need it
        record b { x: u8, y: u8 }
      //                  ^ warning[breaking-change]: \`b\` has a new field \`y\`, which breaks components built for \`w\`
        type c = u8;
        export f: func(b: b);
      }
    `,
    reference: "rejects",
  },
  {
    name: "a resource of a world loses a function and gets one",
    was: "world w { resource r { m: func(); } }",
    now: `
      world w { resource r { n: func(); } }
      //    ^ warning[breaking-change]: \`w\` no longer imports \`r.m\`, which breaks components built for \`w\` that need it
    `,
    reference: "rejects",
  },
  {
    name: "a resource of a world goes with its functions",
    was: "world w { resource r { m: func(); } }",
    now: `
      world w { }
      //    ^ warning[breaking-change]: \`w\` no longer has type \`r\`, which breaks components built for \`w\` that need it
    `,
    reference: "rejects",
  },
  {
    name: "an import by `use` goes",
    was: `
      interface i { type t = u8; }
      world w { use i.{t}; export f: func(t: t); }
    `,
    now: `
      interface i { type t = u8; }
      world w { export f: func(t: u8); }
      //    ^ warning[breaking-change]: \`w\` no longer imports \`a:b/i@1.0.0\`, which breaks components built for \`w\` that need it
      //    ^ warning[breaking-change]: \`w\` no longer has type \`t\`, which breaks components built for \`w\` that need it
    `,
    reference: "rejects",
  },
  {
    name: "an export stays behind a feature",
    was: "interface i {} world w { }",
    now: "interface i {} world w { @unstable(feature = x) export i; }",
    reference: "accepts",
  },
  {
    name: "an import goes behind a feature",
    was: "interface i { f: func(); } world w { import i; }",
    now: `
      interface i { f: func(); } world w { @unstable(feature = x) import i; }
      //                               ^ warning[breaking-change]: \`w\` no longer imports \`a:b/i@1.0.0\`, which breaks components built for \`w\` that need it
    `,
    reference: "rejects",
  },
  {
    name: "an included world changes: said where it is",
    was: `
      interface i { f: func(); }
      world v { import i; import f: func(); }
      world w { include v; }
    `,
    now: `
      interface i { f: func(); }
      world v { import i; export g: func(); }
      //    ^ warning[breaking-change]: \`v\` no longer imports \`f\`, which breaks components built for \`v\` that need it
      //                         ^ warning[breaking-change]: \`v\` exports \`g\` now, which breaks components built for \`v\`: they don't
      world w { include v; }
    `,
    reference: "rejects",
  },
  {
    name: "an include goes",
    was: `
      interface i { f: func(); }
      world v { import i; import f: func(); }
      world w { include v; }
    `,
    now: `
      interface i { f: func(); }
      world v { import i; import f: func(); }
      world w { }
      //    ^ warning[breaking-change]: \`w\` no longer imports \`a:b/i@1.0.0\`, which breaks components built for \`w\` that need it
      //    ^ warning[breaking-change]: \`w\` no longer imports \`f\`, which breaks components built for \`w\` that need it
    `,
    reference: "rejects",
  },
  {
    name: "an include comes",
    was: `
      world v { import f: func(); export g: func(); }
      world w { }
    `,
    now: `
      world v { import f: func(); export g: func(); }
      world w { include v; }
      //    ^ warning[breaking-change]: \`w\` exports \`g\` now, which breaks components built for \`w\`: they don't
    `,
    reference: "rejects",
  },
  {
    name: "what was written out is included now",
    was: `
      world v { import f: func(); export g: func(); }
      world w { import f: func(); export g: func(); }
    `,
    now: `
      world v { import f: func(); export g: func(); }
      world w { include v; }
    `,
    reference: "accepts",
  },
  {
    name: "an include gives another name",
    was: `
      world v { import f: func(); }
      world w { include v; }
    `,
    now: `
      world v { import f: func(); }
      world w { include v with { f as g } }
      //    ^ warning[breaking-change]: \`w\` no longer imports \`f\`, which breaks components built for \`w\` that need it
    `,
    reference: "rejects",
  },
  {
    name: "includes swap two names",
    was: `
      world v { import f: func(); import g: func(a: u8); }
      world w { include v; }
    `,
    now: `
      world v { import f: func(); import g: func(a: u8); }
      world w { include v with { f as g, g as f } }
      //    ^ warning[breaking-change]: \`g\` takes another parameter, \`a: u8\`, which breaks components built for \`w\`
      //    ^ warning[breaking-change]: \`f\` no longer takes \`a: u8\`, which breaks components built for \`w\`
    `,
    reference: "rejects",
  },
  {
    name: "an included world loses what the including one has of its own",
    was: `
      world v { import f: func(); export g: func(); }
      world w { include v; }
    `,
    now: `
      world v { export g: func(); }
      //    ^ warning[breaking-change]: \`v\` no longer imports \`f\`, which breaks components built for \`v\` that need it
      world w { include v; import f: func(); }
    `,
    reference: "rejects",
  },
  {
    name: "an import under a name of its own leads to another interface that is equal",
    was: "interface i { f: func(); } interface j { f: func(); } world w { import n: i; }",
    now: "interface i { f: func(); } interface j { f: func(); } world w { import n: j; }",
    reference: "accepts",
  },
  {
    name: "an import under a name of its own leads to another interface",
    was: "interface i { f: func(); } interface j { g: func(); } world w { import n: i; }",
    now: `
      interface i { f: func(); } interface j { g: func(); } world w { import n: j; }
      //                                                                     ^ warning[breaking-change]: import \`n\` is not compatible with what it was: \`f\` is gone from \`n\`, which breaks components built for \`w\`
    `,
    reference: "rejects",
  },
  {
    name: "an export is dropped whose resources others use",
    was: `
      interface i { resource r; }
      interface j { use i.{r}; f: func(r: list<r>); }
      world w { export i; export j; }
    `,
    now: `
      interface i { resource r; }
      interface j { use i.{r}; f: func(r: list<r>); }
      world w { export j; }
      //               ^ warning[breaking-change]: export \`a:b/j@1.0.1\` takes resources of \`a:b/i@1.0.0\` from an import now, which breaks components built for \`w\`: they export \`a:b/i@1.0.0\` for it
    `,
    reference: "rejects",
  },
  {
    name: "an export is dropped whose plain types others use",
    was: `
      interface i { record r { a: u8 } }
      interface j { use i.{r}; f: func(r: list<r>); }
      world w { export i; export j; }
    `,
    now: `
      interface i { record r { a: u8 } }
      interface j { use i.{r}; f: func(r: list<r>); }
      world w { export j; }
    `,
    reference: "accepts",
  },
  {
    name: "a world is gone",
    was: "interface i {} world w { import i; } world v {}",
    now: `
      //      ^^^^^^^^^ warning[breaking-change]: world \`v\` is gone, which breaks whoever builds components for it or runs them
      interface i {} world w { import i; }
    `,
    reference: "accepts",
  },
  {
    name: "a world becomes an interface",
    was: "interface i {} world v {}",
    now: `
      interface i {} interface v {}
      //                       ^ warning[breaking-change]: \`v\` is an interface now, not a world, which breaks whoever builds components for it or runs them
    `,
  },
]);
