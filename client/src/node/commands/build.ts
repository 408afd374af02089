// The command "WIT: Build Component".
import { stat } from "node:fs/promises";
import path from "node:path";
import { commands, Uri, window, workspace } from "vscode";
import { nextSteps } from "../../wit/next-step.ts";
import { clearProblems, showProblems } from "../build-problems.ts";
import { describeEnding } from "../endings.ts";
import { isFile, isInside } from "../find-program.ts";
import { checkFit, fitMessage } from "../fit.ts";
import type { BuildOutcome, GuestProject } from "../guests/guest.ts";
import { leftOut } from "../guests/limits.ts";
import { install } from "../install.ts";
import { liveOutput } from "../live-output.ts";
import type { ToolCall } from "../process.ts";
import { chooseProject, type Fitting } from "../projects.ts";
import { Cancelled } from "../refusal.ts";
import { type Session, timeoutMs } from "../session.ts";
import { toolbox } from "../toolbox.ts";
import { featuresOf } from "../wit-features.ts";
import { chooseWorld, isNamed, settledWorlds, usesHttp, type World, worldsOf } from "../worlds.ts";
import { isAsking, reply, tell } from "./reply.ts";
import type { BuildArguments, BuildResult } from "./results.ts";

export function buildComponent(session: Session, asked?: BuildArguments): Promise<BuildResult> {
  const interactive = isAsking(asked);
  const failed = (message: string): BuildResult => ({ ok: false, ms: 0, output: "", message });
  return reply(session, interactive, () => build(session, asked ?? {}, interactive), failed);
}

async function build(session: Session, asked: BuildArguments, interactive: boolean): Promise<BuildResult> {
  const project = await chooseProject(asked.folder, interactive, withWorld(session, asked.world));
  if (project === undefined) return cancelled();
  const result = await buildProject(session, project, asked.world, interactive);
  if (interactive) void offerNext(session, project, result);
  return result;
}

/** Builds one project; the result says what happened, and so do the output and the Problems panel. */
export async function buildProject(
  session: Session,
  project: GuestProject,
  world: string | undefined,
  interactive: boolean,
): Promise<BuildResult> {
  const chosen = await worldToBuild(session, project, world, interactive);
  if (chosen === "cancelled") return cancelled();
  if (interactive) await saveDocuments(project);
  const title = `${path.basename(project.folder)} (${project.guest.label})`;
  session.output.appendLine(`── Building ${title}${chosen.world === undefined ? "" : `, world ${chosen.world}`}`);
  if (interactive) session.output.show(true);
  clearProblems(session, project);
  const start = performance.now();
  const { outcome, output } = await session.progress(`Building ${title}`, signal =>
    runBuild(session, project, chosen, signal),
  );
  return report(session, project, outcome, { output, ms: performance.now() - start, interactive, chosen });
}

interface Target {
  readonly world?: string;
  /** The same for tools. */
  readonly specifier?: string;
  readonly witPath: string;
  readonly usesHttp: boolean;
  /** As the server knows it. */
  readonly known?: World;
}

async function worldToBuild(
  session: Session,
  project: GuestProject,
  world: string | undefined,
  interactive: boolean,
): Promise<Target | "cancelled"> {
  const fallback = path.join(project.folder, "wit");
  if (project.guest.id === "ready-wasm") return { witPath: fallback, usesHttp: false };
  const folder = Uri.file(project.folder);
  const worlds = await settledWorlds(session, folder).catch((error: unknown): undefined => {
    session.log.warn(`The language server does not tell the worlds (${error}); the build tool chooses one.`);
  });
  if (worlds === undefined) return { witPath: fallback, usesHttp: false, ...(world === undefined ? {} : { world }) };
  const chosen: World | undefined = await chooseWorld(session, folder, worlds, world, interactive);
  if (chosen === undefined) return "cancelled";
  const { name, specifier } = chosen.info;
  return { world: name, specifier, witPath: chosen.witPath, usesHttp: usesHttp(chosen), known: chosen };
}

async function runBuild(
  session: Session,
  project: GuestProject,
  target: Target,
  signal: AbortSignal,
): Promise<{ outcome: BuildOutcome; output: string }> {
  const folder = Uri.file(project.folder);
  const live = liveOutput(session.output);
  let output = "";
  const onOutput = (_stream: string, text: string): void => {
    live.write(text);
    if (output.length < 1_000_000) output += text;
  };
  const watch = { signal, timeoutMs: timeoutMs("build.timeout", folder), onOutput };
  const { specifier, known, ...asked } = target;
  const world = specifier === undefined ? {} : { world: specifier };
  const { features, model } = await featuresOf(session, known);
  const request = { ...asked, ...world, features, tools: toolbox(session, folder), watch };
  const outcome = await project.guest.build(project, request);
  live.end();
  const less = model === undefined || outcome.kind !== "built" ? undefined : leftOut(project.guest, model);
  if (less !== undefined) session.output.appendLine(`── ${less}`);
  return { outcome, output };
}

interface Report {
  readonly output: string;
  readonly ms: number;
  readonly interactive: boolean;
  readonly chosen: Target;
}

async function report(
  session: Session,
  project: GuestProject,
  outcome: BuildOutcome,
  { output, ms, interactive, chosen }: Report,
): Promise<BuildResult> {
  switch (outcome.kind) {
    case "built": {
      const message = await builtMessage(outcome, ms);
      session.output.appendLine(message);
      await remember(session, project.folder, chosen.world, outcome.component);
      if (chosen.known !== undefined) void tellFit(session, outcome.component, chosen.known);
      const world = chosen.world === undefined ? {} : { world: chosen.world };
      return { ok: true, component: outcome.component, ...world, ms, output, message };
    }
    case "failed": {
      showProblems(session, project, outcome.problems);
      const message = failureMessage(outcome);
      session.output.appendLine(message);
      if (interactive) tell(session, message);
      return { ok: false, ms, output, message };
    }
    case "missing-tool":
      session.output.appendLine(outcome.message);
      if (interactive && outcome.install !== undefined) void offerInstall(session, outcome.message, outcome.install);
      else if (interactive) tell(session, outcome.message);
      return { ok: false, ms, output, message: outcome.message };
  }
}

async function builtMessage(
  { component, note }: Extract<BuildOutcome, { kind: "built" }>,
  ms: number,
): Promise<string> {
  const megabytes = ((await stat(component)).size / 1e6).toFixed(1);
  const what = `${workspace.asRelativePath(component)} (${megabytes} MB)`;
  return note === undefined ? `Built ${what} in ${(ms / 1000).toFixed(1)} s.` : `${what}: ${note}`;
}

function failureMessage({ problems, end }: Extract<BuildOutcome, { kind: "failed" }>): string {
  const ending = describeEnding(end.how);
  if (ending !== undefined) return `The build did not finish. ${ending}`;
  const first = problems[0];
  if (first === undefined) return "The build failed; the output says why.";
  const place =
    first.file === undefined
      ? ""
      : ` (${[first.file, first.line, first.column].filter(part => part !== undefined).join(":")})`;
  return `The build failed: ${first.message}${place}`;
}

/** Of this very component: the file that is edited may be of another project. */
async function offerNext(session: Session, project: GuestProject, { component, world }: BuildResult): Promise<void> {
  if (component === undefined) return;
  const worlds = world === undefined ? [] : await worldsOf(session, Uri.file(project.folder)).catch(() => []);
  const steps = nextSteps(worlds.find(({ info }) => info.name === world)?.info.exports);
  const message = `Built ${path.basename(project.folder)}.`;
  const answer = await window.showInformationMessage(message, ...steps.map(({ label }) => label));
  const step = steps.find(({ label }) => label === answer);
  if (step !== undefined) await commands.executeCommand(step.command, { component, ask: true });
}

async function offerInstall(session: Session, message: string, call: ToolCall): Promise<void> {
  const yes = "Install It Now";
  if ((await window.showErrorMessage(message, yes)) !== yes) return;
  if (await install(session, call)) void window.showInformationMessage("Installed. Build again.");
}

/** Compares in the background: the component can be used meanwhile. */
async function tellFit(session: Session, component: string, world: World): Promise<void> {
  try {
    const misfits = await checkFit(session, component, world);
    if (misfits.length > 0) session.output.appendLine(`── ${fitMessage(component, world, misfits)}`);
  } catch (error) {
    session.log.warn(error instanceof Error ? error.message : String(error));
  }
}

/** Of several projects, those whose WIT package has the world. */
export function withWorld(session: Session, world: string | undefined): Fitting {
  return async ({ folder }) =>
    world === undefined || (await worldsOf(session, Uri.file(folder))).some(({ info }) => isNamed(info, world));
}

async function remember(session: Session, folder: string, world: string | undefined, component: string): Promise<void> {
  await session.memory.update(componentKey(folder), component);
  if (world !== undefined) await session.memory.update(componentKey(folder, world), component);
}

/** The component of a project's last build, if its file is still there; with a world, of the last one with that. */
export async function lastComponent(session: Session, folder: string, world?: string): Promise<string | undefined> {
  const known = session.memory.get<string>(componentKey(folder, world));
  return known !== undefined && (await isFile(known)) ? known : undefined;
}

/** A world without its package and version: the build knows it by its name alone. */
function componentKey(folder: string, world?: string): string {
  return world === undefined ? `component:${folder}` : `component:${folder}#${world.replace(/^.*\/|@.*$/g, "")}`;
}

/** Tools read from disk: what a person sees should be what is built. */
async function saveDocuments({ folder }: GuestProject): Promise<void> {
  const changed = workspace.textDocuments.filter(document => document.isDirty && isInside(document.fileName, folder));
  await Promise.all(changed.map(document => document.save()));
}

function cancelled(): BuildResult {
  throw new Cancelled();
}
