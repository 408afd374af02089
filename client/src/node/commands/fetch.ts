// The command "WIT: Fetch Dependencies".
import path from "node:path";
import { Uri, window, workspace } from "vscode";
import type { FetchPlanInfo, FetchPlansParams, fetchPlansRequest } from "../../protocol.ts";
import { describeEnding } from "../endings.ts";
import { type Fetcher, type FetcherProgram, failureIn, lostEntries, placeOutside } from "../fetchers/fetcher.ts";
import { fetchers } from "../fetchers/list.ts";
import { isInside } from "../find-program.ts";
import { liveOutput } from "../live-output.ts";
import { runTool, type ToolEnd } from "../process.ts";
import { placeUri } from "../projects.ts";
import { readAgain } from "../read-again.ts";
import { Cancelled, Refusal } from "../refusal.ts";
import { fetcherSearch, type Session } from "../session.ts";
import { isAsking, reply, tell } from "./reply.ts";
import type { FetchArguments, FetchResult } from "./results.ts";

const PLANS: typeof fetchPlansRequest = "wit/fetchPlans";

export function fetchDependencies(session: Session, asked?: FetchArguments): Promise<FetchResult> {
  const interactive = isAsking(asked);
  const failed = (message: string): FetchResult => ({ ok: false, ms: 0, output: "", message });
  return reply(session, interactive, () => fetch(session, asked ?? {}, interactive), failed);
}

async function fetch(session: Session, asked: FetchArguments, interactive: boolean): Promise<FetchResult> {
  const plan = await choosePlan(session, asked, interactive);
  const root = Uri.parse(plan.root).fsPath;
  if (plan.isWorkspace)
    throw new Refusal(
      `The wkg.toml above ${root} joins several packages: wkg puts what they need into its folder wkg/deps, and nothing into a package's own deps. Give the package a wkg.toml of its own.`,
    );
  const fetcher = fetchers.find(({ id }) => id === plan.tool)!;
  const lookup = await fetcher.find(fetcherSearch(Uri.file(root)));
  if (lookup.kind === "missing") throw new Refusal(lookup.message);
  const deps = path.join(root, "deps");
  const lost = await lostEntries(fetcher, plan, deps);
  const place = await placeOutside(deps, fetcherSearch(Uri.file(root)).workspaceFolder);
  const into = place === undefined ? [] : [`deps is a link that leads out of the workspace, to ${place}.`];
  const from = plan.outside.length === 0 ? [] : [`It copies from outside the workspace: ${plan.outside.join(", ")}.`];
  await confirm(fetcher, lost, [...into, ...from], asked, interactive);
  // Tools read from disk: what a person sees should be what they read.
  if (interactive) await saveDocuments(root);
  return run(session, fetcher, lookup.program, plan, interactive);
}

async function choosePlan(session: Session, { root }: FetchArguments, mayAsk: boolean): Promise<FetchPlanInfo> {
  const asked = root === undefined ? activeDocument() : placeUri(root);
  const found = await plansOf(session, asked);
  // The file that is looked at may be no WIT.
  const plans = found.length === 0 && root === undefined ? await plansOf(session, undefined) : found;
  const exact = plans.find(plan => Uri.parse(plan.root).fsPath === asked?.fsPath);
  if (exact !== undefined) return exact;
  const [only] = plans;
  if (only === undefined)
    throw new Refusal("There is no WIT package here that is a folder, so there is no deps to fill.");
  if (plans.length === 1) return only;
  const lacking = plans.filter(({ missing }) => missing.length > 0);
  if (lacking.length === 1) return lacking[0]!;
  if (!mayAsk)
    throw new Refusal(`There are several packages: ${plans.map(plan => plan.root).join(", ")}. Say which one.`);
  return pick(lacking.length > 0 ? lacking : plans);
}

async function plansOf(session: Session, at: Uri | undefined): Promise<readonly FetchPlanInfo[]> {
  const params: FetchPlansParams = at === undefined ? {} : { uri: at.toString() };
  const plans = await session.server.request<readonly FetchPlanInfo[]>(PLANS, params);
  return plans.filter(plan => plan.root.startsWith("file:"));
}

function activeDocument(): Uri | undefined {
  const uri = window.activeTextEditor?.document.uri;
  return uri?.scheme === "file" ? uri : undefined;
}

async function pick(plans: readonly FetchPlanInfo[]): Promise<FetchPlanInfo> {
  const items = plans.map(plan => ({
    label: workspace.asRelativePath(Uri.parse(plan.root)),
    description: plan.missing.length === 0 ? "nothing is missing" : `lacks ${plan.missing.join(", ")}`,
    plan,
  }));
  const title = "Package whose dependencies are fetched";
  const picked = await window.showQuickPick(items, { title, placeHolder: "Which package?" });
  if (picked === undefined) throw new Cancelled();
  return picked.plan;
}

/** Nothing of a person's is overwritten, and nothing leaves the workspace or comes from outside it, without their saying so. */
async function confirm(
  { overwrites }: Fetcher,
  lost: readonly string[],
  outside: readonly string[],
  { replace = false }: FetchArguments,
  mayAsk: boolean,
): Promise<void> {
  const reasons = [
    ...(lost.length === 0 ? [] : [`${overwrites} ${lost.map(name => `deps/${name}`).join(", ")}.`]),
    ...outside,
  ];
  if (reasons.length === 0 || replace) return;
  if (!mayAsk) throw new Refusal(reasons.join(" "));
  const detail = reasons.join("\n\n");
  if ((await window.showWarningMessage("Fetch dependencies?", { modal: true, detail }, "Fetch")) !== "Fetch")
    throw new Cancelled();
}

async function saveDocuments(root: string): Promise<void> {
  const changed = workspace.textDocuments.filter(document => document.isDirty && isInside(document.fileName, root));
  await Promise.all(changed.map(document => document.save()));
}

async function run(
  session: Session,
  fetcher: Fetcher,
  program: FetcherProgram,
  plan: FetchPlanInfo,
  interactive: boolean,
): Promise<FetchResult> {
  const root = Uri.parse(plan.root).fsPath;
  const folder = plan.folder === undefined ? {} : { folder: Uri.parse(plan.folder).fsPath };
  const { workspaceFolder } = fetcherSearch(Uri.file(root));
  const call = fetcher.call(program, { root, ...folder, workspaceFolder });
  const what = `${workspace.asRelativePath(root)}${path.sep}deps`;
  session.output.appendLine(`── ${program.title}: ${[fetcher.id, ...call.args].join(" ")} in ${call.cwd}`);
  if (interactive) session.output.show(true);
  const live = liveOutput(session.output);
  const end = await session.progress(`Fetching ${what} with ${program.title}`, signal =>
    runTool(call, { signal, onOutput: (_stream, text) => live.write(text) }),
  );
  live.end();
  // Also what failed may have filled or emptied the folder.
  await readAgain(session, path.join(root, "deps"));
  const message = messageOf(program, end, what);
  session.output.appendLine(`── ${message}`);
  const ok = end.how.kind === "exited" && end.how.code === 0;
  if (interactive && ok) void window.showInformationMessage(message);
  else if (interactive) tell(session, message);
  return { ok, root, program: program.title, ms: end.ms, output: end.stdout + end.stderr, message };
}

function messageOf({ title }: FetcherProgram, { how, stderr, ms }: ToolEnd, what: string): string {
  if (how.kind === "exited" && how.code === 0) return `${title} filled ${what} in ${(ms / 1000).toFixed(1)} s.`;
  const why = describeEnding(how) ?? failureIn(stderr) ?? "The output says why.";
  return `${title} could not fetch ${what}. ${why}`;
}
