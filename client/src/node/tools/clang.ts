// clang with the headers and libraries of WASI: that of the WASI SDK first, which brings all of them.
import path from "node:path";
import type { Tool } from "./tool.ts";

const NEWEST = 24;
const OLDEST = 16;
const numbered = Array.from({ length: NEWEST - OLDEST + 1 }, (_, i) => `clang-${NEWEST - i}`);

export const clang: Tool = {
  id: "clang",
  label: "clang",
  purpose: "compiles C and C++",
  programs: ["clang", ...numbered],
  before: ({ around }) => [
    ...(around.env.WASI_SDK_PATH === undefined ? [] : [path.join(around.env.WASI_SDK_PATH, "bin")]),
    ...(around.platform === "win32" ? [] : ["/opt/wasi-sdk/bin"]),
  ],
  versionArguments: ["--version"],
  readVersion: output => /\bclang version (\d[\w.]*)/.exec(output)?.[1],
  minimum: String(OLDEST),
  install: () => ({
    text: "Unpack the WASI SDK (https://github.com/WebAssembly/wasi-sdk/releases), which has clang with all that it needs, and set WASI_SDK_PATH to its folder.",
  }),
};
