// The name that an item has outside WIT: `@external-id("…")`.
import type { Attribute } from "../syntax/ast.ts";

export function externalIdOf(attributes: readonly Attribute[]): string | undefined {
  for (const a of attributes) if (a.kind === "external-id") return a.value;
  return undefined;
}

/** The same as a property that may be absent. */
export function withExternalId(attributes: readonly Attribute[]): { readonly externalId?: string } {
  const externalId = externalIdOf(attributes);
  return externalId === undefined ? {} : { externalId };
}
