// Whole packages, valid for the most part: several files, `deps`, package blocks, versions, aliases, gates on and off.
import { attributesFor } from "./attributes.ts";
import type { FuzzCase } from "./case.ts";
import type { Dice } from "./dice.ts";
import { docs } from "./docs.ts";
import { interfaceBody } from "./generate-items.ts";
import { worldBody } from "./generate-worlds.ts";
import { bare, Taken } from "./names.ts";
import {
  allFeatureNames,
  foreignPath,
  type ItemInfo,
  isOn,
  type PackageInfo,
  packagePath,
  type Scope,
  type Setting,
} from "./scope.ts";
import { tokensOf } from "./spans.ts";
import { anyVersion } from "./versions.ts";

/** A file being written. */
interface Draft {
  readonly path: string;
  header: string;
  readonly parts: string[];
  /** Names that are given at the top of the file. */
  readonly names: Taken;
  readonly aliases: { name: string; item: ItemInfo }[];
}

interface Build {
  readonly d: Dice;
  readonly setting: Setting;
  readonly packages: PackageInfo[];
  readonly files: Draft[];
}

/** A package that is valid, but for what random choices may break. */
export function generate(d: Dice): FuzzCase {
  // What is off shows more rules; what is on is accepted more often.
  const share = d.chance(0.5) ? 1 : 0.4;
  const features = allFeatureNames.filter(() => d.chance(share));
  const setting: Setting = { features, allFeatures: d.chance(0.1) };
  const b: Build = { d, setting, packages: [], files: [] };
  const single = d.chance(0.25);
  const plan = single ? ["main.wit"] : d.shuffle(["main", ...deps(d)]);
  for (const place of plan) addGroup(b, place);
  const files = Object.fromEntries(b.files.map(f => [f.path, textOf(d, f)]));
  return { files, root: single && d.chance(0.7) ? "main.wit" : ".", ...setting };
}

function deps(d: Dice): string[] {
  const names = d.shuffle(["x", "y", "z", "x-1", "X", "x.y", "é", "ｚ", "🐘"]).slice(0, d.below(4));
  return names.map(name => `deps/${name}${d.chance(0.4) ? ".wit" : ""}`);
}

/** The files at a place, with the packages in their blocks and the package that they make up. */
function addGroup(b: Build, place: string): void {
  const { d } = b;
  const several = !place.endsWith(".wit");
  const folder = place === "main" ? "" : `${place}/`;
  const names = ["a.wit", "b.wit", "main.wit", "B.wit", "a-b.wit", "a b.wit", "ä.wit", "ｚ.wit", "🐘.wit"].filter(() =>
    d.chance(0.2),
  );
  const paths = several ? (names.length > 0 ? names : ["a.wit"]).map(name => folder + name) : [place];
  const files = paths.map(path => ({ path, header: "", parts: [], names: new Taken(), aliases: [] }));
  b.files.push(...files);
  for (const file of files) if (d.chance(0.15)) addBlock(b, file);
  const own = newPackage(b);
  fill(b, own, files);
  b.packages.push(own);
  const header = `package ${packagePath(own)};\n`;
  const first = d.pick(files);
  for (const file of files) if (file === first || d.chance(0.6)) file.header = header;
  first.header = docs(d, "") + first.header;
}

function addBlock(b: Build, file: Draft): void {
  const block = newPackage(b);
  const inner: Draft = { path: file.path, header: "", parts: [], names: new Taken(), aliases: [] };
  fill(b, block, [inner]);
  b.packages.push(block);
  file.parts.push(`${docs(b.d, "")}package ${packagePath(block)} {\n${inner.parts.join("")}}\n`);
}

const versions = [
  "1.0.0",
  "1.0.1",
  "0.1.0",
  "0.1.1",
  "1.2.3-rc.1",
  "0.0.1",
  "2.0.0-alpha",
  "1.0.0+build.5",
  "0.2.0-rc-2.x+y-z",
];

function newPackage(b: Build): PackageInfo {
  const { d } = b;
  for (;;) {
    // Now and then one more version of a package that is there.
    const like = b.packages.length > 0 && d.chance(0.3) ? d.pick(b.packages) : undefined;
    const namespace = like?.namespace ?? d.pick(["a", "wasi", "x-y", "n", "h2", "%use"]);
    const name = like?.name ?? d.pick(["b", "io", "cli", "q", "ab-C", "%interface"]);
    const version = d.chance(0.5) ? (d.chance(0.15) ? anyVersion(d) : d.pick(versions)) : undefined;
    const made: PackageInfo = { namespace, name, version, items: [] };
    if (!b.packages.some(p => packagePath(p) === packagePath(made))) return made;
  }
}

/** Writes a package's interfaces and worlds into its files. */
function fill(b: Build, own: PackageInfo, files: readonly Draft[]): void {
  const { d } = b;
  const names = new Set<string>();
  const most = d.chance(0.08) ? 12 : 4;
  for (let i = 1 + d.below(most); i > 0; i--) {
    const file = d.pick(files);
    if (d.chance(0.35)) addAlias(b, own, file, files);
    const scope: Scope = { d, setting: b.setting, package: own, others: b.packages, aliases: file.aliases };
    const name = itemName(d, names, files);
    addItem(scope, file, name, d.chance(0.6) ? "interface" : "world");
  }
}

/** Items of a package may differ by hyphens or case alone, but not be named alike. */
function itemName(d: Dice, names: Set<string>, files: readonly Draft[]): string {
  for (;;) {
    const name = new Taken().fresh(d);
    if (names.has(bare(name)) || files.some(f => f.aliases.some(a => bare(a.name) === bare(name)))) continue;
    names.add(bare(name));
    return name;
  }
}

function addItem(s: Scope, file: Draft, name: string, kind: "interface" | "world"): void {
  const { d } = s;
  const { text, feature } = attributesFor(s, undefined);
  const head = `${docs(d, "")}${text}${kind} ${name} {\n`;
  if (kind === "world") {
    const { text: body, info } = worldBody(s, name, feature);
    file.parts.push(`${head}${body}}\n`);
    s.package.items.push(info);
    return;
  }
  const { text: body, types } = interfaceBody(s, feature);
  file.parts.push(`${head}${body}}\n`);
  s.package.items.push({ kind, name, types, ...(feature === undefined ? {} : { feature }) });
}

/** A `use` at the top of a file: of an item of this package under a new name, or of another package's interface. */
function addAlias(b: Build, own: PackageInfo, file: Draft, files: readonly Draft[]): void {
  const { d } = b;
  const foreign = d.chance(0.5) ? b.packages.flatMap(p => p.items.map(item => ({ p, item }))) : [];
  // Here no attribute may say that what is off is meant.
  const interfaces = foreign.filter(f => f.item.kind === "interface" && isOn(b.setting, f.item.feature));
  const target =
    interfaces.length > 0
      ? d.pick(interfaces)
      : own.items.length > 0
        ? { p: undefined, item: d.pick(own.items) }
        : undefined;
  if (!target) return;
  const known = new Taken([...own.items.map(i => i.name), ...files.flatMap(f => f.aliases.map(a => a.name))]);
  const name = known.fresh(d);
  const path = target.p ? foreignPath(target.p, target.item.name) : target.item.name;
  file.aliases.push({ name, item: target.item });
  file.parts.push(`use ${path} as ${name};\n`);
}

/** The file's text; now and then with other white space, comments between tokens, or a byte-order mark. */
function textOf(d: Dice, file: Draft): string {
  const text = file.header + (d.chance(0.3) ? d.shuffle(file.parts) : file.parts).join(d.chance(0.5) ? "\n" : "");
  if (d.chance(0.12)) return commented(d, text);
  if (d.chance(0.05)) return text.replaceAll("\n", "\r\n");
  if (d.chance(0.05) && !text.includes("//")) return text.replaceAll("\n", " \t");
  return d.chance(0.02) ? `\ufeff${text}` : text;
}

const odd = [
  "/* x */",
  "/** d */",
  "/// é\n",
  "// ; }\n",
  "/*/**/ \u65e5 */",
  "\t",
  "\n\n",
  "\r\n",
  "/***/",
  "///\n",
  "/** a\n * b\n */",
];

/** The text with comments, documentation and white space where people would not put them. */
function commented(d: Dice, text: string): string {
  const share = d.pick([0.02, 0.1, 0.4]);
  let end = text.length;
  const parts: string[] = [];
  for (const { start } of tokensOf(text).toReversed()) {
    // Numbers belong to a version, in which white space is an error.
    const joined = /[.@\d+-]$/.test(text.slice(0, start)) || /^[.@\d+-]/.test(text.slice(start));
    if (joined || !d.chance(share)) continue;
    parts.push(text.slice(start, end), ` ${d.pick(odd)}`);
    end = start;
  }
  return text.slice(0, end) + parts.toReversed().join("");
}
