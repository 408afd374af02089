// Paths: the interfaces and worlds that `use`, `import`, `export` and `include` can name.
import { type Span, touches } from "../../base/span.ts";
import type { ItemAnalysis } from "../../semantics/package.ts";
import type { SymbolId } from "../../semantics/symbols.ts";
import { type ParsedFile, partOf } from "../../syntax/file.ts";
import { kindAt, startAt, tokens } from "../../syntax/tokens.ts";
import type { Token } from "../token-at.ts";
import type { PathRole } from "./context.ts";
import { clashing, hasPlainNames, namesBehind, withClause } from "./includable.ts";
import { type Completion, ranks } from "./item.ts";
import type { Nearness } from "./nearness.ts";
import { isOld, packageUsers, type Reachable, reachable, type Standpoint, usersIn } from "./reach.ts";

export interface PathRequest {
  readonly role: PathRole;
  /** The part of the path that stands before the word. */
  readonly typed: readonly Token[];
  readonly word: Span;
  /** Where a version that follows the cursor ends; the cursor where there is none. */
  readonly versionEnd: number;
  readonly file: ParsedFile;
  readonly near: Nearness;
}

/** What a path can be, given the part of it that stands there. What is there already is left out. */
export function pathCompletions(s: Standpoint, request: PathRequest): readonly Completion[] {
  const { role, typed, file, word } = request;
  const start = typed[0]?.start ?? word.start;
  const prefix = partOf(file, start, word.start).replace(/\s+/g, "");
  const there = mentioned(s.self, role, word.end);
  const order = ordered(s, request);
  const fits = fitting(s, request);
  const kinds =
    role === "include"
      ? (["world"] as const)
      : role === "top-use"
        ? (["interface", "world"] as const)
        : (["interface"] as const);
  const self = role === "use" || role === "include" || role === "top-use" ? s.self : undefined;
  const all = kinds
    .flatMap(kind => reachable({ ...s, self }, kind))
    // A file's `use` can't name what another one brings in, nor a world of another package.
    .filter(
      ({ rank, item, path }) => role !== "top-use" || (rank !== ranks.here && !(item.world && path.includes("/"))),
    )
    .filter(found => found.path.startsWith(prefix) && !there.has(found.item.id));
  const chosen = all.filter(fits);
  const span = { start, end: request.versionEnd };
  return (chosen.length > 0 ? chosen : all).map(found => ({
    ...completion(s, found, request, span),
    order: order(found),
  }));
}

/** Whether something has the names that the rest of the item wants of it. */
function fitting({ self }: Standpoint, { role, file, word }: PathRequest): (found: Reachable) => boolean {
  if (role === "use") {
    const names = namesBehind(file, word.end, ".");
    return ({ item: { analysis } }) => names.every(name => analysis.scope.entries.has(name));
  }
  if (role !== "include") return () => true;
  const names = namesBehind(file, word.end, "with");
  const open = !continues(file, word.end);
  return ({ item }) => hasPlainNames(item, names) && (open || clashing(self, item).every(name => names.includes(name)));
}

/** What the item imports or exports already under its own name, the path at the cursor left out. */
function mentioned(self: ItemAnalysis | undefined, role: PathRole, cursor: number): ReadonlySet<SymbolId> {
  const found = new Set<SymbolId>();
  if (!self || (role !== "import" && role !== "export")) return found;
  const same = self.analysis.scope.outline.externs.filter(e => e.unit.kind === role && !e.unit.name);
  const start = self.item.scope.offset + self.item.item.offset;
  for (const { unit, offset } of same) {
    if (unit.path && touches(unit.path, cursor - start - offset)) continue;
    const target = unit.path && self.analysis.targetAt(offset + unit.path.start);
    if (target && "id" in target) found.add(target.id);
  }
  return found;
}

/**
 * Where a path comes among those of its rank: interfaces of packages that are named near by first, then those that no
 * other package needs, as they are here for this one; last what is included already.
 */
function ordered(s: Standpoint, { role, near }: PathRequest): (found: Reachable) => number {
  const there = included(s.self, role);
  const users = packageUsers(s.root);
  return ({ item, path, root }) => {
    const key = packageOf(item.id);
    if (!path.includes("/")) return near.of(path) + (there.has(item.id) ? 4 : 0);
    const pkg = root.byKey.get(key);
    // What others use types of is there for them, and seldom exported for itself.
    const isPart = role === "export" && pkg !== undefined && usersIn(pkg).has(item.id);
    const distance = near.of(key) + (isPart ? 0.5 : 0);
    const needed = (users.get(key) ?? []).some(user => s.root.byKey.get(user)?.package.dep !== undefined);
    return distance + Number(needed) + (there.has(item.id) ? 4 : 0) + (isOld(item) ? 8 : 0);
  };
}

/** The package of an item, with its version: `a:b@1.0.0` of `a:b/c@1.0.0`. */
function packageOf(id: SymbolId): string {
  return id.replace(/\/[^@]*/, "");
}

/** What the worlds that a world includes import or export; for one more `include` these worlds themselves. */
function included(self: ItemAnalysis | undefined, role: PathRole): ReadonlySet<SymbolId> {
  const found = new Set<SymbolId>();
  if (role === "include" && self)
    for (const { unit, offset } of self.analysis.scope.outline.includes) {
      const target = unit.path && self.analysis.targetAt(offset + unit.path.start);
      if (target && "id" in target && target.id !== undefined) found.add(target.id);
    }
  for (const item of (role === "import" ? self?.world?.imports : role === "export" ? self?.world?.exports : []) ?? [])
    if (item.id !== undefined && item.container !== self?.item.item.container) found.add(item.id);
  return found;
}

function completion(s: Standpoint, found: Reachable, request: PathRequest, span: Span): Completion {
  const { path, item, root, rank, missingDependency } = found;
  const ending = endingOf(s, found, request, span);
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

/** What follows the path where nothing does yet. */
function endingOf({ self }: Standpoint, { item }: Reachable, { role, word, file }: PathRequest, span: Span): string {
  if (span.end > word.end || continues(file, word.end)) return "";
  if (role === "use") return ".{};";
  return (role === "include" && withClause(self, item)) || ";";
}

/** Whether the item goes on behind the cursor, so that nothing need be added to end it. */
function continues(file: ParsedFile, offset: number): boolean {
  const { length } = file.source.text;
  let t = tokens(partOf(file, offset, Math.min(length, offset + 200)));
  // A comment may be longer.
  if (kindAt(t, 0) === "end" || t.reached) t = tokens(partOf(file, offset, length));
  const kind = kindAt(t, 0);
  if (kind === ";" || kind === "." || kind === "@" || kind === "/" || kind === ":" || kind === "{") return true;
  return (kind === "as" || kind === "with") && !t.text.slice(0, startAt(t, 0)).includes("\n");
}
