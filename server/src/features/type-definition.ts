// Go to type definition: from a parameter, field, function, import or name of a type to where its type is defined.
import type { RootAnalysis } from "../semantics/analysis.ts";
import { eachName } from "../semantics/outline.ts";
import { canonicalType, typeId } from "../semantics/symbol-lookup.ts";
import type { Definition, Occurrence, SymbolId } from "../semantics/symbols.ts";
import type { TypeEntry } from "../semantics/type-scope.ts";
import { type TypeExpr, type Unit, unitOf } from "../syntax/ast.ts";
import type { ParsedFile } from "../syntax/file.ts";
import { containerById, type KnownContainer, splitId } from "./containers.ts";
import type { Definitions } from "./definition.ts";
import { memberAt, nameAt } from "./locate.ts";
import { behindAliases, definitions, firstThen, type Target, targetsOf } from "./targets.ts";

/**
 * The definitions of the types that what stands at an offset has: those of a parameter, field or case, of a function's
 * result, of the interface that an import names. A type leads to what it is an alias of, and so do these. A type that
 * is written in place, as `list<a>`, leads to the types that it names.
 */
export function typeDefinition(
  root: RootAnalysis,
  file: ParsedFile,
  offset: number,
  roots: Iterable<RootAnalysis> = [],
): Definitions | undefined {
  const name = nameAt(root, file, offset);
  if (!name || name.kind === "package") return undefined;
  for (const each of firstThen(root, roots)) {
    const definition = definitions(each, behindAliases(each, name))[0];
    if (!definition) continue;
    const ids = new Set(typesBehind(each, definition).map(id => withoutAliases(each, id)));
    const targets = [...ids].flatMap((id): readonly Target[] => targetsOf(each, [], id));
    return targets.length === 0 ? undefined : { origin: { start: name.start, end: name.end }, targets };
  }
  return undefined;
}

const parts: ReadonlySet<Occurrence["kind"]> = new Set(["field", "case", "flag", "parameter"]);

/** The types or the interface that something has, aliases not looked through. */
function typesBehind(root: RootAnalysis, definition: Definition): readonly SymbolId[] {
  const { id, kind, target } = definition.occurrence;
  if (kind === "extern" || kind === "type" || kind === "interface" || kind === "world") return [target ?? id];
  const [containerId, name] = splitId(id);
  if (name.startsWith("[constructor]") && kind === "function")
    return [`${containerId}#${name.slice("[constructor]".length)}`];
  const container = containerById(root, containerId);
  const unit = unitAt(definition);
  const type = unit && typeIn(unit, definition);
  if (container && type) return namesIn(type).flatMap(n => typeId(root, container.analysis, containerId, n) ?? []);
  // A flag, or a case without a value, is a value of its own type.
  return kind === "case" || kind === "flag" ? [`${containerId}#${name.slice(0, name.indexOf("."))}`] : [];
}

function unitAt({ file, start }: Definition): Unit | undefined {
  const member = memberAt(file, start);
  return member && unitOf(member.member);
}

function typeIn(unit: Unit, { file, start, occurrence }: Definition): TypeExpr | undefined {
  const func = "func" in unit ? unit.func : undefined;
  if (!parts.has(occurrence.kind)) return func?.result;
  const at = start - memberAt(file, start)!.start;
  const all = "fields" in unit ? unit.fields : (func?.params ?? []);
  return all.find(part => part.name.start === at)?.type;
}

function namesIn(type: TypeExpr): readonly string[] {
  const names: string[] = [];
  eachName(type, name => names.push(name.text));
  return names;
}

/** The definition that a type's aliases lead to: `type a = b`, `use i.{b as a}`. */
function withoutAliases(root: RootAnalysis, id: SymbolId): SymbolId {
  const seen = new Set<SymbolId>();
  for (let at: SymbolId | undefined = id; at !== undefined && !seen.has(at); at = aliasOf(root, at)) seen.add(at);
  return [...seen].at(-1)!;
}

/** What a type is another name of. */
export function aliasOf(root: RootAnalysis, id: SymbolId): SymbolId | undefined {
  const [containerId, name] = splitId(id);
  const container = containerById(root, containerId);
  const entry = container?.analysis.scope.entries.get(name);
  return container && entry && aliasIn(root, container, entry);
}

/** What one of a container's types is another name of. */
export function aliasIn(
  root: RootAnalysis,
  { analysis, id }: Pick<KnownContainer, "analysis" | "id">,
  entry: TypeEntry,
): SymbolId | undefined {
  if (entry.kind === "use") {
    const { target, useName } = entry;
    return target.status === "interface" ? canonicalType(root, target.id, useName.name.text) : undefined;
  }
  const { unit } = entry.decl;
  const type = unit.kind === "type" ? unit.type : undefined;
  const named = type && (type.kind === "name" || type.kind === "own" || type.kind === "borrow") ? type.name : undefined;
  return named && typeId(root, analysis, id, named.text);
}
