// Lints: what each reports, and how comments and settings silence it.
import { deepEqual } from "node:assert/strict";
import { test } from "node:test";
import { rootProblems } from "../../src/semantics/analysis.ts";
import type { LintSeverity } from "../../src/workspace/layout-types.ts";
import { allAnalyses, testWorkspace } from "../support/workspace.ts";
import { checkMarks } from "./marked.ts";

function check(name: string, source: string, lints: Readonly<Record<string, LintSeverity>> = {}): void {
  test(name, () => checkMarks(source, { names: [], all: false, lints }));
}

/** With all features on, so that nothing is faded. */
function checkOn(name: string, source: string): void {
  test(name, () => checkMarks(source, { names: [], all: true }));
}

check(
  "capitals are for acronyms",
  `
  package a:b;
  interface MAP-TYPES {
  //        ^^^^^^^^^ hint[upper-case-name]: \`map-types\`
      enum error-code { HTTP-request-denied, request-URI-too-long, DNS-timeout, HTTP }
      flags usage { MAP-READ, copy-SOURCE, level-L1 }
  //                ^^^^^^^^ hint[upper-case-name]: names are in lower case by convention, acronyms aside: \`map-read\`
  //                          ^^^^^^^^^^^ hint[upper-case-name]: \`copy-source\`
      use other.{t as TEXTURE};
  //                  ^^^^^^^ hint[upper-case-name]: \`texture\`
      compute: func(HTTP: TEXTURE, VERTEX: u8);
  //                               ^^^^^^ hint[upper-case-name]: \`vertex\`
  }
  interface other { type t = u8; }
  world w { import RENDERER: interface { f: func(); } }
  //               ^^^^^^^^ hint[upper-case-name]: \`renderer\`
  `,
);

check(
  "what is no name is said once",
  `
  package a:b;
  interface i { record Some_LONG { a: u8 } type LONGER-NAME = u8; }
  //                   ^^^^^^^^^ error[invalid-name]
  //                                            ^^^^^^^^^^^ hint[upper-case-name]
  `,
);

check(
  "a package's own name has no capitals either",
  `
  package a:WONDERFUL;
  //        ^^^^^^^^^ hint[upper-case-name]: \`wonderful\`
  `,
);

check(
  "a version that ends in a mark, wherever it is named",
  `
  package a:b@1.0.0-;
  //          ^^^^^^ warning[version-suffix]: nothing follows the \`-\`, so this is read as version \`1.0.0\`; leave the \`-\` out
  use c:d/e@2.0.0-rc+ as f;
  //        ^^^^^^^^^ warning[version-suffix]: nothing follows the \`+\`
  interface i {
      @since(version = 1.0.0+)
  //                   ^^^^^^ warning[version-suffix]
      f: func();
  }
  world w {
      import c:d/e@2.0.0-rc+;
  //               ^^^^^^^^^ warning[version-suffix]
  }
  package c:d@2.0.0-rc+ {
  //          ^^^^^^^^^ warning[version-suffix]
      interface e {}
  }
  `,
);

check(
  "names that a dependency spells otherwise",
  `
  //- /wit/main.wit
  package a:b;
  interface s-treams {
  //        ^^^^^^^^ information[dependency-spelling]: \`s-treams\` differs only by hyphens from the interface \`streams\` of \`c:d\`; spell them alike, or use that one
      use c:d/streams.{error as fault};
      type inputstream = u32;
  //       ^^^^^^^^^^^ information[dependency-spelling]: \`inputstream\` differs only by hyphens from the type \`input-stream\` of \`streams\` of \`c:d\`
      record point { x-AXIS: u8 }
  //                 ^^^^^^ information[dependency-spelling]: differs only by case and hyphens from the part \`xaxis\`
      read-all: func(block-size: u32);
  //                 ^^^^^^^^^^ information[dependency-spelling]: the parameter \`blocksize\`
      type error = u8;
      type two-way = u8;
      twoways: func();
      xyz: func();
  }
  //- /wit/deps/d.wit
  package c:d;
  interface streams {
      resource input-stream;
      type error = u32;
      record size { xaxis: u8 }
      read-all: func(blocksize: u32);
      twoway: func();
      record ways { two-ways: u8 }
  }
  //- /wit/deps/e.wit
  package e:e;
  interface unrelated { x-y-z: func(); }
  `,
);

check(
  "names that repeat what they lie in",
  `
  package wasi:clocks@1.0.0;
  interface clocks-wall {
  //        ^^^^^^^^^^^ hint[repeated-name]: \`clocks-wall\` repeats the name of its package; \`wall\` says as much
      enum color { color-red, colorful, blue-color, color-2, color-type }
  //               ^^^^^^^^^ hint[repeated-name]: \`color-red\` repeats the name of its enum; \`red\` says as much
      resource timer { timer-start: func(); start: func(); }
  //                   ^^^^^^^^^^^ hint[repeated-name]: its resource
      record moment { moment-seconds: u64 }
  }
  interface clocks { clocks-now: func(); }
  world clocks-all {}
  `,
);

checkOn(
  "features of WASI have their package's name",
  `
  package wasi:cli@0.2.0;
  interface exit {
      @unstable(feature = with-code)
  //                      ^^^^^^^^^ hint[feature-name]: in WASI each begins with its package's name: \`cli-with-code\`
      exit-with-code: func(code: u8);
      @unstable(feature = cli-exit)
      exit: func();
  }
  world imports {
      @unstable(feature = clocks-timezone)
      import wasi:clocks/timezone@0.2.0;
  }
  package wasi:clocks@0.2.0 { @unstable(feature = clocks-timezone) interface timezone {} }
  package local:other { interface i { @unstable(feature = anything) f: func(); } }
  `,
);

check(
  "what is deprecated, in interfaces and worlds",
  `
  package a:b@1.0.0;
  interface i {
      @since(version = 1.0.0) @deprecated(version = 1.0.0) type old = u8;
      f: func() -> old;
  //               ^^^ hint[deprecated-use]: \`old\` is deprecated
      @since(version = 1.0.0) @deprecated(version = 1.0.0) g: func() -> old;
  }
  @since(version = 1.0.0) @deprecated(version = 1.0.0)
  interface gone { use i.{old}; }
  @since(version = 1.0.0) @deprecated(version = 1.0.0)
  world last {}
  world next { include last; import gone; use i.{old}; import i; }
  //                   ^^^^ hint[deprecated-use]
  //                                ^^^^ hint[deprecated-use]
  //                                             ^^^ hint[deprecated-use]
  `,
);

check(
  "what is newer than what names it",
  `
  package a:b@1.2.0;
  @since(version = 1.1.0) interface late { @since(version = 1.2.0) type later = u8; type t = u8; }
  @since(version = 1.0.0)
  interface i {
      use late.{t};
  //      ^^^^ warning[newer-item]: \`late\` is there since version 1.1.0, and what names it since 1.0.0 already
      @since(version = 1.1.0) use late.{later};
  //                                    ^^^^^ warning[newer-item]: \`later\` is there since version 1.2.0, and what names it since 1.1.0 already
      f: func() -> later;
  //               ^^^^^ warning[newer-item]: since 1.0.0 already
      @since(version = 1.2.0) g: func() -> later;
      h: func() -> t;
  }
  @since(version = 1.0.0)
  world w {
      import late;
  //         ^^^^ warning[newer-item]
      @since(version = 1.1.0) import x: interface { use late.{t}; }
  }
  world without { import late; }
  `,
);

check(
  "a comment allows a lint in its item, resource, interface, world and block",
  `
  package a:b;
  interface one {
      // wit-allow: upper-case-name, keyword-name
      %type: func(ADDRESS: u8);
      %use: func(ADDRESS: u8);
  //  ^^^^ hint[keyword-name]
  //             ^^^^^^^ hint[upper-case-name]
      resource r /* wit-allow: keyword-name because it is one elsewhere */ { %own: func(); %s: func(ADDRESS: u8); }
  //                                                                                                ^^^^^^^ hint[upper-case-name]
      /// Documentation.
      /// wit-allow: upper-case-name
      f: func(ADDRESS: u8);
  }
  // wit-allow: keyword-name
  // wit-allow: upper-case-name
  interface two { %use: func(ADDRESS: u8); resource r { %own: func(); } }
  /**
   * wit-allow: keyword-name
   */
  world w { import %use: interface { %type: func(ADDRESS: u8); } }
  //                                             ^^^^^^^ hint[upper-case-name]
  // wit-allow: keyword-name
  package c:d { interface i { %use: func(); } }
  `,
  { "keyword-name": "hint" },
);

check(
  "a comment allows a lint in its whole file",
  `
  //- /wit/a.wit
  package a:b@1.0.0-;
  interface one { %use: func(ADDRESS: u8); }
  //                         ^^^^^^^ hint[upper-case-name]
  // wit-allow-file: keyword-name, version-suffix
  //- /wit/b.wit
  interface two { %use: func(); }
  //              ^^^^ hint[keyword-name]
  `,
  { "keyword-name": "hint" },
);

check(
  "settings decide the severity, and whether it is looked for at all",
  `
  package a:b@1.0.0-;
  //          ^^^^^^ error[version-suffix]
  interface i { f: func(ADDRESS: u8); %use: func(); }
  //                                  ^^^^ warning[keyword-name]
  `,
  { "version-suffix": "error", "upper-case-name": "off", "keyword-name": "warning" },
);

check(
  "a dependency is as it is",
  `
  //- /wit/main.wit
  package a:b;
  interface i { f: func(ADDRESS: u8); }
  //                    ^^^^^^^ hint[upper-case-name]
  //- /wit/deps/d.wit
  package c:d@1.0.0-;
  interface i { f: func(ADDRESS: u8); type t = u8; use j.{t}; }
  interface j { type t = u16; }
  `,
);

test("what is switched off, unused or deprecated is tagged, for editors to fade or strike through", () => {
  const source = `
    package a:b@1.0.0;
    interface types {
      type t = u8;
      @unstable(feature = x) f: func();
      @since(version = 1.0.0) @deprecated(version = 1.0.0) type old = u8;
      g: func() -> old;
    }
    interface i { use types.{t}; }
  `;
  const features = { names: [], all: false, lints: { "unused-use": "hint" } } as const;
  const tagged = allAnalyses(testWorkspace(source), features).flatMap(analysis =>
    rootProblems(analysis).map(({ problem }) => `${problem.code}: ${problem.tags?.join()}`),
  );
  deepEqual(tagged.sort(), ["deprecated-use: deprecated", "switched-off: unnecessary", "unused-use: unnecessary"]);
});
