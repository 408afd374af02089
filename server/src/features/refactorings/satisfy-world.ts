// Adds to a world what another one imports and exports, so that whatever is built for it fits there.
import { mentionedTypes } from "../../semantics/outline.ts";
import { itemById } from "../../semantics/symbol-lookup.ts";
import type { ElaboratedWorld, WorldItem } from "../../semantics/world.ts";
import { isContainer } from "../../syntax/ast.ts";
import { canonicalName } from "../../syntax/names.ts";
import { pathTo, type Reachable, reachable } from "../completion/reach.ts";
import { appended } from "../edits/append.ts";
import { lineBreak, written } from "../edits/words.ts";
import { meetCopies } from "./dependencies.ts";
import { isWhole } from "./places.ts";
import { isOff, type Refactoring, type RefactoringContext, type Selected, selectedMember } from "./refactoring.ts";

/** So many worlds are offered, the likeliest first. */
const most = 5;

/** At the head of a world, for each world that it can name and that has what it lacks. */
export function satisfyWorld(c: RefactoringContext): readonly Refactoring[] {
  const selected = selectedMember(c);
  const own = selected?.home.item.world;
  if (!selected || !own || selected.member.unit.kind !== "world" || isOff(c, selected.member)) return [];
  const { member, home } = selected;
  const container = member.member;
  if (!isContainer(container) || !isWhole(member) || c.range.end > member.start + container.starts[0]!) return [];
  const standpoint = { root: c.root, roots: c.roots, pkg: home.pkg, scope: home.scope, self: home.item };
  const worlds = reachable(standpoint, "world").filter(({ missingDependency }) => !missingDependency);
  const { text } = c.file.source;
  return inOrder(worlds)
    .flatMap(target => {
      const lines = missingLines(c, selected, own, target);
      return lines.length === 0 ? [] : [{ target, lines }];
    })
    .slice(0, most)
    .map(({ target, lines }) => ({
      title: `Add what \`${target.path}\` has and \`${home.item.item.item.name.text}\` lacks`,
      kind: "rewrite",
      edits: () => {
        const place = { container, start: member.start };
        const edit = appended(text, place, indent => lines.join(lineBreak(text) + indent));
        return [{ uri: c.file.source.uri, edits: [edit] }];
      },
    }));
}

/** Those with exports come first: hosts run components of such worlds, others are there to be included. */
function inOrder(worlds: readonly Reachable[]): readonly Reachable[] {
  const exporting = (of: Reachable): number => (of.item.world && of.item.world.exports.length > 0 ? 0 : 1);
  return [...worlds].sort((a, b) => exporting(a) - exporting(b) || a.rank - b.rank || (a.path < b.path ? -1 : 1));
}

/** The imports and exports that are lacking, as they are written; none where one of them can't be, or would not fit. */
function missingLines(
  c: RefactoringContext,
  { home }: Selected,
  own: ElaboratedWorld,
  { item }: Reachable,
): readonly string[] {
  const { world } = item;
  if (!world) return [];
  const lines: (string | undefined)[] = [];
  for (const direction of ["import", "export"] as const) {
    const there = own[`${direction}s`];
    const keys = new Set(there.map(({ key }) => key));
    const names = new Set(there.map(({ name }) => canonicalName(name)));
    for (const each of world[`${direction}s`]) {
      if (each.implicit || keys.has(each.key)) continue;
      const text = names.has(canonicalName(each.name)) ? undefined : lineFor(home, each);
      lines.push(text === undefined ? undefined : `${direction} ${text};`);
    }
  }
  const whole = lines.filter(line => line !== undefined);
  return whole.length < lines.length || mixes(c, own, world) ? [] : whole;
}

/** An interface by its path, or a function that needs no types; under `name` where it has one of its own. */
export function lineFor({ pkg, scope }: Selected["home"], item: WorldItem, name = item.name): string | undefined {
  const { kind, key, id, func, extern, externalId, gate } = item;
  if (externalId !== undefined || gate.includes("unstable")) return undefined;
  if (kind === "interface") {
    const path = id === undefined || extern?.unit.inline ? undefined : pathTo({ pkg, scope }, id);
    return path !== undefined && key !== `[${id}]` ? `${written(name)}: ${path}` : path;
  }
  const unit = func?.unit;
  if (kind !== "function" || !unit?.name || !unit.func || unit.func.accessor) return undefined;
  const signature = unit.text.slice(unit.name.end, unit.func.end);
  if (mentionedTypes(unit.func).length > 0 || signature.includes("\n") || signature.includes("/*")) return undefined;
  return written(name) + signature;
}

/** Whether the world would export interfaces that do not go together. */
function mixes({ root }: RefactoringContext, own: ElaboratedWorld, other: ElaboratedWorld): boolean {
  const exports = [...own.exports, ...other.exports].filter(({ kind }) => kind === "interface");
  return meetCopies(exports, id => itemById(root, id)?.analysis.summary.deps ?? []);
}
