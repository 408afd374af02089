// The commands "WIT: Watch Component" and "WIT: Stop Watching": what is saved is built anew, and run or served again.
import path from "node:path";
import { commands, Disposable, StatusBarAlignment, Uri, window, workspace } from "vscode";
import { hasEntry } from "../../wit/entry-points.ts";
import { buildProject } from "../commands/build.ts";
import { fromMenu } from "../commands/menu.ts";
import { isAsking, reply } from "../commands/reply.ts";
import type { WatchArguments, WatchResult } from "../commands/results.ts";
import { runComponent } from "../commands/run.ts";
import type { HandlerGroup } from "../component-commands.ts";
import { elsewhere } from "../elsewhere.ts";
import { isInside } from "../find-program.ts";
import type { GuestProject } from "../guests/guest.ts";
import { chooseProject } from "../projects.ts";
import { Cancelled, Refusal } from "../refusal.ts";
import type { Session } from "../session.ts";
import { chooseWorld, type World, worldsOf } from "../worlds.ts";
import { Rounds } from "./rounds.ts";

type Step = NonNullable<WatchArguments["next"]>;

interface Watched {
  readonly project: GuestProject;
  readonly world: World;
  readonly next: Step;
}

/** The commands. One project is watched at a time. */
export function watchCommands(session: Session): HandlerGroup<"wit.watchComponent" | "wit.stopWatching"> {
  let watch: Watch | undefined;
  const stop = async (): Promise<void> => {
    const ended = watch;
    watch = undefined;
    await ended?.stop();
  };
  const start = async (asked: WatchArguments, interactive: boolean): Promise<WatchResult> => {
    const watched = await choose(session, asked, interactive);
    await stop();
    watch = new Watch(session, watched);
    return { ok: true, ms: 0, folder: watched.project.folder, world: watched.world.info.name };
  };
  const failed = (message: string): WatchResult => ({ ok: false, ms: 0, message });
  return {
    handlers: {
      "wit.watchComponent": (given?: WatchArguments | Uri) => {
        const asked = fromMenu("folder", given);
        return reply(session, isAsking(asked), () => start(asked ?? {}, isAsking(asked)), failed);
      },
      "wit.stopWatching": stop,
    },
    owned: new Disposable(() => void stop()),
  };
}

async function choose(session: Session, asked: WatchArguments, interactive: boolean): Promise<Watched> {
  const project = await chooseProject(asked.folder, interactive, async () => true);
  if (project === undefined) throw new Cancelled();
  if (project.guest.id === "ready-wasm") throw new Refusal(`There is no source in ${project.folder} to build from.`);
  const folder = Uri.file(project.folder);
  const world = await chooseWorld(session, folder, await worldsOf(session, folder), asked.world, interactive);
  if (world === undefined) throw new Cancelled();
  const next = asked.next ?? (interactive ? await askStep(world) : "build");
  return { project, world, next };
}

const STEPS: readonly { readonly label: string; readonly next: Step }[] = [
  { label: "Build", next: "build" },
  { label: "Build and Run", next: "run" },
  { label: "Build and Serve", next: "serve" },
];

async function askStep({ info }: World): Promise<Step> {
  const able = STEPS.filter(({ next }) => next === "build" || hasEntry(next, info.exports));
  if (able.length === 1) return "build";
  const picked = await window.showQuickPick(able.toReversed(), {
    title: "Watch Component",
    placeHolder: "What is done at each save?",
  });
  if (picked === undefined) throw new Cancelled();
  return picked.next;
}

/** Builds at once, and at each save of a file of the project. */
class Watch {
  private readonly rounds: Rounds;
  private readonly status = window.createStatusBarItem("wit.watch", StatusBarAlignment.Left, 10);
  private readonly saves: Disposable;

  constructor(session: Session, watched: Watched) {
    const name = path.basename(watched.project.folder);
    this.status.name = "WIT Watch";
    this.status.command = "wit.stopWatching";
    this.status.tooltip = `WIT Tools: what is saved in ${name} is built${watched.next === "build" ? "" : `, then ${watched.next}`}. Click to stop.`;
    this.status.show();
    this.rounds = new Rounds(signal => round(session, watched, signal, icon => this.show(icon, name)));
    this.saves = workspace.onDidSaveTextDocument(({ uri }) => {
      if (uri.scheme === "file" && isInside(uri.fsPath, watched.project.folder)) this.rounds.trigger();
    });
    this.rounds.trigger();
  }

  async stop(): Promise<void> {
    this.saves.dispose();
    await this.rounds.stop();
    this.status.dispose();
  }

  private show(icon: string, name: string): void {
    this.status.text = `$(${icon}) Watching ${name}`;
  }
}

async function round(
  session: Session,
  { project, world, next }: Watched,
  signal: AbortSignal,
  show: (icon: string) => void,
): Promise<void> {
  // Without notifications: this goes on at every save.
  const own = elsewhere(session, { write: text => session.output.append(text), signal });
  try {
    show("loading~spin");
    const built = await buildProject(own, project, world.info.name, false);
    show(built.ok ? "eye" : "error");
    if (!built.ok || signal.aborted || built.component === undefined) return;
    if (next === "run") await runComponent(own, { component: built.component });
    if (next === "serve") await commands.executeCommand("wit.serveComponent", { component: built.component });
  } catch (error) {
    show("error");
    session.log.error(error instanceof Error ? error : String(error));
  }
}
