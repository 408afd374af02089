// What the toolchains of this machine have to be told so that they compile for WebAssembly: goes into the tests' settings, never into the product.
import { existsSync } from "node:fs";
import path from "node:path";
import { tool } from "./paths.mjs";
import { findProgram } from "./programs.mjs";
import { must } from "./run.mjs";

/** The setting `wit.tools` for tests of C and Rust: nothing where the WASI SDK and rustup's standard library are there. */
export async function toolSettings() {
  return { ...debianClang(), ...(await debianRust()) };
}

/** Debian's wasi-libc lies below /usr, under the target's old name. */
function debianClang() {
  if (process.env.WASI_SDK_PATH !== undefined || !existsSync("/usr/include/wasm32-wasi")) return {};
  return { clang: { arguments: ["--target=wasm32-wasi", "--sysroot=/usr"] } };
}

const TARGET = "wasm32-wasip2";

/**
 * Without rustup's servers there is no ready standard library for WebAssembly: Debian has the sources of that of its own compiler, which cargo
 * builds with it (once, in 40 seconds of two cores), and rustup's toolchain has the linker.
 */
async function debianRust() {
  const rustc = findProgram("rustc");
  if (rustc === undefined) return {};
  const sysroot = (await must(rustc, ["--print", "sysroot"])).trim();
  if (existsSync(path.join(sysroot, "lib", "rustlib", TARGET))) return {};
  const host = /^host: (\S+)$/m.exec(await must(rustc, ["-vV"]))[1];
  const linkers = path.join(sysroot, "lib", "rustlib", host, "bin");
  const flags = [
    "-L native=/usr/lib/wasm32-wasi",
    `-C linker=${path.join(linkers, "wasm-component-ld")}`,
    `-C link-arg=--wasm-ld-path=${path.join(linkers, "gcc-ld", "wasm-ld")}`,
  ];
  const env = {
    RUSTC: "/usr/bin/rustc",
    RUSTC_BOOTSTRAP: "1",
    RUSTFLAGS: flags.join(" "),
    CARGO_TARGET_DIR: tool("rust-target"),
  };
  return { cargo: { arguments: ["-Z", "build-std=std,panic_abort"], env } };
}
