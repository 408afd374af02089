// The interfaces and worlds of a package by name, and what names mean in each of its files.
import type { Ident, UsePath } from "../syntax/ast.ts";
import type { ItemDecl, Package, Scope, TopUseDecl } from "./packages.ts";

export interface PackageItem {
  readonly kind: "item";
  readonly item: ItemDecl;
  readonly scope: Scope;
}

/** What a name at the top level of a file means. */
export type ScopeName =
  | PackageItem
  | {
      readonly kind: "use";
      readonly use: TopUseDecl;
      readonly path: UsePath;
      /** The name that it brings in. */
      readonly ident: Ident;
    };

/** The name that is brought in, and where what brings it in starts in its scope. */
export function introduction(name: ScopeName): { readonly ident: Ident; readonly offset: number } {
  return name.kind === "item"
    ? { ident: name.item.name, offset: name.item.offset }
    : { ident: name.ident, offset: name.use.offset };
}

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
  const addItem = (item: PackageItem): boolean => {
    const first = items.get(item.item.name.text);
    if (first) duplicates.push({ first, again: item });
    else items.set(item.item.name.text, item);
    return !first;
  };
  for (const scope of pkg.scopes) {
    // In a package of one file its names are mostly those of the package.
    if (pkg.scopes.length === 1 && scope.uses.length === 0) {
      for (const item of scope.items) addItem({ kind: "item", item, scope });
      scopes.set(scope, items);
      continue;
    }
    const names = new Map<string, ScopeName>();
    for (const name of namesInOrder(scope)) {
      if (name.kind === "item" && !addItem(name)) continue;
      const text = introduction(name).ident.text;
      const before = names.get(text);
      if (before) conflicts.push({ scope, first: before, again: name });
      else names.set(text, name);
    }
    scopes.set(scope, names);
  }
  return { items, duplicates, scopes, conflicts };
}

function namesInOrder(scope: Scope): readonly ScopeName[] {
  const items = scope.items.map((item): ScopeName => ({ kind: "item", item, scope }));
  if (scope.uses.length === 0) return items;
  const uses = scope.uses.flatMap((use): ScopeName[] => {
    const path = use.unit.path;
    return path ? [{ kind: "use", use, path, ident: use.unit.alias ?? path.name }] : [];
  });
  return [...items, ...uses].sort((a, b) => introduction(a).offset - introduction(b).offset);
}
