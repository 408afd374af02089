// wit-bindgen, which makes bindings of C, Go and Rust.
import { cargoBin } from "../find-program.ts";
import { installedByCargo } from "./cargo.ts";
import type { Tool } from "./tool.ts";

export const witBindgen: Tool = {
  id: "witBindgen",
  label: "wit-bindgen",
  purpose: "makes bindings of C, Go and Rust",
  programs: ["wit-bindgen"],
  after: ({ around }) => [cargoBin(around)],
  versionArguments: ["--version"],
  readVersion: output => /^wit-bindgen(?:-cli)? (\d\S*)/m.exec(output)?.[1],
  minimum: "0.46",
  install: ({ around }) => installedByCargo("wit-bindgen-cli", around),
};
