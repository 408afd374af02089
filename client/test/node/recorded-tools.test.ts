// Tools that are not there where these tests run: programs of the same names stand in for them, and print what they print.
import assert from "node:assert/strict";
import path from "node:path";
import { test } from "node:test";
import { go } from "../../src/node/guests/go.ts";
import { rust } from "../../src/node/guests/rust.ts";
import { buildWithStandIns, onUnix, type StandInBuilt } from "./stand-ins.ts";

const COMPONENT = "\\000asm\\015\\000\\001\\000";

const MANIFEST = `[package]
name = "my-kit"
version = "0.1.0"

[package.metadata.component]
package = "demo:kit"
`;

/** As cargo-component 0.21.1 answers: it takes one format of messages alone, and no target of components. */
function buildWithCargoComponent(lines: string): Promise<StandInBuilt> {
  const script = `case "$*" in
  --version) echo 'cargo-component-component 0.21.1'; exit;;
  *--message-format=json-render-diagnostics*) ;;
  *) echo 'error: unsupported cargo message format \`json\`' >&2; exit 1;;
esac
${lines}`;
  const programs = { "cargo-component": script, cargo: "echo cargo 1.95.0" };
  return buildWithStandIns({ guest: rust, files: { "Cargo.toml": MANIFEST, "src/lib.rs": "" }, programs });
}

test("cargo-component: its component is found by cargo's messages", { skip: !onUnix }, async () => {
  const output = "target/wasm32-wasip1/release/my_kit.wasm";
  const { outcome, called, folder } = await buildWithCargoComponent(`mkdir -p "$(dirname ${output})"
printf '${COMPONENT}' > ${output}
echo "{\\"reason\\":\\"compiler-artifact\\",\\"manifest_path\\":\\"$PWD/Cargo.toml\\",\\"target\\":{\\"kind\\":[\\"cdylib\\"]},\\"filenames\\":[\\"$PWD/${output}\\"]}"
echo '{"reason":"build-finished","success":true}'
echo "    Creating component ${output}" >&2`);
  assert.deepEqual(outcome, { kind: "built", component: path.join(folder, output) });
  assert.deepEqual(called["cargo-component"], [
    ...["component", "build", "--release", "--message-format=json-render-diagnostics"],
  ]);
});

test("cargo-component: what the compiler says is shown at its place", { skip: !onUnix }, async () => {
  const { outcome, folder } = await buildWithCargoComponent(`echo '{"reason":"build-finished","success":false}'
cat >&2 <<'OUT'
  Generating bindings for my-kit (src/bindings.rs)
   Compiling my-kit v0.1.0 (/p)
error[E0308]: mismatched types
 --> src/lib.rs:3:5
  |
3 |     true
  |     ^^^^ expected \`u32\`, found \`bool\`

For more information about this error, try \`rustc --explain E0308\`.
error: could not compile \`my-kit\` (lib) due to 1 previous error
OUT
exit 101`);
  assert.ok(outcome.kind === "failed");
  const place = { file: "src/lib.rs", path: path.join(folder, "src", "lib.rs"), line: 3, column: 5 };
  assert.deepEqual(outcome.problems, [{ message: "mismatched types; expected `u32`, found `bool`", ...place }]);
});

test("cargo-component: without the standard library that it compiles for, the message says how to get it", {
  skip: !onUnix,
}, async () => {
  const said =
    "error: failed to find the `wasm32-wasip1` target and `rustup` is not available. If you're using rustup make sure that it's correctly installed";
  const { outcome } = await buildWithCargoComponent(`echo '${said}' >&2\nexit 1`);
  assert.ok(outcome.kind === "missing-tool");
  assert.match(outcome.message, /"rustup target add wasm32-wasip1"/);
});

const MODULE = "module example.com/kit\n\ngo 1.24\n\nrequire go.bytecodealliance.org/cm v0.3.0\n";

function buildWithTinygo(lines: string): Promise<StandInBuilt> {
  const version = "tinygo version 0.39.0 linux/amd64 (using go version go1.25.1 and LLVM version 19.1.2)";
  const script = `if [ "$1" = version ]; then echo '${version}'; exit; fi\n${lines}`;
  return buildWithStandIns({ guest: go, files: { "go.mod": MODULE, "main.go": "" }, programs: { tinygo: script } });
}

test("TinyGo makes the component by itself", { skip: !onUnix }, async () => {
  const { outcome, called, folder } = await buildWithTinygo(`printf '${COMPONENT}' > dist/my-kit.wasm`);
  const component = path.join(folder, "dist", "my-kit.wasm");
  assert.deepEqual(outcome, { kind: "built", component });
  assert.deepEqual(called.tinygo, [
    ...["build", "-target=wasip2", "--wit-package", path.join(folder, "wit"), "--wit-world", "my-kit"],
    ...["-o", component, "."],
  ]);
});

test("TinyGo: what the compiler says is shown at its place", { skip: !onUnix }, async () => {
  const { outcome, folder } = await buildWithTinygo(
    `printf '# example.com/kit\\nmain.go:8:2: undefined: nope\\n' >&2\nexit 1`,
  );
  assert.ok(outcome.kind === "failed");
  assert.deepEqual(outcome.problems, [
    { message: "undefined: nope", file: "main.go", path: path.join(folder, "main.go"), line: 8, column: 2 },
  ]);
});

test("TinyGo: without wasm-tools, which it calls, the message says how to get them", { skip: !onUnix }, async () => {
  const said = '`wasm-tools component embed` failed: exec: "wasm-tools": executable file not found in $PATH';
  const { outcome } = await buildWithTinygo(`echo '${said}' >&2\nexit 1`);
  assert.ok(outcome.kind === "missing-tool");
  assert.match(outcome.message, /^TinyGo needs the program wasm-tools.*"cargo install --locked wasm-tools"/);
});

test("TinyGo: why its last step failed is told", { skip: !onUnix }, async () => {
  const { outcome } = await buildWithTinygo(
    "printf 'error: no world named nope\\n`wasm-tools component embed` failed: exit status 1\\n' >&2\nexit 1",
  );
  assert.ok(outcome.kind === "failed");
  assert.deepEqual(outcome.problems, [{ message: "error: no world named nope" }]);
});
