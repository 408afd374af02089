// Looks at everything that WIT Tools works with, and at the workspace; runs at most version commands, and those only with trust.
import path from "node:path";
import { Uri, workspace } from "vscode";
import { fetchers } from "../fetchers/list.ts";
import type { Guest } from "../guests/guest.ts";
import { guests } from "../guests/list.ts";
import { findJco, JCO_PACKAGE, npmInstall } from "../jco.ts";
import type { ToolCall } from "../process.ts";
import { workspaceProjects } from "../projects.ts";
import { runTargets } from "../run-targets/list.ts";
import { fetcherSearch, runtimeChoice, runtimeSearch, type Session } from "../session.ts";
import { toolbox, toolSearch } from "../toolbox.ts";
import { findOneOf } from "../tools/find.ts";
import type { Tool } from "../tools/tool.ts";
import { qualified, workspaceWorlds } from "../worlds.ts";
import { commandIn, type Report, type Row, type Section } from "./report.ts";

/** What a button does: installs something, or runs a command of the editor. */
export type Action =
  | { readonly kind: "install"; readonly call: ToolCall }
  | { readonly kind: "command"; readonly command: string };

export interface Findings {
  readonly report: Report;
  readonly actions: ReadonlyMap<string, Action>;
}

/** `has` tells whether the editor has a command. */
export async function collect(session: Session, has: (command: string) => boolean): Promise<Findings> {
  const actions = new Map<string, Action>();
  const visit: Visit = { session, has, actions, folder: firstFolder() };
  const always = [await workspaceSection(visit), serverSection(visit)];
  if (!workspace.isTrusted) return { report: { sections: always }, actions };
  const rest = await Promise.all([runtimeSection(visit), ...languageSections(visit), fetcherSection(visit)]);
  return { report: { sections: [...always, ...rest] }, actions };
}

interface Visit {
  readonly session: Session;
  readonly has: (command: string) => boolean;
  readonly actions: Map<string, Action>;
  readonly folder: Uri | undefined;
}

function firstFolder(): Uri | undefined {
  return workspace.workspaceFolders?.find(({ uri }) => uri.scheme === "file")?.uri;
}

function button(visit: Visit, label: string, action: Action): Pick<Row, "button"> {
  const key = `${action.kind} ${visit.actions.size}`;
  visit.actions.set(key, action);
  return { button: { label, action: key } };
}

function commandButton(visit: Visit, label: string, command: string): Pick<Row, "button"> {
  return visit.has(command) ? button(visit, label, { kind: "command", command }) : {};
}

async function workspaceSection(visit: Visit): Promise<Section> {
  const title = "Workspace";
  if (!workspace.isTrusted) {
    const detail =
      "This workspace is not trusted: language features work, nothing is built or run, and no tool was looked for.";
    return {
      title,
      rows: [
        {
          state: "off",
          title: "Trust",
          detail,
          ...button(visit, "Manage Trust", { kind: "command", command: "workbench.trust.manage" }),
        },
      ],
    };
  }
  const trust: Row = { state: "good", title: "Trust", detail: "this workspace is trusted" };
  return { title, rows: [trust, await worldsRow(visit), ...(await projectRows(visit))] };
}

async function worldsRow({ session }: Visit): Promise<Row> {
  const worlds = await workspaceWorlds(session).catch(() => []);
  const names = worlds.map(({ info }) => qualified(info));
  const shown = [...names.slice(0, 12), ...(names.length > 12 ? [`${names.length - 12} more`] : [])].join(", ");
  return names.length === 0
    ? { state: "told", title: "Worlds", detail: "none" }
    : { state: "good", title: names.length === 1 ? "1 world" : `${names.length} worlds`, detail: shown };
}

async function projectRows(visit: Visit): Promise<readonly Row[]> {
  const projects = await workspaceProjects();
  if (projects.length > 0)
    return projects.map(({ folder, guest }) => ({
      state: "good",
      title: isWorkspaceFolder(folder) ? path.basename(folder) : workspace.asRelativePath(folder),
      detail: guest.id === "ready-wasm" ? "a ready component" : `a project in ${guest.label}`,
    }));
  const detail = "there is no project that WIT Tools can build";
  return [{ state: "told", title: "Projects", detail, ...commandButton(visit, "New Component…", "wit.newComponent") }];
}

function isWorkspaceFolder(folder: string): boolean {
  return (workspace.workspaceFolders ?? []).some(({ uri }) => path.relative(uri.fsPath, folder) === "");
}

function serverSection(visit: Visit): Section {
  const { server, version } = visit.session;
  const crashes = server.crashes === 0 ? "" : `, and crashed ${server.crashes} times`;
  const restart = commandButton(visit, "Restart", "wit.restartServer");
  const row: Row =
    server.state.kind === "running"
      ? {
          state: crashes === "" ? "good" : "warning",
          title: `WIT Tools ${version}`,
          detail: `the server runs (process ${server.pid ?? "unknown"})${crashes}`,
        }
      : { state: "missing", title: `WIT Tools ${version}`, detail: stateText(server.state), ...restart };
  return { title: "Language server", rows: [row] };
}

function stateText(state: Session["server"]["state"]): string {
  return state.kind === "crashed"
    ? state.message
    : `the server is ${state.kind === "starting" ? "starting" : "stopped"}`;
}

// What QuickJS and Python components need of the engine that runs them.
const NODE_FOR_ALL = 24;

async function runtimeSection(visit: Visit): Promise<Section> {
  const search = runtimeSearch(visit.session, visit.folder);
  const choice = runtimeChoice(visit.folder);
  const rows = await Promise.all(
    runTargets.map(async (target): Promise<Row> => {
      const lookup = await target.find(search);
      if (lookup.kind === "missing") {
        const install =
          target.id === "wasmtime" ? commandButton(visit, "Install Wasmtime…", "wit.installWasmtime") : {};
        return { state: "missing", title: target.label, detail: lookup.message, ...install };
      }
      const { title, path: place } = lookup.runtime;
      const isOld = target.id === "embedded" && Number.parseInt(process.versions.node, 10) < NODE_FOR_ALL;
      const note = isOld
        ? `; components of QuickJS and Python need Node.js ${NODE_FOR_ALL}, which newer versions of the editor bring`
        : "";
      return { state: isOld ? "warning" : "good", title, detail: `${place}${note}` };
    }),
  );
  const setting = choice === "auto" ? [] : [{ state: "told", title: "Setting wit.runtime", detail: choice } as const];
  return { title: "Runtimes", rows: [...rows, ...setting] };
}

function languageSections(visit: Visit): readonly Promise<Section>[] {
  return guests.filter(({ id }) => id !== "ready-wasm").map(guest => languageSection(visit, guest));
}

async function languageSection(visit: Visit, guest: Guest): Promise<Section> {
  const rows = await Promise.all(guest.needs.map(tools => toolRow(visit, tools)));
  return { title: guest.label, rows: guest.needs.length > 0 ? rows : [await jcoRow(visit)] };
}

async function toolRow(visit: Visit, tools: readonly Tool[]): Promise<Row> {
  const lookup = await findOneOf(tools, toolSearch(visit.session, visit.folder));
  if (lookup.kind === "found") {
    const { tool, version, program } = lookup.found;
    return { state: "good", title: `${tool.label} ${version}`, detail: program };
  }
  const command = commandIn(lookup.message);
  return {
    state: "missing",
    title: tools.map(({ label }) => label).join(" or "),
    detail: lookup.message,
    ...(command === undefined ? {} : { command }),
    ...(lookup.install === undefined ? {} : button(visit, "Install It Now", { kind: "install", call: lookup.install })),
  };
}

/** jco is no program but a package, which the project brings. */
async function jcoRow(visit: Visit): Promise<Row> {
  const folder = visit.folder ?? Uri.file(visit.session.extensionFolder);
  const found = await findJco(folder.fsPath, toolbox(visit.session, folder).jco);
  if (found.kind === "found") {
    const engines = found.jco.hasQuickjs
      ? "with QuickJS and StarlingMonkey"
      : "with StarlingMonkey alone: it is an old version";
    return {
      state: found.jco.hasQuickjs ? "good" : "warning",
      title: "jco",
      detail: `${engines} (${found.jco.script})`,
    };
  }
  const call = await npmInstall(folder.fsPath, JCO_PACKAGE);
  return {
    state: "missing",
    title: "jco",
    detail: found.message,
    command: `npm install --save-dev ${JCO_PACKAGE}`,
    ...(call === undefined ? {} : button(visit, "Install It Now", { kind: "install", call })),
  };
}

async function fetcherSection({ folder }: Visit): Promise<Section> {
  const search = fetcherSearch(folder ?? Uri.file(path.resolve()));
  const rows = await Promise.all(
    fetchers.map(async (fetcher): Promise<Row> => {
      const lookup = await fetcher.find(search);
      if (lookup.kind === "found") return { state: "good", title: lookup.program.title, detail: lookup.program.path };
      const command = commandIn(lookup.message);
      // Nobody needs them to build.
      return { state: "off", title: fetcher.id, detail: lookup.message, ...(command === undefined ? {} : { command }) };
    }),
  );
  return { title: "Dependencies", rows };
}
