import assert from "node:assert/strict";
import { test } from "node:test";
import type { ToolProblem } from "../../../src/node/build-errors.ts";
import { cargoMessages, lacksTarget, parseCargoErrors } from "../../../src/node/tool-errors/cargo.ts";

function message(text: string, more: Readonly<Record<string, unknown>>): string {
  const rendered = `error: ${text}\n`;
  return `${JSON.stringify({ reason: "compiler-message", message: { message: text, level: "error", rendered, spans: [], children: [], ...more } })}\n`;
}

function span(line: number, more: Readonly<Record<string, unknown>> = {}): Readonly<Record<string, unknown>> {
  return {
    file_name: "src/lib.rs",
    line_start: line,
    column_start: 5,
    is_primary: true,
    label: null,
    expansion: null,
    ...more,
  };
}

const COMPILED: readonly (readonly [name: string, output: string, problems: readonly ToolProblem[]])[] = [
  [
    "an error with its label and help",
    message("mismatched types", {
      spans: [span(9, { is_primary: false }), span(3, { label: "expected `String`, found `&str`" })],
      children: [
        { message: "see the documentation", level: "note" },
        { message: "try using a conversion method", level: "help" },
      ],
    }),
    [
      {
        message: "mismatched types; expected `String`, found `&str`; try using a conversion method",
        file: "src/lib.rs",
        line: 3,
        column: 5,
      },
    ],
  ],
  [
    "the place of a macro's call",
    message("World `nope` not found", {
      spans: [span(1, { file_name: "/elsewhere/macros.rs", expansion: { span: span(7) } })],
    }),
    [{ message: "World `nope` not found", file: "src/lib.rs", line: 7, column: 5 }],
  ],
  ["no warnings", message("unused variable", { level: "warning", spans: [span(1)] }), []],
  ["no summaries", message("aborting due to 2 previous errors", {}), []],
];

for (const [name, output, problems] of COMPILED) {
  test(`cargo: reads ${name}`, () => {
    const messages = cargoMessages();
    messages.take(output);
    assert.deepEqual(messages.problems, problems);
  });
}

test("cargo: pieces of lines are put together, and people see what the compiler rendered", () => {
  const messages = cargoMessages();
  const artifact = {
    reason: "compiler-artifact",
    manifest_path: "/p/Cargo.toml",
    target: { kind: ["cdylib"] },
    filenames: ["/p/target/x.wasm"],
  };
  const output = `${JSON.stringify(artifact)}\nplain\n${message("no luck", { spans: [span(1)] })}`;
  const shown = [...output].map(character => messages.take(character)).join("");
  assert.equal(shown, "plain\nerror: no luck\n");
  assert.deepEqual(messages.artifacts, [{ manifest: "/p/Cargo.toml", isLibrary: true, files: ["/p/target/x.wasm"] }]);
});

const OWN: readonly (readonly [name: string, stderr: string, problems: readonly ToolProblem[]])[] = [
  [
    "a wrong manifest",
    "error: unclosed table, expected `]`\n --> Cargo.toml:5:5\n  |\n5 | [lib\n  |     ^\n",
    [{ message: "unclosed table, expected `]`", file: "Cargo.toml", line: 5, column: 5 }],
  ],
  [
    "a cause",
    "    Updating crates.io index\nerror: failed to get `x` as a dependency of package `a v0.1.0 (/p)`\n\nCaused by:\n  no network\n",
    [{ message: "failed to get `x` as a dependency of package `a v0.1.0 (/p)`: no network" }],
  ],
  ["no summary", "error: could not compile `a` (lib) due to 1 previous error\n", []],
];

for (const [name, stderr, problems] of OWN) {
  test(`cargo's own errors: ${name}`, () => assert.deepEqual(parseCargoErrors(stderr), problems));
}

test("cargo: a standard library that is not installed is known from the compiler's note", () => {
  const rendered =
    "error[E0463]: can't find crate for `core`\n  |\n  = note: the `wasm32-wasip2` target may not be installed\n  = help: consider downloading the target with `rustup target add wasm32-wasip2`\n";
  assert.equal(lacksTarget([{ message: "can't find crate for `core`" }], rendered, "wasm32-wasip2"), true);
  assert.equal(lacksTarget([{ message: "can't find crate for `serde`" }], "", "wasm32-wasip2"), false);
});
