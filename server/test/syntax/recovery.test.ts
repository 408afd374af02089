// A mistake stays in its member: what stands before and after it is read as if it were not there, and it is said once.
import { equal } from "node:assert/strict";
import { test } from "node:test";
import { checkMarks } from "../semantics/marked.ts";
import { testWorkspace } from "../support/workspace.ts";
import { outlineText } from "./outline-text.ts";

/** Compares the members of a text, and its problems with those that it marks. */
function check(name: string, source: string, expected: string): void {
  test(name, () => {
    equal(outlineText(testWorkspace(source).files[0]!), expected);
    checkMarks(source);
  });
}

check(
  "a missing semicolon",
  `
  package a:b;
  interface i {
      type t = u8
  //            ^ error[expected-semicolon]: expected \`;\` before \`f\`
      f: func(x: t);
  }
  `,
  "package a:b; interface i { type t!; func f; }",
);

check(
  "members that are only begun",
  `
  package a:b;
  interface i {
      a:
  //   ^ error[expected-func]: expected the keyword \`func\` before \`f\`
      f: func();
      record
  //       ^ error[expected-name]: expected a name before the keyword \`record\`
      record r { x: u8 }
      use
  //    ^ error[expected-name]: expected a name before \`@\`
      @unstable(feature = x)
      g: func();
      type t
  //       ^ error[expected-equals]: expected \`=\` before the keyword \`enum\`
      enum e { y }
  }
  `,
  "package a:b; interface i { func a!; func f; record!; record r; top-use!; func g; type t!; enum e; }",
);

check(
  "items that are only begun",
  `
  package a:b;
  interface
  //      ^ error[expected-name]: expected a name before the keyword \`world\`
  world w {}
      use
  //    ^ error[expected-name]: expected a name before the keyword \`interface\`
  interface i {}
  `,
  "package a:b; interface!; world w {} top-use!; interface i {}",
);

check(
  "a missing parenthesis",
  `
  package a:b;
  interface i {
      f: func(x: u8;
  //               ^ error[expected-close-parenthesis]: expected \`,\` or \`)\`, found \`;\`
      g: func(y: u8) -> u8;
  }
  `,
  "package a:b; interface i { func f!; func g; }",
);

check(
  "a missing angle bracket",
  `
  package a:b;
  interface i {
      f: func(x: list<u8) -> u8;
  //                    ^ error[expected-close-angle]: expected \`>\`, found \`)\`
      g: func() -> option<list<u8>;
  //                              ^ error[expected-close-angle]: expected \`>\`, found \`;\`
      h: func();
  }
  `,
  "package a:b; interface i { func f!; func g!; func h; }",
);

check(
  "a missing comma",
  `
  package a:b;
  interface i {
      record r { x: u8 y: u8 }
  //                   ^ error[expected-close-brace]: expected \`,\` or \`}\`, found \`y\`
      enum e { a b }
  //             ^ error[expected-close-brace]: expected \`,\` or \`}\`, found \`b\`
      f: func(x: r y: e);
  //               ^ error[expected-close-parenthesis]: expected \`,\` or \`)\`, found \`y\`
      g: func();
  }
  `,
  "package a:b; interface i { record r!; enum e!; func f!; func g; }",
);

check(
  "text that is not WIT between members",
  `
  package a:b;
  interface i {
      f: func();
      ???
  //  ^^^ error[unexpected-character]: unexpected character \`?\`: a value that may be absent is \`option<…>\`
      g: func();
  }
  `,
  "package a:b; interface i { func f; other!; func g; }",
);

check(
  "a string that is not closed",
  `
  package a:b;
  interface i {
      @external-id("one
  //               ^^^^ error[string-unterminated]: this string is not closed: \`"\` is missing (a line end in it is \`\\n\`)
      f: func();
      g: func();
  }
  interface j {}
  `,
  "package a:b; interface i { other!; func f; func g; } interface j {}",
);

check(
  "a broken attribute",
  `
  package a:b@1.0.0;
  interface i {
      @since(version = )
  //                   ^ error[expected-version]: expected a number (a version has three, as in \`1.2.3\`), found \`)\`
      f: func();
      @since
  //       ^ error[expected-open-parenthesis]: expected \`(\` before \`g\`
      g: func();
      @since(version = 1.0.0)
      h: func();
  }
  `,
  "package a:b@1.0.0; interface i { func f!; func g!; func h; }",
);

check(
  "keywords as names",
  `
  package a:b;
  interface i {
      record r { type: u8, from: u8 }
  //             ^^^^ error[expected-name]: expected a name, found the keyword \`type\`
      f: func(list: u8);
  //          ^^^^ error[expected-name]: expected a name, found the keyword \`list\`
      use: func();
  //     ^ error[expected-name]: expected a name, found \`:\`
      g: func();
  }
  `,
  "package a:b; interface i { record r!; func f!; use!; func g; }",
);

check(
  "an item in the wrong place",
  `
  package a:b;
  interface i {
  //          ^ error[unclosed-brace]: interface \`i\` is never closed: \`}\` is missing before the keyword \`world\`
      import j;
  //  ^^^^^^ error[expected-interface-item]: expected a function, a type definition or \`use\`, found the keyword \`import\`
      f: func();
      world w {}
  }
  interface j {}
  `,
  "package a:b; interface i { import j!; func f; … world w {} other!; interface j {}",
);

check(
  "functions at the top level",
  `
  package a:b;
      f: func();
  //  ^ error[expected-item]: expected \`interface\`, \`world\`, \`use\` or \`package\`, found \`f\`
      g: func();
  interface i { h: func(); }
  `,
  "package a:b; func f!; func g!; interface i { func h; }",
);

check(
  "a comment that is not closed hides the rest, and only that is said",
  `
  package a:b;
  interface i {
      f: func();
      /* g: func();
  //  ^^^^^^^^^^^^^ error[unterminated-comment]: this block comment is never closed
  }
  interface j {}
  `,
  "package a:b; interface i { func f; other!; …",
);

check(
  "one character too many is one mistake",
  `
  package a:b;
  interface i {
      f: func(a\u202e: u8);
  //           ^ error[forbidden-codepoint]: WIT text can't hold characters that change its direction, as they make it read otherwise than it is
      t§: func();
  //   ^ error[unexpected-character]: unexpected character \`§\` (U+00A7)
      g: func();
  }
  `,
  "package a:b; interface i { func f!; func t!; func g; }",
);

check(
  "a broken header",
  `
  package a;
  //       ^ error[expected-colon]: expected \`:\` and the package's name, as in \`namespace:name\`, found \`;\`
  interface i { f: func(); }
  `,
  "package a!; interface i { func f; }",
);
