// Moves a type or function to another interface of the package; every `use` of it follows.
import { gateText } from "../../semantics/gates.ts";
import { type ItemAnalysis, itemId } from "../../semantics/package.ts";
import type { TextEdit } from "../../syntax/recut.ts";
import { containerById, type KnownContainer } from "../containers.ts";
import { appended } from "../edits/append.ts";
import type { FileEdit } from "../edits/file-edit.ts";
import { removeMember } from "../edits/remove.ts";
import { freeName, indentAt, levelIn, lineBreak, written } from "../edits/words.ts";
import { insertAt, memberWithUnit } from "../fixes/fix.ts";
import { memberAt } from "../locate.ts";
import { type Destination, type Move, type MovePlan, moveOf, planMove } from "./move-plan.ts";
import { type MovedItem, movedItem, movedText } from "./moved-item.ts";
import { insertionBefore } from "./places.ts";
import { attributesOf, hasErrors, type Refactoring, type RefactoringContext } from "./refactoring.ts";
import { usedInterface, useEdits } from "./use-changes.ts";

/** So many interfaces are offered, the likeliest first; and so many are looked at. */
const most = 5;
const mostTried = 15;

/** At the name of a type or function. A type may get an interface of its own as well. */
export function moveToInterface(c: RefactoringContext): readonly Refactoring[] {
  const item = movedItem(c);
  const move = item && !c.root.root.loading ? moveOf(c, item) : undefined;
  if (!move || !item || hasErrors(c.root, item.from.file, containerSpan(item.from))) return [];
  const found: Refactoring[] = [];
  for (const to of candidates(c, item).slice(0, mostTried)) {
    if (found.length === most) break;
    const made = moveTo(move, to);
    if (made && !hasErrors(c.root, to.file, containerSpan(to))) found.push(made);
  }
  return [...found, ...(item.isType ? [moveToNew(move) ?? []].flat() : [])];
}

function containerSpan({ start, analysis }: KnownContainer): { readonly start: number; readonly end: number } {
  return { start, end: start + analysis.container.length };
}

/** Interfaces of the package with the same gate or none: those that use the type or what it mentions, then the nearest. */
function candidates(c: RefactoringContext, { from, name, mentions }: MovedItem): readonly KnownContainer[] {
  const pkg = c.root.packages.find(p => p.items.get(from.item.item.item.name.text) === from.item);
  if (!pkg) return [];
  const gate = gateText(from.analysis.container.head?.attributes ?? []);
  const near = new Set(mentions.map(({ text }) => usedFrom(from, text)));
  const rank = (of: KnownContainer): number => {
    if (of.analysis.scope.outline.uses.some(use => uses(of, use, from.id, name))) return 0;
    if (near.has(of.id)) return 1;
    return of.file === from.file ? 2 : 3;
  };
  return [...pkg.items.values()]
    .flatMap(item => (isPlace(item, gate) && item !== from.item ? (containerById(c.root, item.id) ?? []) : []))
    .filter(of => c.root.root.main.includes(of.file))
    .map(of => ({ of, rank: rank(of), apart: of.file === from.file ? Math.abs(of.start - from.start) : 0 }))
    .sort((a, b) => a.rank - b.rank || a.apart - b.apart || (a.of.id < b.of.id ? -1 : 1))
    .map(({ of }) => of);
}

function isPlace({ item: { item } }: ItemAnalysis, gate: string): boolean {
  if (item.kind !== "interface" || !item.container.closed) return false;
  const own = gateText(item.head.attributes);
  return own === "" || (own === gate && !own.includes("unstable"));
}

function uses(
  of: KnownContainer,
  use: KnownContainer["analysis"]["scope"]["outline"]["uses"][number],
  id: string,
  name: string,
): boolean {
  return usedInterface(of.analysis, use) === id && use.unit.names.some(n => n.name.text === name);
}

function usedFrom({ analysis }: KnownContainer, name: string): string | undefined {
  const entry = analysis.scope.entries.get(name);
  return entry?.kind === "use" ? usedInterface(analysis, entry.use) : undefined;
}

function moveTo(move: Move, to: KnownContainer): Refactoring | undefined {
  const { item } = move;
  const plan = planMove(move, { id: to.id, name: to.item.item.item.name.text, known: to });
  const uses = plan && editsOf(plan);
  if (!plan || !uses) return undefined;
  return {
    title: `Move \`${item.name}\` to \`${to.item.item.item.name.text}\``,
    kind: "move",
    edits: () => {
      const { text } = to.file.source;
      const place = { container: to.analysis.container, start: to.start };
      const added = appended(text, place, indent =>
        [...plan.fresh, movedText(item, plan.names, indent)].join(lineBreak(text) + indent),
      );
      return merged([
        ...uses,
        [item.from.file.source.uri, removeMember(item.from.file, item.member)],
        [to.file.source.uri, added],
      ]);
    },
  };
}

function moveToNew(move: Move): Refactoring | undefined {
  const { c, item } = move;
  const { from } = item;
  const { scope, item: decl } = from.item.item;
  const pkg = c.root.packages.find(p => p.items.get(decl.name.text) === from.item);
  const holder = memberWithUnit(memberAt(from.file, from.start + decl.name.start));
  if (!pkg || holder?.unit.kind !== "interface") return undefined;
  const taken = [pkg.names.items, ...pkg.names.scopes.values()].flatMap(names => [...names.keys()]);
  const name = freeName("types", taken);
  const to: Destination = { id: itemId(pkg.package.key, name), name, scope, pkg };
  const plan = planMove(move, to);
  const uses = plan && editsOf(plan);
  if (!plan || !uses) return undefined;
  return {
    title: `Move \`${item.name}\` to a new interface \`${name}\``,
    kind: "move",
    edits: () => {
      const { text } = from.file.source;
      const place = insertionBefore(from.file, holder);
      const newline = lineBreak(text);
      const indent = indentAt(text, place.before);
      const deeper = indent + levelIn(text);
      const inner = newline + deeper;
      const lines = [...plan.fresh, movedText(item, plan.names, deeper)].map(line => inner + line);
      const body = `${attributesOf(from.file, holder)}interface ${written(name)} {${lines.join("")}${newline}${indent}}`;
      const apart = newline + newline + indent;
      return merged([
        ...uses,
        [from.file.source.uri, insertAt(place.at, body + apart)],
        [from.file.source.uri, removeMember(from.file, item.member)],
      ]);
    },
  };
}

type PlacedEdit = readonly [uri: string, edit: TextEdit];

function editsOf({ changes }: MovePlan): readonly PlacedEdit[] | undefined {
  const found: PlacedEdit[] = [];
  for (const change of changes) {
    const edits = useEdits(change);
    if (!edits) return undefined;
    for (const edit of edits) found.push([change.container.file.source.uri, edit]);
  }
  return found;
}

function merged(all: readonly PlacedEdit[]): readonly FileEdit[] {
  const files = new Map<string, TextEdit[]>();
  for (const [uri, edit] of all) files.set(uri, [...(files.get(uri) ?? []), edit]);
  return [...files].map(([uri, edits]) => ({ uri, edits }));
}
