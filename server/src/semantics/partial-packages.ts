// Packages of which only parts are there: a file in binary form holds of other packages what its own needs.
import type { Package, Scope } from "./packages.ts";

/**
 * All packages, where one that is there in part counts only where nothing has it as a whole. What several files hold of
 * one is put together; of an interface the fullest view counts.
 */
export function settlePartial(all: readonly Package[]): readonly Package[] {
  if (!all.some(isPartial)) return all;
  const whole = new Set(all.filter(pkg => !isPartial(pkg)).map(({ key }) => key));
  const views = new Map<string, Package[]>();
  for (const pkg of all)
    if (isPartial(pkg) && !whole.has(pkg.key)) views.set(pkg.key, [...(views.get(pkg.key) ?? []), pkg]);
  return all.flatMap(pkg => {
    if (!isPartial(pkg)) return [pkg];
    const found = views.get(pkg.key) ?? [];
    return found[0] === pkg ? [together(found)] : [];
  });
}

function isPartial({ nested, dep }: Package): boolean {
  return nested && dep?.binary !== undefined;
}

function together(views: readonly Package[]): Package {
  const [first, ...others] = views;
  if (others.length === 0) return first!;
  const fullest = new Map<string, Scope["items"][number]>();
  for (const item of views.flatMap(pkg => pkg.scopes.flatMap(scope => scope.items))) {
    const known = fullest.get(item.name.text);
    if (!known || known.container.members.length < item.container.members.length) fullest.set(item.name.text, item);
  }
  const scopes = views.flatMap(pkg =>
    pkg.scopes.map(scope => ({ ...scope, items: scope.items.filter(item => fullest.get(item.name.text) === item) })),
  );
  return { ...first!, scopes };
}
