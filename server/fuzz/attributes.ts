// Attributes for generated items: gates that make sense, and external ids.

import { allFeatureNames, isOn, type Scope } from "./scope.ts";
import { anyString } from "./strings.ts";
import { anyVersion } from "./versions.ts";

export interface Attributed {
  /** In front of the item; ends with white space where there is any. */
  readonly text: string;
  readonly feature?: string;
}

/** Attributes for an item inside something with the gate `outer`, which then holds for the item, too. */
export function attributesFor(s: Scope, outer: string | undefined): Attributed {
  const { d } = s;
  const id = d.chance(0.04) ? `@external-id("${anyString(d)}") ` : "";
  // What is off must be off all the way down.
  if (outer !== undefined && !isOn(s.setting, outer)) return { text: `${id}${unstable(s, outer)}`, feature: outer };
  const roll = d.below(20);
  if (roll < 2) {
    const feature = d.pick(allFeatureNames);
    return { text: `${unstable(s, feature)}${id}`, feature };
  }
  const { version } = s.package;
  if (roll < 5 && version !== undefined) return { text: `${id}${since(s, version)}` };
  return { text: id };
}

function unstable(s: Scope, feature: string): string {
  const gate = `@unstable(feature = ${feature})`;
  return s.d.chance(0.1) ? `@deprecated(version = 9.9.9) ${gate}\n  ` : `${gate} `;
}

/** A version that is out: the package's own, or one before all others. */
function since(s: Scope, version: string): string {
  const gate = `@since(version = ${s.d.chance(0.5) ? version : "0.0.0-0"})`;
  // Maybe one that is not out yet.
  if (s.d.chance(0.02)) return `@since(version = ${anyVersion(s.d)}) `;
  return s.d.chance(0.2) ? `${gate}\n  @deprecated(version = 3.0.0) ` : `${gate} `;
}
