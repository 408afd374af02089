// To whom `wit-bindgen c` gives types without a name that hold built-in types alone but are not the world's, such as `stream<u8>`: the text of a
// package has each of them once, and the interface where it is met first gives it its name.
import { packageName } from "../../wit/read-world.ts";
import { visitTypes } from "../../wit/visit-types.ts";
import { type Interface, type PackageName, partsOf, type Type, type WorldModel } from "../../wit/world-model.ts";
import { typeIdentity } from "./copies.ts";
import { encoded, type Home, isShared } from "./names.ts";

/** Tells the interface whose prefix a type has that stands in `home`; `inWorld` for the functions that the world exports itself, which come first. */
export function typeOwners(world: WorldModel, inWorld: boolean): (type: Type, home: Home) => Home {
  const [imports, exports] = [interfacesOf(world.imports), interfacesOf(world.exports)];
  const keysOf = (each: Interface): readonly string[] => keysIn(each, world);
  const identity = typeIdentity(imports, exports, keysOf);
  const owners = new Map<string, Interface>();
  const meet = (each: Interface): void => {
    for (const key of keysOf(each).map(key => identity(each, key))) if (!owners.has(key)) owners.set(key, each);
  };
  imports.forEach(meet);
  if (!inWorld) {
    // Of the imports' names those stay that exports can refer to.
    const used = usedBy(exports);
    for (const { id } of exports) used.delete(id);
    const referred = imports.filter(each => used.has(each.id));
    const kept = new Set(referred.flatMap(each => keysOf(each).map(key => identity(each, key))));
    for (const key of owners.keys()) if (!kept.has(key)) owners.delete(key);
    exports.forEach(meet);
  }
  // An interface that is exported stands for itself, not for the import of the same name.
  const meant = new Map([...imports, ...(inWorld ? [] : exports)].map(each => [each.id, each]));
  return (type, home) => {
    const key = sharedKey(type, home, world);
    return key === undefined ? home : (owners.get(identity(meant.get(home?.id ?? ""), key)) ?? home);
  };
}

/** The key of a type that stands in an interface or the world; undefined for types that are named otherwise. */
function sharedKey(type: Type, home: Home, world: WorldModel): string | undefined {
  if (isShared(type) || !isBuiltIn(type)) return undefined;
  const { namespace, name, version } = textOf(home, world);
  return `${namespace}:${name}@${version} ${encoded(type)}`;
}

/** The package whose text it is. */
function textOf(home: Home, world: WorldModel): PackageName {
  if (home?.implements !== undefined) return packageName(home.implements.replace(/\/[^@]*/, ""));
  return home?.package ?? world.package;
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
function usedBy(interfaces: readonly Interface[]): Set<string> {
  const found = new Set<string>();
  for (const each of interfaces) visitTypes(each, each, (_, home) => home !== undefined && found.add(home.id));
  return found;
}

/** Of the types that stand in the interface itself. */
function keysIn(of: Interface, world: WorldModel): readonly string[] {
  const keys: string[] = [];
  visitTypes(of, of, (type, home) => {
    const key = home?.id === of.id ? sharedKey(type, home, world) : undefined;
    if (key !== undefined) keys.push(key);
  });
  return keys;
}
