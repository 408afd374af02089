import assert from "node:assert/strict";
import { test } from "node:test";
import { cargoArguments } from "../../src/node/guests/rust.ts";
import { cargo, cargoComponent } from "../../src/node/tools/cargo.ts";
import { detected } from "./detected.ts";

test("cargo builds for WASI 0.2, cargo-component for what it chooses; the settings add what comes behind", () => {
  assert.deepEqual(cargoArguments({ tool: cargo, arguments: ["--offline"] }), [
    "build",
    ...["--target", "wasm32-wasip2", "--release", "--message-format=json", "--offline"],
  ]);
  assert.deepEqual(cargoArguments({ tool: cargoComponent, arguments: ["--offline"] }), [
    ...["component", "build", "--release", "--message-format=json-render-diagnostics", "--offline"],
  ]);
});

const GUEST = '[package]\nname = "a"\n[dependencies]\nwit-bindgen = "0.63.0"\n';

const PROJECTS: readonly (readonly [
  name: string,
  files: Readonly<Record<string, string>>,
  entry: string | undefined,
])[] = [
  ["bindings", { "Cargo.toml": GUEST, "src/lib.rs": "" }, "src/lib.rs"],
  [
    "a main program and a wit folder",
    { "Cargo.toml": "[package]\n", "wit/a.wit": "", "src/main.rs": "" },
    "src/main.rs",
  ],
  ["cargo-component", { "Cargo.toml": "[package]\n[package.metadata.component]\n", "src/lib.rs": "" }, "src/lib.rs"],
  [
    "its own path",
    { "Cargo.toml": `${GUEST}[lib]\npath = "code/a.rs"\n`, "code/a.rs": "", "src/lib.rs": "" },
    "code/a.rs",
  ],
  [
    "nothing to do with components",
    { "Cargo.toml": '[package]\n[dependencies]\nserde = "1"\n', "src/lib.rs": "" },
    undefined,
  ],
  ["members only", { "Cargo.toml": '[workspace]\nmembers = ["a"]\n', "wit/a.wit": "" }, undefined],
];

for (const [name, files, entry] of PROJECTS) {
  test(`a Rust project with ${name}`, async () => {
    assert.deepEqual(await detected(files), entry === undefined ? undefined : { guest: "rust", entry });
  });
}
