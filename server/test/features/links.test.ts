// Document links, each marked with where it leads: an address, or a line of a manifest.
import { deepEqual, ok } from "node:assert/strict";
import { test } from "node:test";
import { documentLinks, type LinkTarget } from "../../src/features/links.ts";
import { analysed } from "./support.ts";

function check(name: string, source: string): void {
  test(name, () => {
    const of = analysed(source);
    const words = (uri: string, start: number, end: number, target: string): string =>
      `${of.file(uri).source.text.slice(start, end)} at ${start}: ${target}`;
    const found = of.files.flatMap(file =>
      documentLinks(of.rootOf(file.source.uri), file).map(l => words(file.source.uri, l.start, l.end, told(l.target))),
    );
    const wanted = of.fixture.marks
      .filter(m => m.label.startsWith("to "))
      .map(m => words(m.uri, m.start, m.end, m.label.slice(3)));
    deepEqual(found, wanted);
  });
}

function told(target: LinkTarget): string {
  if (target.kind === "page") return target.url.replace(/^https?:\/\//i, "");
  const { source, span } = target;
  return `${source.uri.replace("file://", "")} ${source.text.slice(span.start, span.end)}`;
}

// Marks name addresses without `https://`, or they would be links themselves.
check(
  "addresses in comments of every kind, and in texts",
  `
    // see http://a.b/c?d=e&f#g, and the rest
    //     ^^^^^^^^^^^^^^^^^^^^ to a.b/c?d=e&f#g
    package a:b;
    /** [text](https://a.b/c_(d)), <https://x.y/> */
    //         ^^^^^^^^^^^^^^^^^ to a.b/c_(d)
    //                              ^^^^^^^^^^^^ to x.y/
    interface i {
      /// (https://a.b).
      //   ^^^^^^^^^^^ to a.b
      f: func(a: u8 /*https://x*/);
      //              ^^^^^^^^^ to x
      @external-id("https://a.b/")
      //            ^^^^^^^^^^^^ to a.b/
      g: func();
      // file:///etc/passwd, command://x, https:// and ://
    }
    // HTTPS://a.b
    // ^^^^^^^^^^^ to a.b
  `,
);
check(
  "the header of a dependency leads to the page that deps.toml has it from",
  `
    //- /wit/deps.toml
    io = "https://github.com/WebAssembly/wasi-io/archive/refs/tags/v0.2.0.tar.gz"
    other = { path = "../other" }
    page = "https://a.b/c.tar.gz"
    //- /wit/main.wit
    package a:b;
    world w { import wasi:io/streams@0.2.0; }
    //- /wit/deps/io/streams.wit
    package wasi:io@0.2.0;
    //      ^^^^^^^^^^^^^ to github.com/WebAssembly/wasi-io/tree/v0.2.0
    interface streams {}
    //- /wit/deps/other/x.wit
    package x:y;
    //      ^^^ to /wit/deps.toml other
    //- /wit/deps/page.wit
    package x:page;
    //      ^^^^^^ to a.b/c.tar.gz
    //- /wit/deps/unknown.wit
    package x:z;
  `,
);
check(
  "or to its entry in a lock",
  `
    //- /wit/deps.lock
    [io]
    sha256 = "00"
    //- /wit/main.wit
    package a:b;
    //- /wit/deps/io/streams.wit
    package wasi:io@0.2.0;
    //      ^^^^^^^^^^^^^ to /wit/deps.lock io
  `,
);
check(
  "and to what wkg was told, or has locked",
  `
    //- /wkg.toml
    [overrides]
    "x:y" = { path = "../y" }
    //- /wkg.lock
    version = 1
    [[packages]]
    name = "wasi:io"
    [[packages.versions]]
    version = "0.2.0"
    //- /wit/main.wit
    package a:b;
    //- /wit/deps/io.wit
    package wasi:io@0.2.0;
    //      ^^^^^^^^^^^^^ to /wkg.lock 0.2.0
    //- /wit/deps/y.wit
    package x:y;
    //      ^^^ to /wkg.toml x:y
  `,
);

test("a long run of addresses takes no longer than its length", () => {
  const of = analysed(`// ${"https://a)".repeat(20_000)}`);
  const start = performance.now();
  const found = documentLinks(of.roots[0]!, of.files[0]!);
  deepEqual(found.length, 20_000);
  ok(performance.now() - start < 1000);
});
