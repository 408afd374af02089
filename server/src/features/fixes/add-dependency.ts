// A package that `deps` lacks and that another folder of the workspace has: its files, and those it needs, are copied.
import type { RootAnalysis } from "../../semantics/analysis.ts";
import { isLibrary } from "../../workspace/library.ts";
import { copyDependencies } from "../copy-dependency.ts";
import type { FileEdit } from "../edits/file-edit.ts";
import { missingDependency, type PackageElsewhere, packagesElsewhere } from "../elsewhere.ts";
import type { Fix, FixContext, FixRule } from "./fix.ts";
import { holdsItem, namedItems } from "./named-items.ts";
import { renameMentions } from "./paths.ts";

export const addDependency: FixRule = { codes: ["missing-package"], fix: copy };

function copy(c: FixContext): Fix | undefined {
  const key = c.problem.data?.package;
  for (const found of packagesElsewhere(c.root, sources(c))) {
    if (found.pkg.package.key !== key) continue;
    const edits = copies(c, found);
    if (edits) return { title: titleOf(found), edits, preferred: true };
  }
  return undefined;
}

/** The workspace's packages, then those that nobody has to fetch. */
function sources({ roots, library = [] }: FixContext): readonly RootAnalysis[] {
  return [...roots, ...library];
}

function titleOf({
  root,
  pkg: {
    package: { key },
  },
}: PackageElsewhere): string {
  return isLibrary(root.root) ? `Add \`${key}\` to \`deps\`` : `Copy \`${key}\` from the workspace into \`deps\``;
}

export const addOtherVersion: FixRule = { codes: ["missing-package"], fix: copyVersions };

/** Versions that only other folders have, and that hold what is named. */
function copyVersions(c: FixContext): readonly Fix[] {
  const key = c.problem.data?.package;
  if (typeof key !== "string" || !c.root.root.main.includes(c.file)) return [];
  const base = key.split("@")[0]!;
  const seen = new Set([key, ...c.root.byKey.keys()]);
  return packagesElsewhere(c.root, sources(c)).flatMap(found => {
    const to = found.pkg.package.key;
    if (seen.has(to) || to.split("@")[0] !== base || !namedItems(c, key).every(item => holdsItem(found.pkg, item)))
      return [];
    const edits = copies(c, found);
    if (!edits) return [];
    seen.add(to);
    const renamed = renameMentions(c, key, to, false).edits;
    return [
      {
        title: `Use \`${to}\`, and ${isLibrary(found.root.root) ? "add it to" : "copy it from the workspace into"} \`deps\``,
        edits: [...renamed, ...edits],
      },
    ];
  });
}

/** The files to make in `deps`; undefined where they hold what is there already. */
function copies(c: FixContext, found: PackageElsewhere): readonly FileEdit[] | undefined {
  const missing = missingDependency(c.root, found);
  if (!missing) return undefined;
  const packages = [missing, ...missing.needs];
  const from = new Set(packages.map(p => p.from));
  if (heldIn(found.root, from).some(key => c.root.byKey.has(key))) return undefined;
  const roots = sources(c).map(root => root.root);
  return copyDependencies(roots, c.root.root.uri, packages)?.map(({ uri, text }) => ({
    uri,
    edits: [{ start: 0, end: 0, insert: text }],
    create: true,
  }));
}

/** Keys of all packages that folders and files hold. */
function heldIn({ root, packages }: RootAnalysis, from: ReadonlySet<string>): readonly string[] {
  return packages.flatMap(({ package: { key, dep } }) => (from.has(dep?.uri ?? root.uri) ? [key] : []));
}
