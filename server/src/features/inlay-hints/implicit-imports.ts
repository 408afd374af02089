// Behind the head of a world: the interfaces that it imports although its text does not say so, because their types are used.
import { codeSpan } from "../../base/markdown.ts";
import { splitItemId } from "../../semantics/ids.ts";
import type { WorldItem } from "../../semantics/world.ts";
import { note, type Section } from "../sections.ts";
import { type HintPart, type InlayHint, itemTarget, type Place, part } from "./hint.ts";

/** Editors cut longer hints off. */
const maxLength = 43;

const words = "also imports ";

export function implicitImportHints({ root, container, isNear }: Place): readonly InlayHint[] {
  const { item, analysis, start } = container;
  const { head } = analysis.container;
  if (!item.world || container.id !== item.id || !head || !isNear(0, head.text.length)) return [];
  const implicit = item.world.imports.filter(i => i.implicit && i.container === analysis.container);
  if (implicit.length === 0) return [];
  const { names, rest } = shownNames(
    implicit.map(i => i.id!),
    splitItemId(item.id).key,
  );
  const parts = names.flatMap((name, n): HintPart[] => {
    const leading = part(name, itemTarget(root, implicit[n]!.id!));
    return n === 0 ? [leading] : [{ text: ", " }, leading];
  });
  return [
    {
      kind: "implicitImports",
      at: start + head.end,
      parts: [{ text: words }, ...parts, ...(rest === "" ? [] : [{ text: rest }])],
      spaced: true,
      tooltip: () => tooltip(implicit, item.world!.imports),
    },
  ];
}

/** As many names as there is room for, one at least, and how many more there are. */
function shownNames(ids: readonly string[], key: string): { names: readonly string[]; rest: string } {
  const names = ids.map(id => shortName(id, key));
  const more = (shown: number): string => (shown < names.length ? ` and ${names.length - shown} more` : "");
  for (let shown = Math.min(names.length, maxLength); shown > 1; shown--) {
    const chosen = names.slice(0, shown);
    const rest = more(shown);
    if (words.length + chosen.join(", ").length + rest.length <= maxLength) return { names: chosen, rest };
  }
  return { names: names.slice(0, 1), rest: more(1) };
}

/** Without the version, which the tooltip tells, and, for an interface of the world's own package, the name alone. */
function shortName(id: string, key: string): string {
  const { key: other, name } = splitItemId(id);
  return other === key ? name : `${other.split("@")[0]}/${name}`;
}

/** Rows before the rest is left out, and users of each. */
const most = { rows: 24, users: 3 };

function tooltip(implicit: readonly WorldItem[], imports: readonly WorldItem[]): readonly Section[] {
  const shown = implicit.slice(0, most.rows);
  const users = usersOf(new Set(shown.map(({ id }) => id!)), imports);
  const rows = shown.map(({ id }) => [codeSpan(id!), (users.get(id!) ?? []).map(codeSpan).join(", ")]);
  const rest = implicit.length - shown.length;
  return [
    note("The world imports these too, because types of theirs are used."),
    { kind: "table", head: ["Import", "Used by"], rows },
    note(rest > 0 ? `And ${rest} more.` : ""),
  ];
}

/** Some of what uses each interface. */
function usersOf(ids: ReadonlySet<string>, imports: readonly WorldItem[]): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const { kind, name, deps } of imports) {
    for (const dep of new Set(deps)) {
      if (!ids.has(dep)) continue;
      const users = found.get(dep) ?? [];
      found.set(dep, users);
      if (users.length < most.users) users.push(kind === "type" ? `use … ${name}` : name);
    }
  }
  return found;
}
