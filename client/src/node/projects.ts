// Finds the project that a command means: the one named, that of the file being edited, or one of the workspace's.
import path from "node:path";
import { RelativePattern, Uri, window, workspace } from "vscode";
import { foldersUp } from "./find-program.ts";
import type { GuestProject } from "./guests/guest.ts";
import { detectProject, guests } from "./guests/list.ts";
import { Refusal } from "./refusal.ts";

const NOT_PROJECTS = "**/{node_modules,target,dist,deps,.git,.tools}/**";
const FILES_LOOKED_AT = 200;

/** A path or a URI, as a command's arguments give it. */
export type Place = string | Uri;

export function placeUri(place: Place): Uri {
  // What comes from another process (a link in a hover, a key binding) is a URI's parts and no Uri.
  if (typeof place !== "string") return place instanceof Uri ? place : Uri.from(place);
  // A scheme of one letter is a Windows drive.
  return /^[a-z][a-z0-9+.-]+:\/\//i.test(place) ? Uri.parse(place) : Uri.file(place);
}

/** Whether a project has what a command is about. */
export type Fitting = (project: GuestProject) => Promise<boolean>;

/**
 * The project of a folder (or of one above it in the workspace), else of the active file, else of the workspace; asks when several fit.
 * Where a person is there, a folder without one leads to those elsewhere in the workspace that fit: a project may have its own copy of a package.
 */
export async function chooseProject(
  place: Place | undefined,
  mayAsk: boolean,
  fits: Fitting,
): Promise<GuestProject | undefined> {
  if (place !== undefined) {
    const there = placeUri(place);
    const project = await projectAbove(there.fsPath);
    return project ?? chooseElsewhere(there, mayAsk ? await fitting(fits) : []);
  }
  const active = window.activeTextEditor?.document.uri;
  const own = active?.scheme === "file" ? await projectAbove(path.dirname(active.fsPath)) : undefined;
  if (own !== undefined) return own;
  const found = await workspaceProjects();
  if (found.length === 0) throw new Refusal(noProject("this workspace"));
  if (found.length === 1) return found[0];
  if (!mayAsk)
    throw new Refusal(`There are several projects: ${found.map(({ folder }) => folder).join(", ")}. Say which folder.`);
  return pickProject(found);
}

async function chooseElsewhere(there: Uri, projects: readonly GuestProject[]): Promise<GuestProject | undefined> {
  if (projects.length === 0) throw new Refusal(noProject(there.fsPath));
  return projects.length === 1 ? projects[0] : pickProject(projects);
}

async function fitting(fits: Fitting): Promise<readonly GuestProject[]> {
  const projects = await workspaceProjects();
  const fit = await Promise.all(projects.map(fits));
  return projects.filter((_, i) => fit[i]);
}

const GLANCE_MS = 3_000;
let glance: { readonly end: number; readonly any: Promise<boolean> } | undefined;

/** Whether anything can be built at or above a folder, or elsewhere in the workspace, where it was looked within the last three seconds. */
export async function hasProject(folder: string): Promise<boolean> {
  if ((await projectAbove(folder)) !== undefined) return true;
  const now = performance.now();
  if (glance === undefined || now > glance.end)
    glance = { end: now + GLANCE_MS, any: workspaceProjects().then(projects => projects.length > 0) };
  return glance.any;
}

async function projectAbove(folder: string): Promise<GuestProject | undefined> {
  const top = workspace.getWorkspaceFolder(Uri.file(folder))?.uri.fsPath ?? folder;
  for (const above of foldersUp(folder, top)) {
    const project = await detectProject(above);
    if (project !== undefined) return project;
  }
  return undefined;
}

/** The projects at the workspace's folders and beside its WIT packages. */
export async function workspaceProjects(): Promise<readonly GuestProject[]> {
  const folders = new Set<string>();
  for (const { uri } of (workspace.workspaceFolders ?? []).filter(({ uri }) => uri.scheme === "file")) {
    folders.add(uri.fsPath);
    const files = await workspace.findFiles(new RelativePattern(uri, "**/*.wit"), NOT_PROJECTS, FILES_LOOKED_AT);
    for (const file of files) for (const above of foldersUp(path.dirname(file.fsPath), uri.fsPath)) folders.add(above);
  }
  const projects = await Promise.all([...folders].map(detectProject));
  return projects.filter(project => project !== undefined);
}

async function pickProject(projects: readonly GuestProject[]): Promise<GuestProject | undefined> {
  const items = projects.map(project => ({
    label: workspace.asRelativePath(project.folder),
    description: project.guest.label,
    project,
  }));
  return (await window.showQuickPick(items, { title: "Project", placeHolder: "Which project?" }))?.project;
}

function noProject(where: string): string {
  const languages = guests.filter(({ id }) => id !== "ready-wasm").map(({ label }) => label);
  return `No component can be built from ${where}: WIT Tools looks for a folder with a "wit" folder and a project in it (${languages.join(", ")}), or for a ready component (.wasm). "WIT: New Component from World…" makes a project.`;
}
