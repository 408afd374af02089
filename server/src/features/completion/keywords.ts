// Keywords, gates and their versions: what is a word of the language rather than a name.

import { compareVersions, parseVersion } from "../../base/semver.ts";
import type { Span } from "../../base/span.ts";
import type { RootAnalysis } from "../../semantics/analysis.ts";
import { versionOf } from "../../semantics/item.ts";
import { packageKey } from "../../semantics/packages.ts";
import type { ContainerKind } from "../../syntax/ast.ts";
import { parentUri } from "../../workspace/uri.ts";
import { type Completion, type CompletionKind, ranks } from "./item.ts";
import type { Standpoint } from "./reach.ts";

const typeItems = ["type", "record", "variant", "enum", "flags", "resource", "use"];

const items: Readonly<Record<ContainerKind, readonly string[]>> = {
  file: ["interface", "world", "use", "package"],
  package: ["interface", "world", "use"],
  interface: typeItems,
  inline: typeItems,
  world: ["import", "export", "include", ...typeItems],
  resource: ["constructor"],
};

/** Words that start an item. `first`: nothing stands before it in its container. */
export function itemWords(container: ContainerKind, first: boolean, span: Span): readonly Completion[] {
  const known = items[container].filter(w => w !== "package" || first);
  return known.map(label =>
    label === "constructor"
      ? { ...word(label, span), insert: "constructor();", cursor: "constructor(".length }
      : { ...word(label, span), insert: `${label} ` },
  );
}

export function words(list: readonly string[], span: Span): readonly Completion[] {
  return list.map(label => {
    if (label === "with") return { ...word(label, span), insert: "with {  }", cursor: 7 };
    if (label === "{}") return { ...word(label, span), insert: "{  }", cursor: 2 };
    return { ...word(label, span), insert: `${label} ` };
  });
}

function word(label: string, span: Span, kind: CompletionKind = "keyword"): Completion {
  return { label, kind, insert: label, span, rank: ranks.near };
}

/** What follows `name:`. `before` are the words that stand there already. */
export function declarationWords(
  place: "interface" | "resource" | "world",
  before: readonly string[],
  span: Span,
): readonly Completion[] {
  const func = { ...word("func", span), insert: "func();", cursor: "func(".length };
  const found = [func];
  if (!before.includes("async"))
    found.push({ ...word("async func", span), insert: "async func();", cursor: "async func(".length });
  if (place === "resource" && !before.includes("static") && !before.includes("async"))
    found.push({ ...word("static func", span), insert: "static func();", cursor: "static func(".length });
  if (place === "world" && before.length === 0)
    found.push({ ...word("interface", span), insert: "interface {}", cursor: "interface {".length });
  return found;
}

/** Gates, each with what it is likeliest to say, selected to be typed over: the package's version, a feature that is there. */
export function gateWords(s: Standpoint, span: Span): readonly Completion[] {
  const version = versionText(s) ?? knownVersions(s)[0] ?? "0.1.0";
  const feature = knownFeatures(s)[0] ?? "feature-name";
  return [
    withValue("since", "(version = ", version, span),
    withValue("unstable", "(feature = ", feature, span),
    withValue("deprecated", "(version = ", version, span),
    { ...word("external-id", span), insert: 'external-id("")', cursor: "external-id(".length + 1 },
  ];
}

function withValue(label: string, before: string, value: string, span: Span): Completion {
  const cursor = label.length + before.length;
  return { ...word(label, span), insert: `${label}${before}${value})`, cursor, selected: value.length };
}

export function gateArgument(name: "version" | "feature", span: Span): readonly Completion[] {
  return [{ ...word(name, span), insert: `${name} = ` }];
}

/** Versions that `@since` and `@deprecated` can name: the package's, and those that its gates name; the newest first. */
export function versions(s: Standpoint, span: Span): readonly Completion[] {
  return knownVersions(s).map((text, i) => ({
    ...word(text, span, "version"),
    rank: i === 0 ? ranks.near : ranks.here,
  }));
}

function knownVersions(s: Standpoint): readonly string[] {
  const found = new Set(gateValues(s, /@(?:since|deprecated)\s*\(\s*version\s*=\s*([0-9A-Za-z.+-]+)\s*\)/g));
  const newest = versionOf(s.pkg.package.key);
  const own = versionText(s);
  if (own !== undefined) found.add(own);
  const parsed = [...found].flatMap(text => {
    const version = parseVersion(text);
    return typeof version === "string" || (newest && compareVersions(version, newest) > 0) ? [] : [{ text, version }];
  });
  return parsed.sort((a, b) => compareVersions(b.version, a.version)).map(({ text }) => text);
}

/** The package's own version, as it is written. */
function versionText({ pkg }: Standpoint): string | undefined {
  const { key } = pkg.package;
  return versionOf(key) && key.slice(key.indexOf("@") + 1);
}

/** Features that the package's gates name and those that are switched on. */
export function featureNames(s: Standpoint, span: Span): readonly Completion[] {
  return knownFeatures(s).map(name => word(name, span, "feature"));
}

function knownFeatures(s: Standpoint): readonly string[] {
  return [
    ...new Set([...gateValues(s, /@unstable\s*\(\s*feature\s*=\s*([0-9A-Za-z-]+)\s*\)/g), ...s.root.features.names]),
  ];
}

function gateValues(s: Standpoint, pattern: RegExp): readonly string[] {
  return s.pkg.package.scopes.flatMap(({ file }) => [...file.source.text.matchAll(pattern)].map(match => match[1]!));
}

/** What other files of the folder say their package is. */
export function packageNames(s: Standpoint, span: Span, prefix: string): readonly Completion[] {
  const folder = folderOf(s.root);
  const near = [s.root, ...s.roots.filter(root => root !== s.root && folderOf(root) === folder)];
  const own = near.flatMap(root => root.packages).filter(({ package: { dep, nested } }) => !dep && !nested);
  // The last header gives a package its key, and that may be the one that is being typed.
  const others = own.flatMap(({ package: { headers } }) => headers.filter(h => h.scope.file !== s.scope.file));
  const keys = others.map(h => packageKey(h.name)).filter(key => key.startsWith(prefix));
  return [...new Set(keys)].map(key => ({ ...word(key, span, "package"), insert: `${key};` }));
}

/** A file that stands alone may belong to the others once it says so. */
function folderOf({ root: { kind, uri } }: RootAnalysis): string | undefined {
  return kind === "file" ? parentUri(uri) : uri;
}
