// Answers `wit/resolve`: a package as data, for tools that write bindings, forms and projects from its types.
import { rootProblems } from "../semantics/analysis.ts";
import { isLeftOut } from "../semantics/checks/worlds-left-out.ts";
import { resolveModel } from "../semantics/model/resolve.ts";
import { rootsAt } from "./places.ts";
import type { ResolveAnswer, ResolveParams } from "./protocol.ts";
import type { Snapshot } from "./session.ts";

export function answerResolvePackage(snapshot: Snapshot, { uri }: ResolveParams): ResolveAnswer | null {
  const [root] = rootsAt(snapshot, uri);
  if (!root) return null;
  const analysis = snapshot.analyze(root);
  const errors = rootProblems(analysis).filter(({ problem }) => problem.severity === "error" || isLeftOut(problem));
  const [first] = errors;
  if (first) {
    return { kind: "wrong", errors: errors.length, first: first.problem.message, uri: first.uri ?? root.uri };
  }
  return { kind: "resolved", resolve: resolveModel(analysis) };
}
