// Packages in binary form hold parts of other packages: these count where nothing else has them, put together.
import { deepEqual } from "node:assert/strict";
import { test } from "node:test";
import { analyzeRoot, newAnalysisCache, rootProblems } from "../../src/semantics/analysis.ts";
import { parseFile } from "../../src/syntax/file.ts";
import { type GivenBinary, type GivenFile, givenFolder } from "../../src/workspace/given-files.ts";
import { maker } from "../support/parser.ts";

const given = (path: string, text: string): GivenFile => ({
  path,
  file: parseFile({ uri: `file:///w/${path}`, text, version: 0 }, maker),
});

/** `binaries` are what was read from files in binary form; `errors` are codes. */
function check(
  what: string,
  files: Readonly<Record<string, string>>,
  binaries: Readonly<Record<string, string>>,
  errors: readonly string[] = [],
): void {
  test(what, () => {
    const sources = Object.entries(files).map(([path, text]) => given(path, text));
    const read: GivenBinary[] = Object.entries(binaries).map(([path, text]) => given(path, text));
    const root = givenFolder("file:///w", sources, Object.keys(files), read);
    const problems = rootProblems(analyzeRoot(root, { names: [], all: false }, newAnalysisCache()));
    deepEqual(
      problems.flatMap(({ problem }) => (problem.severity === "error" ? [problem.code] : [])),
      errors,
    );
  });
}

const app = "package a:a; interface i { use h:h/types.{request}; f: func(r: request); }";
const http =
  "package h:h; interface types { use io:io/streams.{input}; record request { b: input } }\n" +
  "package io:io { interface streams { resource input; } }";
const sockets =
  "package s:s; interface tcp { use io:io/streams.{input, output}; }\n" +
  "package io:io { interface streams { resource input; resource output; } interface poll {} }";

check("a part of a package is enough for what needs it", { "a.wit": app }, { "deps/h.wasm": http });

check("parts of one package are put together", { "a.wit": app }, { "deps/h.wasm": http, "deps/s.wasm": sockets });

check(
  "what is used of a part must be in one of the parts",
  { "a.wit": "package a:a; interface i { use io:io/streams.{output}; } world w { import io:io/poll; }" },
  { "deps/h.wasm": http },
  ["unresolved-use", "unresolved-path"],
);

check(
  "another file has the rest of it",
  { "a.wit": "package a:a; interface i { use io:io/streams.{output}; } world w { import io:io/poll; }" },
  { "deps/h.wasm": http, "deps/s.wasm": sockets },
);

check(
  "the whole package counts where it is there",
  {
    "a.wit": "package a:a; interface i { use io:io/streams.{own-it}; }",
    "deps/io.wit": "package io:io; interface streams { resource input; resource own-it; }",
  },
  { "deps/h.wasm": http },
);

check(
  "what a package in binary form holds is there, whatever its gates say",
  { "a.wit": "package a:a; interface i { use b:b/j.{t}; }" },
  { "deps/b.wasm": "package b:b; @unstable(feature = x) interface j { @unstable(feature = x) type t = u8; }" },
);
