// Keeps node_modules in step with package-lock.json, and touches the network only when it is not.
import { readFile } from "node:fs/promises";
import { Advice, step } from "./log.mjs";
import { at, root } from "./paths.mjs";
import { npm } from "./run.mjs";

/** Refuses a Node that is too old, with what to do. */
export function checkNode() {
  if (Number(process.versions.node.split(".")[0]) >= 20) return;
  throw new Advice(`Node ${process.versions.node} is too old: install Node 20 or newer, then run this again.`);
}

/** Installs the repository's npm packages when they are missing or differ from package-lock.json. */
export async function ensureNodeModules() {
  checkNode();
  const reason = await staleReason();
  if (reason === undefined) return;
  await step(`installing npm packages (${reason})`, () => npm(["ci", "--no-audit", "--no-fund"], { cwd: root }));
}

/** Why `npm ci` is needed, in words; undefined when what is installed is what the lock file says. */
async function staleReason() {
  const wanted = await packagesOf(at("package-lock.json"));
  const installed = await packagesOf(at("node_modules", ".package-lock.json"));
  return differenceOf(wanted ?? {}, installed);
}

/** How the installed packages differ from the wanted ones (both as in a lock file's `packages`), in words; undefined when they don't. */
export function differenceOf(wanted, installed) {
  if (installed === undefined) return "none are installed";
  for (const [name, entry] of Object.entries(wanted)) {
    if (!name.includes("node_modules/") || entry.link) continue;
    const have = installed[name];
    // Packages for other systems are optional, and rightly absent.
    if (have === undefined && !entry.optional && !entry.devOptional && !entry.peer) return `${short(name)} is missing`;
    if (have !== undefined && have.version !== entry.version) {
      return `${short(name)} is ${have.version}, not ${entry.version}`;
    }
  }
  return undefined;
}

const short = name => name.slice(name.lastIndexOf("node_modules/") + "node_modules/".length);

async function packagesOf(file) {
  try {
    return JSON.parse(await readFile(file, "utf8")).packages;
  } catch {
    return undefined;
  }
}
