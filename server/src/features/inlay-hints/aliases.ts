// Behind `type t = u`: what `u` is in the end.
import { aliasChain } from "../alias-chain.ts";
import { type HintTarget, type InlayHint, type Place, part } from "./hint.ts";

/** Longer types are cut off. */
const maxLength = 40;

export function aliasHints({ root, container, isNear }: Place): readonly InlayHint[] {
  const { analysis, start, id } = container;
  return analysis.scope.outline.types.flatMap(({ unit, offset, name }): InlayHint[] => {
    if (unit.kind !== "type" || unit.type?.kind !== "name" || !isNear(offset, unit.text.length)) return [];
    const { steps, written } = aliasChain(root, `${id}#${name.text}`);
    const last = steps.at(-1);
    // One step alone is the alias itself, whose name leads nowhere.
    if (!last || steps.length < 2) return [];
    const { decl } = last.entry;
    if (written === undefined && decl.unit.kind === "type") return [];
    const own = decl.name.text === unit.type.name.text ? "" : ` ${decl.name.text}`;
    const text = written === undefined ? `${decl.unit.kind}${own}` : shortened(written);
    const base = last.container.start + decl.offset;
    const uri = last.container.file.source.uri;
    const target: HintTarget = { uri, start: base + decl.name.start, end: base + decl.name.end };
    return [
      {
        kind: "aliases",
        at: start + offset + unit.type.end,
        parts: [{ text: "→ " }, part(text, target)],
        spaced: true,
      },
    ];
  });
}

function shortened(text: string): string {
  return text.length > maxLength ? `${text.slice(0, maxLength - 1)}…` : text;
}
