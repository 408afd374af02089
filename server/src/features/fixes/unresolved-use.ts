// A `use` of a type that the interface lacks: one spelt alike, another interface that has it, a new type, or nothing.

import { itemById } from "../../semantics/symbol-lookup.ts";
import { typeBits } from "../../semantics/targets.ts";
import { reachable } from "../completion/reach.ts";
import { appended } from "../edits/append.ts";
import { freeName, written } from "../edits/words.ts";
import { removeUsed } from "./duplicates.ts";
import {
  type Fix,
  type FixContext,
  type FixRule,
  fixHere,
  fixIn,
  homeAt,
  isOwn,
  type ProblemMember,
  problemMember,
  replace,
} from "./fix.ts";
import { definition } from "./named-items.ts";
import { nearest } from "./nearest.ts";
import { mentionsOf, namesIn, spanIn } from "./parts.ts";

export const mendUse: FixRule = {
  codes: ["unresolved-use"],
  fix: c => [...meant(c), ...elsewhere(c), ...created(c), ...left(c)],
};

interface Used {
  readonly member: ProblemMember;
  readonly used: Extract<ProblemMember["unit"], { kind: "use" }>["names"][number];
  readonly target: NonNullable<ReturnType<typeof itemById>>;
}

function usedAt(c: FixContext): Used | undefined {
  const member = problemMember(c);
  const home = homeAt(c);
  if (member?.unit.kind !== "use" || !home || !member.unit.path) return undefined;
  const used = member.unit.names.find(n => member.start + n.name.start === c.problem.start);
  const found = home.analysis.targetAt(member.start - home.base + member.unit.path.start);
  const target = found.status === "interface" ? itemById(c.root, found.id) : undefined;
  return used && target && { member, used, target };
}

/** A name spelt alike takes the place of the wrong one; what the interface mentions keeps its name by `as`. */
function meant(c: FixContext): readonly Fix[] {
  const at = usedAt(c);
  const home = homeAt(c);
  if (!at || !home || at.member.unit.kind !== "use") return [];
  const { used, target, member } = at;
  const there = new Set(member.unit.kind === "use" ? member.unit.names.map(n => n.name.text) : []);
  const types = [...target.analysis.scope.entries.values()].filter(
    e => (e.bits & typeBits.off) === 0 && !there.has(e.name),
  );
  const names = nearest(
    used.name.text,
    types.map(e => e.name),
  );
  const keeps = used.alias === undefined && mentionsOf(home.analysis, used.name.text) > 0;
  return names.map((name, i) => {
    const text = keeps ? `${written(name)} as ${written(used.name.text)}` : written(name);
    return fixHere(
      c,
      `Did you mean \`${name}\`?`,
      replace(spanIn(member, used.name), text),
      i === 0 && names.length === 1,
    );
  });
}

/** The one interface that has all the types of the `use`. */
function elsewhere(c: FixContext): readonly Fix[] {
  const at = usedAt(c);
  const home = homeAt(c);
  if (!at || !home || at.member.unit.kind !== "use" || !at.member.unit.path) return [];
  const { names, path } = at.member.unit;
  const standpoint = { root: c.root, roots: c.roots, pkg: home.pkg, scope: home.scope, self: home.item };
  return reachable(standpoint, "interface")
    .filter(r => !r.missingDependency && names.every(n => r.item.analysis.summary.types.has(n.name.text)))
    .slice(0, 3)
    .map(r => fixHere(c, `Use it from \`${r.path}\``, replace(spanIn(at.member, path), r.path)));
}

/** A new type at the end of the interface, where that is not a dependency's. */
function created(c: FixContext): readonly Fix[] {
  const at = usedAt(c);
  if (!at) return [];
  const { scope, item } = at.target.item;
  const { container } = item;
  if (!container.closed || !isOwn(c, scope.file)) return [];
  const name = at.used.name.text;
  if (freeName(name, namesIn(at.target.analysis)) !== name) return [];
  const { text } = scope.file.source;
  const home = homeAt(c);
  const here = home ? definition(home.analysis, (at.used.alias ?? at.used.name).text) : "";
  const kind = here.startsWith("resource") ? "resource" : "type";
  const added = `${kind} ${written(name)}${kind === "type" ? " = u32" : ""};`;
  const edit = appended(text, { container, start: scope.offset + item.offset }, () => added);
  return [fixIn(scope.file, `Create a ${kind} \`${name}\` in \`${item.name.text}\``, edit)];
}

function left(c: FixContext): readonly Fix[] {
  const at = usedAt(c);
  const home = homeAt(c);
  if (!at || !home) return [];
  const needed = mentionsOf(home.analysis, (at.used.alias ?? at.used.name).text) > 0;
  return needed ? [] : [removeUsed(c, at.member, at.used) ?? []].flat();
}
