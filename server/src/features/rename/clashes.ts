// What a new name would clash with, in every place where it would stand.
import type { RootAnalysis } from "../../semantics/analysis.ts";
import { externFunction } from "../../semantics/outline.ts";
import { canonicalType, typeId } from "../../semantics/symbol-lookup.ts";
import type { Occurrence, SymbolId } from "../../semantics/symbols.ts";
import type { WorldItem } from "../../semantics/world.ts";
import { canonicalFunctionName, canonicalName } from "../../syntax/names.ts";
import { containerById, containersOf, type KnownContainer, knownContainer, splitId } from "../containers.ts";
import type { Mention } from "../references.ts";
import { definitions } from "../targets.ts";
import { fileClash, itemClash } from "./item-clashes.ts";

/** A name to be changed, and where. */
export interface Change {
  readonly root: RootAnalysis;
  /** The roots whose files change. */
  readonly roots: readonly RootAnalysis[];
  readonly name: Occurrence;
  readonly old: string;
  readonly wanted: string;
  readonly mentions: readonly Mention[];
}

/** Why the new name can't be, in words; undefined where it can. */
export function clashOf(change: Change): string | undefined {
  switch (change.name.kind) {
    case "field":
    case "case":
    case "flag":
      return partClash(change);
    case "parameter":
      return parameterClash(change);
    case "type":
    case "function":
    case "extern":
    case "rename":
      return memberClash(change);
    case "interface":
    case "world":
      return itemClash(change);
    case "file-name":
      return fileClash(change);
    case "package":
      return undefined;
  }
}

function exists(what: string, name: string, wanted: string, where: string): string {
  const same = name === wanted ? "" : `, and names must differ by more than case and hyphens`;
  return `${where} has ${what} \`${name}\` already${same}.`;
}

/** Names of the fields, cases or flags beside the renamed one. */
function partClash({ root, name, old, wanted }: Change): string | undefined {
  const [containerId, path] = splitId(name.id);
  const type = path.slice(0, path.indexOf("."));
  const container = containerById(root, containerId);
  const decl = container?.analysis.scope.outline.types.find(t => t.name.text === type);
  if (!decl || !("fields" in decl.unit)) return undefined;
  const other = decl.unit.fields.find(f => f.name.text !== old && sameName(f.name.text, wanted));
  return other && exists(`a ${name.kind}`, other.name.text, wanted, `\`${type}\``);
}

function sameName(a: string, b: string): boolean {
  return canonicalName(a) === canonicalName(b);
}

function parameterClash({ root, name, old, wanted }: Change): string | undefined {
  const owner = name.id.slice(0, name.id.lastIndexOf("("));
  const definition = definitions(root, name.id)[0];
  if (!definition) return undefined;
  const [containerId, mangled] = splitId(owner);
  if (mangled.startsWith("[method]") && sameName(wanted, "self")) return "A method has a parameter `self` already.";
  const container = containerById(root, containerId);
  const { functions = [], externs = [] } = container?.analysis.scope.outline ?? {};
  const func =
    functions.find(f => f.mangled === mangled) ??
    externs.find(
      e =>
        e.offset + (container?.start ?? 0) <= definition.start &&
        definition.start < e.offset + (container?.start ?? 0) + e.unit.text.length,
    );
  const type = func && ("func" in func ? func.func : func.unit.func);
  const other = type?.params.find(p => p.name.text !== old && sameName(p.name.text, wanted));
  return other && exists("a parameter", other.name.text, wanted, "The function");
}

/** A name of a container or a world, as it is and as it would be. */
interface Entry {
  readonly before: string;
  readonly after: string;
}

/** Types, functions, imports and exports: in their own container, in those that use them, and in worlds that include them. */
function memberClash(change: Change): string | undefined {
  for (const root of change.roots) {
    for (const container of containersOf(root)) {
      const clash = containerClash(change, root, container) ?? elaboratedClash(change, root, container);
      if (clash !== undefined) return clash;
    }
  }
  return undefined;
}

function containerClash(change: Change, root: RootAnalysis, container: KnownContainer): string | undefined {
  const { analysis, id } = container;
  const { outline, order } = analysis.scope;
  const types = order.map(entry => entryOf(change, entry.name, isType(change, root, container, entry.name)));
  const functions = outline.functions.map(f => {
    const own = change.name.id === `${id}#${f.mangled}` || isPair(change.name.id, `${id}#${f.mangled}`);
    const resource = f.resource !== undefined && isType(change, root, container, f.resource);
    return functionEntry(change, f.mangled, own ? "name" : resource ? "resource" : undefined);
  });
  if (analysis.container.kind !== "world") return clashIn([...types, ...functions], change, container);
  const externs = (direction: "import" | "export"): Entry[] =>
    outline.externs.flatMap(e => {
      if (e.unit.kind !== direction || !e.unit.name) return [];
      const name = externFunction(e)?.mangled ?? e.unit.name.text;
      const own = `${id}#${direction}.${name}`;
      return [functionEntry(change, name, own === change.name.id || isPair(change.name.id, own) ? "name" : undefined)];
    });
  return (
    clashIn([...types, ...functions, ...externs("import")], change, container) ??
    clashIn(externs("export"), change, container)
  );
}

function isPair(id: SymbolId, other: SymbolId): boolean {
  const bare = (text: string): string => text.replace(/\[(?:get|set)\]/, "[]");
  return id !== other && bare(id) === bare(other) && bare(id) !== id;
}

function isType(change: Change, root: RootAnalysis, { analysis, id }: KnownContainer, name: string): boolean {
  return change.name.kind === "type" && name === change.old && typeId(root, analysis, id, name) === change.name.id;
}

function entryOf({ wanted }: Change, name: string, changes: boolean): Entry {
  return { before: name, after: changes ? wanted : name };
}

/** A mangled name `[method]r.f` whose function or resource gets the new name. */
function functionEntry({ wanted }: Change, mangled: string, part: "name" | "resource" | undefined): Entry {
  if (!part) return { before: mangled, after: mangled };
  const [, prefix = "", rest = ""] = /^((?:\[[^\]]*\])*)(.*)$/s.exec(mangled)!;
  const dot = rest.indexOf(".");
  if (part === "resource") return { before: mangled, after: `${prefix}${wanted}${dot < 0 ? "" : rest.slice(dot)}` };
  return { before: mangled, after: `${prefix}${dot < 0 ? "" : rest.slice(0, dot + 1)}${wanted}` };
}

/** Two names that would be one and are not now. */
function clashIn(entries: readonly Entry[], { wanted }: Change, { id, analysis }: KnownContainer): string | undefined {
  const seen = new Map<string, Entry>();
  for (const entry of entries) {
    const key = canonicalFunctionName(entry.after);
    const other = seen.get(key);
    seen.set(key, other ?? entry);
    if (!other || (clashed(other, entry) && !becomesOne(other, entry))) continue;
    const kept = other.after === other.before ? other : entry;
    const what = analysis.container.kind === "world" ? "World" : "Interface";
    return exists("the name", plainName(kept.before), wanted, `${what} \`${id}\``);
  }
  return undefined;
}

/** Whether two names clash already, by case or hyphens or in full. */
function clashed(a: Entry, b: Entry): boolean {
  return canonicalFunctionName(a.before) === canonicalFunctionName(b.before);
}

function becomesOne(a: Entry, b: Entry): boolean {
  return a.after === b.after && a.before !== b.before;
}

function plainName(mangled: string): string {
  return mangled.replace(/^(?:\[[^\]]*\])*/, "");
}

/** A world's imports and exports with all that its includes bring. */
function elaboratedClash(change: Change, root: RootAnalysis, container: KnownContainer): string | undefined {
  const { item, analysis } = container;
  if (!item.world || analysis !== item.analysis) return undefined;
  for (const direction of ["import", "export"] as const) {
    const entries = item.world[`${direction}s`].flatMap(each => {
      if (each.kind === "interface" && each.key.startsWith("[")) return [];
      const part = changedPart(change, root, each, direction);
      return [functionEntry(change, each.name, part)];
    });
    const clash = clashIn(entries, change, container);
    if (clash !== undefined) return clash;
  }
  return undefined;
}

/** Whether an elaborated item would have the new name: it is the renamed one and no include calls it otherwise. */
function changedPart(
  change: Change,
  root: RootAnalysis,
  each: WorldItem,
  direction: "import" | "export",
): "name" | "resource" | undefined {
  const { name, old } = change;
  const home = knownContainer(root, each.container);
  if (!home) return undefined;
  if (name.kind === "rename") return each.name === old && home.id !== splitId(name.id)[0] ? "name" : undefined;
  if (each.type) {
    const entry = each.type;
    const id =
      entry.kind === "use" && !entry.useName.alias && entry.target.status === "interface"
        ? canonicalType(root, entry.target.id, entry.name)
        : `${home.id}#${entry.name}`;
    return id === name.id && each.name === old ? "name" : undefined;
  }
  if (each.func?.resource !== undefined) {
    if (`${home.id}#${each.func.resource}` === name.id && plainName(each.name).startsWith(`${old}.`)) return "resource";
    return `${home.id}#${each.func.mangled}` === name.id ? "name" : undefined;
  }
  const own = each.func?.mangled ?? each.extern?.unit.name?.text;
  return own !== undefined && `${home.id}#${direction}.${own}` === name.id && plainName(each.name) === old
    ? "name"
    : undefined;
}
