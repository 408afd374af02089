// The command "WIT: Generate Bindings…".
import { mkdir } from "node:fs/promises";
import path from "node:path";
import { Uri, window, workspace } from "vscode";
import { describeEnding } from "../endings.ts";
import type { BindingsOutcome, Guest } from "../guests/guest.ts";
import { guests } from "../guests/list.ts";
import { install } from "../install.ts";
import { liveOutput } from "../live-output.ts";
import { placeUri } from "../projects.ts";
import { Cancelled, Refusal } from "../refusal.ts";
import { type Session, timeoutMs } from "../session.ts";
import { toolbox } from "../toolbox.ts";
import { featuresOf } from "../wit-features.ts";
import { qualified, type World } from "../worlds.ts";
import { pickWorld } from "./new-component.ts";
import { isAsking, reply, tell } from "./reply.ts";
import type { BindingsArguments, BindingsResult } from "./results.ts";

export function generateBindings(session: Session, asked?: BindingsArguments): Promise<BindingsResult> {
  const interactive = isAsking(asked);
  const failed = (message: string): BindingsResult => ({ ok: false, ms: 0, files: [], message });
  return reply(session, interactive, () => generate(session, asked ?? {}, interactive), failed);
}

async function generate(session: Session, asked: BindingsArguments, interactive: boolean): Promise<BindingsResult> {
  const world = await pickWorld(session, asked, interactive, "Generate Bindings: World");
  const guest = await pickGuest(asked.guest, interactive);
  const into = asked.into === undefined ? await askFolder(world, interactive) : placeUri(asked.into).fsPath;
  session.output.appendLine(`── Bindings of ${qualified(world.info)} for ${guest.label}, into ${into}`);
  const start = performance.now();
  const outcome = await session.progress(`Generating bindings for ${guest.label}`, signal =>
    write(session, guest, world, into, signal),
  );
  return report(session, outcome, performance.now() - start, into, interactive);
}

type BindingGuest = Guest & Required<Pick<Guest, "bindings">>;

async function pickGuest(asked: string | undefined, mayAsk: boolean): Promise<BindingGuest> {
  const able = guests.filter((guest): guest is BindingGuest => guest.bindings !== undefined);
  const ids = able.map(({ id }) => id).join(", ");
  if (asked !== undefined || !mayAsk) {
    const found = able.find(({ id }) => id === asked);
    if (found !== undefined) return found;
    throw new Refusal(
      `Bindings can be written for ${ids}; ${asked === undefined ? "say for which" : `there are none for ${asked}`}.`,
    );
  }
  const items = able.map(guest => ({ label: guest.label, guest }));
  const picked = await window.showQuickPick(items, {
    title: "Generate Bindings: Language",
    placeHolder: "For which language?",
  });
  if (picked === undefined) throw new Cancelled();
  return picked.guest;
}

async function askFolder({ witPath }: World, mayAsk: boolean): Promise<string> {
  if (!mayAsk) throw new Refusal("Say into which folder the bindings are written (into).");
  const options = {
    title: "Generate Bindings: Folder That Is Filled",
    openLabel: "Write Bindings Here",
    canSelectFiles: false,
    canSelectFolders: true,
    defaultUri: workspace.getWorkspaceFolder(Uri.file(witPath))?.uri ?? Uri.file(path.dirname(witPath)),
  };
  const [picked] = (await window.showOpenDialog(options)) ?? [];
  if (picked === undefined) throw new Cancelled();
  return picked.fsPath;
}

async function write(
  session: Session,
  guest: BindingGuest,
  world: World,
  into: string,
  signal: AbortSignal,
): Promise<BindingsOutcome> {
  // A tool runs in the folder that it fills.
  await mkdir(into, { recursive: true });
  const folder = Uri.file(into);
  const live = liveOutput(session.output);
  const watch = {
    signal,
    timeoutMs: timeoutMs("build.timeout", folder),
    onOutput: (_stream: string, text: string): void => live.write(text),
  };
  const { features } = await featuresOf(session, world);
  const outcome = await guest.bindings({
    world: world.info.specifier,
    witPath: world.witPath,
    features,
    into,
    tools: toolbox(session, folder),
    watch,
  });
  live.end();
  return outcome;
}

async function report(
  session: Session,
  outcome: BindingsOutcome,
  ms: number,
  into: string,
  interactive: boolean,
): Promise<BindingsResult> {
  const message = messageOf(outcome, into);
  session.output.appendLine(`── ${message}`);
  if (outcome.kind === "written") {
    if (interactive) void window.showInformationMessage(message);
    return { ok: true, files: outcome.files, ms, message };
  }
  if (interactive && outcome.kind === "missing-tool" && outcome.install !== undefined) {
    const yes = "Install It Now";
    const { install: call } = outcome;
    void window.showErrorMessage(message, yes).then(answer => answer === yes && install(session, call));
  } else if (interactive) tell(session, message);
  return { ok: false, files: [], ms, message };
}

function messageOf(outcome: BindingsOutcome, into: string): string {
  switch (outcome.kind) {
    case "written": {
      const { length } = outcome.files;
      return `Wrote ${length} ${length === 1 ? "file" : "files"} into ${workspace.asRelativePath(into)}.`;
    }
    case "failed":
      return `The bindings could not be written. ${describeEnding(outcome.end.how) ?? (outcome.end.stderr.trim().split("\n")[0] || "The output says why.")}`;
    case "missing-tool":
      return outcome.message;
  }
}
