// Code lenses: how often an interface, world or type is named, and which worlds export or include it.
import type { Span } from "../base/span.ts";
import type { RootAnalysis } from "../semantics/analysis.ts";
import { splitItemId } from "../semantics/ids.ts";
import type { SymbolId } from "../semantics/symbols.ts";
import type { ParsedFile } from "../syntax/file.ts";
import { containersOf, type KnownContainer } from "./containers.ts";
import { exportersIn, includersIn } from "./exporters.ts";
import { worldsWith } from "./implementation.ts";
import { mentions, rootsKnowing, writtenName } from "./references.ts";
import { definitions } from "./targets.ts";

/** A lens above a name; UTF-16 offsets of the file. What it says is found when it is looked at. */
export interface CodeLens extends Span {
  readonly kind: "references" | "worlds";
  readonly id: SymbolId;
}

export interface LensChoice {
  /** What references are counted of: nothing, interfaces and worlds, or types too. */
  readonly references: "off" | "items" | "all";
  /** Whether the worlds that export an interface or include a world are told. */
  readonly worlds: boolean;
}

/** What a lens says, with the places that it leads to; UTF-16 offsets. */
export interface LensContent {
  readonly title: string;
  readonly places: readonly { readonly uri: string; readonly span: Span }[];
}

/** The lenses of a file, in the order of the text. */
export function codeLenses(
  root: RootAnalysis,
  file: ParsedFile,
  roots: readonly RootAnalysis[],
  { references, worlds }: LensChoice,
): readonly CodeLens[] {
  const isTold = worlds ? toldOf(root, roots) : () => false;
  const found: CodeLens[] = [];
  for (const container of containersOf(root)) {
    if (container.file !== file) continue;
    const { id, start, item } = container;
    if (id === item.id) {
      const place = shifted(item.item.item.name, start);
      if (references !== "off") found.push({ ...place, kind: "references", id });
      if (isTold(id)) found.push({ ...place, kind: "worlds", id });
    }
    if (references === "all") for (const lens of typeLenses(container)) found.push(lens);
  }
  return found.sort((a, b) => a.start - b.start);
}

function typeLenses({ id, start, analysis }: KnownContainer): readonly CodeLens[] {
  return analysis.scope.outline.types.map(({ name, offset }) => ({
    ...shifted(name, start + offset),
    kind: "references",
    id: `${id}#${name.text}`,
  }));
}

function shifted({ start, end }: Span, by: number): Span {
  return { start: start + by, end: end + by };
}

/** Whether any world exports or includes something; a lens that says that none does would be no use. */
function toldOf(root: RootAnalysis, roots: readonly RootAnalysis[]): (id: SymbolId) => boolean {
  const byPackage = new Map<string, readonly RootAnalysis[]>();
  return id => {
    const { key } = splitItemId(id);
    const knowing = byPackage.get(key) ?? rootsKnowing(root, roots, id);
    byPackage.set(key, knowing);
    return knowing.some(each => exportersIn(each).has(id) || includersIn(each).has(id));
  };
}

/** What a lens says; undefined where what it was about is gone. */
export function lensContent(
  root: RootAnalysis,
  roots: readonly RootAnalysis[],
  { kind, id }: Pick<CodeLens, "kind" | "id">,
): LensContent | undefined {
  const definition = definitions(root, id)[0];
  if (!definition) return undefined;
  const { occurrence, file } = definition;
  if (kind === "worlds") {
    const places = worldsWith(root, roots, id).map(place => ({ uri: place.file.source.uri, span: place.span }));
    const how = occurrence.kind === "world" ? "included" : "exported";
    return { title: `${how} by ${counted(places.length, "world")}`, places };
  }
  const places = mentions(root, roots, occurrence, writtenName(file, occurrence)).flatMap(mention => {
    const { start, end, role } = mention.occurrence;
    return role === "reference" ? [{ uri: mention.file.source.uri, span: { start, end } }] : [];
  });
  return { title: counted(places.length, "reference"), places };
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? "" : "s"}`;
}
