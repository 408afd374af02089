import assert from "node:assert/strict";
import { test } from "node:test";
import type { ToolProblem } from "../../../src/node/build-errors.ts";
import { parseClangErrors } from "../../../src/node/tool-errors/clang.ts";
import { parseWitBindgenError } from "../../../src/node/tool-errors/wit-bindgen.ts";

/** What clang 19 and its linker print, and the problems that are shown. */
const CLANG: readonly (readonly [name: string, output: string, problems: readonly ToolProblem[]])[] = [
  [
    "an error, but no warning and no note",
    "/p/a.c:1:5: warning: unused variable 'y' [-Wunused-variable]\n/p/a.c:2:9: error: expected expression\n    2 | int x = ;\n      |         ^\n/p/a.c:1:1: note: here\n1 error generated.\n",
    [{ message: "expected expression", file: "/p/a.c", line: 2, column: 9 }],
  ],
  [
    "a path of Windows, and a missing header of one's own",
    "C:\\p\\a.c:1:10: fatal error: 'nope.h' file not found\r\n",
    [{ message: "'nope.h' file not found", file: "C:\\p\\a.c", line: 1, column: 10 }],
  ],
  [
    "functions that the world exports and nobody defines",
    "wasm-ld-19: error: /tmp/greeter-2c.o: undefined symbol: exports_greeter_greet\nwasm-ld-19: error: /tmp/a-2c.o: undefined symbol: helper\nclang-19: error: linker command failed with exit code 1 (use -v to see invocation)\n",
    [
      { message: "Nothing defines the function exports_greeter_greet, which the world exports." },
      { message: "Nothing defines helper, which the code uses." },
    ],
  ],
  [
    "a missing library",
    "wasm-ld-19: error: cannot open crt1-reactor.o: No such file or directory\n",
    [{ message: "cannot open crt1-reactor.o: No such file or directory" }],
  ],
  ["nothing", "", []],
];

for (const [name, output, problems] of CLANG) {
  test(`reads ${name}`, () => assert.deepEqual(parseClangErrors(output), problems));
}

test("a missing C library is said once, without a place in a header of the system", () => {
  const line = "/usr/include/stdint.h:26:10: fatal error: 'bits/libc-header-start.h' file not found\n";
  const [problem, ...others] = parseClangErrors(line + line);
  assert.deepEqual([others, problem?.file], [[], undefined]);
  assert.match(problem?.message ?? "", /this clang has no C library for WebAssembly.*WASI SDK/);
});

/** What wit-bindgen 0.63 prints. */
const WIT_BINDGEN: readonly (readonly [name: string, output: string, problem: ToolProblem])[] = [
  [
    "the last cause",
    "Error: failed to resolve directory while parsing WIT for path [wit]\n\nCaused by:\n    0: failed to parse package: wit\n    1: name `nope` does not exist\n\nStack backtrace:\n   0: anyhow::error::from\n",
    { message: "name `nope` does not exist" },
  ],
  [
    "a place in the WIT",
    "Error: failed to parse package: wit\n\nCaused by:\n    expected ';'\n         --> wit/a.wit:3:9\n          |\n",
    { message: "failed to parse package: wit", file: "wit/a.wit", line: 3, column: 9 },
  ],
  [
    "what it can't do",
    "\nthread 'main' (26702) panicked at src/lib.rs:1119:53:\nnot yet implemented: named fixed-length list types are not yet supported in the C backend\nnote: run with `RUST_BACKTRACE=1`\n",
    {
      message:
        "wit-bindgen can't make bindings of this world: named fixed-length list types are not yet supported in the C backend",
    },
  ],
  [
    "what it can't do, without a reason",
    "\nthread 'main' panicked at src/lib.rs:1119:53:\nnot yet implemented\n",
    { message: "wit-bindgen can't make bindings of this world." },
  ],
];

for (const [name, output, problem] of WIT_BINDGEN) {
  test(`of wit-bindgen: ${name}`, () => assert.deepEqual(parseWitBindgenError(output), problem));
}
