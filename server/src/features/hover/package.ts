// What hover says of a package: where it comes from, what forms it, what it holds and what it needs.
import { codeSpan } from "../../base/markdown.ts";
import type { RootAnalysis } from "../../semantics/analysis.ts";
import type { PackageAnalysis } from "../../semantics/package.ts";
import type { SymbolId } from "../../semantics/symbols.ts";
import { docMarkdown, leadingDocs } from "../../syntax/docs.ts";
import { nameOf } from "../../workspace/uri.ts";
import { code, docs, note, type Section } from "../sections.ts";
import { lockNote, missingNotes } from "./origin.ts";

/** Names in a list before the rest is only counted. */
const maxNames = 24;

/** What `root` knows of a package that a name in `asking` stands for; nothing where it lacks the package. */
export function packageSections(
  asking: RootAnalysis,
  root: RootAnalysis,
  id: SymbolId,
  roots: Iterable<RootAnalysis>,
): readonly Section[] | undefined {
  const key = id.slice("package ".length);
  const found = root.byKey.get(key);
  if (!found) return undefined;
  const doc = found.package.headers.map(h => docMarkdown(leadingDocs(h.unit))).find(text => text !== "") ?? "";
  return [
    code(`package ${key}`),
    note(`from ${homeOf(root, found)}`),
    note(lockNote(root.root, found)),
    ...(root === asking
      ? []
      : ["Not in `deps` here: the workspace has it elsewhere.", ...missingNotes(asking, key, roots)]
    ).map(note),
    note(list("Other versions", versionsBeside(root, key))),
    note(list("Files", filesOf(found))),
    note(list("Interfaces", itemsOf(found, "interface"))),
    note(list("Worlds", itemsOf(found, "world"))),
    note(list("Needs", needsOf(root, found))),
    docs(doc),
  ];
}

function homeOf(root: RootAnalysis, { package: { dep, nested } }: PackageAnalysis): string {
  if (dep) return codeSpan(`deps/${dep.name}`);
  return nested ? "this file" : codeSpan(nameOf(root.root.uri));
}

/** The keys of a package in its other versions. */
export function versionsBeside(root: RootAnalysis, key: string): readonly string[] {
  const path = key.split("@")[0];
  return [...root.byKey.keys()].filter(other => other !== key && other.split("@")[0] === path).map(codeSpan);
}

/** The files that it is made of, where there are several. */
function filesOf({ package: { scopes, nested } }: PackageAnalysis): readonly string[] {
  if (nested || scopes.length < 2) return [];
  return scopes.map(({ file }) => codeSpan(nameOf(file.source.uri)));
}

export function itemsOf({ items }: PackageAnalysis, kind: "interface" | "world"): readonly string[] {
  const names = [...items.values()].flatMap(i => (i.item.item.kind === kind ? [i.item.item.name.text] : []));
  return names.sort().map(codeSpan);
}

/** The packages that it mentions, and whether they are there. */
function needsOf(root: RootAnalysis, { foreign }: PackageAnalysis): readonly string[] {
  return [...foreign.keys()]
    .sort()
    .map(key => (root.byKey.has(key) || root.root.loading ? codeSpan(key) : `${codeSpan(key)} (missing)`));
}

export function list(title: string, all: readonly string[]): string {
  if (all.length === 0) return "";
  const rest = all.length > maxNames ? ` and ${all.length - maxNames} more` : "";
  return `${title}: ${all.slice(0, maxNames).join(", ")}${rest}`;
}
