// Paths: the interfaces and worlds that `use`, `import`, `export` and `include` can name.
import { type Span, touches } from "../../base/span.ts";
import type { ItemAnalysis } from "../../semantics/package.ts";
import type { SymbolId } from "../../semantics/symbols.ts";
import { kindAt, startAt, tokens } from "../../syntax/tokens.ts";
import type { Token } from "../token-at.ts";
import type { PathRole } from "./context.ts";
import type { Completion } from "./item.ts";
import { isOld, type Reachable, reachable, type Standpoint } from "./reach.ts";

export interface PathRequest {
  readonly role: PathRole;
  /** The part of the path that stands before the word. */
  readonly typed: readonly Token[];
  readonly word: Span;
  /** Where a version that follows the cursor ends; the cursor where there is none. */
  readonly versionEnd: number;
  /** Text of the file. */
  readonly text: string;
}

/** What a path can be, given the part of it that stands there. What is there already is left out. */
export function pathCompletions(s: Standpoint, request: PathRequest): readonly Completion[] {
  const { role, typed, text, word } = request;
  const start = typed[0]?.start ?? word.start;
  const prefix = text.slice(start, word.start).replace(/\s+/g, "");
  const there = mentioned(s.self, role, word.end);
  const kinds =
    role === "include"
      ? (["world"] as const)
      : role === "top-use"
        ? (["interface", "world"] as const)
        : (["interface"] as const);
  const self = role === "import" || role === "export" ? undefined : s.self;
  return kinds.flatMap(kind =>
    reachable({ ...s, self }, kind).flatMap(found =>
      found.path.startsWith(prefix) && !there.has(found.item.id)
        ? [completion(found, request, { start, end: request.versionEnd })]
        : [],
    ),
  );
}

/** What the item imports, exports or includes already, the path at the cursor left out. */
function mentioned(self: ItemAnalysis | undefined, role: PathRole, cursor: number): ReadonlySet<SymbolId> {
  const found = new Set<SymbolId>();
  if (!self || role === "use" || role === "top-use") return found;
  const { externs, includes } = self.analysis.scope.outline;
  const same = role === "include" ? includes : externs.filter(e => e.unit.kind === role && !e.unit.name);
  const start = self.item.scope.offset + self.item.item.offset;
  for (const { unit, offset } of same) {
    if (unit.path && touches(unit.path, cursor - start - offset)) continue;
    const target = unit.path && self.analysis.targetAt(offset + unit.path.start);
    if (target && "id" in target) found.add(target.id);
  }
  return found;
}

function completion(found: Reachable, { role, word, text }: PathRequest, span: Span): Completion {
  const { path, item, root, rank, missingDependency } = found;
  const whole = span.end > word.end || continues(text, word.end);
  const ending = whole ? "" : role === "use" ? ".{};" : ";";
  return {
    label: path,
    kind: item.item.item.kind,
    insert: path + ending,
    ...(ending === ".{};" ? { cursor: path.length + 2 } : {}),
    span,
    rank,
    detail: missingDependency ? `adds ${missingDependency.package} to deps` : item.item.item.kind,
    id: item.id,
    root: root.root.uri,
    ...(isOld(item) ? { deprecated: true } : {}),
    ...(missingDependency ? { missingDependency } : {}),
  };
}

/** Whether the item goes on behind the cursor, so that nothing need be added to end it. */
function continues(text: string, offset: number): boolean {
  const t = tokens(text, offset);
  const kind = kindAt(t, 0);
  if (kind === ";" || kind === "." || kind === "@" || kind === "/" || kind === ":" || kind === "{") return true;
  return (kind === "as" || kind === "with") && !text.slice(offset, startAt(t, 0)).includes("\n");
}
