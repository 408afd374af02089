// What the status item says of the runtime, and what a click on it does.
import type { Command } from "vscode";
import type { ChosenRuntime } from "./run-targets/list.ts";

export interface RuntimeState {
  readonly text: string;
  readonly detail: string;
  readonly health: "good" | "warning" | "error";
  readonly command: Command;
}

export const untrusted: RuntimeState = {
  text: "Wasmtime",
  detail: "off until this workspace is trusted",
  health: "good",
  command: { command: "workbench.trust.manage", title: "Manage Trust" },
};

export function runtimeState({ runtime, missing }: ChosenRuntime): RuntimeState {
  if (runtime !== undefined && missing.length === 0) {
    return {
      text: `$(check) ${runtime.title}`,
      detail: runtime.path,
      health: "good",
      command: { command: "workbench.action.openSettings", title: "Settings", arguments: ["wit.wasmtime.path"] },
    };
  }
  return {
    text: runtime === undefined ? "No runtime for components" : "No Wasmtime: the embedded runtime stands in",
    detail: missing.join(" "),
    health: runtime === undefined ? "error" : "warning",
    command: { command: "wit.installWasmtime", title: "Install Wasmtime" },
  };
}
