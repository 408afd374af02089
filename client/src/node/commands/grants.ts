// The command "WIT: Grants for Running Components…": what is granted, with checkmarks; picking an entry grants it or takes it back.
import path from "node:path";
import { type QuickPickItem, QuickPickItemKind, window } from "vscode";
import {
  describeGrants,
  type Grants,
  guestPathProblem,
  noGrants,
  readGrants,
  readVariable,
  variableProblem,
  withVariable,
} from "../run-targets/grants.ts";
import type { Session } from "../session.ts";
import { isAsking, reply } from "./reply.ts";
import type { GrantsArguments, GrantsResult } from "./results.ts";

export function editGrants(session: Session, asked?: GrantsArguments): Promise<GrantsResult> {
  const interactive = isAsking(asked);
  const answer = (): GrantsResult => ({ ok: true, ms: 0, grants: session.grants.get() });
  const failed = (message: string): GrantsResult => ({ ...answer(), ok: false, message });
  const work = async (): Promise<GrantsResult> => {
    if (asked?.grants !== undefined) await session.grants.set(readGrants(asked.grants));
    if (interactive) await edit(session);
    return answer();
  };
  return reply(session, interactive, work, failed);
}

/** What an entry does; `undefined` when a person changed their mind. */
type Change = () => Grants | undefined | Promise<Grants | undefined>;

interface Entry extends QuickPickItem {
  readonly change?: Change;
}

/** Shows the list again after each change, until it is left. */
async function edit(session: Session): Promise<void> {
  for (;;) {
    const grants = session.grants.get();
    const picked = await window.showQuickPick(entries(grants), {
      title: "Grants for Running Components",
      placeHolder: `Granted: ${describeGrants(grants)}`,
      matchOnDescription: true,
    });
    if (picked?.change === undefined) return;
    const changed = await picked.change();
    if (changed !== undefined) await session.grants.set(changed);
  }
}

const CHECKED = "$(check)";
const UNCHECKED = "$(circle-large-outline)";

function entries(grants: Grants): readonly Entry[] {
  const granted = [
    ...variableEntries(grants),
    ...folderEntries(grants),
    ...(grants.network ? [networkEntry(grants)] : []),
  ];
  return [
    ...(granted.length === 0 ? [] : [separator("pick to take back"), ...granted]),
    separator(granted.length === 0 ? "grant" : "grant more"),
    { label: "$(add) Environment Variable…", change: () => addVariable(grants) },
    { label: "$(add) Folder, Read-Only…", change: () => addFolder(grants, false) },
    { label: "$(add) Folder, Writable…", change: () => addFolder(grants, true) },
    ...(grants.network ? [] : [networkEntry(grants)]),
    separator("limits"),
    ...limitEntries(grants),
    ...(describeGrants(grants) === describeGrants(noGrants)
      ? []
      : [{ label: "$(trash) Take Everything Back", change: () => noGrants }]),
  ];
}

/** What it says stands at the right of the entry below it, and takes room from that one's description. */
function separator(label: string): Entry {
  return { label, kind: QuickPickItemKind.Separator };
}

function variableEntries(grants: Grants): readonly Entry[] {
  return grants.env.map(variable => ({
    label: `${CHECKED} Variable ${variable.name}`,
    description: variable.value ?? "the value that it has here",
    change: () => ({ ...grants, env: grants.env.filter(other => other !== variable) }),
  }));
}

function folderEntries(grants: Grants): readonly Entry[] {
  return grants.folders.map(folder => ({
    label: `${CHECKED} Folder ${folder.guest}`,
    description: `${folder.writable ? "writable" : "read-only"}: ${folder.host}`,
    change: () => ({ ...grants, folders: grants.folders.filter(other => other !== folder) }),
  }));
}

function networkEntry(grants: Grants): Entry {
  return {
    label: `${grants.network ? CHECKED : UNCHECKED} Network`,
    description: "sockets, name lookup and outgoing HTTP",
    change: () => ({ ...grants, network: !grants.network }),
  };
}

function limitEntries(grants: Grants): readonly Entry[] {
  const { timeLimitMs, memoryLimit } = grants;
  return [
    {
      label: `${timeLimitMs > 0 ? CHECKED : UNCHECKED} Time Limit…`,
      description: timeLimitMs > 0 ? `${timeLimitMs / 1000} s` : "that of the setting wit.run.timeout",
      change: async () => {
        const seconds = await askNumber("Time limit in seconds; 0 for that of the settings", timeLimitMs / 1000);
        return seconds === undefined ? undefined : { ...grants, timeLimitMs: seconds * 1000 };
      },
    },
    {
      label: `${memoryLimit > 0 ? CHECKED : UNCHECKED} Memory Limit…`,
      description: memoryLimit > 0 ? `${memoryLimit / MEGABYTE} MB` : "none",
      change: async () => {
        const megabytes = await askNumber("Memory limit in MB; 0 for none", memoryLimit / MEGABYTE);
        return megabytes === undefined ? undefined : { ...grants, memoryLimit: Math.round(megabytes * MEGABYTE) };
      },
    },
  ];
}

const MEGABYTE = 1024 * 1024;

async function askNumber(prompt: string, value: number): Promise<number | undefined> {
  const validateInput = (text: string): string | undefined =>
    Number.isFinite(Number(text)) && Number(text) >= 0 ? undefined : "A number, 0 or greater.";
  const text = await window.showInputBox({ prompt, value: String(value), validateInput });
  return text === undefined ? undefined : Number(text);
}

async function addVariable(grants: Grants): Promise<Grants | undefined> {
  const text = await window.showInputBox({
    title: "Environment variable for components",
    prompt: "NAME=value, or NAME alone for the value that it has here.",
    validateInput: variableProblem,
  });
  return text === undefined ? undefined : withVariable(grants, readVariable(text));
}

async function addFolder(grants: Grants, writable: boolean): Promise<Grants | undefined> {
  const title = writable ? "Folder that components may change" : "Folder that components may read";
  const [picked] =
    (await window.showOpenDialog({ title, openLabel: "Grant", canSelectFiles: false, canSelectFolders: true })) ?? [];
  if (picked === undefined) return undefined;
  const guest = await window.showInputBox({
    title,
    prompt: `The component's path for ${picked.fsPath}`,
    value: `/${path.basename(picked.fsPath)}`,
    validateInput: text => guestPathProblem(text, grants.folders),
  });
  if (guest === undefined) return undefined;
  return { ...grants, folders: [...grants.folders, { host: picked.fsPath, guest, writable }] };
}
