// Code lenses that build, run, serve and call, each marked with what it does.
import { deepEqual } from "node:assert/strict";
import { test } from "node:test";
import { componentLenses } from "../../src/features/component-lens.ts";
import { analysed } from "./support.ts";

/** Every lens of every file must be marked, and nothing else; those of one name in one mark. */
function check(name: string, source: string): void {
  test(name, () => {
    const of = analysed(source);
    const found = new Map<string, string>();
    for (const file of of.files) {
      for (const lens of componentLenses(of.rootOf(file.source.uri), file)) {
        const place = `${file.source.uri} ${lens.start}-${lens.end}`;
        const what = lens.function === undefined ? lens.kind : `${lens.kind} ${lens.function}`;
        found.set(place, [found.get(place) ?? `${lens.world}:`, what].join(" "));
      }
    }
    const wanted = of.fixture.marks.map(m => `${m.uri} ${m.start}-${m.end} ${m.label}`);
    deepEqual([...found].map(([place, what]) => `${place} ${what}`).sort(), wanted.sort());
  });
}

check(
  "worlds of the package's own, and functions that they export; those of WASI are run and served",
  `
    //- /wit/a.wit
    package a:b@1.0.0;
    interface first {
            resource r { f: func(); }
                      // ^ a:b/one@1.0.0: invoke a:b/first@1.0.0#[method]r.f
             plain: func() -> u32;
          // ^^^^^ a:b/one@1.0.0: invoke a:b/first@1.0.0#plain
             with-handle: func(a: borrow<r>);
          // ^^^^^^^^^^^ a:b/one@1.0.0: invoke a:b/first@1.0.0#with-handle
    }
    interface imported { g: func(); }
    world one {
       // ^^^ a:b/one@1.0.0: new build run
      import imported;
      export first;
      export wasi:cli/run@0.2.0;
      export h: func();
          // ^ a:b/one@1.0.0: invoke h
      export place: interface { i: func(); }
                             // ^ a:b/one@1.0.0: invoke place#i
    }
    world two { include one; }
       // ^^^ a:b/two@1.0.0: new build run
    world web { export wasi:http/incoming-handler@0.2.0; }
       // ^^^ a:b/web@1.0.0: new build serve
    world web-of-another-wasi { export wasi:http/handler@0.3.0; }
       // ^^^^^^^^^^^^^^^^^^^ a:b/web-of-another-wasi@1.0.0: new build serve
    world client { export wasi:http/client@0.3.0; }
       // ^^^^^^ a:b/client@1.0.0: new build
    world not-cli { export wasi-like:cli/run; }
       // ^^^^^^^ a:b/not-cli@1.0.0: new build
    //- /wit/deps/cli.wit
    package wasi:cli@0.2.0;
    interface run { run: func() -> result; }
    world command { export run; }
    //- /wit/deps/http.wit
    package wasi:http@0.2.0;
    interface incoming-handler { resource q; handle: func(request: q); }
    //- /wit/deps/http-3.wit
    package wasi:http@0.3.0;
    interface handler { resource q; handle: async func(request: q); }
    interface client { send: async func(); }
    //- /wit/deps/like.wit
    package wasi-like:cli;
    interface run {}
  `,
);
check(
  "a world that is switched off has none, nor has one that is no WIT yet, without a name",
  "package a:b;\n@unstable(feature = x)\nworld w { export f: func(); }\nworld",
);
check(
  "a package block has its own",
  `
    package a:b;
    package c:d { world w { export f: func(); } }
                     // ^ c:d/w: new build
                                // ^ c:d/w: invoke f
  `,
);
