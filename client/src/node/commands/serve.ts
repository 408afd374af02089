// The commands "WIT: Serve Component" and "WIT: Stop Serving", and the status bar item with the addresses.
import path from "node:path";
import { Disposable, Uri, window, workspace } from "vscode";
import type { HandlerGroup } from "../component-commands.ts";
import { liveOutput } from "../live-output.ts";
import { Cancelled, Refusal } from "../refusal.ts";
import { describeGrants, type Grants } from "../run-targets/grants.ts";
import { chooseRuntime } from "../run-targets/list.ts";
import { openInBrowser } from "../serving/browser.ts";
import type { ServedList } from "../serving/list.ts";
import { PortInUse, type RequestLog } from "../serving/proxy.ts";
import { type Serving, serve } from "../serving/serving.ts";
import { servingStatus } from "../serving/status.ts";
import { runtimeChoice, runtimeSearch, type Session } from "../session.ts";
import { chooseComponent } from "./component.ts";
import { fromMenu } from "./menu.ts";
import { isAsking, reply, tell } from "./reply.ts";
import type { ServeArguments, ServeResult, StopServingArguments, StopServingResult } from "./results.ts";

/** The commands; what is served ends with the extension. */
export function serveCommands(
  session: Session,
  served: ServedList,
): HandlerGroup<"wit.serveComponent" | "wit.stopServing"> {
  return {
    handlers: {
      "wit.serveComponent": (asked?: ServeArguments | Uri) =>
        serveComponent(session, served, fromMenu("component", asked)),
      "wit.stopServing": (asked?: StopServingArguments) => stopServing(session, served, asked),
    },
    owned: Disposable.from(servingStatus(session, served), new Disposable(() => served.stopAll())),
  };
}

export function serveComponent(session: Session, served: ServedList, asked?: ServeArguments): Promise<ServeResult> {
  const interactive = isAsking(asked);
  const failed = (message: string): ServeResult => ({ ok: false, ms: 0, message });
  return reply(session, interactive, () => start(session, served, asked ?? {}, interactive), failed);
}

async function start(
  session: Session,
  served: ServedList,
  asked: ServeArguments,
  interactive: boolean,
): Promise<ServeResult> {
  const component = await chooseComponent(session, asked, interactive);
  const begin = performance.now();
  const running = served.find(component);
  if (running !== undefined) {
    await running.refresh();
    const message = `It was served already at ${running.url}, and is now as it was built last.`;
    session.output.appendLine(`── ${path.basename(component)}: ${message}`);
    return result(running, performance.now() - begin, message);
  }
  const serving = await startAt(session, served, component, portFor(session, component, asked), asked, interactive);
  await session.memory.update(portKey(component), serving.port);
  if (interactive) offerBrowser(session, serving);
  return result(serving, performance.now() - begin);
}

function result(serving: Serving, ms: number, message?: string): ServeResult {
  const { url, component, runtime } = serving;
  return { ok: true, ms, url, component, runtime: runtime.title, ...(message === undefined ? {} : { message }) };
}

function portKey(component: string): string {
  return `port:${component}`;
}

interface Port {
  readonly number: number;
  /** Whether somebody wants this one; else it is only the one that the component had last. */
  readonly isWanted: boolean;
}

function portFor(session: Session, component: string, { port }: ServeArguments): Port {
  const set = port ?? workspace.getConfiguration("wit", Uri.file(component)).get("serve.port", 0);
  if (set > 0 || port === 0) return { number: set, isWanted: set > 0 };
  return { number: session.memory.get(portKey(component), 0), isWanted: false };
}

/** Where the port is in use, a free one takes its place: by itself where nobody wanted that port, else when a person says so. */
async function startAt(
  session: Session,
  served: ServedList,
  component: string,
  port: Port,
  asked: ServeArguments,
  interactive: boolean,
): Promise<Serving> {
  try {
    return await startServing(session, served, component, port.number, asked, interactive);
  } catch (error) {
    if (!(error instanceof PortInUse)) throw error;
    const message = `${error.message} Ask for another one, or 0 for any that is free (setting wit.serve.port).`;
    if (port.isWanted && !interactive) throw new Refusal(message);
    if (port.isWanted && !(await isAnotherWanted(error.message))) throw new Cancelled();
    return startServing(session, served, component, 0, asked, interactive);
  }
}

async function isAnotherWanted(message: string): Promise<boolean> {
  const another = "Use Another Port";
  return (await window.showWarningMessage(message, another)) === another;
}

async function startServing(
  session: Session,
  served: ServedList,
  component: string,
  port: number,
  asked: ServeArguments,
  interactive: boolean,
): Promise<Serving> {
  const scope = Uri.file(component);
  const { runtime, missing } = await chooseRuntime(runtimeChoice(scope), runtimeSearch(session, scope));
  if (runtime === undefined) throw new Refusal(missing.join(" "));
  const grants = (): Grants => asked.grants ?? session.grants.get();
  const name = path.basename(component);
  session.output.appendLine(`── Serving ${name} in ${runtime.title}. Granted: ${describeGrants(grants())}`);
  const shortcoming = runtime.target.shortcoming({ kind: "serve", component, grants: grants() });
  for (const remark of [...missing, shortcoming]) if (remark !== undefined) session.output.appendLine(remark);
  const live = liveOutput(session.output);
  const note = (text: string): void => live.write(`── ${name}: ${text}\n`);
  let serving: Serving | undefined;
  const options = { runtime, component, grants, port, onOutput: (_stream: string, text: string) => live.write(text) };
  serving = await session.progress(`Starting ${name}`, signal =>
    serve({
      ...options,
      signal,
      onRequest: log => note(describeRequest(log)),
      onNews: note,
      onEnd: why => {
        note(why === undefined ? "stopped" : `it is not served any more. ${why}`);
        live.end();
        if (serving !== undefined) served.remove(serving);
        if (why !== undefined) tell(session, `${name} is not served any more. ${why}`);
      },
    }),
  );
  served.add(serving);
  note(`served at ${serving.url}`);
  if (interactive) session.output.show(true);
  return serving;
}

const PATH_SHOWN = 200;

function describeRequest({ method, path: place, status, ms }: RequestLog): string {
  const shown = place.length > PATH_SHOWN ? `${place.slice(0, PATH_SHOWN)}…` : place;
  return `${method} ${shown} → ${status ?? "given up"}, ${ms.toFixed(ms < 10 ? 1 : 0)} ms`;
}

function offerBrowser(session: Session, { url, component }: Serving): void {
  const [open, output] = ["Open in Browser", "Show Output"];
  void window
    .showInformationMessage(`${path.basename(component)} is served at ${url}`, open, output)
    .then(async answer => {
      if (answer === open) await openInBrowser(url);
      if (answer === output) session.output.show(true);
    });
}

function stopServing(session: Session, served: ServedList, asked?: StopServingArguments): Promise<StopServingResult> {
  const interactive = isAsking(asked);
  const failed = (message: string): StopServingResult => ({ ok: false, ms: 0, stopped: [], message });
  const work = async (): Promise<StopServingResult> => {
    const chosen = interactive
      ? await pickServings(served)
      : served.all().filter(({ url }) => asked?.url === undefined || asked.url === url);
    if (chosen.length === 0) throw new Refusal(`Nothing is served${asked?.url ? ` at ${asked.url}` : ""}.`);
    for (const serving of chosen) serving.stop();
    return { ok: true, ms: 0, stopped: chosen.map(({ url }) => url) };
  };
  return reply(session, interactive, work, failed);
}

async function pickServings(served: ServedList): Promise<readonly Serving[]> {
  const all = served.all();
  if (all.length < 2) return all;
  const items = all.map(serving => ({ label: serving.url, description: serving.component, picked: true, serving }));
  const picked = await window.showQuickPick(items, { title: "Stop Serving", canPickMany: true });
  if (picked === undefined) throw new Cancelled();
  return picked.map(({ serving }) => serving);
}
