// The task provider "wit": builds, runs and serves components from "Tasks: Run Task", tasks.json and key bindings.
import path from "node:path";
import {
  CustomExecution,
  commands,
  Task,
  type TaskDefinition,
  TaskGroup,
  type TaskProvider,
  TaskRevealKind,
  TaskScope,
  Uri,
  type WorkspaceFolder,
  workspace,
} from "vscode";
import { hasEntry } from "../../wit/entry-points.ts";
import { buildComponent } from "../commands/build.ts";
import { runComponent } from "../commands/run.ts";
import type { GuestProject } from "../guests/guest.ts";
import { workspaceProjects } from "../projects.ts";
import type { Session } from "../session.ts";
import { type World, worldsOf } from "../worlds.ts";
import { readTask, type Step, taskType } from "./definition.ts";
import { CommandTerminal, type Ended } from "./terminal.ts";

export function taskProvider(session: Session): TaskProvider {
  return {
    provideTasks: () => provide(session),
    resolveTask: ({ definition, scope, name }) => {
      const folder = typeof scope === "object" ? scope : undefined;
      return taskOf(session, definition, folder, name);
    },
  };
}

/** For each project and each world that it may have: what can be done with it. */
async function provide(session: Session): Promise<Task[]> {
  if (!workspace.isTrusted) return [];
  const projects = await workspaceProjects();
  return (await Promise.all(projects.map(project => tasksOf(session, project)))).flat();
}

async function tasksOf(session: Session, project: GuestProject): Promise<readonly Task[]> {
  const owner = workspace.getWorkspaceFolder(Uri.file(project.folder));
  if (owner === undefined) return [];
  const folder = path.relative(owner.uri.fsPath, project.folder).replaceAll(path.sep, "/");
  const worlds = await worldsOf(session, Uri.file(project.folder)).catch(() => []);
  const where = folder === "" ? {} : { folder };
  const label = folder === "" ? path.basename(project.folder) : folder;
  return worlds.flatMap(world =>
    stepsOf(world).map(task =>
      taskOf(
        session,
        { type: taskType, task, ...where, world: world.info.name },
        owner,
        `${task} ${label}: ${world.info.name}`,
      ),
    ),
  );
}

function stepsOf({ info }: World): readonly Step[] {
  return ["build", ...(["run", "serve"] as const).filter(entry => hasEntry(entry, info.exports))];
}

/** VS Code takes a task for the one that it wanted resolved only if it has the very same definition. */
function taskOf(session: Session, definition: TaskDefinition, owner: WorkspaceFolder | undefined, name: string): Task {
  const execution = new CustomExecution(async resolved => {
    const base = owner ?? workspace.workspaceFolders?.[0];
    return new CommandTerminal(session, (own, signal) => perform(own, resolved, base, signal));
  });
  const found = new Task(definition, owner ?? TaskScope.Workspace, name, taskType, execution);
  if (definition.task === "build") found.group = TaskGroup.Build;
  // Problems are told without one; undefined, VS Code would ask a person for it.
  found.problemMatchers = [];
  found.presentationOptions = { reveal: TaskRevealKind.Always, clear: true };
  return found;
}

async function perform(
  session: Session,
  given: Readonly<Record<string, unknown>>,
  owner: WorkspaceFolder | undefined,
  signal: AbortSignal,
): Promise<Ended> {
  const task = readTask(given);
  if ("problem" in task) return { ok: false, message: task.problem };
  const folder = Uri.file(path.resolve(owner?.uri.fsPath ?? "", task.folder ?? ""));
  const asked = { folder, ...(task.world === undefined ? {} : { world: task.world }) };
  switch (task.task) {
    case "build":
      return buildComponent(session, asked);
    case "run":
      return runComponent(session, { ...asked, args: task.args ?? [] });
    case "serve":
      return serve(session, asked, signal);
  }
}

/** Serves until the terminal is closed. */
async function serve(
  session: Session,
  asked: { readonly folder: Uri; readonly world?: string },
  signal: AbortSignal,
): Promise<Ended> {
  const served = await commands.executeCommand<Ended & { readonly url?: string }>("wit.serveComponent", asked);
  if (!served.ok || served.url === undefined) return served;
  session.output.appendLine(`── Served at ${served.url} until this terminal is closed.`);
  const closed = new Promise<void>(resolve => signal.addEventListener("abort", () => resolve()));
  if (!signal.aborted) await closed;
  await commands.executeCommand("wit.stopServing", { url: served.url });
  return { ok: true };
}
