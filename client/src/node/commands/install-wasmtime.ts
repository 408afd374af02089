// The commands "WIT: Install Wasmtime" and "WIT: Remove Installed Wasmtime".
import { window } from "vscode";
import { Cancelled, Refusal } from "../refusal.ts";
import type { Session } from "../session.ts";
import { surroundings } from "../surroundings.ts";
import { official } from "../wasmtime-install/download.ts";
import { install, installedFolder, uninstall } from "../wasmtime-install/install.ts";
import type { Machine } from "../wasmtime-install/release.ts";
import { isAsking, reply } from "./reply.ts";
import type { InstallArguments, InstallResult } from "./results.ts";

export function installWasmtime(session: Session, asked?: InstallArguments): Promise<InstallResult> {
  const interactive = isAsking(asked);
  return reply(session, interactive, () => download(session, asked?.download === true, interactive), failed);
}

export function removeWasmtime(session: Session, asked?: InstallArguments): Promise<InstallResult> {
  const interactive = isAsking(asked);
  const work = async (): Promise<InstallResult> => {
    if (!(await uninstall(session.storageFolder))) throw new Refusal("WIT Tools has installed no Wasmtime.");
    session.runtimesChanged.fire();
    if (interactive) void window.showInformationMessage("The Wasmtime that WIT Tools had installed is removed.");
    return { ok: true, ms: 0 };
  };
  return reply(session, interactive, work, failed);
}

function failed(message: string): InstallResult {
  return { ok: false, ms: 0, message };
}

async function download(session: Session, isAgreed: boolean, interactive: boolean): Promise<InstallResult> {
  if (!isAgreed && !interactive) throw new Refusal("Nothing is downloaded without a person's consent.");
  if (!isAgreed) await askConsent(session);
  const start = performance.now();
  const version = await session.progress("Installing Wasmtime", (signal, report) =>
    install({
      source: official,
      machine: machine(),
      around: surroundings(),
      storage: session.storageFolder,
      signal,
      report,
    }).catch((error: unknown) => {
      throw signal.aborted ? new Cancelled() : refusal(error);
    }),
  );
  session.runtimesChanged.fire();
  session.log.info(`Wasmtime ${version} is installed in ${installedFolder(session.storageFolder)}`);
  if (interactive) void window.showInformationMessage(`Wasmtime ${version} is installed.`);
  return { ok: true, ms: performance.now() - start, version };
}

async function askConsent(session: Session): Promise<void> {
  const yes = "Download and Install";
  const detail = `The newest release for this machine (about 10 MB) is downloaded from github.com/bytecodealliance/wasmtime, compared with the SHA-256 digest that GitHub tells, and unpacked to ${installedFolder(session.storageFolder)}. A Wasmtime on PATH comes before it. "WIT: Remove Installed Wasmtime" takes it away.`;
  const answer = await window.showInformationMessage("Install Wasmtime for WIT Tools?", { modal: true, detail }, yes);
  if (answer !== yes) throw new Cancelled();
}

function refusal(error: unknown): Refusal {
  const why = error instanceof Error ? error.message : String(error);
  return new Refusal(`Wasmtime could not be installed: ${why}`);
}

function machine(): Machine {
  const { platform, arch } = process;
  return { platform, arch, isMusl: platform === "linux" && !usesGlibc() };
}

/** Node.js's report names the version of glibc where that is the C library. */
function usesGlibc(): boolean {
  const report = process.report?.getReport() as { readonly header?: { readonly glibcVersionRuntime?: string } };
  return report?.header?.glibcVersionRuntime !== undefined;
}
