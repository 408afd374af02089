// Headers, files and blocks of a package, and the names that they share.
import { test } from "node:test";
import { checkMarks } from "./marked.ts";

function check(name: string, source: string): void {
  test(name, () => checkMarks(source));
}

check(
  "packages in braces",
  `
  package a:b;
  package c:d {
      interface i { use e:f/j.{t}; }
      package g:h {}
  //          ^^^ error[nested-package-block]: a \`package\` block can't stand inside another
  }
  package e:f {
      interface j { type t = u8; }
      interface j {}
  //            ^ error[duplicate-item]: the package has an interface \`j\` already
  }
  `,
);

check(
  "a package in braces that is not closed is one mistake",
  `
  package a:b;
  package c:d {
  //          ^ error[unclosed-brace]: package \`c:d\` is never closed: \`}\` is missing before the end of the file
      interface i {}
  package e:f {
      interface j {}
  }
  `,
);

check(
  "a header that is not WIT",
  `
  packge a:b;
  // <----- error[expected-item]: expected \`interface\`, \`world\`, \`use\` or \`package\`, found \`packge\`
  interface i {}
  `,
);

check(
  "files of one package share their items",
  `
  //- /wit/one.wit
  package a:b;
  interface i { use j.{t}; f: func() -> t; }
  //- /wit/two.wit
  interface j { type t = u8; }
  interface i {}
  //        ^ error[duplicate-item]: the package has an interface \`i\` already
  `,
);

check(
  "two headers",
  `
  //- /wit/one.wit
  /// One.
  package a:b;
  //- /wit/two.wit
  /// Two.
  // <------- error[duplicate-package-docs]: the package is documented in another file already
  package a:c;
  //      ^^^ error[package-mismatch]: the files of a folder are one package: this one says \`a:c\`, another \`a:b\`
  //- /wit/deps/x.wit
  package x:x;
  `,
);

check(
  "a plain comment in front of a second header counts as documentation",
  `
  //- /wit/one.wit
  /// One.
  package a:b;
  //- /wit/two.wit
  /* A licence. */
  // <--------------- error[duplicate-package-docs]: every comment in front of \`package\` counts as the package's documentation, and another file has one already; put this one behind the header
  package a:b;
  `,
);

check(
  "items, and uses at the top, share the names of a file",
  `
  //- /wit/one.wit
  package a:b;
  use two as three;
  use two as three;
  //         ^^^^^ error[duplicate-name-in-file]: there is a \`three\` in this file already
  interface one {}
  use two as one;
  //         ^^^ error[duplicate-name-in-file]: there is a \`one\` in this file already
      @unstable(feature = x) use two as four;
  //  ^^^^^^^^^^^^^^^^^^^^^^ error[attribute-on-use]: a \`use\` at the top level can't have attributes
  world one {}
  //    ^^^ error[duplicate-item]: the package has an interface \`one\` already
  //- /wit/two.wit
  interface two {}
  `,
);
