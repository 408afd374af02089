// The `use` that makes a type of another interface known: a name more in one that is there, or a new one behind the others.
import { memo } from "../../base/memo.ts";
import { gateText } from "../../semantics/gates.ts";
import type { ContainerAnalysis } from "../../semantics/item.ts";
import type { UseDecl } from "../../semantics/outline.ts";
import type { SymbolId } from "../../semantics/symbols.ts";
import type { UseUnit } from "../../syntax/ast.ts";
import type { ParsedFile } from "../../syntax/file.ts";
import type { TextEdit } from "../../syntax/recut.ts";
import { memberIndent } from "../edits/append.ts";
import { indentAt, levelIn, lineBreak, written } from "../edits/words.ts";

/** The interface or world that is to know the type, and its file. */
export interface UseHome {
  readonly analysis: ContainerAnalysis;
  /** Where it starts in the file, in UTF-16 units. */
  readonly start: number;
  readonly file: ParsedFile;
  /** It is switched off, and so must be what it uses: the gate to repeat. */
  readonly gate?: { readonly text: string; readonly meaning: string };
}

/** Edits that bring `name` of the interface `id` in, as `alias` where that is given. `path` is how a new `use` names it. */
export function useEdit(home: UseHome, id: SymbolId, path: string, name: string, alias?: string): TextEdit {
  const added = alias === undefined ? written(name) : `${written(name)} as ${written(alias)}`;
  for (const { unit, offset } of usesById(home.analysis).get(id) ?? []) {
    const edit = extended(home, unit, home.start + offset, added);
    if (edit) return edit;
  }
  return newUses(home, [`use ${path}.{${added}};`]);
}

/** The name behind the last one of a `use`, on a line of its own where the others are. */
function extended({ gate }: UseHome, unit: UseUnit, start: number, added: string): TextEdit | undefined {
  if (unit.problems.length > 0 || gateText(unit.attributes) !== (gate?.meaning ?? "")) return undefined;
  const last = unit.names.at(-1);
  if (!last) {
    const brace = unit.text.indexOf("{", unit.path?.end);
    return brace < 0 ? undefined : { start: start + brace + 1, end: start + brace + 1, insert: added };
  }
  const end = (last.alias ?? last.name).end;
  const line = unit.text.lastIndexOf("\n", last.name.start) + 1;
  const alone = line > (unit.path?.end ?? 0) && unit.text.slice(line, last.name.start).trim() === "";
  const separator = alone ? `,${lineBreak(unit.text)}${unit.text.slice(line, last.name.start)}` : ", ";
  return { start: start + end, end: start + end, insert: separator + added };
}

const usesById: (analysis: ContainerAnalysis) => ReadonlyMap<SymbolId, readonly UseDecl[]> = memo(analysis => {
  const found = new Map<SymbolId, UseDecl[]>();
  for (const use of analysis.scope.outline.uses) {
    const target = use.unit.path && analysis.targetAt(use.offset + use.unit.path.start);
    if (!target || !("id" in target)) continue;
    const known = found.get(target.id);
    if (known) known.push(use);
    else found.set(target.id, [use]);
  }
  return found;
});

/** Edits that put `use`s behind those that are there, or at the start of the interface or world. */
export function newUses(home: UseHome, bare: readonly string[]): TextEdit {
  const { at, before, behind } = placeIn(home);
  const { gate } = home;
  const uses = gate ? bare.map(use => `${gate.text} ${use}`) : bare;
  return { start: at, end: at, insert: uses.map(use => before + use).join("") + behind };
}

interface UsePlace {
  readonly at: number;
  readonly before: string;
  readonly behind: string;
}

const placeIn: (home: UseHome) => UsePlace = memo(({ analysis, start, file }) => {
  const { container } = analysis;
  const last = analysis.scope.outline.uses.at(-1);
  if (last) {
    const { unit, offset } = last;
    const place = start + offset;
    const before = unit.text.slice(0, unit.start);
    // Its line nearly always starts with what stands before it.
    const [around, end] = before.includes("\n") ? [before, before.length] : [file.source.text, place + unit.start];
    return { at: place + unit.end, before: lineBreak(around) + indentAt(around, end), behind: "" };
  }
  const { text } = file.source;
  const at = start + container.starts[0]!;
  const empty = /^[ \t]*\}/.test(text.slice(at, at + 200));
  const outer = indentAt(text, start + (container.head?.start ?? 0));
  const indent = memberIndent(text, { container, start }) ?? outer + levelIn(text);
  const newline = lineBreak(text);
  return { at, before: newline + indent, behind: empty ? newline + outer : "" };
});
