// Messages say what to do where more can be said than what was expected.
import { test } from "node:test";
import { checkMarks } from "../semantics/marked.ts";

function check(name: string, source: string): void {
  test(name, () => checkMarks(source));
}

check(
  "members of other containers",
  `
  package a:b;
  world w {
      run: func();
  //  ^^^ error[expected-world-item]: expected \`import\`, \`export\`, \`include\`, \`use\` or a type definition, found \`run\`
      interface: func();
  }
  interface i {
      constructor();
  //  ^^^^^^^^^^^ error[expected-interface-item]: expected a function, a type definition or \`use\`, found the keyword \`constructor\`
      static f: func();
      func g();
  //  ^^^^ error[expected-interface-item]: expected a function, a type definition or \`use\`, found the keyword \`func\`
      export h: func();
      include w;
  }
      import i;
  //  ^^^^^^ error[expected-item]: expected \`interface\`, \`world\`, \`use\` or \`package\`, found the keyword \`import\`
      export f: func();
  `,
);

check(
  "names that are keywords",
  `
  package a:b;
  interface i {
      record: func();
  //        ^ error[expected-name]: expected a name, found \`:\`
      f: func(string: u8);
  //          ^^^^^^ error[expected-name]: expected a name, found the keyword \`string\`
      variant v { none, some(u8), error, %result, result }
  //                                              ^^^^^^ error[expected-name]: expected a name, found the keyword \`result\`
      resource from;
  //           ^^^^ error[expected-name]: expected a name, found the keyword \`from\`
  }
  `,
);

check(
  "types",
  `
  package a:b;
  interface i {
      f: func() -> (a: u8);
  //               ^ error[expected-type]: expected a type, found \`(\`
      g: func() -> ();
  //               ^ error[expected-type]: expected a type, found \`(\`
      h: func(x: [u8]);
  //             ^ error[unexpected-character]: unexpected character \`[\`: a list is \`list<…>\`
      j: func(x: &string);
  //             ^ error[unexpected-character]: unexpected character \`&\`: WIT has no references
      k: func(x: u8?);
  //               ^ error[unexpected-character]: unexpected character \`?\`: a value that may be absent is \`option<…>\`
      m: func(x: 'a);
  //             ^ error[unexpected-character]: unexpected character \`'\`: strings stand in double quotes
  }
  `,
);

check(
  "attributes",
  `
  package a:b@1.0.0;
  interface i {
      @deprecated(since = 1.0.0) f: func();
  //              ^^^^^ error[wrong-attribute-argument]: expected \`version = 1.2.3\`, found \`since\`
      @unstable(name = x) g: func();
  //            ^^^^ error[wrong-attribute-argument]: expected \`feature = name\`, found \`name\`
      @since(1.0.0) h: func();
  //         ^ error[wrong-attribute-argument]: expected \`version = 1.2.3\`, found \`1\`
      @feature(x) j: func();
  //   ^^^^^^^ error[unknown-attribute]: unknown attribute \`@feature\`
      k: func(@since(version = 1.0.0) x: u8);
  //          ^ error[expected-name]: expected a name, found \`@\`
  }
  `,
);

check(
  "words that stand before a function's name, or in another order",
  `
  package a:b;
  interface i {
      async f: func();
  //  ^^^^^ error[expected-interface-item]: found the keyword \`async\`; \`async\` goes after the name: \`name: async func(…)\`
      async: func();
  //  ^^^^^ error[expected-interface-item]: to use the keyword as a name write \`%async\`
      g: async get() -> u8;
  //           ^^^ error[expected-func]: expected the keyword \`func\`, found \`get\`; getters and setters can't be \`async\`
      resource r {
          async constructor();
  //      ^^^^^ error[expected-resource-item]: a constructor can't be \`async\`
          sound: func();
          async h: func();
  //      ^^^^^ error[expected-resource-item]: \`async\` goes after the name
          k: async static func();
  //               ^^^^^^ error[expected-func]: found the keyword \`static\`; \`static\` comes first: \`static async func(…)\`
      }
      l: func(x: borrow<u32>, y: own<list<r>>);
  //                    ^^^ error[expected-name]: expected a name, found the keyword \`u32\`; \`borrow\` takes the name of a resource
  }
  `,
);

check(
  "names",
  `
  package a:b;
  interface i {
      type Url-list = u8;
  //       ^^^^^^^^ error[invalid-name]: \`Url-list\` is not a valid name: upper and lower case can't mix in one word
      type URL-list = u8;
      type urlList = u8;
  //       ^^^^^^^ error[invalid-name]: \`urlList\` is not a valid name: upper and lower case can't mix in one word
      type url_list = u8;
  //       ^^^^^^^^ error[invalid-name]: \`url_list\` is not a valid name: \`_\` can't stand in a name
      type url-1st = u8;
      type naïve = u8;
  //       ^^^^^ error[invalid-name]: \`naïve\` is not a valid name: \`ï\` can't stand in a name
      type a- = u8;
  //       ^^ error[empty-word-in-name]: \`a-\` is not a valid name: each \`-\` must stand between two words
      type %- = u8;
  //       ^^ error[empty-word-in-name]: \`-\` is not a valid name: each \`-\` must stand between two words
  }
  `,
);

check(
  "versions",
  `
  package a:b@1.0.0;
  world w {
      import c:d/e@1;
  //                ^ error[expected-period]: expected \`.\` (a version has three numbers), found \`;\`
      import c:d/e@1.2;
  //                  ^ error[expected-period]: expected \`.\` (a version has three numbers), found \`;\`
      import c:d/e@v1.2.3;
  //               ^^ error[expected-version]: expected a number (a version has three, as in \`1.2.3\`), found \`v1\`
      import c:d/e@1.2.3-;
  //               ^^^^^^ warning[version-suffix]: read as version \`1.2.3\`
      import c:d/e@1.02.3;
  //               ^^^^^^ error[invalid-version]: not a valid version: the minor version number has a leading zero
      import c:d/e@1.2.3-rc..1;
  //                       ^ error[expected-semicolon]: expected \`;\`, found \`.\`
      import c:d@1.2.3/e;
  //            ^ error[version-before-interface]: the version goes after the interface: \`namespace:name/interface@1.0.0\`
  }
  package c:d@1.2.3 { interface e {} }
  `,
);

check(
  "what is no token behind a version counts before the version",
  `
  package a:b;
  interface i {
      @since(version = 01.0.0$) f: func();
  //                         ^ error[unexpected-character]: unexpected character \`$\`
      @since(version = 01.0.0-rc.1 $) g: func();
  //                               ^ error[unexpected-character]: unexpected character \`$\`
  }
  `,
);
