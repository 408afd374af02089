// What the names that a unit mentions are where the unit stands.
import type { RootAnalysis } from "../../semantics/analysis.ts";
import type { ContainerAnalysis } from "../../semantics/item.ts";
import { canonicalType, itemById, worldMember } from "../../semantics/symbol-lookup.ts";
import { type PathTarget, typeBits } from "../../semantics/targets.ts";
import type { DefinedEntry, TypeEntry } from "../../semantics/type-scope.ts";
import type { UsePath } from "../../syntax/ast.ts";
import { containerById, splitId } from "../containers.ts";
import { type TokenCode, tokenCode } from "./legend.ts";
import { definedTypes, type Mark } from "./marks.ts";

export interface Surroundings {
  /** What a path points at; its unit starts `offset` UTF-16 units into the container. */
  readonly target: (path: UsePath, offset: number) => PathTarget;
  /** What the name of a type is; nothing where it leads nowhere. */
  readonly type: (name: string) => TokenCode | undefined;
  /** What the type is that a `use` takes from an interface; nothing where there is none. */
  readonly usedType: (interfaceId: string, name: string) => TokenCode | undefined;
  /** What an import or export of a world is; nothing where there is none. */
  readonly member: (worldId: string, name: string) => TokenCode | undefined;
}

const nothing = (): undefined => undefined;

/** Those of what stands outside of interfaces and worlds; paths are all that can be mentioned there. */
export function outside(target: (path: UsePath) => PathTarget): Surroundings {
  return { target, type: nothing, usedType: nothing, member: nothing };
}

/** Those of an interface, a world or an interface written in a world. */
export function inContainer(root: RootAnalysis, analysis: ContainerAnalysis): Surroundings {
  const { entries } = analysis.scope;
  return {
    target: (path, offset) => analysis.targetAt(offset + path.start),
    type: name => {
      const entry = entries.get(name);
      return entry && entryCode(root, entry);
    },
    usedType: (interfaceId, name) => {
      const entry = usedEntry(root, interfaceId, name);
      return entry && entryCode(root, entry);
    },
    member: (worldId, name) => memberCode(root, worldId, name),
  };
}

/** Code of a name that has to be looked up; nothing where it leads nowhere. */
export function codeOf({ lookup, unit }: Mark, around: Surroundings): TokenCode | undefined {
  switch (lookup?.kind) {
    case undefined:
      return undefined;
    case "type":
      return around.type(lookup.name);
    case "path":
      return pathCode(around.target(lookup.path, unit));
    case "used":
    case "used-as": {
      const id = targetId(lookup.path, around, unit);
      const code = id === undefined ? undefined : around.usedType(id, lookup.used.name.text);
      // A name that leads nowhere is declared all the same.
      const declares = lookup.kind === "used-as" || (code === undefined && !lookup.used.alias);
      return declares ? (code ?? plainType) | declaration : code;
    }
    case "included": {
      const id = targetId(lookup.path, around, unit);
      return id === undefined ? undefined : around.member(id, lookup.name);
    }
  }
}

function targetId(path: UsePath | undefined, around: Surroundings, unit: number): string | undefined {
  const target = path && around.target(path, unit);
  return target && "id" in target ? target.id : undefined;
}

const plainType = tokenCode("type");
/** The bits of `declaration` and `deprecated` alone. */
const declaration = tokenCode("type", "declaration") & ~plainType;
const deprecated = tokenCode("type", "deprecated") & ~plainType;

function pathCode(target: PathTarget): TokenCode | undefined {
  switch (target.status) {
    case "interface":
      return target.summary.deprecated ? itemCodes.interface | deprecated : itemCodes.interface;
    case "world":
      return target.deprecated ? itemCodes.world | deprecated : itemCodes.world;
    default:
      return "id" in target && target.id !== undefined ? itemCodes.interface : undefined;
  }
}

const itemCodes = { interface: tokenCode("interface"), world: tokenCode("namespace") } as const;

/** What a type's name in a container stands for, aliases given by `as` looked through. */
function entryCode(root: RootAnalysis, entry: TypeEntry): TokenCode {
  const code = entry.kind === "def" ? definedCode(entry) : behind(root, entry);
  return (entry.bits & typeBits.deprecated) !== 0 ? code | deprecated : code;
}

const definedCodes = {
  resource: tokenCode(definedTypes.resource),
  record: tokenCode(definedTypes.record),
  variant: tokenCode(definedTypes.variant),
  enum: tokenCode(definedTypes.enum),
  flags: tokenCode(definedTypes.flags),
  type: tokenCode(definedTypes.type),
} as const;

function definedCode({ decl: { unit } }: DefinedEntry): TokenCode {
  return definedCodes[unit.kind];
}

function behind(root: RootAnalysis, first: TypeEntry): TokenCode {
  let entry: TypeEntry | undefined = first;
  for (let steps = 0; entry && steps < 100; steps++) {
    if (entry.kind === "def") return definedCode(entry);
    if (entry.target.status !== "interface") break;
    entry = usedEntry(root, entry.target.id, entry.useName.name.text);
  }
  return plainType;
}

/** The entry behind a type's name in an interface: `use`s without `as` are looked through. */
function usedEntry(root: RootAnalysis, interfaceId: string, name: string): TypeEntry | undefined {
  const entry = itemById(root, interfaceId)?.analysis.scope.entries.get(name);
  if (entry?.kind !== "use") return entry;
  const id = canonicalType(root, interfaceId, name);
  return id === undefined ? undefined : entryAt(root, id);
}

function entryAt(root: RootAnalysis, id: string): TypeEntry | undefined {
  const [container, type] = splitId(id);
  return containerById(root, container)?.analysis.scope.entries.get(type);
}

function memberCode(root: RootAnalysis, worldId: string, name: string): TokenCode | undefined {
  const member = worldMember(root, worldId, name);
  if (!member) return undefined;
  if (member.kind === "function") return functionCode;
  if (member.kind === "extern") return itemCodes.interface;
  const entry = entryAt(root, member.id);
  return entry ? entryCode(root, entry) : plainType;
}

const functionCode = tokenCode("function");
