// Behind an `include`: how much it brings.
import { gateOf } from "../../semantics/gates.ts";
import { renamed } from "../../semantics/include-names.ts";
import type { IncludeDecl } from "../../semantics/outline.ts";
import { itemById } from "../../semantics/symbol-lookup.ts";
import type { ElaboratedWorld } from "../../semantics/world.ts";
import { code, note, type Section } from "../sections.ts";
import { shortened, worldItemSignature } from "../signature.ts";
import { counted, type InlayHint, type Place } from "./hint.ts";

export function includeHints({ root, container, isNear }: Place): readonly InlayHint[] {
  const { analysis, start } = container;
  return analysis.scope.outline.includes.flatMap((include): InlayHint[] => {
    const { unit, offset } = include;
    if (!isNear(offset, unit.text.length) || gateOf(unit.attributes, root.features) === "off") return [];
    const target = unit.path && analysis.targetAt(offset + unit.path.start);
    const world = target?.status === "world" ? itemById(root, target.id)?.world : undefined;
    if (!world || world.off) return [];
    return [
      {
        kind: "includes",
        at: start + offset + unit.end,
        parts: [{ text: sumOf(world) }],
        spaced: true,
        tooltip: () => tooltip(include, world),
      },
    ];
  });
}

function sumOf({ imports, exports }: ElaboratedWorld): string {
  const sums = [
    ...(imports.length > 0 ? [counted(imports.length, "import")] : []),
    ...(exports.length > 0 ? [counted(exports.length, "export")] : []),
  ];
  return sums.length === 0 ? "nothing" : sums.join(", ");
}

/** Everything that it brings, and what that is called here. */
function tooltip({ unit }: IncludeDecl, world: ElaboratedWorld): readonly Section[] {
  const lines = (["import", "export"] as const).flatMap(direction =>
    world[`${direction}s`].map(item => {
      const name = item.key.startsWith("[") && item.kind === "interface" ? undefined : renamed(item.name, unit);
      return `${worldItemSignature(direction, item)}${name === undefined ? "" : ` // as ${name}`}`;
    }),
  );
  return lines.length === 0 ? [note("The world imports and exports nothing.")] : [code(shortened(lines).join("\n"))];
}
