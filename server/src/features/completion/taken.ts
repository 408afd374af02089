// Names that an interface or world has, so that what is added gets another.
import type { Span } from "../../base/span.ts";
import type { ContainerAnalysis } from "../../semantics/item.ts";
import { canonicalName } from "../../syntax/names.ts";

/** The names of a container's types, functions, imports and exports, as far as they are compared; without a type's name that touches `except`. */
export function takenNames(analysis: ContainerAnalysis, except?: Span): ReadonlySet<string> {
  const { outline, entries } = analysis.scope;
  const others = [...entries.values()].filter(e => !except || e.end < except.start || except.end < e.start);
  const names = [
    ...others.map(e => e.name),
    ...outline.functions.map(f => f.name.text),
    ...outline.externs.map(e => e.unit.name?.text ?? ""),
  ];
  return new Set(names.map(canonicalName));
}

/** A name for a type of another interface, `owner`, that nothing here has yet. */
export function freeName(name: string, owner: string, taken: ReadonlySet<string>): string | undefined {
  if (!taken.has(canonicalName(name))) return name;
  const longer = `${owner}-${name}`;
  return taken.has(canonicalName(longer)) ? undefined : longer;
}
