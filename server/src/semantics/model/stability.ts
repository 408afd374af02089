// What the gates and other attributes of an item say, as data.
import type { Attribute } from "../../syntax/ast.ts";
import type { Features } from "../../workspace/layout-types.ts";
import type { Stability } from "./nodes.ts";

/** What `@since`, `@unstable` and `@deprecated` say together; nothing where there is none of them. */
export function stabilityOf(attributes: readonly Attribute[]): Stability | undefined {
  let since: string | undefined;
  let feature: string | undefined;
  let deprecated: string | undefined;
  for (const a of attributes) {
    if (a.kind === "since") since = a.version?.text;
    else if (a.kind === "unstable") feature = a.feature?.text;
    else if (a.kind === "deprecated") deprecated = a.version?.text;
  }
  return stability(since, feature, deprecated);
}

/** The same, read from a gate's text (`gateText`), which is what elaborated worlds keep. */
export function stabilityOfText(gate: string): Stability | undefined {
  const words = new Map(gate.split(", ").map(part => part.split(" ") as [string, string | undefined]));
  return stability(words.get("since"), words.get("unstable"), words.get("deprecated"));
}

function stability(
  since: string | undefined,
  feature: string | undefined,
  deprecated: string | undefined,
): Stability | undefined {
  const end = deprecated === undefined ? {} : { deprecated };
  if (since !== undefined) return { kind: "stable", since, ...end };
  return feature === undefined ? undefined : { kind: "unstable", feature, ...end };
}

/** Whether an item is switched off. */
export function isOff(of: Stability | undefined, features: Features): boolean {
  return of?.kind === "unstable" && !features.all && !features.names.includes(of.feature);
}
