import assert from "node:assert/strict";
import { test } from "node:test";
import {
  describeGrants,
  environmentOf,
  type Grants,
  guestPathProblem,
  noGrants,
  readGrants,
  readVariable,
  variableProblem,
  withVariable,
} from "../../src/node/run-targets/grants.ts";
import { wasmtimeArguments } from "../../src/node/run-targets/wasmtime.ts";

const FOLDER = { host: "/home/ann/my data", guest: "/data", writable: false };
const ALL: Grants = {
  env: [{ name: "A", value: "b c" }],
  folders: [FOLDER, { host: "/tmp/out", guest: "/out", writable: true }],
  network: true,
  timeLimitMs: 2_500,
  memoryLimit: 64 * 1024 * 1024,
};

const DESCRIBED: readonly (readonly [grants: Grants, text: string])[] = [
  [noGrants, "nothing"],
  [{ ...noGrants, timeLimitMs: 1_000 }, "nothing; at most 1 s"],
  [{ ...noGrants, env: [{ name: "HOME" }], network: true }, "variable HOME as it is here; network"],
  [
    ALL,
    "variable A; folder /home/ann/my data as /data, read-only; folder /tmp/out as /out, writable; network; at most 2.5 s and 64 MB of memory",
  ],
];

for (const [grants, text] of DESCRIBED) test(`told as "${text}"`, () => assert.equal(describeGrants(grants), text));

test("Wasmtime is given nothing by default", () => {
  const args = wasmtimeArguments({ kind: "run", component: "/c.wasm", args: [], grants: noGrants });
  assert.deepEqual(args, ["run", "-C", "cache=y", "/c.wasm"]);
});

test("Wasmtime is given what is granted, in front of the component", () => {
  const args = wasmtimeArguments({ kind: "run", component: "/c.wasm", args: ["--dir", "/"], grants: ALL });
  assert.deepEqual(args.slice(3), [
    ...["--env", "A=b c", "--dir", "/home/ann/my data::/data", "--dir", "/tmp/out::/out"],
    ...["-S", "inherit-network=y", "-S", "allow-ip-name-lookup=y", "-S", "http=y"],
    ...["-W", "max-memory-size=67108864", "-W", "trap-on-grow-failure=y"],
    ...["/c.wasm", "--dir", "/"],
  ]);
});

test("what was remembered comes back, and what is not understood is not granted", () => {
  assert.deepEqual(readGrants(JSON.parse(JSON.stringify(ALL))), ALL);
  const odd: readonly unknown[] = [undefined, null, 3, "network", { network: "yes", env: "A", folders: [1, {}, null] }];
  for (const stored of odd) assert.deepEqual(readGrants(stored), noGrants, JSON.stringify(stored));
  assert.deepEqual(readGrants({ env: [{ name: "A=B" }, { name: "" }, { name: "C", value: 1 }] }).env, []);
  assert.deepEqual(readGrants({ timeLimitMs: -1, memoryLimit: Number.NaN }), noGrants);
});

test("a variable is a name, or a name and a value", () => {
  assert.deepEqual(readVariable("A=b=c "), { name: "A", value: "b=c " });
  assert.deepEqual(readVariable(" HOME "), { name: "HOME" });
  assert.equal(variableProblem("A="), undefined);
  assert.match(variableProblem("=b") ?? "", /name is missing/);
  assert.match(variableProblem("A B=c") ?? "", /no spaces/);
});

test("a variable granted again has the new value", () => {
  const grants = withVariable(withVariable(noGrants, { name: "A", value: "1" }), { name: "A", value: "2" });
  assert.deepEqual(grants.env, [{ name: "A", value: "2" }]);
});

test("a variable to take from here that is not set here is left out", () => {
  const grants = { ...noGrants, env: [{ name: "A" }, { name: "B" }, { name: "C", value: "" }] };
  assert.deepEqual(environmentOf(grants, { A: "a" }), [
    ["A", "a"],
    ["C", ""],
  ]);
});

test("a guest's path is absolute, and there once", () => {
  assert.equal(guestPathProblem("/x y", [FOLDER]), undefined);
  assert.equal(guestPathProblem(".", [FOLDER]), undefined);
  assert.match(guestPathProblem("x", []) ?? "", /starts with/);
  assert.match(guestPathProblem("/a::b", []) ?? "", /::/);
  assert.match(guestPathProblem("/data", [FOLDER]) ?? "", /is there already/);
});
