// Zig, whose compiler is one of C too and brings WASI's headers and libraries.
import type { Tool } from "./tool.ts";

export const zig: Tool = {
  id: "zig",
  label: "Zig",
  purpose: "compiles C and C++",
  programs: ["zig"],
  versionArguments: ["version"],
  readVersion: output => /^(\d+\.\d\S*)/m.exec(output)?.[1],
  minimum: "0.12",
  install: () => ({ text: "Get it from https://ziglang.org/download." }),
};
