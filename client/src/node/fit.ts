// Compares a component with a world, and shows on the WIT where it does not fit.
import path from "node:path";
import {
  Diagnostic,
  DiagnosticRelatedInformation,
  DiagnosticSeverity,
  type Disposable,
  Location,
  Range,
  Uri,
  workspace,
} from "vscode";
import type { FitParams, fitRequest, MisfitInfo } from "../protocol.ts";
import { printedWit } from "./component-wit.ts";
import { Refusal } from "./refusal.ts";
import type { Session } from "./session.ts";
import { qualified, type World } from "./worlds.ts";

const FIT: typeof fitRequest = "wit/fit";

/** How a component differs from a world, worst first; shown in place of what was shown of that world before. */
export async function checkFit(session: Session, component: string, world: World): Promise<readonly MisfitInfo[]> {
  const found = await misfitsOf(session, component, world);
  show(session, component, world, found);
  return found;
}

/** The same, shown nowhere. */
export async function misfitsOf(session: Session, component: string, world: World): Promise<readonly MisfitInfo[]> {
  const { package: owner, name } = world.info;
  const params: FitParams = {
    uri: world.info.uri,
    package: owner,
    world: name,
    wit: await printedWit(session, component),
  };
  const misfits = await session.server.request<readonly MisfitInfo[] | null>(FIT, params);
  if (misfits === null) {
    throw new Refusal(
      `Whether ${component} fits the world ${qualified(world.info)} can't be told: one of them can't be read.`,
    );
  }
  return [...misfits].sort((a, b) => Number(a.kind === "beyond") - Number(b.kind === "beyond"));
}

/** Whether nothing is wrong; imports beyond the world are none of the component's faults. */
export function fits(misfits: readonly MisfitInfo[]): boolean {
  return misfits.every(({ kind }) => kind === "beyond");
}

/** In a sentence or two: whether it fits, and what is the first that does not. */
export function fitMessage(component: string, world: World, misfits: readonly MisfitInfo[]): string {
  const file = path.basename(component);
  const wrong = misfits.filter(({ kind }) => kind !== "beyond");
  const [first] = wrong;
  if (first === undefined)
    return [`${file} fits the world ${qualified(world.info)}.`, ...misfits.map(({ message }) => message)].join(" ");
  const more = wrong.length === 1 ? "" : ` ${wrong.length - 1} more in Problems.`;
  return `${file} does not fit the world ${qualified(world.info)}: ${first.message}${more}`;
}

/** What was said of a WIT file is about the text that it had. */
export function forgetOnEdit(session: Session): Disposable {
  return workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
    if (contentChanges.length > 0) session.fits.delete(document.uri);
  });
}

function show(session: Session, component: string, world: World, misfits: readonly MisfitInfo[]): void {
  const key = qualified(world.info);
  const uris = new Set([world.info.uri, ...misfits.map(({ uri }) => uri)]);
  for (const uri of uris) {
    const at = Uri.parse(uri);
    const others = (session.fits.get(at) ?? []).filter(({ code }) => code !== key);
    const own = misfits.filter(misfit => misfit.uri === uri).map(misfit => diagnostic(component, key, misfit));
    session.fits.set(at, [...others, ...own]);
  }
}

function diagnostic(component: string, key: string, { kind, message, range, member }: MisfitInfo): Diagnostic {
  const severity = kind === "beyond" ? DiagnosticSeverity.Hint : DiagnosticSeverity.Error;
  const found = new Diagnostic(rangeOf(range), message, severity);
  found.source = `WIT fit: ${path.basename(component)}`;
  found.code = key;
  if (member !== undefined) {
    const place = new Location(Uri.parse(member.uri), rangeOf(member.range));
    found.relatedInformation = [new DiagnosticRelatedInformation(place, "as the world has it")];
  }
  return found;
}

function rangeOf({ start, end }: MisfitInfo["range"]): Range {
  return new Range(start.line, start.character, end.line, end.character);
}
