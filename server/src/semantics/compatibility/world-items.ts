// The imports and exports of a world as a comparison needs them: what people call them, where they are named, where they come from.
import { memo } from "../../base/memo.ts";
import type { Span } from "../../base/span.ts";
import type { Unit } from "../../syntax/ast.ts";
import type { Holder } from "../holders.ts";
import type { ItemAnalysis } from "../package.ts";
import { unitOfEntry } from "../type-scope.ts";
import type { WorldItem } from "../world.ts";
import { named } from "./change.ts";
import { functionName } from "./functions.ts";
import { commentsStart } from "./member-list.ts";
import { trackId } from "./tracks.ts";

/** An item as people call it. */
export function called({ kind, name, func }: WorldItem): string {
  if (func) return functionName(func);
  return kind === "type" ? `type ${named(name)}` : named(name);
}

export function nameIn({ extern, func, type }: WorldItem): Span | undefined {
  if (type) return { start: type.start, end: type.end };
  if (func) return { start: func.offset + func.name.start, end: func.offset + func.name.end };
  const name = extern?.unit.name ?? extern?.unit.path?.name;
  return extern && name && { start: extern.offset + name.start, end: extern.offset + name.end };
}

export function unitOf({ extern, func, type }: WorldItem): Unit | undefined {
  return extern?.unit ?? func?.unit ?? (type && unitOfEntry(type));
}

/** Where a world declares an item, with the comments in front of it and without; offsets of the world. */
export function declarationOf(item: WorldItem): (Span & { readonly comments: number }) | undefined {
  const { extern, func, type } = item;
  const declared = extern ?? func ?? (type?.kind === "def" ? type.decl : undefined);
  if (!declared || func?.resource !== undefined) return undefined;
  const { unit, offset } = declared;
  const body = "body" in declared ? declared.body : undefined;
  const end = offset + (body ? body.length : unit.end);
  return { start: offset + unit.start, end, comments: offset + commentsStart(unit) };
}

export function withoutVersion(key: string): string {
  return key.replace(/@[^\]]*/, "");
}

export function headName({ item }: Holder): Span {
  const { start, end } = item.item.item.name;
  return { start, end };
}

/** What is there without a feature, by what it is called in any compatible version. */
export const byKey: (items: readonly WorldItem[]) => ReadonlyMap<string, WorldItem> = memo(
  items => new Map(items.flatMap(item => (item.gate.includes("unstable ") ? [] : [[trackId(item.key), item]]))),
);

/** Whether all paths of a world lead somewhere: what one stands for that does not may be what is missed. */
export function isComplete({ analysis }: ItemAnalysis): boolean {
  return analysis.scope.outline.mentions.every(({ path, offset, broken }) => {
    const { status } = analysis.targetAt(offset + path.start);
    return !broken && (status === "interface" || status === "world" || status === "gated-off");
  });
}
