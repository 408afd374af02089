// Gates in words: since when something is there, whether it still should be used, and why it may not be there.
import { codeSpan, escaped } from "../../base/markdown.ts";
import { featureOf, gateOf } from "../../semantics/gates.ts";
import type { Attribute, Unit } from "../../syntax/ast.ts";
import type { Features } from "../../workspace/layout-types.ts";
import type { PlacedMember } from "../locate.ts";

/** What the gates of a unit say, a line each. */
export function gateNotes(unit: Unit, features: Features): readonly string[] {
  return unit.attributes.flatMap(attribute => attributeNote(attribute, features) ?? []);
}

/** What an attribute says. */
export function attributeNote(attribute: Attribute, features: Features): string | undefined {
  switch (attribute.kind) {
    case "since":
      return attribute.version && `Since version ${escaped(attribute.version.text)}.`;
    case "deprecated":
      return attribute.version && `**Deprecated** since version ${escaped(attribute.version.text)}.`;
    case "unstable": {
      const { feature } = attribute;
      if (!feature) return undefined;
      const off = gateOf([attribute], features) === "off";
      const state = off ? `switched off, so this is not there. ${howToSwitchOn}` : "switched on.";
      return `Unstable: part of the feature ${codeSpan(feature.text)}, which is ${state}`;
    }
    case "external-id":
      return attribute.value === undefined ? undefined : `Known outside as ${codeSpan(attribute.value)}.`;
    case "unknown":
      return undefined;
  }
}

const howToSwitchOn = "The setting `wit.features` switches it on.";

/** Why a member is not there although no gate of its own says so: what holds it is switched off. */
export function aroundNotes({ around }: PlacedMember, features: Features): readonly string[] {
  return around.flatMap(({ container: { head, kind } }) => {
    const off = head && gateOf(head.attributes, features) === "off";
    const feature = off ? featureOf(head.attributes) : undefined;
    if (!head || feature === undefined) return [];
    const name = "name" in head && head.name && "text" in head.name ? ` ${codeSpan(head.name.text)}` : "";
    const what = kind === "inline" ? "interface" : kind;
    return [
      `Not there: its ${what}${name} is part of the feature ${codeSpan(feature)}, which is switched off. ${howToSwitchOn}`,
    ];
  });
}
