// Which interfaces of a world wit-bindgen makes copies of, with types of their own, before it names anything: what comes a second time (imported and
// exported, or under two names), and what uses types of a copy.
import type { Interface } from "../../wit/world-model.ts";

/** Tells apart what a type is by its key and the interface that it stands in; undefined for the world. */
export function typeIdentity(
  imports: readonly Interface[],
  exports: readonly Interface[],
  keysOf: (of: Interface) => readonly string[],
): (of: Interface | undefined, key: string) => string {
  const copies = copiesIn(imports, exports);
  return (of, key) => {
    const before = of && copies.get(of);
    if (of === undefined || before === undefined) return key;
    // All copies by path share their types, and those made behind them under a name take what is there.
    const isThere = of.package !== undefined || before.some(each => keysOf(each).includes(key));
    return isThere ? `copied ${key}` : `of ${of.id}: ${key}`;
  };
}

/** Each copy with the copies by path that are made before it. */
function copiesIn(...sides: readonly (readonly Interface[])[]): ReadonlyMap<Interface, readonly Interface[]> {
  const seen = new Set<unknown>();
  const copies = new Map<Interface, readonly Interface[]>();
  const byPath: Interface[] = [];
  for (const side of sides) {
    const groups = new Map<unknown, Interface[]>();
    const copied = new Set<string>();
    for (const each of [...side.filter(isByPath), ...side.filter(each => !isByPath(each))]) {
      const isAgain = seen.has(identity(each));
      seen.add(identity(each));
      if (!isAgain && !usesTypesOf(each, copied)) continue;
      if (isByPath(each)) copied.add(each.id);
      groups.set(identity(each), [each, ...(groups.get(identity(each)) ?? [])]);
    }
    // Within a group that by path comes last.
    for (const each of [...groups.values()].flat()) {
      copies.set(each, [...byPath]);
      if (isByPath(each)) byPath.push(each);
    }
  }
  return copies;
}

function isByPath(of: Interface): boolean {
  return of.package !== undefined;
}

/** The same for what is the same in the text. */
function identity(of: Interface): unknown {
  return of.implements ?? (isByPath(of) ? of.id : of);
}

function usesTypesOf({ types }: Interface, others: ReadonlySet<string>): boolean {
  return types.some(({ body }) => {
    const owner = body.kind === "alias" && body.type.kind === "named" ? body.type.def.owner : undefined;
    return owner !== undefined && others.has(owner.id);
  });
}
