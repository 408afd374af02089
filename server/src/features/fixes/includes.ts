// What an `include` brings twice, or renames in vain.
import { itemById } from "../../semantics/symbols.ts";
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
  const shown = /^[^[\]]+$/.test(name) ? name : undefined;
  const taken = takenNames(home, c, include);
  if (shown === undefined) return [removal];
  const names = [...clashing(c, home, include, shown)];
  const pairs = names.map(n => `${written(n)} as ${written(freeName(n, taken))}`).join(", ");
  return [
    removal,
    fixHere(c, `Rename what it brings: \`with { ${pairs} }\``, withNames(c, include, pairs), !removal.preferred),
  ];
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

/** All names of the included world that are there already, so that one fix is enough. */
function clashing(c: FixContext, home: Home, include: Include, first: string): ReadonlySet<string> {
  const { problemNames } = { problemNames: new Set([first]) };
  for (const f of home.item.world?.findings ?? []) {
    const name = f.data?.name;
    const here = home.start + f.start === c.problem.start;
    if (f.code === "include-shadows" && here && typeof name === "string" && !name.includes("[")) problemNames.add(name);
  }
  return include.unit.names.length > 0 ? new Set([first]) : problemNames;
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
