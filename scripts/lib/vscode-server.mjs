// Fetches a VS Code that runs without a desktop: the server inside npm's code-server, and the Node it needs.
import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { Advice, step } from "./log.mjs";
import { at, tool } from "./paths.mjs";
import { must, npm } from "./run.mjs";

const codeServerVersion = "4.139.1";
// The server's native interface is of Node 24; Node 20 cannot start it.
const nodeVersion = "24.21.0";
const home = tool("vscode-server");

// What is never used here and weighs 200 MB.
const unused = [
  "node_modules/@github",
  "node_modules/@microsoft/mxc-sdk",
  "extensions/copilot",
  "extensions/mermaid-markdown-features",
];

/** npm's name of the package with a Node program for this machine; undefined where there is none. */
function nodePackage() {
  const platform = { linux: "linux", darwin: "darwin", win32: "win" }[process.platform];
  const known = ["linux-x64", "linux-arm64", "darwin-x64", "darwin-arm64", "win-x64"];
  const name = `${platform}-${process.arch}`;
  return known.includes(name) ? `node-${name}` : undefined;
}

/** Makes the server exist and gives `{node, main}`: the Node program and the server's entry file. */
export async function ensureVscodeServer() {
  const wanted = `${codeServerVersion} ${nodeVersion} ${process.platform}-${process.arch}`;
  const have = await readFile(path.join(home, "version"), "utf8").catch(() => "");
  if (have !== wanted)
    await step(`fetching VS Code's server (code-server ${codeServerVersion})`, () => fetchServer(wanted));
  await replaceLogger();
  const program = process.platform === "win32" ? path.join("bin", "node.exe") : path.join("bin", "node");
  return { node: path.join(home, "node", program), main: path.join(home, "vscode", "out", "server-main.js") };
}

/** The server's native logger is not built (that would take a compiler); a small one of our own stands in. */
async function replaceLogger() {
  const target = path.join(home, "vscode", "node_modules", "@vscode", "spdlog", "index.js");
  const [own, there] = await Promise.all([readFile(at("scripts", "host", "spdlog.cjs")), readFile(target)]);
  if (!own.equals(there)) await writeFile(target, own);
}

async function fetchServer(wanted) {
  const nodeName = nodePackage();
  if (nodeName === undefined) {
    throw new Advice(`VS Code's server needs Node ${nodeVersion}, which npm has not for ${process.platform} on ${process.arch}.
Install the desktop VS Code with its \`code\` command, and run this again.`);
  }
  const work = `${home}.partial-${process.pid}`;
  await rm(work, { recursive: true, force: true });
  await mkdir(work, { recursive: true });
  try {
    await unpack(work, `code-server@${codeServerVersion}`, "vscode", ["package/lib/vscode"]);
    await unpack(work, `${nodeName}@${nodeVersion}`, "node", []);
    // `npm ci` refuses the shrinkwrap inside (it is out of step); install scripts would need a compiler and are not needed.
    const install = ["install", "--silent", "--omit=dev", "--ignore-scripts", "--no-audit", "--no-fund"];
    await npm(install, { cwd: path.join(work, "vscode"), env: withoutNpmConfig() });
    for (const name of unused) await rm(path.join(work, "vscode", name), { recursive: true, force: true });
    await writeFile(path.join(work, "version"), wanted);
    await rm(home, { recursive: true, force: true });
    await rename(work, home);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

async function unpack(work, spec, folder, only) {
  const listing = JSON.parse(await npm(["pack", "--json", "--silent", spec], { cwd: work, env: withoutNpmConfig() }));
  const file = path.join(work, listing[0].filename);
  const target = path.join(work, folder);
  await mkdir(target);
  const strip = only.length > 0 ? only[0].split("/").length : 1;
  await must("tar", ["-xzf", file, "-C", target, `--strip-components=${strip}`, ...only]);
  await rm(file);
}

/** npm hands its own settings to the scripts it starts (workspace, prefix …); another project's install must not see them. */
function withoutNpmConfig() {
  const names = Object.keys(process.env).filter(name =>
    /^npm_(config_(local_prefix|workspace|workspaces|prefix)|package_|lifecycle_)/i.test(name),
  );
  return Object.fromEntries(names.map(name => [name, undefined]));
}
