// The parts of wasm-tools that are used at run time, in a bundle of their own that is loaded when one is needed: the server reads WebAssembly's
// text form with it, the client makes components of core modules. It sees no files but those that `addFolder` gives it.
export {
  componentEmbed,
  componentNew,
  componentWit,
  parse,
} from "@bytecodealliance/jco-transpile/wasm-tools";
export { _addPreopen as addFolder } from "@bytecodealliance/preview2-shim/filesystem";
export { componentText } from "../workspace/binary/component.ts";
