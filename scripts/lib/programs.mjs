// The programs that tests need from the system: where each is found, and how to install it. In CI as root they are installed.
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { step } from "./log.mjs";
import { inCi } from "./paths.mjs";
import { must, which } from "./run.mjs";

const windowsHomes = ["PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"].map(name => process.env[name] ?? "");

/** Each: `find()` gives an absolute path or undefined; `debian` names the packages that bring it. */
const programs = {
  chromium: {
    what: "Chromium (or Chrome, or Edge)",
    debian: ["chromium"],
    find: () =>
      process.env.CHROME ??
      ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge"]
        .map(which)
        .find(file => file !== undefined) ??
      [
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
        "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
        ...windowsHomes.map(home => `${home}\\Google\\Chrome\\Application\\chrome.exe`),
        ...windowsHomes.map(home => `${home}\\Microsoft\\Edge\\Application\\msedge.exe`),
      ].find(file => existsSync(file)),
  },
  neovim: { what: "Neovim", debian: ["neovim"], find: () => which("nvim") },
  emacs: { what: "Emacs with eglot", debian: ["emacs-nox", "elpa-eglot"], find: emacsWithEglot },
  clang: {
    what: "Clang for WebAssembly",
    debian: ["clang-19", "lld-19", "wasi-libc", "libclang-rt-19-dev-wasm32"],
    find: () =>
      hasDebianClang() || process.env.WASI_SDK_PATH !== undefined ? (which("clang-19") ?? "clang") : undefined,
  },
  cc: { what: "A C compiler", debian: ["gcc", "libc6-dev"], find: () => which("cc") },
  cargo: {
    what: "cargo (Rust 1.88 or newer, from https://rustup.rs)",
    debian: ["cargo"],
    find: () => which("cargo"),
  },
  rustc: {
    what: "Rust for WebAssembly (rustup target add wasm32-wasip2, or Debian's source of the standard library)",
    debian: ["rustc-web", "rust-web-src"],
    find: rustForWasm,
  },
  python: {
    what: "Python 3 with pip",
    debian: ["python3", "python3-pip"],
    find: pythonWithPip,
  },
};

function hasDebianClang() {
  const runtime = "/usr/lib/llvm-19/lib/clang/19/lib/wasi/libclang_rt.builtins-wasm32.a";
  return which("clang-19") !== undefined && which("wasm-ld-19") !== undefined && existsSync(runtime);
}

/** rustup's compiler, with the standard library installed or with Debian's compiler and source beside it. */
function rustForWasm() {
  const rustc = which("rustc");
  if (rustc === undefined) return undefined;
  const sysroot = spawnSync(rustc, ["--print", "sysroot"], { encoding: "utf8" }).stdout?.trim() ?? "";
  const installed = existsSync(`${sysroot}/lib/rustlib/wasm32-wasip2`);
  return installed || existsSync("/usr/lib/rustlib/src/rust/library/std") ? rustc : undefined;
}

let python;

/** Debian's python3 comes without pip, which brings Wasmtime and a current Neovim. */
function pythonWithPip() {
  const works = file => file !== undefined && spawnSync(file, ["-m", "pip", "--version"]).status === 0;
  python ??= [which("python3"), which("python")].find(works);
  return python;
}

/** eglot is built in from Emacs 29 on; before, Debian has it in a package of its own. */
function emacsWithEglot() {
  const emacs = which("emacs");
  if (emacs === undefined) return undefined;
  const version = /GNU Emacs (\d+)/.exec(spawnSync(emacs, ["--version"], { encoding: "utf8" }).stdout ?? "")?.[1];
  const packages = ["/usr/share/emacs/site-lisp/elpa", "/usr/share/emacs/site-lisp/elpa-src"].filter(folder =>
    existsSync(folder),
  );
  const separate = packages.some(folder => readdirSync(folder).some(name => name.startsWith("eglot-")));
  return Number(version) >= 29 || separate ? emacs : undefined;
}

/** Path of a program, or undefined. */
export function findProgram(name) {
  return programs[name].find();
}

/** What is missing and the command that installs it. */
export function howToGet(name) {
  const { what, debian } = programs[name];
  return `${what} is not installed (Debian and Ubuntu: apt-get install ${debian.join(" ")})`;
}

/** In CI, as root on Debian, installs whichever of the programs are missing, in one go; elsewhere does nothing. */
export async function installPrograms(names = Object.keys(programs)) {
  const missing = names.filter(name => findProgram(name) === undefined);
  const apt = which("apt-get");
  if (!inCi || missing.length === 0 || apt === undefined || process.getuid?.() !== 0) return;
  const packages = missing.flatMap(name => programs[name].debian);
  const env = { DEBIAN_FRONTEND: "noninteractive" };
  await step(`installing ${packages.join(", ")}`, async () => {
    await must(apt, ["update", "-qq"], { env });
    await must(apt, ["install", "-y", "-qq", "--no-install-recommends", ...packages], { env, timeout: 1_200_000 });
  });
}
