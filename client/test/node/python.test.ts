import assert from "node:assert/strict";
import { test } from "node:test";
import { parsePythonErrors } from "../../src/node/tool-errors/python.ts";
import { detected } from "./detected.ts";

const START = `Traceback (most recent call last):
  File "/home/u/.venv/bin/componentize-py", line 8, in <module>
    sys.exit(script())
             ^^^^^^^^
`;

const END = `

Caused by:
    NameError: name 'nope' is not defined

Stack backtrace:
   0: <anyhow::Error>::msg::<alloc::string::String>
`;

test("a syntax error has its file, line and column", () => {
  const output = `${START}AssertionError:   File "/0/app.py", line 4\n    print("Hello"\n         ^\nSyntaxError: '(' was never closed\n${END}`;
  const problem = { message: "SyntaxError: '(' was never closed", file: "app.py", line: 4, column: 6 };
  assert.deepEqual(parsePythonErrors(output), [problem]);
});

test("an exception at the top of a module is where it was raised", () => {
  const output = `${START}AssertionError: Traceback (most recent call last):
  File "/0/app.py", line 2, in <module>
    import helper
  File "/0/lib/helper.py", line 1, in <module>
    x = nope + 1
        ^^^^
NameError: name 'nope' is not defined. Did you mean: 'None'?
${END}`;
  const message = "NameError: name 'nope' is not defined. Did you mean: 'None'?";
  assert.deepEqual(parsePythonErrors(output), [{ message, file: "lib/helper.py", line: 1, column: 5 }]);
});

test("what has no place is told with its reason", () => {
  const output = `${START}AssertionError: no world named \`nope\` in package\n\nCaused by:\n    x`;
  assert.deepEqual(parsePythonErrors(output), [{ message: "no world named `nope` in package" }]);
  assert.deepEqual(parsePythonErrors(""), [{ message: "componentize-py gave no reason" }]);
});

/** Files of a folder (those that end in / are folders), and the entry that is found in it. */
const PROJECTS: readonly (readonly [
  name: string,
  files: Readonly<Record<string, string>>,
  entry: string | undefined,
])[] = [
  ["app.py and a WIT package", { "wit/": "", "app.py": "", "other.py": "" }, "app.py"],
  [
    "a pyproject.toml that names componentize-py",
    { "pyproject.toml": 'dev = ["componentize-py"]', "src/main.py": "" },
    "src/main.py",
  ],
  [
    "requirements and one module",
    { "requirements.txt": "componentize-py==0.25.1", "x.py": "", "setup.py": "" },
    "x.py",
  ],
  ["a pyproject.toml about something else", { "pyproject.toml": "", "app.py": "" }, undefined],
  ["a script beside a WIT package", { "wit/": "", "generate.py": "" }, undefined],
  ["no code", { "requirements.txt": "componentize-py" }, undefined],
];

for (const [name, files, entry] of PROJECTS) {
  test(`a Python project with ${name}`, async () => {
    assert.deepEqual(await detected(files), entry === undefined ? undefined : { guest: "python", entry });
  });
}
