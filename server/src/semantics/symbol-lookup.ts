// What ids and names of symbols lead to in a root: an item, the definition behind a type's name, a member of a world.
import { memo, textCache } from "../base/memo.ts";
import type { RootAnalysis } from "./analysis.ts";
import { splitItemId } from "./ids.ts";
import { includeNames } from "./include-names.ts";
import type { ContainerAnalysis } from "./item.ts";
import { type ExternDecl, externFunction, type Outline } from "./outline.ts";
import type { ItemAnalysis } from "./package.ts";
import type { SymbolId, SymbolKind } from "./symbols.ts";

/** An interface or world by its id, or the one that a member's id belongs to. */
export function itemById(root: RootAnalysis, id: SymbolId): ItemAnalysis | undefined {
  const { key, name } = itemPath(id);
  // A package without a header has no key to be found by.
  const pkg = root.byKey.get(key) ?? (key === "" ? root.packages.find(p => p.package.key === "") : undefined);
  return pkg?.items.get(name);
}

const itemPath = textCache(5_000, id => {
  const hash = id.indexOf("#");
  return splitItemId(hash < 0 ? id : id.slice(0, hash));
});

/** What is known of the definitions behind types' names, by `interface#name`. */
const canonicalTypes = memo((_: RootAnalysis) => new Map<string, SymbolId | undefined>());

/** The definition behind a type's name in an interface: `use`s without `as` are looked through. Nothing where there is none. */
export function canonicalType(root: RootAnalysis, interfaceId: SymbolId, name: string): SymbolId | undefined {
  const known = canonicalTypes(root);
  const way: string[] = [];
  let [id, type] = [interfaceId, name];
  for (;;) {
    const key = `${id}#${type}`;
    if (known.has(key)) break;
    const entry = itemById(root, id)?.analysis.scope.entries.get(type);
    way.push(key);
    // What leads back to itself has no definition.
    known.set(key, undefined);
    if (!entry) break;
    if (entry.kind === "def" || entry.useName.alias || entry.target.status !== "interface") {
      known.set(key, key);
      break;
    }
    [id, type] = [entry.target.id, entry.useName.name.text];
  }
  const found = known.get(`${id}#${type}`);
  for (const key of way) known.set(key, found);
  return found;
}

/** What a type's name means inside a container. */
export function typeId(
  root: RootAnalysis,
  analysis: ContainerAnalysis,
  id: SymbolId,
  name: string,
): SymbolId | undefined {
  const entry = analysis.scope.entries.get(name);
  if (!entry) return undefined;
  if (entry.kind === "def" || entry.useName.alias || entry.target.status !== "interface") return `${id}#${name}`;
  return canonicalType(root, entry.target.id, entry.useName.name.text) ?? `${id}#${name}`;
}

export interface WorldMember {
  readonly id: SymbolId;
  readonly kind: SymbolKind;
}

/** The import, export or type that a name means in a world, through its includes. Each world is asked once for a name. */
export function worldMember(root: RootAnalysis, worldId: SymbolId, name: string): WorldMember | undefined {
  const known = knownMembers(root);
  const ways: (readonly [world: SymbolId, name: string])[] = [[worldId, name]];
  const asked = new Set<string>();
  for (let way = ways.pop(); way; way = ways.pop()) {
    const [id, wanted] = way;
    const item = itemById(root, id);
    const key = `${id}#${wanted}`;
    if (!item || asked.has(key)) continue;
    asked.add(key);
    const found = known.has(key) ? known.get(key) : ownMember(root, item, wanted);
    if (found) {
      known.set(`${worldId}#${name}`, found);
      return found;
    }
    if (known.has(key)) continue;
    for (const { unit, offset } of item.analysis.scope.outline.includes.toReversed()) {
      const target = unit.path && item.analysis.targetAt(offset + unit.path.start);
      if (target?.status === "world") ways.push([target.id, includeNames(unit).meant.get(wanted) ?? wanted]);
    }
  }
  for (const key of asked) known.set(key, undefined);
  return undefined;
}

/** What was found of a name in a world, so that a chain of worlds is not followed again from each of them. */
const knownMembers: (root: RootAnalysis) => Map<string, WorldMember | undefined> = memo(() => new Map());

/** The import, export or type of a name that a world has of its own. */
function ownMember(root: RootAnalysis, { id, analysis }: ItemAnalysis, name: string): WorldMember | undefined {
  const extern = externsByName(analysis.scope.outline).get(name);
  if (extern) {
    const member = externFunction(extern)?.mangled ?? name;
    return { id: `${id}#${extern.unit.kind}.${member}`, kind: extern.unit.func ? "function" : "extern" };
  }
  return analysis.scope.entries.has(name)
    ? { id: canonicalType(root, id, name) ?? `${id}#${name}`, kind: "type" }
    : undefined;
}

/** The imports and exports with plain names; of several with one name the first. */
const externsByName: (outline: Outline) => ReadonlyMap<string, ExternDecl> = memo(outline => {
  const found = new Map<string, ExternDecl>();
  for (const extern of outline.externs) {
    const name = extern.unit.name?.text;
    if (name !== undefined && !found.has(name)) found.set(name, extern);
  }
  return found;
});
