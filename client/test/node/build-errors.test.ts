import assert from "node:assert/strict";
import { test } from "node:test";
import { parseJcoErrors, type ToolProblem } from "../../src/node/build-errors.ts";

/** What jco 1.35.0 prints, and the problem that is shown. */
const CASES: readonly (readonly [name: string, output: string, problem: ToolProblem])[] = [
  [
    "a syntax error",
    "(jco componentize) [Error: : Failed to evaluate user JavaScript module: Failed to declare JavaScript module: Error: unexpected token in expression: ';'\n    at /syntax.js:3:39\n] {\n  code: 'GenericFailure'\n}\n",
    { message: "unexpected token in expression: ';'", file: "syntax.js", line: 3, column: 39 },
  ],
  [
    "an error while the module starts",
    "(jco componentize) [Error: : Failed to evaluate user JavaScript module: Failed to finish JavaScript module evaluation: Error: undefinedFunction is not defined\n    at <anonymous> (/toplevel.js:2:1)\n] {\n  code: 'GenericFailure'\n}\n",
    { message: "undefinedFunction is not defined", file: "toplevel.js", line: 2, column: 1 },
  ],
  [
    "an import that the world lacks",
    "(jco componentize) [Error: : Failed to evaluate user JavaScript module: Failed to declare JavaScript module: Error: Error resolving module 'wasi:cli/nothing@0.2.12' from '/badimport.js': filesystem module not found: failed to resolve JavaScript import \"wasi:cli/nothing@0.2.12\" from /p/badimport.js\n] {\n  code: 'GenericFailure'\n}\n",
    {
      message:
        'Nothing provides the module "wasi:cli/nothing@0.2.12": the world does not import it, and there is no such file.',
      file: "badimport.js",
    },
  ],
  [
    "an unknown world",
    "(jco componentize) [Error: World `nope` not found in package `demo:greeter@0.1.0`] {\n  code: 'GenericFailure'\n}\n",
    { message: "World `nope` not found in package `demo:greeter@0.1.0`" },
  ],
  [
    "a mistake in the WIT",
    "(jco componentize) [Error: failed to resolve directory while parsing WIT for path [/p/wit]: failed to parse package: /p/wit: name `nope` does not exist] {\n  code: 'GenericFailure'\n}\n",
    {
      message:
        "failed to resolve directory while parsing WIT for path [/p/wit]: failed to parse package: /p/wit: name `nope` does not exist",
    },
  ],
  ["silence", "", { message: "jco gave no reason" }],
];

for (const [name, output, problem] of CASES) {
  test(`reads ${name}`, () => assert.deepEqual(parseJcoErrors(output), [problem]));
}
