// What the names that a unit mentions are where the unit stands.
import type { RootAnalysis } from "../../semantics/analysis.ts";
import type { ContainerAnalysis } from "../../semantics/item.ts";
import { canonicalType, itemById, worldMember } from "../../semantics/symbol-lookup.ts";
import type { SymbolId } from "../../semantics/symbols.ts";
import { type PathTarget, typeBits } from "../../semantics/targets.ts";
import type { DefinedEntry, TypeEntry } from "../../semantics/type-scope.ts";
import type { UsePath } from "../../syntax/ast.ts";
import { containerById, splitId } from "../containers.ts";
import { type TokenCode, tokenCode } from "./legend.ts";
import { definedTypes, type Mark } from "./marks.ts";

/** Code of a name that is to be looked up, outside of interfaces and worlds; paths are all that can be mentioned there. */
export function outerCode({ lookup }: Mark, target: (path: UsePath) => PathTarget): TokenCode | undefined {
  return lookup?.kind === "path" ? pathCode(target(lookup.path)) : undefined;
}

/** Code of a name where the interface or world that it stands in tells it: of types that are defined there, and of paths. */
export function ownCode({ lookup, unit }: Mark, { scope, targetAt }: ContainerAnalysis): TokenCode | undefined {
  if (lookup?.kind === "path") return pathCode(targetAt(unit + lookup.path.start));
  const entry = lookup?.kind === "type" ? scope.entries.get(lookup.name) : undefined;
  return entry?.kind === "def" ? withAge(definedCode(entry), entry) : undefined;
}

/** Code of a name in an interface or world that stands for something of another one; nothing where it leads nowhere. */
export function foreignCode(root: RootAnalysis, { lookup, unit }: Mark, at: ContainerAnalysis): TokenCode | undefined {
  switch (lookup?.kind) {
    case "type": {
      const entry = at.scope.entries.get(lookup.name);
      return entry && entryCode(root, entry);
    }
    case "used":
    case "used-as": {
      const id = targetId(lookup.path, at, unit);
      const entry = id === undefined ? undefined : usedEntry(root, id, lookup.used.name.text);
      const code = entry && entryCode(root, entry);
      // A name that leads nowhere is declared all the same.
      const declares = lookup.kind === "used-as" || (code === undefined && !lookup.used.alias);
      return declares ? (code ?? plainType) | declaration : code;
    }
    case "included": {
      const id = targetId(lookup.path, at, unit);
      return id === undefined ? undefined : memberCode(root, id, lookup.name);
    }
    default:
      return undefined;
  }
}

/** The interface that alone tells what `foreignCode` gives, none where no interface does; undefined where it takes more. */
export function tellerOf(
  root: RootAnalysis,
  { lookup, unit }: Mark,
  at: ContainerAnalysis,
): { readonly id?: SymbolId; readonly analysis?: ContainerAnalysis | undefined } | undefined {
  const used = lookup?.kind === "type" ? at.scope.entries.get(lookup.name) : undefined;
  let [id, name]: [SymbolId | undefined, string] = [undefined, ""];
  if (used?.kind === "use") {
    if (used.target.status === "interface") [id, name] = [used.target.id, used.useName.name.text];
  } else if (lookup?.kind === "used" || lookup?.kind === "used-as") {
    [id, name] = [targetId(lookup.path, at, unit), lookup.used.name.text];
  } else return undefined;
  if (id === undefined) return {};
  const analysis = itemById(root, id)?.analysis;
  return analysis?.scope.entries.get(name)?.kind === "use" ? undefined : { id, analysis };
}

function targetId(path: UsePath | undefined, { targetAt }: ContainerAnalysis, unit: number): string | undefined {
  const target = path && targetAt(unit + path.start);
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
  return withAge(entry.kind === "def" ? definedCode(entry) : behind(root, entry), entry);
}

function withAge(code: TokenCode, { bits }: TypeEntry): TokenCode {
  return (bits & typeBits.deprecated) !== 0 ? code | deprecated : code;
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
