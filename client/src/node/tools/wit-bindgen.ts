// wit-bindgen, which makes the bindings of C and Go.
import { cargoBin } from "../find-program.ts";
import { installedByCargo } from "./cargo.ts";
import type { Tool } from "./tool.ts";

export const witBindgen: Tool = {
  id: "witBindgen",
  label: "wit-bindgen",
  purpose: "makes the bindings of C and Go",
  programs: ["wit-bindgen"],
  after: ({ around }) => [cargoBin(around)],
  versionArguments: ["--version"],
  readVersion: output => /^wit-bindgen(?:-cli)? (\d\S*)/m.exec(output)?.[1],
  minimum: "0.46",
  install: ({ around }) => installedByCargo("wit-bindgen-cli", around),
};
