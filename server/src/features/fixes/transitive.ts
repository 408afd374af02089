// A world that would mix two copies of an interface: it exports every interface in between too.
import { gateOf } from "../../semantics/gates.ts";
import type { ExternDecl } from "../../semantics/outline.ts";
import { itemById } from "../../semantics/symbol-lookup.ts";
import type { TextEdit } from "../../syntax/recut.ts";
import { indentAt, lineBreak, written } from "../edits/words.ts";
import { type Fix, type FixContext, type FixRule, fixHere, type Home, homeAt, insertAt, problemMember } from "./fix.ts";

export const exportBetween: FixRule = { codes: ["invalid-transitive-dependency"], fix: exportAll };

function exportAll(c: FixContext): Fix | undefined {
  const member = problemMember(c);
  const home = homeAt(c);
  if (!home || member?.unit.kind !== "export") return undefined;
  const there = exportsOf(c, home, "there");
  const off = exportsOf(c, home, "off");
  const missing = between(c, home, new Set(there.keys()));
  if (missing.length === 0) return undefined;
  const { text } = c.file.source;
  const apart = lineBreak(text) + indentAt(text, member.span.start);
  const added = missing.filter(id => !off.has(id)).map(id => `${apart}export ${pathTo(home, id)};`);
  const ungated = missing.flatMap(id => (off.has(id) ? gatesAway(text, home, off.get(id)!) : []));
  const edits = added.length > 0 ? [...ungated, insertAt(member.span.end, added.join(""))] : ungated;
  const names = missing.map(id => `\`${pathTo(home, id)}\``).join(", ");
  return fixHere(c, `Export ${names} too`, edits, true);
}

/** Exports of interfaces by path that are there, or that a gate switches off. */
function exportsOf(c: FixContext, { analysis }: Home, state: "there" | "off"): ReadonlyMap<string, ExternDecl> {
  const found = new Map<string, ExternDecl>();
  for (const extern of analysis.scope.outline.externs) {
    const { unit, offset } = extern;
    if (unit.kind !== "export" || unit.name || !unit.path) continue;
    const off = gateOf(unit.attributes, c.root.features) === "off";
    const target = analysis.targetAt(offset + unit.path.start);
    if ("id" in target && off === (state === "off")) found.set(target.id, extern);
  }
  return found;
}

function gatesAway(text: string, { base }: Home, { unit, offset }: ExternDecl): readonly TextEdit[] {
  return unit.attributes
    .filter(a => a.kind === "unstable")
    .map(a => {
      const end = base + offset + a.end;
      return { start: base + offset + a.start, end: end + /^\s*/.exec(text.slice(end))![0].length, insert: "" };
    });
}

/** Interfaces on the way from one export of the world to another, the ones that come first in front. */
function between(c: FixContext, { analysis }: Home, there: ReadonlySet<string>): readonly string[] {
  const leads = new Map<string, boolean>();
  const found: string[] = [];
  const follow = (deps: readonly string[]): boolean =>
    [...new Set(deps)].map(dep => [visit(dep), there.has(dep)].some(Boolean)).some(Boolean);
  const visit = (id: string): boolean => {
    const known = leads.get(id);
    if (known !== undefined) return known;
    leads.set(id, false);
    const leading = follow(itemById(c.root, id)?.analysis.summary.deps ?? []);
    leads.set(id, leading);
    if (leading && !there.has(id)) found.push(id);
    return leading;
  };
  for (const { unit, offset } of analysis.scope.outline.externs)
    if (unit.kind === "export") follow(analysis.bodies.get(offset)?.summary.deps ?? []);
  for (const id of there) visit(id);
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
