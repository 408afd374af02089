// Comparing packages of several files, with dependencies, and while they are being written.
import { deepEqual } from "node:assert/strict";
import { test } from "node:test";
import { rootProblems } from "../../../src/semantics/analysis.ts";
import { allAnalyses, testWorkspace } from "../../support/workspace.ts";
import { checkMarks } from "../marked.ts";

const check = (name: string, text: string): void => void test(name, () => checkMarks(text));

check(
  "what is gone from one file is told in it, what is gone as a whole in the header's",
  `
    //- /baseline/wit/a.wit
    package a:b@1.0.0;
    interface i { f: func(); }
    //- /baseline/wit/b.wit
    interface j { use i.{}; g: func(); h: func(); }
    interface k {}
    //- /wit/a.wit
    package a:b@1.1.0;
    //      ^^^^^^^^^ warning[breaking-change]: interface \`k\` is gone
    interface i { f: func(); }
    //- /wit/b.wit
    interface j { g: func(); }
    //        ^ warning[breaking-change]: \`h\` is gone from \`j\`
  `.replace("use i.{}; ", ""),
);

check(
  "an item that moves to another file is the same",
  `
    //- /baseline/wit/a.wit
    package a:b@1.0.0;
    interface i { type t = u8; }
    interface j { use i.{t}; f: func(a: t); }
    //- /wit/a.wit
    package a:b@1.0.0;
    //- /wit/b.wit
    interface i { type t = u8; }
    //- /wit/c.wit
    interface j { use i.{t}; f: func(a: t); }
  `,
);

check(
  "a package with another name is another package",
  `
    //- /baseline/wit/a.wit
    package a:b@1.0.0;
    interface i {}
    //- /wit/a.wit
    package a:c@1.0.0;
    //      ^^^^^^^^^ warning[breaking-change]: there is no package \`a:b@1.0.0\` any more, which breaks whoever imports or exports its interfaces
    interface i {}
  `,
);

check(
  "a package that moved to another folder is found by its name",
  `
    //- /baseline/old/a.wit
    package a:b@1.0.0;
    interface i { f: func(); }
    //- /baseline/other/a.wit
    package a:c@1.0.0;
    //- /wit/a.wit
    package a:b@1.0.0;
    interface i {}
    //        ^ warning[breaking-change]: \`f\` is gone
    //- /new/a.wit
    package a:d@1.0.0;
    interface i {}
  `,
);

check(
  "packages in braces are compared with their own versions, those of dependencies are not",
  `
    //- /baseline/wit/a.wit
    package a:b@1.0.0;
    package c:d@1.0.0 { interface i { f: func(); } }
    package c:d@2.0.0 { interface i { f: func(); } }
    package e:f { interface i {} }
    //- /baseline/wit/deps/x.wit
    package x:y@1.0.0;
    interface i { f: func(); }
    //- /wit/a.wit
    package a:b@1.0.0;
    //      ^^^^^^^^^ warning[breaking-change]: there is no package \`e:f\` any more
    package c:d@1.1.0 { interface i {} }
    //                            ^ warning[breaking-change]: \`f\` is gone from \`i\`, which breaks whoever imports \`i\` and needs it; version 1.1.0 must work where 1.0.0 did
    package c:d@2.0.0 { interface i { f: func(); } }
    //- /wit/deps/x.wit
    package x:y@1.0.0;
    interface i {}
  `,
);

const streams = "interface streams { resource input { read: func() -> list<u8>; } record info { size: u64 } }";
const world =
  "interface i { use wasi:io/streams@0.2.0.{input, info}; f: func(a: input, b: info); } world w { import i; export i; }";

check(
  "a dependency with a compatible version, to which something was added",
  `
    //- /baseline/wit/a.wit
    package a:b@1.0.0;
    ${world}
    //- /baseline/wit/deps/io.wit
    package wasi:io@0.2.0;
    ${streams}
    //- /wit/a.wit
    package a:b@1.0.1;
    ${world.replace("@0.2.0", "@0.2.8")}
    //- /wit/deps/io.wit
    package wasi:io@0.2.8;
    ${streams.replace("record", "skip: func(); record")}
  `,
);

check(
  "a dependency with another version has other resources, and is another import; its records are the same",
  `
    //- /baseline/wit/a.wit
    package a:b@1.0.0;
    ${world}
    //- /baseline/wit/deps/io.wit
    package wasi:io@0.2.0;
    ${streams}
    //- /wit/a.wit
    package a:b@1.0.1;
    interface i {
      use wasi:io/streams@0.3.0.{input, info};
      //                         ^^^^^ warning[breaking-change]: \`input\` is \`input\` of \`wasi:io/streams@0.3.0\` now, not \`input\` of \`wasi:io/streams@0.2.0\`, which breaks whoever imports or exports \`i\`
      f: func(a: input, b: info);
    }
    world w { import i; export i; }
    //    ^ warning[breaking-change]: \`w\` no longer imports \`wasi:io/streams@0.2.0\`, but \`wasi:io/streams@0.3.0\`, which
    //- /wit/deps/io.wit
    package wasi:io@0.3.0;
    ${streams}
  `,
);

check(
  "a dependency that is not compatible with what it was",
  `
    //- /baseline/wit/a.wit
    package a:b@1.0.0;
    ${world}
    //- /baseline/wit/deps/io.wit
    package wasi:io@0.2.0;
    ${streams}
    //- /wit/a.wit
    package a:b@1.0.1;
    interface i {
      use wasi:io/streams@0.2.1.{input, info};
      //                                ^^^^ warning[breaking-change]: \`info\` is \`info\` of \`wasi:io/streams@0.2.1\` now, not \`info\` of \`wasi:io/streams@0.2.0\`
      f: func(a: input, b: info);
    }
    world w { import i; export i; }
    //    ^ warning[breaking-change]: import \`wasi:io/streams@0.2.1\` is not compatible with what it was: field \`size\` of \`info\` is \`u32\` now, not \`u64\`, which breaks components built for \`w\`
    //- /wit/deps/io.wit
    package wasi:io@0.2.1;
    ${streams.replace("u64", "u32")}
  `,
);

check(
  "a dependency that changed under the same version and text",
  `
    //- /baseline/wit/a.wit
    package a:b@1.0.0;
    interface i { use x:y/z.{r}; f: func(a: r); }
    //- /baseline/wit/deps/x.wit
    package x:y;
    interface z { record r { a: u8 } }
    //- /wit/a.wit
    package a:b@1.0.0;
    interface i { use x:y/z.{r}; f: func(a: r); }
    //                       ^ warning[breaking-change]: \`r\` is another \`r\` of \`x:y/z\` now
    //- /wit/deps/x.wit
    package x:y;
    interface z { record r { a: u16 } }
  `,
);

check(
  "an exported interface of a dependency that got a function",
  `
    //- /baseline/wit/a.wit
    package a:b@1.0.0;
    world w { export x:y/z@1.0.0; }
    //- /baseline/wit/deps/x.wit
    package x:y@1.0.0;
    interface z {}
    //- /wit/a.wit
    package a:b@1.0.0;
    world w { export x:y/z@1.0.1; }
    //                   ^ warning[breaking-change]: export \`x:y/z@1.0.1\` is not compatible with what it was: \`f\` is new in \`x:y/z@1.0.1\`, which breaks components built for \`w\`
    //- /wit/deps/x.wit
    package x:y@1.0.1;
    interface z { f: func(); }
  `,
);

check(
  "dependencies that are not kept with the baseline are those of now",
  `
    //- /baseline/wit/a.wit
    package a:b@1.0.0;
    interface i { use x:y/z.{r}; f: func(a: r); g: func(a: r); }
    //- /wit/a.wit
    package a:b@1.0.0;
    interface i { use x:y/z.{r}; f: func(a: borrow<r>); g: func(a: r); }
    //                                      ^^^^^^^^^ warning[breaking-change]: parameter \`a\` of \`f\` is \`borrow<r>\` now, not \`r\`
    //- /wit/deps/x.wit
    package x:y;
    interface z { resource r; }
  `,
);

check(
  "what can't be made out is not said to have changed",
  `
    //- /baseline/wit/a.wit
    package a:b@1.0.0;
    interface i { use x:y/z.{r, t}; f: func(a: r, b: gone); }
    //- /wit/a.wit
    package a:b@1.0.0;
    interface i { use x:y/z.{r, t}; f: func(a: u8, b: missing); g: func(a: r); }
    //                ^^^ error[missing-package]
    //                                                ^^^^^^^ error[unresolved-name]
  `,
);

check(
  "a comment at the header allows that something is gone",
  `
    //- /baseline/wit/a.wit
    package a:b@1.0.0;
    interface i {}
    //- /wit/a.wit
    // wit-allow: breaking-change
    package a:b@1.0.0;
  `,
);

const whole = `package a:b@1.0.0;
interface i {
  record r { a: u8, b: list<u8> }
  resource s { constructor(a: r); m: func(); }
  f: func(a: r) -> result<u8, s>;
  g: func();
}
interface j { use i.{r}; h: func(a: r); }
world v { import i; export j; }
world w { include v; import k: interface { use i.{s}; f: func(s: s); } export g: func(); }
`;

/** Each breach, as far as the name of what it is about. */
function breaches(text: string): readonly string[] {
  const workspace = testWorkspace(`//- /baseline/wit/a.wit\n${whole}\n//- /wit/a.wit\n${text}`);
  return allAnalyses(workspace).flatMap(analysis =>
    rootProblems(analysis).flatMap(({ problem }) => (problem.code === "breaking-change" ? [problem.message] : [])),
  );
}

test("a package is compatible with itself", () => deepEqual(breaches(whole), []));

test("a mark that is missing breaks nothing", () => {
  for (const [i, char] of [...whole].entries()) {
    if (!";,<>(){}:".includes(char) || i < "package a:b@1.0.0;".length) continue;
    const text = whole.slice(0, i) + whole.slice(i + 1);
    deepEqual(breaches(text), [], text);
  }
});

test("types that hold others many times or very deep are compared in bounded time", () => {
  const records = (count: number, first: string, next: (i: number) => string): string =>
    `record r0 { x: ${first} } ${Array.from({ length: count }, (_, i) => next(i)).join(" ")}`;
  const twice = (i: number): string => `record r${i + 1} { x: r${i}, y: r${i} }`;
  const once = (i: number): string => `record r${i + 1} { x: r${i} }`;
  for (const [count, next] of [
    [60, twice],
    [3000, once],
  ] as const) {
    const was = `package a:b;\ninterface i { ${records(count, "u8", next)} f: func(a: r${count}); }`;
    const now = (first: string): string =>
      `package a:b;\ninterface j { ${records(count, first, next)} } interface i { use j.{r${count}}; f: func(a: r${count}); }`;
    const said = (first: string): number =>
      allAnalyses(testWorkspace(`//- /baseline/wit/a.wit\n${was}\n//- /wit/a.wit\n${now(first)}`)).flatMap(analysis =>
        rootProblems(analysis).filter(({ problem }) => problem.message.startsWith(`\`r${count}\``)),
      ).length;
    deepEqual([said("u8"), said("u16")], [0, count === 60 ? 1 : 0]);
  }
});
