// A package that is a file of WebAssembly, in binary or in text form.
import { decodeText } from "../host.ts";
import { type DecodedPackage, decodePackage, isWasm } from "./package.ts";

/** wasm-tools' part that reads WebAssembly's text form. */
export interface WasmTools {
  readonly parse: (wat: string) => Promise<Uint8Array>;
}

/** WIT of a package; wasm-tools, which are large, are loaded when the first one in text form is met. Rejects where they can't be. */
export async function decodeEitherForm(bytes: Uint8Array, load: () => Promise<WasmTools>): Promise<DecodedPackage> {
  if (isWasm(bytes)) return decodePackage(bytes);
  const content = decodeText(bytes);
  const { parse } = await load();
  try {
    if (content.kind === "text") return decodePackage(await parse(content.text));
  } catch {
    // Said below.
  }
  return { kind: "fault", message: "it is neither WebAssembly in binary form nor valid WebAssembly text" };
}
