// Feature gates (WIT.md "Feature Gates"): what `@since`, `@unstable` and `@deprecated` say, and whether an item is switched on.

import type { Attribute, Unit } from "../syntax/ast.ts";
import type { Features } from "../workspace/layout-types.ts";

/** `none`: no gate. `on`: gated, and there. `off`: its feature is not activated, so the item is not there. */
export type Gate = "none" | "on" | "off";

/** Whether the item with these attributes is there. `@since` always is; whether its version makes sense is a check of its own. */
export function gateOf(attributes: readonly Attribute[], features: Features): Gate {
  let gate: Gate = "none";
  for (const attribute of attributes) {
    if (attribute.kind === "since") gate = "on";
    else if (attribute.kind === "unstable") return activated(attribute.feature?.text, features) ? "on" : "off";
  }
  return gate;
}

function activated(feature: string | undefined, features: Features): boolean {
  return features.all || feature === undefined || features.names.includes(feature);
}

/** The gate as a text that is equal for equal gates; empty for none. */
export function gateText(attributes: readonly Attribute[]): string {
  if (attributes.length === 0) return "";
  const words: string[] = [];
  for (const a of attributes) {
    if (a.kind === "since" || a.kind === "deprecated") words.push(`${a.kind} ${a.version?.text ?? ""}`);
    else if (a.kind === "unstable") words.push(`unstable ${a.feature?.text ?? ""}`);
  }
  return words.sort().join(", ");
}

/** The version that a `@since` of an item names. */
export function sinceOf({ attributes }: Unit): string | undefined {
  for (const a of attributes) if (a.kind === "since") return a.version?.text;
  return undefined;
}

/** The feature that an `@unstable` of an item names. */
export function featureOf(attributes: readonly Attribute[]): string | undefined {
  for (const a of attributes) if (a.kind === "unstable" && a.feature) return a.feature.text;
  return undefined;
}

export function isDeprecated(unit: Unit): boolean {
  return unit.attributes.some(a => a.kind === "deprecated");
}

/** Features as one text, for keys. */
export function featuresKey(features: Features): string {
  return features.all ? "*" : [...features.names].sort().join(",");
}
