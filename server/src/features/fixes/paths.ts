// Paths that lead nowhere, or to something of the wrong kind: what was meant, what would mend it, or what to leave out.
import type { ItemAnalysis } from "../../semantics/package.ts";
import { packageKey } from "../../semantics/packages.ts";
import type { UsePath } from "../../syntax/ast.ts";
import type { ParsedFile } from "../../syntax/file.ts";
import { type Reachable, reachable } from "../completion/reach.ts";
import type { FileEdit } from "../edits/file-edit.ts";
import { tokensIn, written } from "../edits/words.ts";
import { packagePaths } from "../package-paths.ts";
import {
  type Fix,
  type FixContext,
  type FixRule,
  fixHere,
  type Home,
  headSpan,
  homeAt,
  isOwn,
  type ProblemMember,
  problemMember,
  replace,
} from "./fix.ts";
import { holdsItem, namedItems } from "./named-items.ts";
import { nearest } from "./nearest.ts";
import { spanIn } from "./parts.ts";

export const meantPath: FixRule = { codes: ["unresolved-path", "wrong-kind"], fix: didYouMean };

export function pathOf({ unit }: ProblemMember): UsePath | undefined {
  return "path" in unit ? unit.path : undefined;
}

function kindFor({ unit }: ProblemMember): "interface" | "world" {
  return unit.kind === "include" ? "world" : "interface";
}

/** Interfaces (or worlds) that can stand there and are spelt nearly so; in the same package first. */
function didYouMean(c: FixContext): readonly Fix[] {
  const member = problemMember(c);
  const home = homeAt(c);
  const path = member && pathOf(member);
  if (!member || !home || !path) return [];
  const there = candidates(c, home, kindFor(member)).filter(r => !alreadyThere(home, member, r.item));
  const name = path.name.text;
  const same = there.filter(r => nameOf(r.item) === name && !(path.package === undefined && r.path === name));
  const own = there.filter(r => sameOwner(r, path, home));
  const near = nearest(
    name,
    own.map(r => nameOf(r.item)),
  ).flatMap(n => own.find(r => nameOf(r.item) === n) ?? []);
  const wide = nearest(
    name,
    there.map(r => nameOf(r.item)),
  ).flatMap(n => there.filter(r => nameOf(r.item) === n));
  const found = [...new Set([...near, ...same, ...wide])].filter(r => holds(member, r.item)).slice(0, 3);
  return found.map((r, i) =>
    fixHere(c, `Did you mean \`${r.path}\`?`, replace(spanIn(member, path), r.path), i === 0 && found.length === 1),
  );
}

function candidates(c: FixContext, home: Home, kind: "interface" | "world"): readonly Reachable[] {
  const standpoint = { root: c.root, roots: c.roots, pkg: home.pkg, scope: home.scope, self: home.item };
  return reachable(standpoint, kind).filter(r => !r.missingDependency);
}

export function nameOf(item: ItemAnalysis): string {
  return item.item.item.name.text;
}

function sameOwner({ item }: Reachable, path: UsePath, home: Home): boolean {
  const key = path.package ? packageKey(path.package) : home.pkg.package.key;
  return item.id.startsWith(key.split("@")[0]!);
}

/** Whether an interface has the types that a `use` takes from it. */
function holds({ unit }: ProblemMember, item: ItemAnalysis): boolean {
  return unit.kind !== "use" || unit.names.every(n => item.analysis.summary.types.has(n.name.text));
}

/** Whether the world imports (or exports) the interface already: twice is an error of its own. */
function alreadyThere({ analysis, base }: Home, { unit, start }: ProblemMember, item: ItemAnalysis): boolean {
  if (unit.kind !== "import" && unit.kind !== "export" && unit.kind !== "include") return false;
  const { externs, includes } = analysis.scope.outline;
  return [...externs, ...includes].some(e => {
    if (e.unit.kind !== unit.kind || base + e.offset === start || !e.unit.path) return false;
    const target = analysis.targetAt(e.offset + e.unit.path.start);
    return "id" in target && target.id === item.id;
  });
}

export const otherKind: FixRule = { codes: ["wrong-kind", "unresolved-path"], fix: changeKind };

/** A world is included, an interface imported. */
function changeKind(c: FixContext): Fix | undefined {
  const member = problemMember(c);
  const home = homeAt(c);
  const path = member && pathOf(member);
  if (!member || !home || !path || home.analysis.container.kind !== "world") return undefined;
  const { unit } = member;
  const wanted = unit.kind === "include" ? "import" : "include";
  const there = targetOfKind(c, home, path, wanted === "include" ? "world" : "interface");
  if (!there || there === home.item || (unit.kind === "include" && unit.names.length > 0)) return undefined;
  if (alreadyThere(home, { ...member, unit: { ...unit, kind: wanted } as typeof unit }, there)) return undefined;
  const word = tokensIn(c.file, headSpan(member)).findLast(
    t => t.kind === unit.kind && t.start < member.start + path.start,
  );
  if (!word || unit.kind === "use" || unit.kind === "top-use") return undefined;
  const edit = replace({ start: word.start, end: member.start + path.start }, `${wanted} `);
  return fixHere(c, `${wanted === "include" ? "Include" : "Import"} it instead`, edit, true);
}

function targetOfKind(c: FixContext, home: Home, path: UsePath, kind: "interface" | "world"): ItemAnalysis | undefined {
  if (path.package) {
    const item = c.root.byKey.get(packageKey(path.package))?.items.get(path.name.text);
    return item?.item.item.kind === kind ? item : undefined;
  }
  return (
    candidates(c, home, kind).find(r => r.path === written(path.name.text))?.item ?? own(home, path.name.text, kind)
  );
}

function own({ pkg }: Home, name: string, kind: "interface" | "world"): ItemAnalysis | undefined {
  const item = pkg.items.get(name);
  return item?.item.item.kind === kind ? item : undefined;
}

export const otherVersion: FixRule = { codes: ["missing-package", "unresolved-path"], fix: changeVersion };

/** A version of the package that is there and has what is named; or else a package whose name is spelt nearly so. */
function changeVersion(c: FixContext): readonly Fix[] {
  const member = problemMember(c);
  const path = member && pathOf(member);
  if (!member || !path?.package) return [];
  const key = packageKey(path.package);
  const base = key.split("@")[0]!;
  const known = [...c.root.byKey.keys()].filter(k => k !== key && k !== "" && hasItems(c, k));
  const home = homeAt(c);
  const isThere = (k: string): boolean => {
    const item = c.root.byKey.get(k)?.items.get(path.name.text);
    return home !== undefined && item !== undefined && alreadyThere(home, member, item);
  };
  const keys = known.filter(k => k.split("@")[0] === base && !isThere(k));
  const having = keys.filter(k => c.root.byKey.get(k)?.items.get(path.name.text)?.item.item.kind === kindFor(member));
  const wanted = (having.length > 0 ? having : keys).sort().reverse();
  if (wanted.length > 0 || c.problem.code !== "missing-package")
    return wanted.map((to, i) => renameMentions(c, key, to, i === 0 && having.length === 1));
  const bases = nearest(
    base,
    known.map(k => k.split("@")[0]!),
  );
  const needed = namedItems(c, key);
  return bases
    .flatMap(near =>
      known.filter(k => k.split("@")[0] === near && needed.every(item => holdsItem(c.root.byKey.get(k), item))),
    )
    .map(to => renameMentions(c, key, to, false));
}

/** A package can't be named by itself. */
function hasItems(c: FixContext, key: string): boolean {
  return key !== homeAt(c)?.pkg.package.key && (c.root.byKey.get(key)?.items.size ?? 0) > 0;
}

/** Every path of the root's own files that names the missing package; of this file, where that is a dependency's. */
export function renameMentions(c: FixContext, from: string, to: string, preferred: boolean): Fix {
  const version = to.includes("@") ? to.slice(to.indexOf("@")) : "";
  const base = to.slice(0, to.length - version.length);
  const files = isOwn(c, c.file) ? c.root.root.main : [c.file];
  const edits = files.flatMap((file): FileEdit[] => {
    const list = mentionsIn(c, file, from).flatMap(({ name, start }) => {
      const named = name.names.at(-1)!;
      const own = { start: start + name.start, end: start + named.end };
      const renamed = from.split("@")[0] === base ? [] : [replace(own, base)];
      if (name.version)
        return [...renamed, replace({ start: start + name.version.start - 1, end: start + name.version.end }, version)];
      return version === ""
        ? renamed
        : [...renamed, { start: start + name.end, end: start + name.end, insert: version }];
    });
    return list.length === 0 ? [] : [{ uri: file.source.uri, edits: list }];
  });
  const same = from.split("@")[0] === base;
  const title = same
    ? version === ""
      ? "Leave the version out"
      : `Use version ${version.slice(1)}`
    : `Did you mean \`${to}\`?`;
  return { title, edits, ...(preferred ? { preferred } : {}) };
}

/** Where a file names a package in a path. `end` of a package's name lies before what follows it in the path. */
function mentionsIn(
  c: FixContext,
  file: ParsedFile,
  key: string,
): readonly { readonly name: NonNullable<UsePath["package"]>; readonly start: number }[] {
  return packagePaths(c.root.packages, file).flatMap(({ path, start, key: named }) =>
    named === key && path.package ? [{ name: { ...path.package, end: path.end }, start }] : [],
  );
}

export const unwrapOwnPath: FixRule = { codes: ["package-cycle"], fix: unwrap };

/** A package names what is its own without its name. */
function unwrap(c: FixContext): Fix | undefined {
  const member = problemMember(c);
  const path = member && pathOf(member);
  const home = homeAt(c);
  if (!member || !path?.package || home?.pkg.package.key !== packageKey(path.package)) return undefined;
  const name = c.file.source.text.slice(member.start + path.name.start, member.start + path.name.end);
  const edits = packagePaths(c.root.packages, c.file)
    .filter(p => p.key === home.pkg.package.key && p.from === home.pkg)
    .map(p =>
      replace(
        { start: p.start + p.path.start, end: p.start + p.path.end },
        c.file.source.text.slice(p.start + p.path.name.start, p.start + p.path.name.end),
      ),
    );
  return fixHere(c, `Leave the package out: \`${name}\``, edits, true);
}
