// A world that would mix two copies of an interface: it exports every interface in between too.
import { itemById } from "../../semantics/symbols.ts";
import { indentAt, lineBreak, written } from "../edits/words.ts";
import { type Fix, type FixContext, type FixRule, fixHere, type Home, homeAt, insertAt, problemMember } from "./fix.ts";

export const exportBetween: FixRule = { codes: ["invalid-transitive-dependency"], fix: exportAll };

function exportAll(c: FixContext): Fix | undefined {
  const member = problemMember(c);
  const home = homeAt(c);
  if (!home || member?.unit.kind !== "export" || !member.unit.path) return undefined;
  const target = home.analysis.targetAt(member.start - home.base + member.unit.path.start);
  if (target.status !== "interface") return undefined;
  const there = exported(home);
  const missing = between(c, target.id, there).filter(id => !there.has(id));
  if (missing.length === 0) return undefined;
  const { text } = c.file.source;
  const apart = lineBreak(text) + indentAt(text, member.span.start);
  const lines = missing.map(id => `${apart}export ${pathTo(home, id)};`);
  const names = missing.map(id => `\`${pathTo(home, id)}\``).join(", ");
  return fixHere(c, `Export ${names} too`, insertAt(member.span.end, lines.join("")), true);
}

function exported({ analysis }: Home): ReadonlySet<string> {
  const ids = analysis.scope.outline.externs.flatMap(({ unit, offset }) => {
    const target =
      unit.kind === "export" && !unit.name && unit.path ? analysis.targetAt(offset + unit.path.start) : undefined;
    return target && "id" in target ? [target.id] : [];
  });
  return new Set(ids);
}

/** Interfaces on the way from an export to another export of the world, the ones that it needs first. */
function between(c: FixContext, from: string, there: ReadonlySet<string>): readonly string[] {
  const leads = new Map<string, boolean>();
  const found: string[] = [];
  const visit = (id: string): boolean => {
    const known = leads.get(id);
    if (known !== undefined) return known;
    leads.set(id, false);
    const deps = itemById(c.root, id)?.analysis.summary.deps ?? [];
    const leading = [...new Set(deps)].map(dep => [visit(dep), there.has(dep)].some(Boolean)).some(Boolean);
    leads.set(id, leading);
    if (leading) found.push(id);
    return leading;
  };
  visit(from);
  return found;
}

/** How the world names an interface. */
function pathTo({ pkg }: Home, id: string): string {
  const slash = id.lastIndexOf("/", id.includes("@") ? id.indexOf("@") : id.length);
  const at = id.indexOf("@", slash);
  const name = id.slice(slash + 1, at < 0 ? id.length : at);
  const key = id.slice(0, slash) + (at < 0 ? "" : id.slice(at));
  return key === pkg.package.key ? written(name) : id;
}
