// Packages in binary form, and in text form by wasm-tools.
import { decodeEitherForm, type WasmTools } from "../workspace/binary/either-form.ts";
import type { DecodedPackage } from "../workspace/binary/package.ts";

/** WIT of a package in binary or text form; rejects only where the program itself is not whole. */
export function readBinaryPackage(bytes: Uint8Array): Promise<DecodedPackage> {
  return decodeEitherForm(bytes, wasmTools);
}

/** The folder beside the program that holds wasm-tools; it is not part of the program, for its size. */
function wasmTools(): Promise<WasmTools> {
  return import(new URL("wasm-tools/index.js", import.meta.url).href);
}
