// Names between braces: types in `use x.{…}`, imports and exports in `include w with {…}`.
import type { Span } from "../../base/span.ts";
import type { RootAnalysis } from "../../semantics/analysis.ts";
import type { ItemAnalysis } from "../../semantics/package.ts";
import { canonicalType, itemById } from "../../semantics/symbol-lookup.ts";
import { typeBits } from "../../semantics/targets.ts";
import type { Token } from "../token-at.ts";
import { plain } from "./context.ts";
import { type Completion, ranks, written } from "./item.ts";
import type { Standpoint } from "./reach.ts";

/** Types of the interface at `path` that `names` lacks. */
export function useNameCompletions(
  s: Standpoint,
  path: readonly Token[],
  names: readonly string[],
  span: Span,
): readonly Completion[] {
  const item = itemAtPath(s, path);
  if (!item) return [];
  const there = new Set(names);
  return [...item.analysis.scope.entries.values()].flatMap(entry => {
    if (there.has(entry.name) || (entry.bits & typeBits.off) !== 0) return [];
    return [
      {
        label: entry.name,
        kind: entry.bits & typeBits.resource ? "resource" : "type",
        insert: written(entry.name),
        span,
        rank: ranks.here,
        detail: entry.kind === "def" ? entry.decl.unit.kind : "used there",
        id: canonicalType(s.root, item.id, entry.name) ?? `${item.id}#${entry.name}`,
        root: s.root.root.uri,
      },
    ];
  });
}

/** Imports and exports of the world at `path` that have plain names; only these can be renamed. */
export function includeNameCompletions(
  s: Standpoint,
  path: readonly Token[],
  names: readonly string[],
  span: Span,
): readonly Completion[] {
  const world = itemAtPath(s, path)?.world;
  if (!world) return [];
  const seen = new Set(names);
  return [...world.imports, ...world.exports].flatMap(item => {
    const name = item.name;
    if (item.key.startsWith("[") || name.startsWith("[") || seen.has(name)) return [];
    seen.add(name);
    const text = `${written(name)} as `;
    return [{ label: name, kind: item.kind, insert: text, span, rank: ranks.here, detail: item.kind }];
  });
}

/** The interface or world that a path names, also where the text around it is broken. */
export function itemAtPath(s: Standpoint, path: readonly Token[]): ItemAnalysis | undefined {
  const text = path.map(t => plain(t.text)).join("");
  const match = /^(.+)\/([^/@]+)(@.*)?$/.exec(text);
  if (match) return itemIn(s.root, `${match[1]}${match[3] ?? ""}`, match[2]!);
  const meaning = s.pkg.names.scopes.get(s.scope)?.get(text);
  if (meaning?.kind !== "use") return s.pkg.items.get(text);
  const target = s.pkg.resolve(s.scope, meaning.path, "use");
  return "id" in target && target.id !== undefined ? itemById(s.root, target.id) : undefined;
}

function itemIn(root: RootAnalysis, key: string, name: string): ItemAnalysis | undefined {
  return root.byKey.get(key)?.items.get(name);
}
