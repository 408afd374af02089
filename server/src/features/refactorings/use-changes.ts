// What becomes of the `use`s of an interface or world when a type that they name moves, as edits.
import { gateText } from "../../semantics/gates.ts";
import type { UseDecl } from "../../semantics/outline.ts";
import type { SymbolId } from "../../semantics/symbols.ts";
import type { UseName } from "../../syntax/ast.ts";
import type { TextEdit } from "../../syntax/recut.ts";
import { newUses } from "../completion/auto-use.ts";
import type { KnownContainer } from "../containers.ts";
import { removeMember } from "../edits/remove.ts";
import { indentAt, lineBreak, startsItsLine, written } from "../edits/words.ts";
import { replace } from "../fixes/fix.ts";
import { memberAt } from "../locate.ts";

/** A name that is to be used from the interface `id`. */
export interface AddedName {
  readonly id: SymbolId;
  /** How the interface is named there. */
  readonly path: string;
  readonly name: UseName;
  /** The `use` that had the name: the new one has its gate, and stands in its place or behind it. */
  readonly like?: UseDecl;
}

/** Changes of the `use`s of one interface or world. */
export interface UseChanges {
  readonly container: KnownContainer;
  readonly gone: ReadonlyMap<UseDecl, readonly UseName[]>;
  readonly added: readonly AddedName[];
}

/** The interfaces whose types a container uses after the changes. */
export function usedAfter({ container: { analysis }, gone, added }: UseChanges): ReadonlySet<SymbolId> {
  const ids = new Set(added.map(({ id }) => id));
  for (const use of analysis.scope.outline.uses) {
    const id = usedInterface(analysis, use);
    if (id !== undefined && (gone.get(use)?.length ?? 0) < use.unit.names.length) ids.add(id);
  }
  return ids;
}

export function usedInterface(analysis: KnownContainer["analysis"], { unit, offset }: UseDecl): SymbolId | undefined {
  const target = unit.path && analysis.targetAt(offset + unit.path.start);
  return target && "id" in target ? target.id : undefined;
}

/** Undefined where a comment stands in the way. */
export function useEdits(changes: UseChanges): readonly TextEdit[] | undefined {
  const { container, gone } = changes;
  const plan = planned(changes);
  const edits: TextEdit[] = [];
  for (const use of container.analysis.scope.outline.uses) {
    const away = gone.get(use) ?? [];
    const more = plan.joined.get(use) ?? [];
    const turned = plan.turned.get(use);
    if (turned !== undefined) edits.push(replace(spanIn(container, use, use.unit.path!), turned));
    else if (away.length > 0 && away.length === use.unit.names.length && more.length === 0) {
      if (hasComments(use)) return undefined;
      edits.push(
        removeMember(container.file, memberAt(container.file, container.start + use.offset + use.unit.start)!),
      );
    } else if (away.length + more.length > 0) {
      const edit = newList(container, use, away, more);
      if (!edit) return undefined;
      edits.push(edit);
    }
  }
  for (const [use, lines] of plan.behind) edits.push(behind(container, use, lines));
  if (plan.fresh.length > 0) {
    edits.push(newUses(container, plan.fresh));
  }
  return edits;
}

interface Plan {
  /** Names that go into a `use` that is there. */
  readonly joined: Map<UseDecl, string[]>;
  /** `use`s that get another path and keep all their names. */
  readonly turned: Map<UseDecl, string>;
  readonly behind: Map<UseDecl, string[]>;
  readonly fresh: string[];
}

function planned({ container, gone, added }: UseChanges): Plan {
  const plan: Plan = { joined: new Map(), turned: new Map(), behind: new Map(), fresh: [] };
  const fresh = new Map<string, string[]>();
  for (const { id, path, name, like } of added) {
    const gate = gateText(like?.unit.attributes ?? []);
    const there = container.analysis.scope.outline.uses.find(
      use => usedInterface(container.analysis, use) === id && gateText(use.unit.attributes) === gate,
    );
    const whole = like && gone.get(like)?.length === like.unit.names.length;
    if (there && !(whole && hasComments(like))) push(plan.joined, there, nameText(name));
    else if (whole) plan.turned.set(like, path);
    else if (like) push(plan.behind, like, `${attributesOf(like)}use ${path}.{${nameText(name)}};`);
    else push(fresh, path, nameText(name));
  }
  for (const [path, names] of fresh) plan.fresh.push(`use ${path}.{${names.join(", ")}};`);
  return plan;
}

function push<K>(map: Map<K, string[]>, key: K, value: string): void {
  const known = map.get(key);
  if (known) known.push(value);
  else map.set(key, [value]);
}

export function nameText({ name, alias }: UseName): string {
  return alias ? `${written(name.text)} as ${written(alias.text)}` : written(name.text);
}

function attributesOf({ unit: { text, attributes, start } }: UseDecl): string {
  const end = attributes.at(-1)?.end;
  return end === undefined ? "" : text.slice(start, end) + /^\s*/.exec(text.slice(end))![0];
}

export function hasComments({ unit: { text } }: UseDecl): boolean {
  return /\/[/*]/.test(text);
}

/** The list of a `use` written anew, on as many lines as before. */
function newList(
  container: KnownContainer,
  use: UseDecl,
  away: readonly UseName[],
  more: readonly string[],
): TextEdit | undefined {
  const { text, names } = use.unit;
  const [first, last] = [names[0], names.at(-1)];
  if (!first || !last) return undefined;
  const span = { start: first.name.start, end: (last.alias ?? last.name).end };
  const before = text.slice(span.start, span.end);
  if (/\/[/*]/.test(before)) return undefined;
  const line = /\r?\n[ \t]*/.exec(before)?.[0];
  const list = [...names.filter(name => !away.includes(name)).map(nameText), ...more];
  return replace(spanIn(container, use, span), list.join(line === undefined ? ", " : `,${line}`));
}

function spanIn(
  { start }: KnownContainer,
  { offset }: UseDecl,
  span: { readonly start: number; readonly end: number },
): { readonly start: number; readonly end: number } {
  return { start: start + offset + span.start, end: start + offset + span.end };
}

function behind({ file, start }: KnownContainer, { unit, offset }: UseDecl, lines: readonly string[]): TextEdit {
  const { text } = file.source;
  const from = start + offset + unit.start;
  const apart = startsItsLine(text, from) ? lineBreak(text) + indentAt(text, from) : " ";
  const at = start + offset + unit.end;
  return { start: at, end: at, insert: lines.map(line => apart + line).join("") };
}
