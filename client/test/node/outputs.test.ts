// Where builds put components, so that another file in a project is not taken for one.
import assert from "node:assert/strict";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { test } from "node:test";
import { detectProject } from "../../src/node/guests/list.ts";

const COMPONENT = Buffer.from([0x00, 0x61, 0x73, 0x6d, 0x0d, 0x00, 0x01, 0x00]);

type Files = Readonly<Record<string, string | Buffer>>;

/** The first places where the project of these files has its component, from its folder. */
async function outputs(files: Files, world: string | undefined, count: number): Promise<readonly string[]> {
  const folder = await mkdtemp(path.join(tmpdir(), "wit-outputs-"));
  try {
    for (const [name, content] of Object.entries(files)) {
      const file = path.join(folder, "project", name);
      await mkdir(path.dirname(file), { recursive: true });
      await writeFile(file, content);
    }
    const project = await detectProject(path.join(folder, "project"));
    assert.ok(project);
    const found = await project.guest.outputs(project, world);
    return found.slice(0, count).map(file => path.relative(project.folder, file).replaceAll(path.sep, "/"));
  } finally {
    await rm(folder, { recursive: true });
  }
}

const WIT = { "wit/a.wit": "" };
const RUST = '[package]\nname = "my-tool"\n\n[dependencies]\nwit-bindgen = "0.63"\n';
const RELEASE = "target/wasm32-wasip2/release";

const ROWS: readonly (readonly [what: string, files: Files, world: string | undefined, places: readonly string[]])[] = [
  ["JavaScript", { ...WIT, "package.json": "{}", "index.js": "" }, "a:b/%use@1.0.0", ["dist/use.wasm"]],
  [
    "JavaScript without a known world",
    { ...WIT, "package.json": "{}", "index.js": "" },
    undefined,
    ["dist/index.wasm"],
  ],
  ["Python", { ...WIT, "app.py": "" }, "w", ["dist/w.wasm"]],
  ["Go", { ...WIT, "go.mod": "module x" }, undefined, ["dist/project.wasm"]],
  ["C", { ...WIT, "component.c": "" }, "w", ["dist/w.wasm"]],
  [
    "Rust",
    { "Cargo.toml": RUST, "src/lib.rs": "" },
    "w",
    [`${RELEASE}/my_tool.wasm`, `${RELEASE}/my-tool.wasm`, `../${RELEASE}/my_tool.wasm`],
  ],
  [
    "Rust with a name for its library",
    { "Cargo.toml": `${RUST}\n[lib]\nname = "other"\n`, "src/lib.rs": "" },
    "w",
    [`${RELEASE}/other.wasm`],
  ],
  [
    "C#",
    { "a.csproj": "<Wit />", "bin/Release/net10.0/wasi-wasm/publish/A.wasm": COMPONENT, "bin/Release/core.wasm": "" },
    "w",
    ["bin/Release/net10.0/wasi-wasm/publish/A.wasm"],
  ],
  ["C# that was never built", { "a.csproj": "<Wit />" }, "w", []],
  ["a component", { "a.wasm": COMPONENT }, undefined, ["a.wasm"]],
];

for (const [what, files, world, places] of ROWS) {
  test(`${what}: ${places.join(", ") || "nothing"}`, async () => {
    assert.deepEqual(await outputs(files, world, Math.max(1, places.length)), places);
  });
}
