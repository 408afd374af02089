// Interfaces, worlds and interfaces written in worlds, as what they are to names: what holds them.
import { memo } from "../base/memo.ts";
import type { Span } from "../base/span.ts";
import type { RootAnalysis } from "../semantics/analysis.ts";
import type { ContainerAnalysis } from "../semantics/item.ts";
import type { ItemAnalysis } from "../semantics/package.ts";
import { itemById } from "../semantics/symbol-lookup.ts";
import type { SymbolId } from "../semantics/symbols.ts";
import type { Container } from "../syntax/ast.ts";
import type { ParsedFile } from "../syntax/file.ts";

/** An analysed container; `start` is where it starts in its file, in UTF-16 units. */
export interface KnownContainer {
  readonly id: SymbolId;
  readonly analysis: ContainerAnalysis;
  readonly item: ItemAnalysis;
  readonly file: ParsedFile;
  readonly start: number;
}

/** Every container of a root. */
export const containersOf: (root: RootAnalysis) => readonly KnownContainer[] = memo(root =>
  root.packages.flatMap(pkg => [...pkg.items.values()].flatMap(bodiesOf)),
);

/** The containers that touch a range of a file; the others are not looked at. */
export function containersIn(root: RootAnalysis, file: ParsedFile, range: Span): readonly KnownContainer[] {
  const found: KnownContainer[] = [];
  const touchesRange = (start: number, length: number): boolean => start <= range.end && range.start <= start + length;
  for (const pkg of root.packages) {
    for (const { file: other, offset, items } of pkg.package.scopes) {
      if (other !== file) continue;
      for (const decl of items) {
        if (!touchesRange(offset + decl.offset, decl.container.length)) continue;
        const item = pkg.items.get(decl.name.text);
        if (item?.item.item !== decl) continue;
        for (const body of bodiesOf(item))
          if (touchesRange(body.start, body.analysis.container.length)) found.push(body);
      }
    }
  }
  return found;
}

const byContainer = memo((root: RootAnalysis) => new Map(containersOf(root).map(c => [c.analysis.container, c])));

/** The container that a syntax container was analysed as. */
export function knownContainer(root: RootAnalysis, container: Container): KnownContainer | undefined {
  return byContainer(root).get(container);
}

/** An item and the interfaces written in it. */
const bodiesOf: (item: ItemAnalysis) => readonly KnownContainer[] = memo(item => {
  const { scope, item: decl } = item.item;
  const start = scope.offset + decl.offset;
  const base = { item, file: scope.file };
  const found: KnownContainer[] = [{ ...base, id: item.id, analysis: item.analysis, start }];
  for (const { unit, offset } of item.analysis.scope.outline.externs) {
    const analysis = item.analysis.bodies.get(offset);
    if (analysis)
      found.push({ ...base, id: `${item.id}#${unit.kind}.${unit.name?.text ?? ""}`, analysis, start: start + offset });
  }
  return found;
});

/** They by id; of several with one id, the first. */
const bodiesById: (item: ItemAnalysis) => ReadonlyMap<SymbolId, KnownContainer> = memo(
  item =>
    new Map(
      bodiesOf(item)
        .toReversed()
        .map(container => [container.id, container]),
    ),
);

/** A container by its id. */
export function containerById(root: RootAnalysis, id: SymbolId): KnownContainer | undefined {
  const item = itemById(root, id);
  return item && bodiesById(item).get(id);
}

/** `a:b/i#import.x` and `t` of `a:b/i#import.x#t`. */
export function splitId(id: SymbolId): readonly [container: SymbolId, name: string] {
  const hash = id.lastIndexOf("#");
  return [id.slice(0, hash), id.slice(hash + 1)];
}
