// Answers `wit/fit`: how a component, whose WIT the client has printed, differs from a world of the workspace.
import type { Location } from "vscode-languageserver";
import { analyzeRoot, newAnalysisCache } from "../semantics/analysis.ts";
import { type Misfit, misfits } from "../semantics/compatibility/fit.ts";
import { parseFile } from "../syntax/file.ts";
import { locationOf, rootsAt } from "./places.ts";
import type { FitParams, MisfitInfo } from "./protocol.ts";
import type { Snapshot } from "./session.ts";

export function answerFit(
  s: Snapshot,
  { uri, package: owner, world, wit }: FitParams,
): readonly MisfitInfo[] | undefined {
  const found = rootsAt(s, uri)
    .map(root => s.analyze(root))
    .find(root => root.byKey.get(owner)?.items.get(world)?.world);
  const item = found?.byKey.get(owner)?.items.get(world);
  if (!found || !item) return undefined;
  const file = parseFile({ uri: "wit-component:printed.wit", text: wit, version: 0 }, s.make);
  const printed = { uri: file.source.uri, kind: "file", main: [file], deps: [], loading: false } as const;
  const component = analyzeRoot(printed, { names: [], all: true }, newAnalysisCache());
  return misfits(component, found, item)?.flatMap(misfit => misfitInfo(s, misfit) ?? []);
}

function misfitInfo(s: Snapshot, { kind, message, place, member }: Misfit): MisfitInfo | undefined {
  const at = locationOf(s, place.uri, place);
  const inside: Location | undefined = member && locationOf(s, member.uri, member);
  return at && { kind, message, ...at, ...(inside ? { member: inside } : {}) };
}
