// Workspace symbols: what any file of the workspace declares, found by some of its letters.

import { memo } from "../base/memo.ts";
import type { Span } from "../base/span.ts";
import type { ParsedFile } from "../syntax/file.ts";
import { documentSymbols, type OutlineKind, type OutlineSymbol } from "./symbols.ts";

/** UTF-16 offsets of the file `uri`. */
export interface WorkspaceSymbol {
  readonly name: string;
  readonly kind: OutlineKind;
  readonly uri: string;
  readonly full: Span;
  /** What it is declared in: `a:b/types`. */
  readonly container: string;
}

const maxSymbols = 400;

/** What matches `query`, the best first. An empty query gives everything up to a limit. */
export function workspaceSymbols(files: Iterable<ParsedFile>, query: string): readonly WorkspaceSymbol[] {
  const wanted = query.replace(/\s+/g, "").toLowerCase();
  const found: { symbol: WorkspaceSymbol; score: number }[] = [];
  const seen = new Set<string>();
  for (const file of files) {
    if (seen.has(file.source.uri)) continue;
    seen.add(file.source.uri);
    for (const symbol of declared(file)) {
      const score = scoreOf(symbol.name.toLowerCase(), wanted);
      if (score !== undefined) found.push({ symbol, score });
    }
  }
  found.sort(
    (a, b) => a.score - b.score || compare(a.symbol.name, b.symbol.name) || compare(a.symbol.uri, b.symbol.uri),
  );
  return found.slice(0, maxSymbols).map(({ symbol }) => symbol);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/**
 * How well a name fits, the smaller the better; undefined where the letters are not in it in their order. The name
 * itself is best, then what it starts with, the start of one of its words, letters side by side, letters anywhere.
 */
export function scoreOf(name: string, wanted: string): number | undefined {
  if (name === wanted) return 0;
  if (name.startsWith(wanted)) return 1;
  if (name.includes(`-${wanted}`)) return 2;
  if (name.includes(wanted)) return 3;
  let gaps = 0;
  let at = -1;
  for (const letter of wanted) {
    const next = name.indexOf(letter, at + 1);
    if (next < 0) return undefined;
    if (next > at + 1 && name[next - 1] !== "-") gaps++;
    at = next;
  }
  return 4 + gaps;
}

/** Everything that a file declares; what it merely includes or imports by path is declared elsewhere. */
const declared: (file: ParsedFile) => readonly WorkspaceSymbol[] = memo(file => {
  const found: WorkspaceSymbol[] = [];
  const { uri } = file.source;
  let packageName = "";
  const add = (symbols: readonly OutlineSymbol[], container: string): void => {
    for (const { name, kind, full, children } of symbols) {
      if (kind === "package" && children.length === 0 && container === "") packageName = name;
      const within = container === "" ? packageName : container;
      if (kind !== "include" && !name.includes("/")) found.push({ name, kind, uri, full, container: within });
      add(children, kind === "package" ? name : within === "" ? name : `${within}/${name}`);
    }
  };
  add(documentSymbols(file), "");
  return found;
});
