// What an alias stands for in the end, and the definitions in between.
import type { RootAnalysis } from "../semantics/analysis.ts";
import type { SymbolId } from "../semantics/symbols.ts";
import type { DefinedEntry } from "../semantics/type-scope.ts";
import { oneLine } from "../syntax/one-line.ts";
import { containerById, type KnownContainer, splitId } from "./containers.ts";

/** A definition that a chain goes through. */
export interface AliasStep {
  readonly container: KnownContainer;
  readonly entry: DefinedEntry;
}

export interface AliasChain {
  /** The alias itself first; what a `use` brings in is looked through. */
  readonly steps: readonly AliasStep[];
  /** The type that the last of them is written as, on one line; absent where that is no alias, or leads nowhere. */
  readonly written?: string;
}

/** More steps than any chain that somebody wrote. */
const maxSteps = 100;

/** The chain of a type. */
export function aliasChain(root: RootAnalysis, id: SymbolId): AliasChain {
  const steps: AliasStep[] = [];
  let [containerId, name] = splitId(id);
  let container = containerById(root, containerId);
  for (let count = 0; container && count < maxSteps; count++) {
    const entry = container.analysis.scope.entries.get(name);
    if (!entry) break;
    if (entry.kind === "use") {
      if (entry.target.status !== "interface") break;
      [containerId, name] = [entry.target.id, entry.useName.name.text];
      container = containerById(root, containerId);
      continue;
    }
    steps.push({ container, entry });
    const { unit } = entry.decl;
    if (unit.kind !== "type" || !unit.type) break;
    const { type } = unit;
    if (type.kind !== "name") return { steps, written: oneLine(unit.text.slice(type.start, type.end)) };
    name = type.name.text;
  }
  return { steps };
}
