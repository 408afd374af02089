// Mistakes in whole items: gone, there twice, elsewhere, behind a gate; and in packages: headers, versions, folders.
import { type FuzzCase, withFile } from "./case.ts";
import type { Dice } from "./dice.ts";
import { type Mutated, pickFile } from "./mutate-tokens.ts";
import { allFeatureNames } from "./scope.ts";
import { itemSpans, type Span, tokensOf, typeSpans } from "./spans.ts";
import { wrongString } from "./strings.ts";
import { anyVersion } from "./versions.ts";

type ItemMutation = (d: Dice, text: string, item: Span, others: readonly Span[]) => string;

/** The item's text without what stands before its first token. */
function bodyStart(text: string, item: Span): number {
  return item.start + (tokensOf(text.slice(item.start, item.end))[0]?.start ?? 0);
}

const mutations: Readonly<Record<string, ItemMutation>> = {
  delete: (_, text, item) => text.slice(0, item.start) + text.slice(item.end),
  duplicate: (_, text, item) => text.slice(0, item.end) + text.slice(item.start),
  move: (d, text, item, others) => {
    const to = d.pick(others).end;
    const taken = text.slice(item.start, item.end);
    if (to >= item.start && to <= item.end) return text.slice(0, to) + taken + text.slice(to);
    const rest = (from: number, end: number): string => text.slice(from, end);
    return to < item.start
      ? rest(0, to) + taken + rest(to, item.start) + rest(item.end, text.length)
      : rest(0, item.start) + rest(item.end, to) + taken + rest(to, text.length);
  },
  copy: (d, text, item, others) => {
    const to = d.pick(others).end;
    return text.slice(0, to) + text.slice(item.start, item.end) + text.slice(to);
  },
  gate: (d, text, item) => {
    const at = bodyStart(text, item);
    return `${text.slice(0, at)}${gate(d)} ${text.slice(at)}`;
  },
  ungate: (_, text, item) => {
    const inside = text.slice(item.start, item.end);
    return text.slice(0, item.start) + inside.replace(/@[a-z-]+\([^)]*\)/, "") + text.slice(item.end);
  },
  "self-reference": (d, text, item) => {
    const names = tokensOf(text.slice(item.start, item.end)).filter(t => /^%?[A-Za-z]/.test(t.text));
    const own = names[1];
    if (!own || names.length < 3) return text;
    const at = d.pick(names.slice(2));
    return text.slice(0, item.start + at.start) + own.text + text.slice(item.start + at.end);
  },
  // Above a `use`, a type of a name that it brings in: the `use` takes its place.
  shadow: (d, text, _, others) => {
    const uses = others.filter(({ start, end }) => /^\s*use\b[^{]*\{/.test(text.slice(start, end)));
    if (uses.length === 0) return text;
    const { start, end } = d.pick(uses);
    const names = [...text.slice(start, end).matchAll(/(%?[A-Za-z][\w-]*)\s*[,}]/g)];
    if (names.length === 0) return text;
    const name = d.pick(names)[1]!;
    const type = d.pick([`type ${name} = u8;`, `resource ${name} { a: func(); }`, `record ${name} { a: ${name} }`]);
    return `${text.slice(0, start)}\n  ${d.chance(0.2) ? gate(d) : ""} ${type}${text.slice(start)}`;
  },
  deep: (d, text, item) => {
    const types = typeSpans(text).filter(({ start, end }) => start >= item.start && end <= item.end);
    if (types.length === 0) return text;
    const { start, end } = d.pick(types);
    const layers = Array.from({ length: d.below(8) === 0 ? 5000 : 96 + d.below(8) }, () =>
      d.pick(["list<_>", "option<_>", "tuple<_>", "result<_>", "map<u8, _>", "future<_>", "tuple<u8, _>"]),
    );
    const before = layers.map(layer => layer.slice(0, layer.indexOf("_"))).join("");
    return text.slice(0, start) + before + text.slice(start, end) + ">".repeat(layers.length) + text.slice(end);
  },
  empty: (_, text, item) => {
    const inside = text.slice(item.start, item.end);
    return (
      text.slice(0, item.start) +
      inside.replace(/\{.*\}|<[^>]*>/s, m => (m.startsWith("{") ? "{}" : "<>")) +
      text.slice(item.end)
    );
  },
};

function gate(d: Dice): string {
  const version = d.chance(0.5) ? anyVersion(d) : d.pick(["0.0.1", "1.0.0", "99.0.0", "1.0.0-"]);
  return d.pick([
    `@unstable(feature = ${d.pick(allFeatureNames)})`,
    `@unstable(feature = ${d.pick(allFeatureNames)})`,
    `@since(version = ${version})`,
    `@since(version = ${version}) @deprecated(version = ${version})`,
    `@deprecated(version = ${version})`,
    `@external-id("${d.chance(0.5) ? wrongString(d) : ""}")`,
  ]);
}

/** One item changed as a whole. */
export function mutateItem(d: Dice, of: FuzzCase): Mutated {
  const { path, text } = pickFile(d, of);
  const items = itemSpans(text);
  const name = d.pick(Object.keys(mutations));
  if (items.length === 0) return { of, how: `item ${name}` };
  return { of: withFile(of, path, mutations[name]!(d, text, d.pick(items), items)), how: `item ${name}` };
}

const header = /^(\ufeff?(?:\s|\/\/[^\n]*\n|\/\*.*?\*\/)*)package\b[^;{]*;/s;

type PackageMutation = (d: Dice, of: FuzzCase, path: string, text: string) => FuzzCase;

const packageMutations: Readonly<Record<string, PackageMutation>> = {
  "no header": (_, of, path, text) => withFile(of, path, text.replace(header, "$1")),
  "other header": (d, of, path, text) =>
    withFile(of, path, text.replace(header, `$1package ${d.pick(["a:b", "n:q@1.0.0", "wasi:io", "z:z"])};`)),
  "double header": (_, of, path, text) =>
    withFile(
      of,
      path,
      text.replace(header, m => m + m),
    ),
  documented: (_, of) => ({
    ...of,
    files: Object.fromEntries(
      Object.entries(of.files).map(([p, t]) => [p, t.replace(header, "$&").replace(/^/, "/// D\n")]),
    ),
  }),
  "file moved": (d, of, path, text) => {
    const { [path]: _, ...rest } = of.files;
    const to = d.pick([
      "b.wit",
      "deps/x/c.wit",
      "deps/q.wit",
      "deps/x.wit",
      "deps/x/deep/c.wit",
      "deps/x.wit/c.wit",
      "deps/x/.wit",
      "deps/.wit",
      ".wit",
      "deps/x.wat",
      "deps/x.wasm",
      "deps/z/readme.md",
      "c.txt",
    ]);
    return path === of.root ? of : { ...of, files: { ...rest, [to]: text } };
  },
  "file copied": (d, of, _, text) =>
    withFile(of, d.pick(["b.wit", "deps/x/c.wit", "deps/q.wit", "deps/w/c.wit"]), text),
  "file gone": (_, of, path) => {
    const { [path]: _gone, ...rest } = of.files;
    return path === of.root || Object.keys(rest).length === 0 ? of : { ...of, files: rest };
  },
  version: (d, of, path, text) =>
    withFile(
      of,
      path,
      text.replace(
        /@\d+\.\d+\.\d+[\w.+-]*/,
        d.pick([`@${anyVersion(d)}`, "@0.2.0", "@01.0.0", "", "@1.0", "@1.0.0-", "@1.0.0-01"]),
      ),
    ),
  features: (d, of) => ({ ...of, features: allFeatureNames.filter(() => d.chance(0.5)), allFeatures: d.chance(0.2) }),
  block: (d, of, path, text) =>
    withFile(
      of,
      path,
      `${text}\npackage ${d.pick(["q:r", "a:b", "n:q@1.0.0"])} {\n${d.chance(0.5) ? text.replace(header, "") : ""}}\n`,
    ),
  cycle: (d, of, path, text) => {
    const names = Object.values(of.files).flatMap(t => [...t.matchAll(/\bpackage\s+([\w-]+:[\w-]+)(@[\w.+-]+)?/g)]);
    if (names.length === 0) return of;
    const [, base = "", version = ""] = d.pick(names);
    const items = Object.values(of.files).flatMap(t => [...t.matchAll(/\b(?:interface|world)\s+(%?[\w-]+)/g)]);
    const item = items.length > 0 ? d.pick(items)[1]! : "a";
    const target = `${base}/${item}${version}`;
    const use = d.pick([
      `interface fz { use ${target}.{a}; }`,
      `world fz { import ${target}; }`,
      `world fz { include ${target}; }`,
      `use ${target} as fz;`,
    ]);
    return withFile(of, path, `${text}\n${use}\n`);
  },
};

/** One change of how files make up packages. */
export function mutatePackage(d: Dice, of: FuzzCase): Mutated {
  const { path, text } = pickFile(d, of);
  const name = d.pick(Object.keys(packageMutations));
  return { of: packageMutations[name]!(d, of, path, text), how: `package ${name}` };
}
