// Feature gates: what is switched off, and gates that make no sense.
import { test } from "node:test";
import type { Features } from "../../src/workspace/layout-types.ts";
import { checkMarks } from "./marked.ts";

function check(name: string, source: string, features?: Features): void {
  test(name, () => checkMarks(source, features));
}

check(
  "what names something that is switched off",
  `
  package a:b;
  interface i {
      @unstable(feature = x)
      type t = u8;
      record r { a: t, b: u8 }
  //                ^ error[gated-off]: \`t\` is switched off, as its feature is not activated
      type u = t;
  //           ^ error[gated-off]: \`t\` is switched off, as its feature is not activated
      f: func(a: t);
  //             ^ error[gated-off]: \`t\` is switched off, as its feature is not activated
      @unstable(feature = x)
      g: func(a: t) -> option<t>;
  }
  `,
);

check(
  "what holds something that is switched off",
  `
  package a:b;
  interface i {
      @unstable(feature = x)
      type t = u8;
      record r { a: list<t> }
  //                ^^^^^^^ error[gated-off]: this \`list\` holds a type that is switched off
      f: func(a: option<t>);
  //             ^^^^^^^^^ error[gated-off]: this \`option\` holds a type that is switched off
  }
  `,
);

check(
  "with the feature it is there",
  `
  package a:b;
  interface i {
      @unstable(feature = x)
      type t = u8;
      f: func(a: t);
      @unstable(feature = y)
      type u = u8;
      g: func(a: u);
  //             ^ error[gated-off]: \`u\` is switched off, as its feature is not activated
  }
  `,
  { names: ["x"], all: false },
);

check(
  "interfaces and worlds that are switched off",
  `
  package a:b;
  @unstable(feature = x)
  interface i { f: func(); }
  @unstable(feature = x)
  world v {}
  world w {
      import i;
  //         ^ error[gated-off]: \`i\` is switched off, as its feature is not activated
      export n: i;
  //            ^ error[gated-off]: \`i\` is switched off, as its feature is not activated
      include v;
  //          ^ error[gated-off]: \`v\` is switched off, as its feature is not activated
      @unstable(feature = x)
      export i;
  }
  `,
);

check(
  "types in something that is switched off",
  `
  package a:b;
  @unstable(feature = x)
  interface i {
      @unstable(feature = x)
      type fine = u8;
      type t = u8;
  //       ^ error[gated-owner]: \`t\` is not gated, but its interface is, and is switched off
      record u { x: u8 }
  }
  `,
);

check(
  "gates that can't stand together",
  `
  package a:b@1.0.0;
      @since(version = 1.0.0) @unstable(feature = x)
  //   ^^^^^ error[conflicting-gates]: an item is either \`@since\` a version or \`@unstable\`, not both
  interface i {
      @since(version = 1.0.0) @since(version = 1.0.0) f: func();
  //                           ^^^^^ error[conflicting-gates]: \`@since\` stands here twice
      @deprecated(version = 1.0.0) g: func();
  //   ^^^^^^^^^^ error[conflicting-gates]: \`@deprecated\` needs \`@since\` or \`@unstable\` beside it
      @since(version = 0.9.0) @deprecated(version = 1.0.0) h: func();
      @external-id("a") @external-id("b") j: func();
  //                     ^^^^^^^^^^^ error[conflicting-gates]: \`@external-id\` stands here twice
  }
  `,
);

check(
  "a gate that is not WIT is not judged further",
  `
  package a:b@1.0.0;
  interface i {
      @deprecated(since = 1.0.0) f: func();
  //              ^^^^^ error[wrong-attribute-argument]: expected \`version = 1.2.3\`, found \`since\`
      @since(version = 2) g: func();
  //                    ^ error[expected-period]: expected \`.\` (a version has three numbers), found \`)\`
  }
  `,
);

check(
  "versions of gates",
  `
  package a:b@1.2.0;
  interface i {
      @since(version = 1.2.0) f: func();
      @since(version = 1.2.1) g: func();
  //  ^^^^^^^^^^^^^^^^^^^^^^^ error[gate-version]: \`@since\` names version 1.2.1, which is later than the package's own, \`a:b@1.2.0\`
      @since(version = 1.2.0-rc.1) h: func();
      @since(version = 1.0.0) @deprecated(version = 9.0.0) j: func();
  }
  world w {
      @since(version = 2.0.0) import i;
  //  ^^^^^^^^^^^^^^^^^^^^^^^ error[gate-version]: \`@since\` names version 2.0.0, which is later than the package's own, \`a:b@1.2.0\`
      @since(version = 2.0.0) export f: func();
  //  ^^^^^^^^^^^^^^^^^^^^^^^ error[gate-version]: \`@since\` names version 2.0.0, which is later than the package's own, \`a:b@1.2.0\`
  }
  `,
);

check(
  "the version of a gate counts where a type of another package is first used",
  `
  //- /wit/main.wit
  package a:b@1.2.0;
  interface first {
      use x:y/types.{known};
  }
  interface second {
      @since(version = 2.0.0) use x:y/types.{known, fresh, other};
  //  ^^^^^^^^^^^^^^^^^^^^^^^ error[gate-version]: \`@since\` names version 2.0.0, which is later than the package's own, \`a:b@1.2.0\`
  //                                                ^^^^^ error[gate-version]: \`@since\` names version 2.0.0, which is later than the package's own, \`a:b@1.2.0\`
  }
  interface third {
      use x:y/types.{fresh};
  }
  //- /wit/deps/y.wit
  package x:y;
  interface types {
      type known = u8;
      type fresh = u8;
      type other = u8;
  }
  `,
);

check(
  "a package without a version has no gates with one",
  `
  package a:b;
  interface i {
      @since(version = 1.0.0) f: func();
  //  ^^^^^^^^^^^^^^^^^^^^^^^ error[gate-version]: \`@since\` needs a version to compare with
  }
  `,
);

check(
  "a header that is not WIT leaves the version open",
  `
  package a:b@1;
  //           ^ error[expected-period]: expected \`.\` (a version has three numbers), found \`;\`
  interface i {
      @since(version = 1.0.0) f: func();
  }
  `,
);

check(
  "gates that includes bring",
  `
  package a:b@1.0.0;
  interface i {}
  world u { @since(version = 0.1.0) import i; }
  world v { @since(version = 0.2.0) import i; }
  world same { include u; include u; }
  world both { include u; include v; }
  //                              ^ error[gate-mismatch]: \`a:b/i@1.0.0\` is here with two gates: \`@since 0.1.0\` and, by this include, \`@since 0.2.0\`
  `,
);
