// Mistakes that chance would hardly make: the provocation of one row of the reference's errors, put into a package.
import type { FuzzCase } from "./case.ts";
import { withFile } from "./case.ts";
import type { Dice } from "./dice.ts";
import { type Mutated, pickFile } from "./mutate-tokens.ts";
import { rows, type Trigger } from "./rows.ts";
import { itemSpans } from "./spans.ts";

/** Rows that little else provokes, or that other errors often come before. */
const seldom = new Set(
  "accessor-conflict ctor-result-ok external-id-twice float32-in-func foreign-not-resource gated-iface-ref gated-world-ref gated-world-type getter-no-result getter-params include-conflict-label interface-not-world nested-in-nested param-case param-self record-case-field semver-ws-inside setter-result string-invalid-hex-digit string-invalid-unicode string-invalid-utf8 string-lone-underscore string-number-too-big string-wanted-char too-many-flags type-missing-float32 type-nesting use-cycle use-from-world".split(
    " ",
  ),
);
const weighted = rows.flatMap(row => (seldom.has(row.id) ? [row, row] : [row]));

/** A package with what provokes one row, among all else that it holds. */
export function mutateRare(d: Dice, of: FuzzCase): Mutated {
  const { trigger } = d.pick(weighted);
  return { of: provoke(d, of, trigger), how: "row" };
}

function provoke(d: Dice, of: FuzzCase, trigger: Trigger): FuzzCase {
  if (trigger.kind === "files")
    return trigger.alone
      ? { ...of, root: ".", files: trigger.files }
      : { ...of, files: { ...of.files, ...trigger.files } };
  const { path, text } = pickFile(d, of);
  if (trigger.kind === "end") return withFile(of, path, `${text}\n${trigger.text}`);
  const inside = d.chance(0.35) ? insideOther(d, text, trigger.text) : undefined;
  if (inside !== undefined) return withFile(of, path, inside);
  const block = trigger.kind === "items" && d.chance(0.7);
  const insert = block ? `package fz:t@1.0.0 {\n${trigger.text}\n}` : trigger.text;
  const ends = itemSpans(text).filter(span => span.depth === 0);
  const at = ends.length > 0 && d.chance(0.5) ? d.pick(ends).end : text.length;
  return withFile(of, path, `${text.slice(0, at)}\n${insert}\n${text.slice(at)}`);
}

/** The members of the one item that provokes, among those of an item that was generated; undefined where there is none. */
function insideOther(d: Dice, text: string, provoking: string): string | undefined {
  const [, kind, members] = /^(interface|world) \w+ \{ (.*) \}$/s.exec(provoking) ?? [];
  // A brace that closes the item early: there are several items.
  if (kind === undefined || members === undefined || /^[^{]*\}/.test(members.replaceAll(/\{[^{}]*\}/g, "")))
    return undefined;
  const places = [...text.matchAll(new RegExp(`\\b${kind}\\s+%?[\\w-]+\\s*\\{`, "g"))].map(m => m.index + m[0].length);
  if (places.length === 0) return undefined;
  const at = d.pick(places);
  return `${text.slice(0, at)}\n  ${members}${text.slice(at)}`;
}
