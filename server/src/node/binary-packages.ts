// Packages in binary form. Text form (`.wat`) goes through wasm-tools, which is loaded when the first one is met.
import { type DecodedPackage, decodePackage, isWasm } from "../workspace/binary/package.ts";

/** WIT of a package in binary or text form; rejects only where the program itself is not whole. */
export async function readBinaryPackage(bytes: Uint8Array): Promise<DecodedPackage> {
  if (isWasm(bytes)) return decodePackage(bytes);
  const { parse } = await wasmTools();
  try {
    return decodePackage(await parse(new TextDecoder().decode(bytes)));
  } catch {
    return { kind: "fault", message: "it is neither WebAssembly in binary form nor valid WebAssembly text" };
  }
}

interface WasmTools {
  readonly parse: (wat: string) => Promise<Uint8Array>;
}

/** The folder beside the program that holds wasm-tools; it is not part of the program, for its size. */
function wasmTools(): Promise<WasmTools> {
  return import(new URL("wasm-tools/index.js", import.meta.url).href);
}
