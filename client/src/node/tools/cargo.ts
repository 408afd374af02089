// cargo, Rust's build tool, cargo-component, and what they can install.
import { cargoBin, findIn, pathFolders, type Surroundings } from "../find-program.ts";
import type { ToolCall } from "../process.ts";
import type { InstallHint, Tool } from "./tool.ts";

export const cargo: Tool = {
  id: "cargo",
  label: "cargo",
  purpose: "builds Rust",
  programs: ["cargo"],
  after: ({ around }) => [cargoBin(around)],
  versionArguments: ["--version"],
  readVersion: output => /^cargo (\d\S*)/m.exec(output)?.[1],
  // The first one with the edition of 2024, which bindings are written in; the target wasm32-wasip2 is older.
  minimum: "1.85",
  install: () => ({ text: "Install Rust from https://rustup.rs." }),
};

export const cargoComponent: Tool = {
  id: "cargoComponent",
  label: "cargo-component",
  purpose: "builds Rust whose Cargo.toml says so",
  programs: ["cargo-component"],
  after: ({ around }) => [cargoBin(around)],
  versionArguments: ["--version"],
  readVersion: output => /^cargo-component(?:-component)? (\d\S*)/m.exec(output)?.[1],
  install: ({ around }) => installedByCargo("cargo-component", around),
};

/** How to get a program that is a crate; with the call where cargo is there. */
export async function installedByCargo(crate: string, around: Surroundings): Promise<InstallHint> {
  const text = `Install it with "cargo install --locked ${crate}".`;
  const program = await findIn([...pathFolders(around), cargoBin(around)], "cargo", around);
  if (program === undefined) return { text };
  return { text, call: { program, args: ["install", "--locked", crate], cwd: around.home } };
}

/** The call that brings Rust's standard library for a target; undefined where rustup is not there. */
export async function addTarget(target: string, around: Surroundings): Promise<ToolCall | undefined> {
  const program = await findIn([...pathFolders(around), cargoBin(around)], "rustup", around);
  return program === undefined ? undefined : { program, args: ["target", "add", target], cwd: around.home };
}
