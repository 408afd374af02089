// Mistakes that chance would hardly make: the provocation of one row of the reference's errors, put into a package.
import type { FuzzCase } from "./case.ts";
import { withFile } from "./case.ts";
import type { Dice } from "./dice.ts";
import { type Mutated, pickFile } from "./mutate-tokens.ts";
import { rows, type Trigger } from "./rows.ts";
import { itemSpans } from "./spans.ts";

/** A package with what provokes one row, among all else that it holds. */
export function mutateRare(d: Dice, of: FuzzCase): Mutated {
  const { trigger } = d.pick(rows);
  return { of: provoke(d, of, trigger), how: "row" };
}

function provoke(d: Dice, of: FuzzCase, trigger: Trigger): FuzzCase {
  if (trigger.kind === "files")
    return trigger.alone
      ? { ...of, root: ".", files: trigger.files }
      : { ...of, files: { ...of.files, ...trigger.files } };
  const { path, text } = pickFile(d, of);
  const block = trigger.kind === "items" && d.chance(0.7);
  const insert = block ? `package fz:t@1.0.0 {\n${trigger.text}\n}` : trigger.text;
  const ends = itemSpans(text).filter(span => span.depth === 0);
  const at = ends.length > 0 && d.chance(0.5) ? d.pick(ends).end : text.length;
  return withFile(of, path, `${text.slice(0, at)}\n${insert}\n${text.slice(at)}`);
}
