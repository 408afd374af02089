// The interfaces and worlds of a package by name, and what names mean in each of its files.
import type { Ident, UsePath } from "../syntax/ast.ts";
import type { ItemDecl, Package, Scope, TopUseDecl } from "./packages.ts";

export interface PackageItem {
  readonly item: ItemDecl;
  readonly scope: Scope;
}

/** What a name at the top level of a file means. */
export type ScopeName =
  | { readonly kind: "item"; readonly item: PackageItem; readonly ident: Ident; readonly offset: number }
  | {
      readonly kind: "use";
      readonly use: TopUseDecl;
      readonly path: UsePath;
      readonly ident: Ident;
      readonly offset: number;
    };

export interface PackageNames {
  /** The first interface or world of each name. */
  readonly items: ReadonlyMap<string, PackageItem>;
  /** Further ones, each with the first. */
  readonly duplicates: readonly { readonly first: PackageItem; readonly again: PackageItem }[];
  readonly scopes: ReadonlyMap<Scope, ReadonlyMap<string, ScopeName>>;
  /** Names of a file that a `use` and an item, or two `use`s, both bring in. */
  readonly conflicts: readonly { readonly scope: Scope; readonly first: ScopeName; readonly again: ScopeName }[];
}

export function packageNames(pkg: Package): PackageNames {
  const items = new Map<string, PackageItem>();
  const duplicates: { first: PackageItem; again: PackageItem }[] = [];
  const scopes = new Map<Scope, ReadonlyMap<string, ScopeName>>();
  const conflicts: { scope: Scope; first: ScopeName; again: ScopeName }[] = [];
  for (const scope of pkg.scopes) {
    const names = new Map<string, ScopeName>();
    for (const name of namesInOrder(scope)) {
      if (name.kind === "item") {
        const first = items.get(name.ident.text);
        if (first) {
          duplicates.push({ first, again: name.item });
          continue;
        }
        items.set(name.ident.text, name.item);
      }
      const before = names.get(name.ident.text);
      if (before) conflicts.push({ scope, first: before, again: name });
      else names.set(name.ident.text, name);
    }
    scopes.set(scope, names);
  }
  return { items, duplicates, scopes, conflicts };
}

function namesInOrder(scope: Scope): readonly ScopeName[] {
  const items: ScopeName[] = scope.items.map(item => ({
    kind: "item",
    item: { item, scope },
    ident: item.name,
    offset: item.offset,
  }));
  if (scope.uses.length === 0) return items;
  const uses = scope.uses.flatMap((use): ScopeName[] => {
    const path = use.unit.path;
    return path ? [{ kind: "use", use, path, ident: use.unit.alias ?? path.name, offset: use.offset }] : [];
  });
  return [...items, ...uses].sort((a, b) => a.offset - b.offset);
}
