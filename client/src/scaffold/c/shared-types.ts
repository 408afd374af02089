// To whom `wit-bindgen c` gives types without a name that hold built-in types alone but are not the world's, such as `stream<u8>`: a package has
// each of them once, and the interface where it is met first gives it its name.
import { visitTypes } from "../../wit/visit-types.ts";
import { type Interface, partsOf, type Type, type WorldModel } from "../../wit/world-model.ts";
import { encoded, type Home, isShared } from "./names.ts";

/** For each such type, by package and name, the interface whose prefix it has; interfaces that are imported and exported keep theirs. */
export function firstOwners(world: WorldModel): ReadonlyMap<string, Interface> {
  const [imports, exports] = [interfacesOf(world.imports), interfacesOf(world.exports)];
  const both = new Set(imports.filter(each => exports.some(({ id }) => id === each.id)).map(({ id }) => id));
  const used = usedBy(exports);
  const owners = new Map<string, Interface>();
  const meet = (each: Interface): void => {
    for (const key of keysIn(each)) if (!owners.has(key)) owners.set(key, each);
  };
  for (const each of imports) if (!both.has(each.id)) meet(each);
  // Of the imports' names those stay that exports can refer to.
  const kept = new Set(imports.filter(each => used.has(each.id) && !both.has(each.id)).flatMap(keysIn));
  for (const key of owners.keys()) if (!kept.has(key)) owners.delete(key);
  for (const each of exports) if (!both.has(each.id)) meet(each);
  return owners;
}

/** The key of a type that stands in an interface; undefined for types that are named otherwise. */
export function sharedKey(type: Type, home: Home): string | undefined {
  if (home?.package === undefined || isShared(type) || !isBuiltIn(type)) return undefined;
  const { namespace, name, version } = home.package;
  return `${namespace}:${name}@${version} ${encoded(type)}`;
}

function isBuiltIn(type: Type): boolean {
  switch (type.kind) {
    case "named":
    case "own":
    case "borrow":
      return false;
    default:
      return partsOf(type).every(isBuiltIn);
  }
}

function interfacesOf(externs: WorldModel["exports"]): readonly Interface[] {
  return externs.flatMap(each => (each.kind === "interface" ? [each.interface] : []));
}

/** The interfaces whose types others refer to. */
function usedBy(interfaces: readonly Interface[]): ReadonlySet<string> {
  const found = new Set<string>();
  for (const each of interfaces) visitTypes(each, each, (_, home) => home !== undefined && found.add(home.id));
  return found;
}

function keysIn(of: Interface): readonly string[] {
  const keys: string[] = [];
  visitTypes(of, of, (type, home) => {
    const key = sharedKey(type, home);
    if (key !== undefined) keys.push(key);
  });
  return keys;
}
