// A part of one package in another: an item, a file, or everything as dependencies.
import type { FuzzCase } from "./case.ts";
import { withFile } from "./case.ts";
import type { Dice } from "./dice.ts";
import { type Mutated, pickFile } from "./mutate-tokens.ts";
import { itemSpans } from "./spans.ts";

type Graft = (d: Dice, of: FuzzCase, other: FuzzCase) => FuzzCase;

const grafts: Readonly<Record<string, Graft>> = {
  item: (d, of, other) => {
    const [to, from] = [pickFile(d, of), pickFile(d, other)];
    const [places, items] = [itemSpans(to.text), itemSpans(from.text)];
    if (places.length === 0 || items.length === 0) return of;
    const item = d.pick(items);
    // Among items as deep, if there are: there it is likely to be right.
    const alike = places.filter(({ depth }) => depth === item.depth);
    const at = d.pick(alike.length > 0 ? alike : places).end;
    return withFile(of, to.path, to.text.slice(0, at) + from.text.slice(item.start, item.end) + to.text.slice(at));
  },
  file: (d, of, other) =>
    withFile(of, d.pick(["graft.wit", "deps/graft.wit", "deps/a/graft.wit"]), pickFile(d, other).text),
  deps: (_, of, other) => ({
    ...of,
    files: {
      ...Object.fromEntries(Object.entries(other.files).map(([path, text]) => [inDeps(path), text])),
      ...of.files,
    },
  }),
};

function inDeps(path: string): string {
  return path.startsWith("deps/") ? path : `deps/graft/${path}`;
}

/** Part of another package put into this one. */
export function graft(d: Dice, of: FuzzCase, other: () => FuzzCase): Mutated {
  const name = d.pick(Object.keys(grafts));
  return { of: grafts[name]!(d, of, other()), how: `graft ${name}` };
}
