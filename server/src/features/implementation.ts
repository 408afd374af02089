// Go to implementation: from an interface, or something in it, to the worlds that export it; from a world to those that include it.
import type { RootAnalysis } from "../semantics/analysis.ts";
import type { Occurrence, SymbolId } from "../semantics/symbols.ts";
import type { ParsedFile } from "../syntax/file.ts";
import type { Definitions } from "./definition.ts";
import { exportersIn, includersOf, type WorldPlace } from "./exporters.ts";
import { nameAt } from "./locate.ts";
import { rootsKnowing } from "./references.ts";
import { behindAliases, targetAt } from "./targets.ts";

/** Each world that exports or includes what stands at an offset, at the `export` or `include`; UTF-16 offsets. */
export function implementation(
  root: RootAnalysis,
  file: ParsedFile,
  offset: number,
  roots: readonly RootAnalysis[] = [],
): Definitions | undefined {
  const name = nameAt(root, file, offset);
  if (!name || name.kind === "package") return undefined;
  const targets = worldsWith(root, roots, implemented(root, name)).map(place => targetAt(place.file, place.span));
  return targets.length === 0 ? undefined : { origin: { start: name.start, end: name.end }, targets };
}

/** The worlds of the workspace that export an interface or function or include a world; one in several `deps` counts once. */
export function worldsWith(root: RootAnalysis, roots: readonly RootAnalysis[], id: SymbolId): readonly WorldPlace[] {
  const found = new Map<string, WorldPlace>();
  for (const each of rootsKnowing(root, roots, id)) {
    for (const place of [...(exportersIn(each).get(id) ?? []), ...includersOf(each, id)]) {
      const key = `${place.file.source.uri} ${place.span.start}`;
      if (!found.has(key)) found.set(key, place);
    }
  }
  return [...found.values()];
}

/** What worlds export or include when they have what a name stands for. */
function implemented(root: RootAnalysis, name: Occurrence): SymbolId {
  const id = behindAliases(root, name);
  if (name.kind === "extern") return name.target ?? id;
  const path = /^[^#]*#(?:import|export)\.[^#(]*/.exec(id)?.[0];
  if (path === undefined) return id.split("#")[0]!;
  // A function of a world stands for itself, what is in an interface written there for that interface.
  return path;
}
