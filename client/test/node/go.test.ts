import assert from "node:assert/strict";
import { test } from "node:test";
import { parseGoErrors } from "../../src/node/tool-errors/go.ts";
import { detected } from "./detected.ts";

test("compiler errors have their file, line and column", () => {
  const output = `# wit_component/export_wit_world
export_wit_world/world.go:3:5: cannot use x (variable of type T) as S value:
\tmissing method M
./main.go:8:1: syntax error: unexpected }
`;
  assert.deepEqual(parseGoErrors(output), [
    {
      message: "cannot use x (variable of type T) as S value: missing method M",
      file: "export_wit_world/world.go",
      line: 3,
      column: 5,
    },
    { message: "syntax error: unexpected }", file: "./main.go", line: 8, column: 1 },
  ]);
});

test("errors of the module are told as they are", () => {
  const output =
    "go: downloading a.b/c v1.0.0\ngo: go.mod file not found in current directory or any parent directory\n";
  assert.deepEqual(parseGoErrors(output), [
    { message: "go.mod file not found in current directory or any parent directory" },
  ]);
  assert.deepEqual(parseGoErrors(""), [{ message: "go gave no reason" }]);
});

/** Files of a folder (those that end in / are folders), and whether it is a Go project. */
const PROJECTS: readonly (readonly [
  name: string,
  files: Readonly<Record<string, string>>,
  entry: string | undefined,
])[] = [
  ["a go.mod and a WIT package", { "wit/": "", "go.mod": "module x", "main.go": "" }, "main.go"],
  ["the bindings' runtime", { "go.mod": "require go.bytecodealliance.org/pkg v0.2.1" }, "go.mod"],
  ["something else", { "go.mod": "module x", "main.go": "" }, undefined],
];

for (const [name, files, entry] of PROJECTS) {
  test(`a Go project with ${name}`, async () => {
    assert.deepEqual(await detected(files), entry === undefined ? undefined : { guest: "go", entry });
  });
}
