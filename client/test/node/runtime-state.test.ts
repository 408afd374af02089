// What the status item says of the runtime.
import assert from "node:assert/strict";
import { test } from "node:test";
import { embedded } from "../../src/node/run-targets/embedded.ts";
import type { ChosenRuntime } from "../../src/node/run-targets/list.ts";
import { wasmtime } from "../../src/node/run-targets/wasmtime.ts";
import { type RuntimeState, runtimeState } from "../../src/node/runtime-state.ts";

const WASMTIME = { target: wasmtime, path: "/bin/wasmtime", title: "Wasmtime 49.0.3" };
const EMBEDDED = { target: embedded, path: "/bin/node", title: "Embedded runtime" };
const MISSING = ["Wasmtime is not on PATH."];

const ROWS: readonly (readonly [
  what: string,
  chosen: ChosenRuntime,
  says: readonly [text: string, detail: string, health: RuntimeState["health"], command: string],
])[] = [
  [
    "Wasmtime",
    { runtime: WASMTIME, missing: [] },
    ["$(check) Wasmtime 49.0.3", "/bin/wasmtime", "good", "workbench.action.openSettings"],
  ],
  [
    "no Wasmtime",
    { runtime: EMBEDDED, missing: MISSING },
    ["No Wasmtime: the embedded runtime stands in", MISSING[0]!, "warning", "wit.installWasmtime"],
  ],
  [
    "the embedded runtime where that is wanted",
    { runtime: EMBEDDED, missing: [] },
    ["$(check) Embedded runtime", "/bin/node", "good", "workbench.action.openSettings"],
  ],
  [
    "nothing",
    { runtime: undefined, missing: MISSING },
    ["No runtime for components", MISSING[0]!, "error", "wit.installWasmtime"],
  ],
];

for (const [what, chosen, says] of ROWS) {
  test(`with ${what}: ${says[0]}`, () => {
    const { text, detail, health, command } = runtimeState(chosen);
    assert.deepEqual([text, detail, health, command.command], says);
  });
}
