// TinyGo, which makes components by itself, of projects that are written for it.
import type { Tool } from "./tool.ts";

export const tinygo: Tool = {
  id: "tinygo",
  label: "TinyGo",
  purpose: "makes components of Go projects that use go.bytecodealliance.org/cm",
  programs: ["tinygo"],
  versionArguments: ["version"],
  readVersion: output => /^tinygo version (\d\S*)/m.exec(output)?.[1],
  // The first one with the target wasip2.
  minimum: "0.33",
  install: () => ({ text: "Install TinyGo as https://tinygo.org/getting-started/install says." }),
};
