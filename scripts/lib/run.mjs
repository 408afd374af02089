// Starts other programs by argument vector (never through a shell) and collects what they print.
import { spawn } from "node:child_process";
import { accessSync, constants } from "node:fs";
import path from "node:path";
import { Advice } from "./log.mjs";
import { root } from "./paths.mjs";

/** Absolute path of a program on PATH, or undefined. */
export function which(name) {
  const endings = process.platform === "win32" ? [".exe", ".cmd", ".bat"] : [""];
  for (const folder of (process.env.PATH ?? "").split(path.delimiter)) {
    for (const ending of endings) {
      const file = path.join(folder, name + ending);
      try {
        accessSync(file, constants.X_OK);
        return file;
      } catch {
        // Not here: the next folder.
      }
    }
  }
  return undefined;
}

/** Ends a process started with `detached` and all of its children. */
export function killTree(child, signal = "SIGTERM") {
  if (child.pid === undefined) return;
  if (process.platform === "win32") {
    spawn("taskkill", ["/pid", String(child.pid), "/T", "/F"], { stdio: "ignore" });
    return;
  }
  try {
    process.kill(-child.pid, signal);
  } catch {
    // Already gone.
  }
}

/**
 * Runs a program to its end and gives `{code, output}`; `output` is what it wrote to both streams.
 * Options: `cwd`, `env` (added to ours; undefined removes), `show` (relay live), `timeout` in ms (default 10 minutes; exit code 124).
 */
export function run(command, args, { cwd = root, env = {}, show = false, timeout = 600_000, onOutput } = {}) {
  return new Promise((resolve, reject) => {
    const detached = process.platform !== "win32";
    const child = spawn(command, args, {
      cwd,
      // What is printed here is read by patterns.
      env: { ...process.env, NO_COLOR: "1", FORCE_COLOR: undefined, ...env },
      stdio: ["ignore", "pipe", "pipe"],
      detached,
      windowsHide: true,
    });
    let output = "";
    let late = false;
    const stop = () => killTree(child, "SIGKILL");
    const timer = setTimeout(() => {
      late = true;
      stop();
    }, timeout);
    process.once("exit", stop);
    const take = stream => chunk => {
      output += chunk;
      onOutput?.(String(chunk));
      if (show) stream.write(chunk);
    };
    child.stdout.on("data", take(process.stdout));
    child.stderr.on("data", take(process.stderr));
    child.on("error", reject);
    child.on("close", (code, signal) => {
      clearTimeout(timer);
      process.removeListener("exit", stop);
      if (late) output += `\n${path.basename(command)} was stopped after ${timeout / 1000} s without an end.\n`;
      resolve({ code: late ? 124 : (code ?? (signal ? 128 : 1)), output });
    });
  });
}

/** Like `run`, but an exit code other than 0 throws with the end of the output. */
export async function must(command, args, options = {}) {
  const result = await run(command, args, options).catch(error => {
    throw new Advice(`${command} could not be started: ${error.message}`);
  });
  if (result.code === 0) return result.output;
  const tail = options.show ? "" : `\n${result.output.trimEnd().split("\n").slice(-30).join("\n")}`;
  throw new Advice(`${path.basename(command)} ${args.join(" ")} ended with exit code ${result.code}.${tail}`);
}

/** Runs one of the repository's Node scripts or a package's JavaScript entry with this Node. */
export function node(args, options) {
  return run(process.execPath, args, options);
}

/** Runs npm by its own JavaScript file where npm started us (no `.cmd`, no shell), else from PATH. */
export function npm(args, options) {
  const cli = process.env.npm_execpath;
  if (cli?.endsWith(".js")) return must(process.execPath, [cli, ...args], options);
  return must(which("npm") ?? "npm", args, options);
}
