import assert from "node:assert/strict";
import { test } from "node:test";
import { explainWasmtime } from "../../src/node/wasmtime-errors.ts";

/** What Wasmtime 49.0.3 prints, and a part of what a person is told. */
const CASES: readonly (readonly [name: string, exitCode: number, stderr: string, told: RegExp | undefined])[] = [
  ["success", 0, "", undefined],
  [
    "no such export",
    1,
    "Error: failed to run main module `g.wasm`\n\nCaused by:\n    No exported func named `nope` in component.\n",
    /exports no function nope/,
  ],
  [
    "several such exports",
    1,
    "Caused by:\n    Multiple instances contained funcs named `r`, retry with a more specific name: `a:b/one.r`, `a:b/two.r`\n",
    /Several interfaces export r\. Say which one: a:b\/one\.r, a:b\/two\.r\./,
  ],
  [
    "an import of another component",
    1,
    "Caused by:\n    0: component imports instance `a:b/host`, but a matching implementation was not found in the linker\n    1: instance export `h` has the wrong type\n",
    /imports the interface a:b\/host, which nothing here provides\. It has to come from another component/,
  ],
  [
    "an import of a newer WASI",
    1,
    "Caused by:\n    0: component imports instance `wasi:cli/nothing@0.9.0`, but a matching implementation was not found in the linker\n",
    /wasi:cli\/nothing@0\.9\.0.*update Wasmtime/,
  ],
  [
    "the types of another WASI's services",
    1,
    "Error: component imports instance `wasi:http/types@0.3.0`, but a matching implementation was not found in the linker\n",
    /wasi:http\/types@0\.3\.0.*update Wasmtime/,
  ],
  [
    "what of WASI 0.2 needs the network",
    1,
    "Error: component imports instance `wasi:http/types@0.2.12`, but a matching implementation was not found in the linker\n",
    /provides wasi:http only where the network is granted/,
  ],
  [
    "WASI 0.3 for a Wasmtime without it",
    1,
    "Error: failed to parse WebAssembly module\n\nCaused by:\n    `stream` requires the component model async feature (at offset 0xc)\n",
    /WASI 0\.3.*update Wasmtime/,
  ],
  [
    "nothing to run",
    1,
    "Caused by:\n    no exported instance named `wasi:cli/run@0.2.12`\n",
    /has no wasi:cli\/run.*Export wasi:cli\/run@0\.2\.12/,
  ],
  [
    "too few values",
    1,
    'Caused by:\n    0: while interpreting parameters in invoke "add(1)"\n    1: invalid params: missing required param(s) at 5..6\n',
    /Too few values/,
  ],
  [
    "a wrong value",
    1,
    'Caused by:\n    0: while interpreting parameters in invoke "greet(x)"\n    1: error converting Wasm value: expected a enum { friendly, formal }; got bad at 40..43\n    2: expected a enum { friendly, formal }; got bad\n',
    /A value does not fit its parameter: expected a enum \{ friendly, formal \}; got bad\./,
  ],
  [
    "a value out of range",
    1,
    'Caused by:\n    0: while interpreting parameters in invoke "add(1,-2)"\n    1: invalid value at 6..8\n',
    /could not be read: invalid value \(-2\)\./,
  ],
  [
    "half a call",
    1,
    "Caused by:\n    0: Failed to parse invoke 'add(1,2': See https://docs.wasmtime.dev/cli-options.html#run for syntax\n    1: unexpected end of input at 7..7\n",
    /not written right: unexpected end of input\./,
  ],
  [
    "no file",
    1,
    'Error: failed to open wasm module "nope.wasm"\n\nCaused by:\n    No such file or directory (os error 2)\n',
    /There is no file nope\.wasm/,
  ],
  [
    "a core module",
    1,
    'Caused by:\n    0: failed to instantiate "core.wasm"\n    1: unknown import: `cm32p2|a:b/host::h` has not been defined\n',
    /core module, not a component/,
  ],
  [
    "a trap",
    134,
    "Caused by:\n    0: error while executing at wasm backtrace:\n    1: wasm trap: wasm `unreachable` instruction executed\n",
    /stopped with a trap: wasm `unreachable` instruction executed\./,
  ],
  [
    "where a trap was",
    134,
    "Caused by:\n    0: failed to invoke `run` function\n    1: error while executing at wasm backtrace:\n    0:     0x2b - m!<wasm function 7>\n    1:     0x3c - m!run\n    2: wasm trap: integer divide by zero\n\n",
    /^The component stopped with a trap: integer divide by zero, in <wasm function 7>\.$/,
  ],
  [
    "where a trap was, behind the functions that report it, with its line",
    134,
    "    1: error while executing at wasm backtrace:\n    0:   0x1a2b - g.wasm!abort\n    1:   0x1a2c - g.wasm!core::panicking::panic_fmt::h0123456789abcdef\n                    at /rustc/core/src/panicking.rs:1:2\n    2:     0x3c - g.wasm!greeter::deep::h0123456789abcdef\n                    at src/lib.rs:7:9\n    3:     0x3d - g.wasm!run\n    2: wasm trap: wasm `unreachable` instruction executed\n",
    /executed, in greeter::deep \(src\/lib\.rs:7:9\)\.$/,
  ],
  [
    "a panic in Rust",
    134,
    "\nthread 'main' (1) panicked at src/lib.rs:12:9:\nindex out of bounds: the len is 1\nnote: run with `RUST_BACKTRACE=1`\nError: x\n    2: wasm trap: wasm `unreachable` instruction executed\n",
    /^The guest panicked: index out of bounds: the len is 1 \(src\/lib\.rs:12:9\)\.$/,
  ],
  [
    "a panic in Go",
    2,
    "panic: no luck\n\ngoroutine 1 [running]:\nmain.deep(...)\n\t/src/main.go:9\nmain.main()\n\t/src/main.go:13 +0x3\n",
    /^The guest panicked: no luck \(\/src\/main\.go:9\)\.$/,
  ],
  [
    "an exception in Python",
    134,
    'Traceback (most recent call last):\n  File "/0/app.py", line 3, in greet\n    return deep()\n  File "/0/app.py", line 7, in deep\n    raise ValueError("no luck")\nValueError: no luck\n',
    /^The guest panicked: ValueError: no luck \(\/0\/app\.py:7\)\.$/,
  ],
  [
    "an import of wasi:http",
    1,
    "    0: component imports instance `wasi:http/types@0.2.0`, but a matching implementation was not found in the linker\n",
    /wasi:http only where the network is granted: "WIT: Grants/,
  ],
  [
    "an import that Wasmtime provides when told to",
    1,
    "    0: component imports instance `wasi:keyvalue/store@0.2.0-draft`, but a matching implementation was not found in the linker\n",
    /only with -S keyvalue, which WIT Tools does not pass/,
  ],
  [
    "too little memory",
    1,
    "Caused by:\n    memory minimum size of 32 pages exceeds memory limits\n",
    /starts with more memory than it is granted: 2 MB/,
  ],
  ["a trap without words", 134, "", /trap \(exit code 134\)/],
  [
    "an exception in JavaScript",
    134,
    "thread '<unnamed>' (1) panicked at crates/runtime/src/interpreter.rs:51:31:\nFailed to call 'run': Value(Exception(\nException { message: Some(\"no luck\"), stack: Some(\"    at run (/trap.js:4:36)\\n\") })\n)\n",
    /^The guest's function run threw: no luck \(trap\.js:4:36\)\.$/,
  ],
  [
    "an exception of a called function in JavaScript",
    134,
    'Failed to call \'add\': Exception(Exception { message: Some("boom"), stack: Some("    at deep (/trap.js:3:29)\\n    at add (/trap.js:2:39)\\n") })\n',
    /^The guest's function add threw: boom \(trap\.js:3:29\)\.$/,
  ],
  [
    "an export that the JavaScript lacks",
    134,
    'interface \'demo:greeter/greetings@0.1.0\' not found: FromJs { from: "undefined", to: "object", message: None }\n',
    /world exports demo:greeter\/greetings@0\.1\.0, but the guest's code does not/,
  ],
  [
    "a result of the wrong type from JavaScript",
    134,
    'expected string: FromJs { from: "int", to: "string", message: None }\n',
    /wrong type: expected string, got int/,
  ],
  ["an error without text", 1, "", /ended with exit code 1/],
  ["an unknown error", 1, "Error: the moon is not full\n", /Wasmtime says: the moon is not full/],
];

for (const [name, exitCode, stderr, told] of CASES) {
  test(`explains ${name}`, () => {
    const text = explainWasmtime({ exitCode, stderr });
    if (told === undefined) assert.equal(text, undefined);
    else assert.match(text ?? "", told);
  });
}
