// What is wrong with manifests and locks: unreadable ones, entries that leave the workspace, locks that `deps` does not match.
import { type Manifests, manifestFiles } from "../../workspace/manifests/types.ts";
import { shownUri } from "../../workspace/uri.ts";
import type { RootAnalysis } from "../analysis.ts";
import type { FileProblem } from "../problem.ts";
import { witDepsProblems } from "./wit-deps-lock.ts";
import { wkgProblems } from "./wkg-lock.ts";

/** Problems in the manifests and locks of roots, each once. `roots` are all that share them. */
export function manifestProblems(roots: readonly RootAnalysis[]): readonly FileProblem[] {
  const all = roots.flatMap(({ root }) => root.manifests ?? []);
  const found = [
    ...all.flatMap(faults),
    ...all.flatMap(outside),
    ...roots.flatMap(witDepsProblems),
    ...sharingWkg(roots).flatMap(wkgProblems),
  ];
  const known = new Set<string>();
  return found.filter(({ uri, code, start, message }) => {
    const key = JSON.stringify([uri, code, start, message]);
    return !known.has(key) && known.add(key);
  });
}

/** Packages by the lock that they share. */
function sharingWkg(roots: readonly RootAnalysis[]): readonly (readonly RootAnalysis[])[] {
  const groups = new Map<string, RootAnalysis[]>();
  for (const root of roots) {
    const uri = root.root.manifests?.wkg?.lock?.source.uri;
    if (uri === undefined) continue;
    const known = groups.get(uri);
    if (known) known.push(root);
    else groups.set(uri, [root]);
  }
  return [...groups.values()];
}

function faults(manifests: Manifests): readonly FileProblem[] {
  return manifestFiles(manifests).flatMap(({ source: { uri }, fault }): FileProblem[] => {
    if (!fault) return [];
    const { start, end } = fault;
    const message = `this is not valid TOML, so nothing is known of where the packages in \`deps\` come from: ${fault.message}`;
    return [{ uri, code: "invalid-manifest", severity: "warning", message, start, end, at: undefined }];
  });
}

function outside(manifests: Manifests): readonly FileProblem[] {
  return manifests.outside.map(({ uri, name, target, start, end }) => {
    const message = `\`${name}\` is taken from ${shownUri(target)}, which lies outside the workspace`;
    return { uri, code: "deps-outside-workspace", severity: "information", message, start, end, at: undefined };
  });
}
