// The task provider "wit": builds, runs and serves components from "Tasks: Run Task", tasks.json and key bindings.
import path from "node:path";
import {
  CustomExecution,
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
import type { ServeArguments } from "../commands/results.ts";
import { runComponent } from "../commands/run.ts";
import { serveComponent } from "../commands/serve.ts";
import type { GuestProject } from "../guests/guest.ts";
import { workspaceProjects } from "../projects.ts";
import type { ServedList } from "../serving/list.ts";
import type { Session } from "../session.ts";
import { type World, worldsOf } from "../worlds.ts";
import { readTask, type Step, taskType } from "./definition.ts";
import { CommandTerminal, type Ended } from "./terminal.ts";

/** What tasks share with the commands. */
interface Shared {
  readonly session: Session;
  readonly served: ServedList;
}

export function taskProvider(session: Session, served: ServedList): TaskProvider {
  const shared = { session, served };
  return {
    provideTasks: () => provide(shared),
    resolveTask: ({ definition, scope, name }) => {
      const folder = typeof scope === "object" ? scope : undefined;
      return taskOf(shared, definition, folder, name);
    },
  };
}

/** For each project and each world that it may have: what can be done with it. */
async function provide(shared: Shared): Promise<Task[]> {
  if (!workspace.isTrusted) return [];
  const projects = await workspaceProjects();
  return (await Promise.all(projects.map(project => tasksOf(shared, project)))).flat();
}

async function tasksOf(shared: Shared, project: GuestProject): Promise<readonly Task[]> {
  const owner = workspace.getWorkspaceFolder(Uri.file(project.folder));
  if (owner === undefined) return [];
  const folder = path.relative(owner.uri.fsPath, project.folder).replaceAll(path.sep, "/");
  const worlds = await worldsOf(shared.session, Uri.file(project.folder)).catch(() => []);
  const where = folder === "" ? {} : { folder };
  const label = folder === "" ? path.basename(project.folder) : folder;
  return worlds.flatMap(world =>
    stepsOf(world).map(task =>
      taskOf(
        shared,
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
function taskOf(shared: Shared, definition: TaskDefinition, owner: WorkspaceFolder | undefined, name: string): Task {
  const execution = new CustomExecution(async resolved => {
    const base = owner ?? workspace.workspaceFolders?.[0];
    return new CommandTerminal(shared.session, (session, signal) =>
      perform({ ...shared, session }, resolved, base, signal),
    );
  });
  const found = new Task(definition, owner ?? TaskScope.Workspace, name, taskType, execution);
  if (definition.task === "build") found.group = TaskGroup.Build;
  // Problems are told without one; undefined, VS Code would ask a person for it.
  found.problemMatchers = [];
  found.presentationOptions = { reveal: TaskRevealKind.Always, clear: true };
  return found;
}

async function perform(
  { session, served }: Shared,
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
      return serve(session, served, asked, signal);
  }
}

/** Serves, with its log in the terminal, until that is closed or somebody stops it elsewhere; a service that ends by itself ends the task. */
async function serve(session: Session, served: ServedList, asked: ServeArguments, signal: AbortSignal): Promise<Ended> {
  const result = await serveComponent(session, served, asked);
  const serving = result.component === undefined ? undefined : served.find(result.component);
  if (serving === undefined) return result;
  session.output.appendLine(`── Served at ${serving.url} until this terminal is closed.`);
  signal.addEventListener("abort", () => serving.stop());
  if (signal.aborted) serving.stop();
  const why = await serving.ended;
  return why === undefined ? { ok: true } : { ok: false, message: why };
}
