// Go, whose own compiler makes core modules for WASI 0.1, of which components are made.
import path from "node:path";
import type { Tool } from "./tool.ts";

export const go: Tool = {
  id: "go",
  label: "Go",
  purpose: "compiles Go",
  programs: ["go"],
  after: ({ around }) =>
    around.platform === "win32"
      ? ["C:\\Program Files\\Go\\bin"]
      : ["/usr/local/go/bin", path.join(around.home, "go", "bin")],
  versionArguments: ["version"],
  readVersion: output => /^go version go(\d[\d.]*)/m.exec(output)?.[1],
  // The first one that can build a module that others call.
  minimum: "1.24",
  install: () => ({ text: "Install Go from https://go.dev/dl." }),
};
