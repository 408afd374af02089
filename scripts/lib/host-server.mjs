// Starts VS Code's server with a profile of its own, on the loopback interface and behind a random token.
import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { createWriteStream, existsSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { Advice } from "./log.mjs";
import { killTree, must } from "./run.mjs";
import { ensureVscodeServer } from "./vscode-server.mjs";

/** A quiet editor: no welcome pages, no telemetry, no update checks. */
export const quiet = {
  "workbench.startupEditor": "none",
  "telemetry.telemetryLevel": "off",
  "extensions.autoCheckUpdates": false,
  "extensions.autoUpdate": false,
  "chat.disableAIFeatures": true,
  "git.openRepositoryInParentFolders": "never",
  "workbench.secondarySideBar.defaultVisibility": "hidden",
};

// Only for tests: nothing may ask, and git must not colour what pictures show.
const unattended = { "git.enabled": false };

/**
 * Starts the server and gives `{port, remote(path), url(folder, payload), stop(), ended}`. Options: `profile` (folder for its data and
 * extensions), `env`, `vsix` (a packaged extension to install first), `tests` (leave git out), `settings`, `trusted` (without it, the editor
 * asks whether to trust what is opened: with it, it does not, for that is the project's own sample).
 */
export async function startServer({ profile, env = {}, vsix, tests = false, settings = {}, trusted = true }) {
  const { node, main } = await ensureVscodeServer();
  await writeSettings(profile, { ...quiet, ...(tests ? unattended : {}), ...settings });
  // A terminal inside another VS Code hands these down; with them the server would talk to that one.
  const clean = { ...env, VSCODE_IPC_HOOK_CLI: undefined, CODE_SERVER_PARENT_PID: undefined };
  const common = [main, ...profileArguments(profile)];
  if (vsix !== undefined) await must(node, [...common, "--install-extension", path.resolve(vsix)], { env: clean });
  const token = randomBytes(16).toString("hex");
  const trust = trusted ? ["--disable-workspace-trust"] : [];
  const child = spawn(node, [...common, ...listenArguments, ...trust, "--connection-token", token], {
    env: { ...process.env, ...clean },
    stdio: ["ignore", "pipe", "pipe"],
    detached: process.platform !== "win32",
  });
  const stop = () => killTree(child);
  process.once("exit", stop);
  const port = await portOf(child, path.join(profile, "server.log"));
  const ended = new Promise(resolve => child.once("exit", resolve));
  return {
    port,
    stop,
    ended,
    remote: file => remoteUri(port, file),
    url: (folder, payload) => pageUrl(port, token, folder, payload),
  };
}

function profileArguments(profile) {
  const folders = [
    "--server-data-dir",
    path.join(profile, "data"),
    "--extensions-dir",
    path.join(profile, "extensions"),
  ];
  // The environment is that of the terminal it was started from; a login shell's may name other folders on PATH.
  return [...folders, "--accept-server-license-terms", "--telemetry-level", "off", "--force-disable-user-env"];
}

const listenArguments = [
  "--host",
  "127.0.0.1",
  "--port",
  "0",
  // Otherwise a login shell's PATH would take the place of the one given here.
  "--force-disable-user-env",
  // Without this the extension under development is silently left out, and extension tests never run.
  "--enable-smoke-test-driver",
];

/** Writes the settings of a new profile; those of an old one may have been changed by a person. */
async function writeSettings(profile, settings) {
  await mkdir(path.join(profile, "extensions"), { recursive: true });
  for (const scope of ["Machine", "User"]) {
    const folder = path.join(profile, "data", "data", scope);
    await mkdir(folder, { recursive: true });
    const file = path.join(folder, "settings.json");
    if (!existsSync(file)) await writeFile(file, JSON.stringify(settings, undefined, 2));
  }
}

function portOf(child, logFile) {
  const log = createWriteStream(logFile);
  let output = "";
  return new Promise((resolve, reject) => {
    const read = chunk => {
      log.write(chunk);
      output += chunk;
      const found = /Web UI available at http:\/\/[^:]+:(\d+)|Server bound to [\d.]+:(\d+)/.exec(output);
      if (found) resolve(Number(found[1] ?? found[2]));
    };
    child.stdout.on("data", read);
    child.stderr.on("data", read);
    child.on("error", reject);
    child.on("exit", code => reject(new Advice(`VS Code's server ended with exit code ${code}:\n${output}`)));
  });
}

/** The editor's name of a file on the server's machine; only the path's own characters are encoded. */
function remoteUri(port, file) {
  const slashed = file.replaceAll("\\", "/");
  const encoded = (slashed.startsWith("/") ? slashed : `/${slashed}`).split("/").map(encodeURIComponent).join("/");
  return `vscode-remote://127.0.0.1:${port}${encoded}`;
}

function pageUrl(port, token, opened, payload) {
  const kind = opened.endsWith(".code-workspace") ? "workspace" : "folder";
  const query = new URLSearchParams({ tkn: token, [kind]: opened.replaceAll("\\", "/") });
  if (payload.length > 0) query.set("payload", JSON.stringify(payload));
  // The workbench decodes with decodeURIComponent in places, which leaves `+` as it is.
  return `http://127.0.0.1:${port}/?${query.toString().replaceAll("+", "%20")}`;
}
