// Names between braces: types in `use x.{…}`, imports and exports in `include w with {…}`.
import type { Span } from "../../base/span.ts";
import type { RootAnalysis } from "../../semantics/analysis.ts";
import type { ItemAnalysis } from "../../semantics/package.ts";
import { canonicalType, itemById } from "../../semantics/symbol-lookup.ts";
import { typeBits } from "../../semantics/targets.ts";
import { plain, written } from "../edits/words.ts";
import type { Token } from "../token-at.ts";
import type { UseHome } from "./auto-use.ts";
import { type Completion, ranks } from "./item.ts";
import type { Standpoint } from "./reach.ts";
import { freeName, takenNames } from "./taken.ts";

/** Where names between braces are asked for. */
export interface NamesRequest {
  readonly path: readonly Token[];
  /** Those that stand there already. */
  readonly names: readonly string[];
  readonly word: Span;
  /** Whether an `as` follows the cursor. */
  readonly renamed: boolean;
  /** What is to know the types. */
  readonly home: UseHome | undefined;
}

/** Types of the interface at `path` that `names` lacks; under another name where theirs is taken. */
export function useNameCompletions(s: Standpoint, request: NamesRequest): readonly Completion[] {
  const { path, names, word, renamed, home } = request;
  const item = itemAtPath(s, path);
  if (!item) return [];
  const there = new Set(renamed ? [] : names);
  const taken = renamed || !home ? new Set<string>() : takenNames(home.analysis, around(home, word));
  return [...item.analysis.scope.entries.values()].flatMap(entry => {
    if (there.has(entry.name) || ((entry.bits & typeBits.off) !== 0 && !s.off)) return [];
    const name = freeName(entry.name, item.item.item.name.text, taken);
    if (name === undefined) return [];
    const insert = name === entry.name ? written(name) : `${written(entry.name)} as ${written(name)}`;
    return [
      {
        label: entry.name,
        kind: entry.bits & typeBits.resource ? "resource" : "type",
        insert,
        span: word,
        rank: ranks.here,
        detail: entry.kind === "def" ? entry.decl.unit.kind : "used there",
        id: canonicalType(s.root, item.id, entry.name) ?? `${item.id}#${entry.name}`,
        root: s.root.root.uri,
        ...(entry.bits & typeBits.deprecated ? { deprecated: true } : {}),
      },
    ];
  });
}

function around({ start }: UseHome, word: Span): Span {
  return { start: word.start - start, end: word.end - start };
}

/** Imports and exports of the world at `path` that have plain names; only these can be renamed. */
export function includeNameCompletions(s: Standpoint, request: NamesRequest): readonly Completion[] {
  const { path, names, word, renamed } = request;
  const world = itemAtPath(s, path)?.world;
  if (!world) return [];
  const seen = new Set(names);
  return [...world.imports, ...world.exports].flatMap(item => {
    const { name, kind } = item;
    if (item.key.startsWith("[") || name.startsWith("[") || seen.has(name)) return [];
    seen.add(name);
    const insert = renamed ? written(name) : `${written(name)} as `;
    return [{ label: name, kind, insert, span: word, rank: ranks.here, detail: kind }];
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
