// Behind a name that a `use` at the top of the file gives: the package and version that it stands for.
import { codeSpan } from "../../base/markdown.ts";
import { memo } from "../../base/memo.ts";
import { splitItemId } from "../../semantics/ids.ts";
import type { Scope } from "../../semantics/packages.ts";
import { list, versionsBeside } from "../hover/package.ts";
import { note } from "../sections.ts";
import { type InlayHint, itemTarget, type Place, part } from "./hint.ts";

export function versionHints({ root, container, isNear }: Place): readonly InlayHint[] {
  const { item, analysis, start, id: containerId } = container;
  const names = namesOfUses(item.item.scope);
  // What an interface written in a world mentions is among the mentions of the world.
  if (names.size === 0 || containerId !== item.id) return [];
  const { key: own } = splitItemId(item.id);
  return analysis.scope.outline.mentions.flatMap(({ path, offset }): InlayHint[] => {
    if (path.package || !names.has(path.name.text) || !isNear(offset + path.start, path.end - path.start)) return [];
    const target = analysis.targetAt(offset + path.start);
    const id = target.status === "interface" || target.status === "world" ? target.id : undefined;
    const version = id === undefined ? -1 : id.indexOf("@");
    if (id === undefined || version < 0) return [];
    const { key, name } = splitItemId(id);
    if (key === own) return [];
    const isSame = name === path.name.text;
    return [
      {
        kind: "versions",
        at: start + offset + path.name.end,
        parts: [part(isSame ? id.slice(version) : id, itemTarget(root, id))],
        spaced: !isSame,
        tooltip: () => [
          note(`${codeSpan(path.name.text)} stands for ${codeSpan(id)}, by a \`use\` at the top of the file.`),
          note(list("Other versions", versionsBeside(root, key))),
        ],
      },
    ];
  });
}

/** The names that `use` gives at the top of a file or package block. */
const namesOfUses: (scope: Scope) => ReadonlySet<string> = memo(
  ({ uses }) => new Set(uses.flatMap(({ unit }) => (unit.alias ?? unit.path?.name)?.text ?? [])),
);
