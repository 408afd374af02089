// Behind the head of a world: the interfaces that it imports although its text does not say so, because their types are used.
import { codeSpan } from "../../base/markdown.ts";
import { splitItemId } from "../../semantics/ids.ts";
import type { WorldItem } from "../../semantics/world.ts";
import { note, type Section } from "../sections.ts";
import { type HintPart, type InlayHint, itemTarget, type Place, part } from "./hint.ts";

/** Names that are shown before the rest is only counted. */
const maxNames = 3;

export function implicitImportHints({ root, container, isNear }: Place): readonly InlayHint[] {
  const { item, analysis, start } = container;
  const { head } = analysis.container;
  if (!item.world || container.id !== item.id || !head || !isNear(0, head.text.length)) return [];
  const implicit = item.world.imports.filter(i => i.implicit && i.container === analysis.container);
  if (implicit.length === 0) return [];
  const { key } = splitItemId(item.id);
  const shown = implicit.length === maxNames + 1 ? implicit : implicit.slice(0, maxNames);
  const names = shown.flatMap((i, n): HintPart[] => {
    const name = part(shortName(i.id!, key), itemTarget(root, i.id!));
    return n === 0 ? [name] : [{ text: ", " }, name];
  });
  const rest = implicit.length - shown.length;
  return [
    {
      kind: "implicitImports",
      at: start + head.end,
      parts: [{ text: "also imports " }, ...names, ...(rest > 0 ? [{ text: ` and ${rest} more` }] : [])],
      spaced: true,
      tooltip: () => tooltip(implicit, item.world!.imports),
    },
  ];
}

/** The name alone for an interface of the world's own package. */
function shortName(id: string, key: string): string {
  const { key: other, name } = splitItemId(id);
  return other === key ? name : id;
}

function tooltip(implicit: readonly WorldItem[], imports: readonly WorldItem[]): readonly Section[] {
  const rows = implicit.map(({ id }) => [codeSpan(id!), usersOf(id!, imports).map(codeSpan).join(", ")]);
  return [
    note("The world imports these too, because types of theirs are used."),
    { kind: "table", head: ["Import", "Used by"], rows },
  ];
}

function usersOf(id: string, imports: readonly WorldItem[]): readonly string[] {
  return imports.flatMap(item =>
    item.deps.includes(id) ? [item.kind === "type" ? `use … ${item.name}` : item.name] : [],
  );
}
