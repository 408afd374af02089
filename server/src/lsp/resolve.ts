// Answers `wit/resolve`: a package as data, for tools that write bindings, forms and projects from its types.
import { rootProblems } from "../semantics/analysis.ts";
import { isLeftOut } from "../semantics/checks/worlds-left-out.ts";
import { resolveModel } from "../semantics/model/resolve.ts";
import { isContainer, type Member, unitOf } from "../syntax/ast.ts";
import type { Features, PackageRoot } from "../workspace/layout-types.ts";
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
  return { kind: "resolved", resolve: resolveModel(analysis), features: activeFeatures(root, analysis.features) };
}

/** Those that tools have to be told of; what is read from binary form has its gates behind it. */
function activeFeatures({ main, deps }: PackageRoot, { names, all }: Features): readonly string[] {
  const files = [...main, ...deps.flatMap(dep => (dep.binary ? [] : dep.files))];
  const named = new Set(files.flatMap(({ root }) => [...namedFeatures(root)]));
  return [...named].filter(name => all || names.includes(name)).sort();
}

function* namedFeatures(member: Member): Iterable<string> {
  for (const attribute of unitOf(member)?.attributes ?? [])
    if (attribute.kind === "unstable" && attribute.feature) yield attribute.feature.text;
  if (isContainer(member)) for (const each of member.members) yield* namedFeatures(each);
}
