// Changes of types in interfaces.
import { testChanges } from "./changed.ts";

testChanges([
  {
    name: "a type is gone",
    was: "interface i { type t = u32; f: func(); } world w { import i; }",
    now: `
      interface i { f: func(); } world w { import i; }
      //        ^ warning[breaking-change]: type \`t\` is gone from \`i\`, which breaks whoever imports \`i\` and needs it
    `,
    reference: "accepts",
  },
  {
    name: "a type that a function needs is gone",
    was: "interface i { type t = u32; f: func(a: t); } world w { import i; }",
    now: `
      interface i { f: func(a: u32); } world w { import i; }
      //        ^ warning[breaking-change]: type \`t\` is gone from \`i\`, which breaks whoever imports \`i\` and needs it
    `,
    reference: "rejects",
  },
  {
    name: "a type is new in an imported interface",
    was: "interface i { f: func(); } world w { import i; }",
    now: "interface i { f: func(); type t = u8; } world w { import i; }",
    reference: "accepts",
  },
  {
    name: "a type is new in an exported interface",
    was: "interface i { f: func(); } world w { export i; }",
    now: `
      interface i { f: func(); type t = u8; } world w { export i; }
      //                            ^ warning[breaking-change]: type \`t\` is new in \`i\`, which breaks components built for \`w\`: they export \`i\` without it
    `,
    reference: "rejects",
  },
  {
    name: "an alias means something else, once for all that use it",
    was: `
      interface i { type t = u32; f: func(a: t); g: func() -> list<t>; record r { t: t } }
      interface j { use i.{t}; h: func(a: t); }
      world w { import j; }
    `,
    now: `
      interface i { type t = u64; f: func(a: t); g: func() -> list<t>; record r { t: t } }
      //                     ^^^ warning[breaking-change]: \`t\` is \`u64\` now, not \`u32\`, which breaks whoever imports or exports \`i\`
      interface j { use i.{t}; h: func(a: t); }
      world w { import j; }
    `,
    reference: "rejects",
  },
  {
    name: "a type that nothing uses means something else",
    was: "interface i { type t = u32; f: func(); } world w { import i; }",
    now: `
      interface i { type t = u64; f: func(); } world w { import i; }
      //                     ^^^ warning[breaking-change]: \`t\` is \`u64\` now, not \`u32\`, which breaks whoever imports or exports \`i\`
    `,
    reference: "accepts",
  },
  {
    name: "fields come, go and change",
    was: `
      interface i {
        record r { a: u8, b: u8, c: u8 }
        f: func(r: r);
      }
      world w { import i; }
    `,
    now: `
      interface i {
        record r { b: u16, c: u8, d: string, e: string }
      //       ^ warning[breaking-change]: field \`a\` of \`r\` is gone, which breaks whoever imports or exports \`i\`
      //              ^^^ warning[breaking-change]: field \`b\` of \`r\` is \`u16\` now, not \`u8\`, which breaks whoever imports or exports \`i\`
      //                          ^ warning[breaking-change]: \`r\` has a new field \`d\`, which breaks whoever imports or exports \`i\`
      //                                     ^ warning[breaking-change]: \`r\` has a new field \`e\`, which breaks whoever imports or exports \`i\`
        f: func(r: r);
      }
      world w { import i; }
    `,
    reference: "rejects",
  },
  {
    name: "a field gets another name",
    was: "interface i { record r { a: u8, b: u8 } f: func(r: r); } world w { import i; }",
    now: `
      interface i { record r { a: u8, c: u8 } f: func(r: r); } world w { import i; }
      //                              ^ warning[breaking-change]: field \`b\` of \`r\` is called \`c\` now, which breaks whoever imports or exports \`i\`
    `,
    reference: "rejects",
  },
  {
    name: "fields change places",
    was: "interface i { record r { a: u8, b: u8 } f: func(r: r); } world w { import i; }",
    now: `
      interface i { record r { b: u8, a: u8 } f: func(r: r); } world w { import i; }
      //                       ^ warning[breaking-change]: the fields of \`r\` stand in another order, which breaks whoever imports or exports \`i\`
    `,
    reference: "rejects",
  },
  {
    name: "cases come and change what they carry",
    was: `
      interface i {
        variant v { a, b(u8), c(u8) }
        f: func(v: v);
      }
      world w { import i; }
    `,
    now: `
      interface i {
        variant v { a(u8), b, c(u16), d }
      //              ^^ warning[breaking-change]: case \`a\` of \`v\` carries \`u8\` now, which breaks whoever imports or exports \`i\`
      //                   ^ warning[breaking-change]: case \`b\` of \`v\` no longer carries \`u8\`, which breaks whoever imports or exports \`i\`
      //                        ^^^ warning[breaking-change]: case \`c\` of \`v\` carries \`u16\` now, not \`u8\`, which breaks whoever imports or exports \`i\`
      //                              ^ warning[breaking-change]: \`v\` has a new case \`d\`, which breaks whoever imports or exports \`i\`
        f: func(v: v);
      }
      world w { import i; }
    `,
    reference: "rejects",
  },
  {
    name: "an enum gets a case, flags lose one",
    was: `
      interface i {
        enum e { a }
        flags g { a, b }
        f: func(e: e, g: g);
      }
      world w { import i; }
    `,
    now: `
      interface i {
        enum e { a, b }
      //            ^ warning[breaking-change]: \`e\` has a new case \`b\`, which breaks whoever imports or exports \`i\`
        flags g { a }
      //      ^ warning[breaking-change]: flag \`b\` of \`g\` is gone, which breaks whoever imports or exports \`i\`
        f: func(e: e, g: g);
      }
      world w { import i; }
    `,
    reference: "rejects",
  },
  {
    name: "an enum becomes a variant with the same cases",
    was: "interface i { enum e { a } f: func(e: e); } world w { import i; }",
    now: `
      interface i { variant e { a } f: func(e: e); } world w { import i; }
      //                    ^ warning[breaking-change]: \`e\` is a variant now, not an enum, which breaks whoever imports or exports \`i\`
    `,
    reference: "rejects",
  },
  {
    name: "an alias becomes a record of its own",
    was: "interface i { type e = tuple<u8>; f: func(e: e); } world w { import i; }",
    now: `
      interface i { record e { a: u8 } f: func(e: e); } world w { import i; }
      //                   ^ warning[breaking-change]: \`e\` is a record now, not \`tuple<u8>\`, which breaks whoever imports or exports \`i\`
    `,
    reference: "rejects",
  },
  {
    name: "a resource becomes something else",
    was: "interface i { resource r; f: func(r: r); } world w { import i; }",
    now: `
      interface i { type r = u32; f: func(r: r); } world w { import i; }
      //                 ^ warning[breaking-change]: \`r\` is \`u32\` now, not a resource of its own, which breaks whoever imports or exports \`i\`
    `,
    reference: "rejects",
  },
  {
    name: "a type goes behind a feature",
    was: "interface i { type t = u32; f: func(); } world w { import i; }",
    now: `
      interface i { @unstable(feature = x) type t = u32; f: func(); } world w { import i; }
      //                                        ^ warning[breaking-change]: type \`t\` is \`@unstable\` now, so that tools leave it out, which breaks whoever imports \`i\` and needs it
    `,
    reference: "accepts",
  },
  {
    name: "a record moves to another interface",
    was: `
      interface i { record r { a: u8 } f: func(r: r); }
      world w { import i; export i; }
    `,
    now: `
      interface j { record r { a: u8 } }
      interface i { use j.{r}; f: func(r: r); }
      world w { import i; export i; }
    `,
    reference: "accepts",
  },
  {
    name: "a record moves to another interface and changes",
    was: `
      interface i { record r { a: u8 } f: func(r: r); }
      world w { import i; }
    `,
    now: `
      interface j { record r { a: u16 } }
      interface i { use j.{r}; f: func(r: r); }
      //                   ^ warning[breaking-change]: \`r\` is \`r\` of \`a:b/j@1.0.1\` now, not a record, which breaks whoever imports or exports \`i\`
      world w { import i; }
    `,
    reference: "rejects",
  },
  {
    name: "a resource moves to another interface, for those who import it",
    was: `
      interface i { resource r; f: func(r: r); }
      world w { import i; }
    `,
    now: `
      interface j { resource r; }
      interface i { use j.{r}; f: func(r: r); }
      world w { import i; }
    `,
    reference: "accepts",
  },
  {
    name: "a resource moves to another interface, for those who export it",
    was: `
      interface i { resource r; f: func(r: r); }
      world w { export i; }
    `,
    now: `
      interface j { resource r; }
      interface i { use j.{r}; f: func(r: r); }
      //                   ^ warning[breaking-change]: resource \`r\` is one of another interface now, which breaks components built for \`w\`: they export one of their own
      world w { export i; }
    `,
    reference: "rejects",
  },
  {
    name: "a resource with functions moves to another interface",
    was: `
      interface i { resource r { m: func(); } f: func(r: r); }
      world w { import i; }
    `,
    now: `
      interface j { resource r { m: func(); } }
      interface i { use j.{r}; f: func(r: r); }
      //        ^ warning[breaking-change]: \`r.m\` is gone from \`i\`, which breaks whoever imports \`i\` and needs it
      world w { import i; }
    `,
    reference: "rejects",
  },
  {
    name: "an interface gets a resource of its own in place of another's",
    was: `
      interface j { resource r; }
      interface i { use j.{r}; f: func(r: r); }
      world w { import i; }
    `,
    now: `
      interface j { resource r; }
      interface i { resource r; f: func(r: r); }
      //                     ^ warning[breaking-change]: \`r\` is a resource of its own now, not \`r\` of \`a:b/j@1.0.0\`, which breaks whoever imports or exports \`i\`
      world w { import j; import i; }
    `,
    reference: "rejects",
  },
  {
    name: "an alias of a resource becomes a resource of its own",
    was: `
      interface i { resource r; type s = r; f: func(s: s); }
      world w { import i; }
    `,
    now: `
      interface i { resource r; resource s; f: func(s: s); }
      //                                 ^ warning[breaking-change]: \`s\` is a resource of its own now, not \`r\`, which breaks whoever imports or exports \`i\`
      world w { import i; }
    `,
    reference: "rejects",
  },
  {
    name: "a resource is used under another name",
    was: `
      interface j { resource r; }
      interface i { use j.{r}; f: func(r: r); }
      world w { import i; }
    `,
    now: `
      interface j { resource r; }
      interface i { use j.{r, r as s}; f: func(r: s); }
      world w { import i; }
    `,
    reference: "accepts",
  },
  {
    name: "a function takes another resource of the same interface",
    was: `
      interface i { resource r; resource s; f: func(r: r); }
      world w { import i; }
    `,
    now: `
      interface i { resource r; resource s; f: func(r: s); }
      //                                               ^ warning[breaking-change]: parameter \`r\` of \`f\` is \`s\` now, not \`r\`, which breaks whoever imports or exports \`i\`
      world w { import i; }
    `,
    reference: "rejects",
  },
  {
    name: "an alias is looked through",
    was: `
      interface i { record a { x: u8 } type b = a; f: func(x: b); }
      world w { import i; export i; }
    `,
    now: `
      interface i { record a { x: u8 } type b = a; f: func(x: a); }
      world w { import i; export i; }
    `,
    reference: "accepts",
  },
]);
