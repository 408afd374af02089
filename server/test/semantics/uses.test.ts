// What `use`, `import`, `export` and `include` point at; what is missing is said where it is brought in, not at each mention.
import { test } from "node:test";
import { checkMarks } from "./marked.ts";

function check(name: string, source: string): void {
  test(name, () => checkMarks(source));
}

check(
  "a use of something that is not there is said once, however often it is mentioned",
  `
  package a:b;
  interface types { type size = u64; }
  interface i {
      use types.{size, time, path as file-path};
  //                   ^^^^ error[unresolved-use]: interface \`types\` has no type \`time\`
  //                         ^^^^ error[unresolved-use]: interface \`types\` has no type \`path\`
      f: func(a: time, b: list<file-path>) -> size;
      record r { t: time }
  }
  `,
);

check(
  "a use from an interface that is not there is said once",
  `
  package a:b;
  interface i {
      use types.{size, time};
  //      ^^^^^ error[unresolved-path]: this package has no interface \`types\`
      f: func(a: time) -> size;
      g: func() -> borrow<time>;
  //               ^^^^^^^^^^^^ error[borrow-in-result]: \`g\` returns a \`borrow\`, which ends with the call
  }
  `,
);

check(
  "functions can't be used",
  `
  package a:b;
  interface j { f: func(); resource r { m: func(); } }
  interface i {
      use j.{f, r, m};
  //         ^ error[unresolved-use]: \`f\` is a function of \`j\`
  //               ^ error[unresolved-use]: interface \`j\` has no type \`m\`
  }
  `,
);

check(
  "worlds and interfaces where the other must stand",
  `
  package a:b;
  interface i {}
  world v {}
  interface j { use v.{t}; }
  //                ^ error[wrong-kind]: \`use\` takes an interface, and \`v\` is a world
  world w {
      import v;
  //         ^ error[wrong-kind]: \`import\` and \`export\` take an interface, and \`v\` is a world
      export n: v;
  //            ^ error[wrong-kind]: \`import\` and \`export\` take an interface, and \`v\` is a world
      include i;
  //          ^ error[wrong-kind]: \`include\` takes a world, and \`i\` is an interface
      import i;
      include v;
  }
  `,
);

check(
  "a use of what the other interface uses itself",
  `
  package a:b;
  interface one { type t = u8; }
  interface two { use one.{t as u}; }
  interface three { use two.{u, t}; f: func() -> u; }
  //                            ^ error[unresolved-use]: interface \`two\` has no type \`t\`
  `,
);

check(
  "uses at the top of a file",
  `
  //- /wit/one.wit
  package a:b;
  use two as second;
  use none as nothing;
  //  ^^^^ error[unresolved-path]: this package has no interface or world \`none\`
  interface one {
      use second.{t};
      use two.{t as t2};
  }
  //- /wit/two.wit
  interface two { type t = u8; }
  interface more {
      use second.{t};
  //      ^^^^^^ error[unresolved-path]: this package has no interface \`second\`
  }
  `,
);

check(
  "a path in a line that is not WIT is not judged",
  `
  package a:b;
  interface i {
      import nothing;
  //  ^^^^^^ error[expected-interface-item]: expected a function, a type definition or \`use\`, found the keyword \`import\`
      use nowhere.{t}
  //                ^ error[expected-semicolon]: expected \`;\` before \`f\`
      f: func();
      use a:b:c/d.{e};
  //         ^ error[nested-package-name]: nested namespaces (\`a:b:c\`) are in the specification, but no tool accepts them yet
  }
  `,
);

check(
  "an interface in a world sees its own types and what it uses",
  `
  package a:b;
  interface types { type size = u64; }
  world w {
      use types.{size};
      type own-size = u64;
      import n: interface {
          use types.{size as s};
          f: func(a: s, b: size, c: own-size);
  //                       ^^^^ error[unresolved-name]: there is no type \`size\` here: define it in this interface or bring it in with \`use\`
  //                                ^^^^^^^^ error[unresolved-name]: there is no type \`own-size\` here: define it in this interface or bring it in with \`use\`
          use nothing.{t};
  //          ^^^^^^^ error[unresolved-path]: this package has no interface \`nothing\`
      }
      export f: func(a: size, b: own-size);
  }
  `,
);
