// What an `include` brings twice, or renames in vain.
import { itemById } from "../../semantics/symbol-lookup.ts";
import { canonicalFunctionName } from "../../syntax/names.ts";
import type { TextEdit } from "../../syntax/recut.ts";
import { removeElement, removeMember } from "../edits/remove.ts";
import { freeName, tokensIn, written } from "../edits/words.ts";
import {
  type Fix,
  type FixContext,
  type FixRule,
  fixHere,
  type Home,
  headSpan,
  homeAt,
  insertAt,
  type ProblemMember,
  problemMember,
  replace,
} from "./fix.ts";
import { nearest } from "./nearest.ts";
import { spanIn } from "./parts.ts";

type Include = ProblemMember & { readonly unit: Extract<ProblemMember["unit"], { kind: "include" }> };

function includeAt(c: FixContext): Include | undefined {
  const member = problemMember(c);
  return member?.unit.kind === "include" && member.unit.path ? { ...member, unit: member.unit } : undefined;
}

/** The world that an include names. */
function included(c: FixContext, home: Home, { start, unit }: Include): ReturnType<typeof itemById> {
  const target = home.analysis.targetAt(start - home.base + unit.path!.start);
  return target.status === "world" ? itemById(c.root, target.id) : undefined;
}

export const renameShadowed: FixRule = { codes: ["include-shadows"], fix: mendShadow };

function mendShadow(c: FixContext): readonly Fix[] {
  const include = includeAt(c);
  const home = homeAt(c);
  const name = c.problem.data?.name;
  if (!include || !home || typeof name !== "string") return [];
  const removal = fixHere(c, "Remove this `include`", removeMember(c.file, include), isSecond(c, home, include));
  if (name.includes("[")) return [removal];
  const taken = takenNames(home, c, include);
  const names = clashing(home, include, name);
  const edits = renamings(c, include, names, taken);
  const shown = names.map(n => `\`${n}\``).join(", ");
  return [removal, fixHere(c, `Rename what it brings: ${shown}`, edits, !removal.preferred)];
}

/** New names by `as`: a pair that is there gets another, all else a pair of its own. */
function renamings(
  c: FixContext,
  include: Include,
  names: readonly string[],
  taken: readonly string[],
): readonly TextEdit[] {
  const used = [...taken];
  const edits: TextEdit[] = [];
  const pairs: string[] = [];
  for (const name of names) {
    const free = written(freeName(name, used));
    used.push(free);
    const alias = include.unit.names.find(n => n.alias?.text === name)?.alias;
    if (alias) edits.push(replace(spanIn(include, alias), free));
    else pairs.push(`${written(name)} as ${free}`);
  }
  return pairs.length === 0 ? edits : [...edits, withNames(c, include, pairs.join(", "))];
}

/** Whether the world includes the same world before. */
function isSecond(c: FixContext, home: Home, include: Include): boolean {
  const target = included(c, home, include);
  return home.analysis.scope.outline.includes.some(({ unit, offset }) => {
    if (home.base + offset >= include.start || !unit.path || !target) return false;
    const other = home.analysis.targetAt(offset + unit.path.start);
    return other.status === "world" && other.id === target.id && include.unit.names.length === 0;
  });
}

function takenNames({ item, analysis }: Home, c: FixContext, include: Include): readonly string[] {
  const own = [...(item.world?.imports ?? []), ...(item.world?.exports ?? [])].map(i => i.name);
  const theirs = included(c, { item, analysis } as Home, include)?.world;
  return [...own, ...(theirs ? [...theirs.imports, ...theirs.exports].map(i => i.name) : [])];
}

/** All names that the include brings and that are there already, so that one fix is enough. */
function clashing(home: Home, include: Include, first: string): readonly string[] {
  const names = new Set([first]);
  for (const f of home.item.world?.findings ?? []) {
    const here = home.start + f.start >= include.span.start && home.start + f.end <= include.span.end;
    const name = f.data?.name;
    if (f.code === "include-shadows" && here && typeof name === "string" && !name.includes("[")) names.add(name);
  }
  return [...names];
}

/** Adds pairs to `with { … }`, which takes the place of the semicolon. */
function withNames(c: FixContext, include: Include, pairs: string): ReturnType<typeof insertAt> {
  const tokens = tokensIn(c.file, headSpan(include));
  const last = include.unit.names.at(-1);
  if (last) return insertAt(include.start + (last.alias ?? last.name).end, `, ${pairs}`);
  const open = tokens.find(t => t.kind === "{");
  if (open) return insertAt(open.end, ` ${pairs} `);
  return replace({ start: include.start + include.unit.path!.end, end: include.span.end }, ` with { ${pairs} }`);
}

export const unknownRename: FixRule = { codes: ["include-unknown-name"], fix: mendName };

function mendName(c: FixContext): readonly Fix[] {
  const include = includeAt(c);
  const home = homeAt(c);
  const pair = include?.unit.names.find(n => include.start + n.name.start === c.problem.start);
  if (!include || !home || !pair) return [];
  const world = included(c, home, include)?.world;
  const names = world
    ? [...world.imports, ...world.exports]
        .filter(i => !i.key.startsWith("[") && !i.name.startsWith("["))
        .map(i => i.name)
    : [];
  const taken = new Set(include.unit.names.map(n => n.name.text));
  const meant = nearest(
    pair.name.text,
    names.filter(n => !taken.has(n)),
  );
  const fixes = meant.map((name, i) =>
    fixHere(c, `Did you mean \`${name}\`?`, replace(c.problem, written(name)), i === 0 && meant.length === 1),
  );
  return [...fixes, removePair(c, include, pair, meant.length !== 1)];
}

/** Takes a pair out of `with { … }`, and the empty braces, which a semicolon replaces. */
function removePair(c: FixContext, include: Include, pair: Include["unit"]["names"][number], preferred: boolean): Fix {
  const title = `Remove the renaming of \`${pair.name.text}\``;
  if (include.unit.names.length === 1) {
    const place = { start: include.start + include.unit.path!.end, end: include.span.end };
    return fixHere(c, title, replace(place, ";"), preferred);
  }
  const span = spanIn(include, { start: pair.name.start, end: (pair.alias ?? pair.name).end });
  return fixHere(c, title, removeElement(c.file, headSpan(include), span), preferred);
}

export const renameClashing: FixRule = { codes: ["include-clash"], fix: mendClash };

/** Names that differ only by case or hyphens: what an include brings gets another. */
function mendClash(c: FixContext): readonly Fix[] {
  const home = homeAt(c);
  const world = home?.item.world;
  if (!home || !world) return [];
  const items = [...world.imports, ...world.exports].filter(i => !i.key.startsWith("["));
  const taken = items.map(i => i.name);
  const edits = home.analysis.scope.outline.includes.flatMap(({ offset }) => {
    const include = includeAt({ ...c, problem: { ...c.problem, start: startOfUnit(home, offset) } });
    const brought = include && included(c, home, include)?.world;
    if (!include || !brought) return [];
    const theirs = new Set([...brought.imports, ...brought.exports].map(i => i.name));
    const clashing = items.filter(i => theirs.has(i.name) && items.some(o => isEarlier(o, i, items, theirs)));
    return clashing.length === 0 ? [] : renamings(c, include, [...new Set(clashing.map(i => i.name))], taken);
  });
  return edits.length === 0 ? [] : [fixHere(c, "Rename what the include brings", edits, true)];
}

function startOfUnit({ base, analysis }: Home, offset: number): number {
  const include = analysis.scope.outline.includes.find(i => i.offset === offset)!;
  return base + offset + include.unit.start;
}

type Item = NonNullable<Home["item"]["world"]>["imports"][number];

/** Of two names that clash, the one that an include does not bring stays, or the first. */
function isEarlier(other: Item, item: Item, items: readonly Item[], theirs: ReadonlySet<string>): boolean {
  if (other === item || other.name === item.name) return false;
  if (canonicalFunctionName(other.name) !== canonicalFunctionName(item.name)) return false;
  return !theirs.has(other.name) || items.indexOf(other) < items.indexOf(item);
}
