// Names of types, functions, fields and parameters: what they mean, and that no two are too alike.
import { test } from "node:test";
import { checkMarks } from "./marked.ts";

function check(name: string, source: string): void {
  test(name, () => checkMarks(source));
}

check(
  "a missing type is said at each mention, as each must be changed",
  `
  package a:b;
  interface i {
      f: func(x: siez) -> list<siez>;
  //             ^^^^ error[unresolved-name]: there is no type \`siez\` here: define it or bring it in with \`use\`
  //                           ^^^^ error[unresolved-name]: there is no type \`siez\` here: define it or bring it in with \`use\`
      record r { s: siez }
  //                ^^^^ error[unresolved-name]: there is no type \`siez\` here: define it or bring it in with \`use\`
      type size = u64;
  }
  `,
);

check(
  "a name means what its own interface says",
  `
  package a:b;
  interface one { type t = u8; f: func() -> t; }
  interface two { f: func() -> t; }
  //                           ^ error[unresolved-name]: there is no type \`t\` here: define it or bring it in with \`use\`
  interface three { resource t { f: func(); } g: func(x: borrow<t>); }
  `,
);

check(
  "types come in any order, functions are no types",
  `
  package a:b;
  interface i {
      f: func(x: a, y: g);
  //                   ^ error[unresolved-name]: \`g\` is a function, and here must be a type
      type a = b;
      enum b { x }
      g: func();
  }
  `,
);

check(
  "the old names of floats",
  `
  package a:b;
  interface i {
      record r { a: float32, b: option<float64> }
  //                ^^^^^^^ error[unresolved-name]: there is no type \`float32\` here: it is called \`f32\` now
  //                                   ^^^^^^^ error[unresolved-name]: there is no type \`float64\` here: it is called \`f64\` now
      f: func() -> float;
  //               ^^^^^ error[unresolved-name]: there is no type \`float\` here: define it or bring it in with \`use\`
  }
  `,
);

check(
  "a type whose definition is broken is not missing",
  `
  package a:b;
  interface i {
      record point { x: s32 y: s32 }
  //                        ^ error[expected-close-brace]: expected \`,\` or \`}\`, found \`y\`
      shape variant { a, b }
  //        ^^^^^^^ error[expected-colon]: expected \`:\`, found the keyword \`variant\`
      resource my_file { read: func(); }
  //           ^^^^^^^ error[invalid-name]: \`my_file\` is not a valid name: \`_\` can't stand in a name
      f: func(p: point, s: shape, f: borrow<my-file>);
      g: func() -> other;
  //               ^^^^^ error[unresolved-name]: there is no type \`other\` here: define it or bring it in with \`use\`
  }
  `,
);

check(
  "an interface whose head is broken is not missing",
  `
  package a:b;
  interface { }
  //        ^ error[expected-name]: expected a name, found \`{\`
  interface ? one { type t = u8; }
  //        ^ error[unexpected-character]: unexpected character \`?\`: a value that may be absent is \`option<…>\`
  world wo_rld {}
  //    ^^^^^^ error[invalid-name]: \`wo_rld\` is not a valid name: \`_\` can't stand in a name
  world w {
      import one;
      include wo-rld;
      import other;
  //         ^^^^^ error[unresolved-path]: this package has no interface \`other\`
  }
  `,
);

check(
  "names that differ too little",
  `
  package a:b;
  interface i {
      read-all: func();
      readall: func();
  //  ^^^^^^^ error[name-clash]: \`readall\` clashes with \`read-all\`: names must differ by more than case and hyphens
      READ-ALL: func();
  //  ^^^^^^^^ error[name-clash]: \`READ-ALL\` clashes with \`read-all\`: names must differ by more than case and hyphens
      record readAll-options { x: u8 }
  //         ^^^^^^^^^^^^^^^ error[invalid-name]: \`readAll-options\` is not a valid name: upper and lower case can't mix in one word
      type file = u8;
      file: func();
  //  ^^^^ error[name-clash]: \`file\` is there already
  }
  `,
);

check(
  "two types of one name are one mistake",
  `
  package a:b;
  interface i {
      resource file {
          constructor();
          read: func();
      }
      resource file {
  //           ^^^^ error[duplicate-name]: there are two types \`file\`
          constructor();
          read: func();
      }
      f: func(x: borrow<file>);
  }
  `,
);

check(
  "fields, cases, flags and parameters",
  `
  package a:b;
  interface i {
      record r { a-b: u8, c: u8, ab: u8, A-B: u8 }
  //                             ^^ error[duplicate-field]: the fields \`a-b\` and \`ab\` differ only by case or hyphens
  //                                     ^^^ error[duplicate-field]: the fields \`a-b\` and \`A-B\` differ only by case or hyphens
      variant v { none, some(u8), none }
  //                              ^^^^ error[duplicate-field]: there are two cases \`none\`
      enum e { on, off, ON }
  //                    ^^ error[duplicate-field]: the cases \`on\` and \`ON\` differ only by case or hyphens
      flags f { read, write, read }
  //                         ^^^^ error[duplicate-field]: there are two flags \`read\`
      g: func(a: u8, a: u8, b: u8, B: u8);
  //                 ^ error[duplicate-parameter]: there are two parameters \`a\`
  //                               ^ error[duplicate-parameter]: the parameters \`b\` and \`B\` differ only by case or hyphens
      resource s { h: func(self: u8); j: static func(self: u8); }
  //                       ^^^^ error[duplicate-parameter]: a method has a parameter \`self\` already, the resource itself
  }
  `,
);

check(
  "a use below a definition",
  `
  package a:b;
  interface j { type t = u8; }
  interface i {
      type t = u16;
  //       ^ warning[replaced-type]: this definition of \`t\` is ignored: a \`use\` below brings in another
      use j.{t};
      f: func() -> t;
  }
  `,
);
