// Starts VS Code's server with a profile of its own, on the loopback interface and behind a random token.
import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { createWriteStream } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { Advice } from "./log.mjs";
import { killTree, must } from "./run.mjs";
import { ensureVscodeServer } from "./vscode-server.mjs";

// A quiet editor: no welcome pages, no telemetry, no update checks.
const quiet = {
  "workbench.startupEditor": "none",
  "telemetry.telemetryLevel": "off",
  "extensions.autoCheckUpdates": false,
  "extensions.autoUpdate": false,
  "chat.disableAIFeatures": true,
};

// Only for tests: nothing may ask, and git must not colour what pictures show.
const unattended = { "git.enabled": false, "security.workspace.trust.enabled": false };

/**
 * Starts the server and gives `{port, remote(path), url(folder, payload), stop(), ended}`. Options: `profile` (folder for its data and extensions), `env`,
 * `vsix` (a packaged extension to install first), `tests` (make extension tests possible and ask nothing), `settings`.
 */
export async function startServer({ profile, env = {}, vsix, tests = false, settings = {} }) {
  const { node, main } = await ensureVscodeServer();
  const data = path.join(profile, "data");
  const extensions = path.join(profile, "extensions");
  await writeSettings(data, { ...quiet, ...(tests ? unattended : {}), ...settings });
  await mkdir(extensions, { recursive: true });
  const common = [main, "--server-data-dir", data, "--extensions-dir", extensions, "--accept-server-license-terms"];
  common.push("--telemetry-level", "off");
  // A terminal inside another VS Code hands these down; with them the server would talk to that one.
  const clean = { ...env, VSCODE_IPC_HOOK_CLI: undefined, CODE_SERVER_PARENT_PID: undefined };
  if (vsix !== undefined) await must(node, [...common, "--install-extension", path.resolve(vsix)], { env: clean });
  const token = randomBytes(16).toString("hex");
  const args = [...common, "--host", "127.0.0.1", "--port", "0", "--connection-token", token];
  // Without the smoke-test driver extension tests silently never run.
  if (tests) args.push("--enable-smoke-test-driver", "--disable-workspace-trust");
  const child = spawn(node, args, {
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

async function writeSettings(data, settings) {
  for (const scope of ["Machine", "User"]) {
    const folder = path.join(data, "data", scope);
    await mkdir(folder, { recursive: true });
    await writeFile(path.join(folder, "settings.json"), JSON.stringify(settings, undefined, 2));
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

function pageUrl(port, token, folder, payload) {
  const query = new URLSearchParams({ tkn: token, folder: folder.replaceAll("\\", "/") });
  if (payload.length > 0) query.set("payload", JSON.stringify(payload));
  // The workbench decodes with decodeURIComponent in places, which leaves `+` as it is.
  return `http://127.0.0.1:${port}/?${query.toString().replaceAll("+", "%20")}`;
}
