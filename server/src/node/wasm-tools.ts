// wasm-tools' part that reads WebAssembly's text form; a bundle of its own, loaded when it is needed.
export { parse } from "@bytecodealliance/jco-transpile/wasm-tools";
