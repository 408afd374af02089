// A package that `deps` lacks and that another folder of the workspace has: its files, and those it needs, are copied.
import { childUri, lastSegment } from "../../workspace/uri.ts";
import { reachable } from "../completion/reach.ts";
import type { FileEdit } from "../edits/file-edit.ts";
import { type Fix, type FixContext, type FixRule, homeAt } from "./fix.ts";

export const addDependency: FixRule = { codes: ["missing-package"], fix: copy };

function copy(c: FixContext): Fix | undefined {
  const home = homeAt(c);
  const key = c.problem.data?.package;
  if (!home || typeof key !== "string") return undefined;
  const standpoint = { root: c.root, roots: c.roots, pkg: home.pkg, scope: home.scope, self: home.item };
  for (const kind of ["interface", "world"] as const) {
    const missing = reachable(standpoint, kind).find(r => r.missingDependency?.package === key)?.missingDependency;
    if (!missing) continue;
    const edits = [missing, ...missing.needs].map(each => copies(c, each.package));
    if (edits.some(list => list.length === 0)) return undefined;
    return { title: `Copy \`${key}\` from the workspace into \`deps\``, edits: edits.flat(), preferred: true };
  }
  return undefined;
}

/** The files of a package of another root, below `deps`; none where they are not text. */
function copies(c: FixContext, key: string): readonly FileEdit[] {
  const found = c.roots.find(r => r !== c.root && r.byKey.has(key))?.byKey.get(key)?.package;
  if (!found) return [];
  const files = [...new Set(found.scopes.map(scope => scope.file.source))];
  if (files.some(file => !file.uri.endsWith(".wit"))) return [];
  const folder = childUri(childUri(c.root.root.uri, "deps"), folderName(c, key));
  return files.map(({ uri, text }) => ({
    uri: `${folder}/${lastSegment(uri)}`,
    edits: [{ start: 0, end: 0, insert: text }],
    create: true,
  }));
}

/** The package's name, with its namespace where `deps` has an entry of that name. */
function folderName(c: FixContext, key: string): string {
  const [namespace = "", name = ""] = key.split("@")[0]!.split(":");
  return c.root.root.deps.some(dep => dep.name === name) ? `${namespace}-${name}` : name;
}
