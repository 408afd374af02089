// The `package` header: where it is missing, stands too late, or says another name.
import { compareVersions, parseVersion, versionText } from "../../base/semver.ts";
import { type PackageHeader, packageKey } from "../../semantics/packages.ts";
import { type Container, isContainer } from "../../syntax/ast.ts";
import { docMarkdown, leadingDocs } from "../../syntax/docs.ts";
import { toKebabCase } from "../../syntax/names.ts";
import type { TextEdit } from "../../syntax/recut.ts";
import { lastSegment } from "../../workspace/uri.ts";
import { applyEdits } from "../edits/file-edit.ts";
import { removeMember } from "../edits/remove.ts";
import { freeName, indentAt, lineBreak, written } from "../edits/words.ts";
import { memberAt, packageAt } from "../locate.ts";
import { packagePaths } from "../package-paths.ts";
import { startOf } from "../token-at.ts";
import { bareText } from "./duplicates.ts";
import {
  type Fix,
  type FixContext,
  type FixRule,
  fileOf,
  fixHere,
  insertAt,
  isOwn,
  memberWithUnit,
  type ProblemMember,
  problemMember,
  replace,
} from "./fix.ts";

export const addHeader: FixRule = { codes: ["no-package-header"], fix: add };

/** A header named after the folder, in the first file. */
function add(c: FixContext): Fix | undefined {
  const { text } = c.file.source;
  if (!c.root.root.main.includes(c.file) && !c.root.root.deps.some(d => d.files.includes(c.file))) return undefined;
  const late = c.file.root.members.findIndex(m => !("members" in m) && m.kind === "package" && m.problems.length === 0);
  if (late > 0) return moveUp(c, late);
  const version = newestGate(c);
  const key = `local:${folderName(c)}${version === undefined ? "" : `@${version}`}`;
  const newline = lineBreak(text);
  return fixHere(c, `Add \`package ${key};\``, insertAt(startOf(text), `package ${key};${newline}${newline}`), true);
}

/** The latest version that a gate of the package's files names: the package must have come that far. */
function newestGate(c: FixContext): string | undefined {
  const dep = c.root.root.deps.find(d => d.files.includes(c.file));
  const files = dep?.files ?? c.root.root.main;
  const written = files.flatMap(f => [...f.source.text.matchAll(/@since\(\s*version\s*=\s*([\w.+-]+)/g)]);
  const versions = written.flatMap(([, text = ""]) => {
    const version = parseVersion(text);
    return typeof version === "string" ? [] : [version];
  });
  const newest = versions.sort(compareVersions).at(-1);
  return newest && versionText(newest);
}

/** The folder's name, or that of the single file; a folder `wit` belongs to the one that holds it. */
function folderName(c: FixContext): string {
  const { uri, kind } = c.root.root;
  const dep = c.root.root.deps.find(d => d.files.includes(c.file));
  const segments = decodeURIComponent(dep?.uri ?? uri)
    .split("/")
    .filter(s => s !== "" && s !== ".");
  const last = (segments.at(-1) ?? "").replace(/\.wit$/, "");
  const name = last === "wit" && kind === "folder" && !dep ? (segments.at(-2) ?? last) : last;
  const kebab = toKebabCase(lastSegment(name));
  return kebab === "" ? "example" : written(kebab);
}

export const moveHeader: FixRule = { codes: ["late-package-header"], fix: moveLate };

function moveLate(c: FixContext): Fix | undefined {
  const index = c.file.root.starts.findIndex(
    (start, i) => start <= c.problem.start && c.problem.start < (c.file.root.starts[i + 1] ?? 0),
  );
  return moveUp(c, index);
}

/** The header and its documentation, at the top of the file; a second header goes. */
function moveUp(c: FixContext, index: number): Fix | undefined {
  const member = c.file.root.members[index];
  if (!member || "members" in member || member.kind !== "package" || !member.name) return undefined;
  const { text } = c.file.source;
  const start = c.file.root.starts[index]!;
  const placed = { member, start, around: [{ container: c.file.root, start: 0 }] };
  const removal = removeMember(c.file, placed);
  const first = c.file.root.members[0]!;
  if (!("members" in first) && first.kind === "package" && first.name) {
    if (packageKey(first.name) === packageKey(member.name))
      return fixHere(c, "Remove the second header", removal, true);
    return undefined;
  }
  const header = text.slice(removal.start, removal.end).trim();
  const newline = lineBreak(text);
  return fixHere(
    c,
    "Move the header to the top of the file",
    [insertAt(startOf(text), `${header}${newline}${newline}`), removal],
    true,
  );
}

export const sameHeader: FixRule = { codes: ["package-mismatch"], fix: agree };

/** The name that the package's first header says. */
function agree(c: FixContext): Fix | undefined {
  const member = problemMember(c);
  const first = packageAt(c.root, c.file, c.problem.start)?.pkg.package.headers[0];
  if (!member || !first) return undefined;
  const { text, uri } = first.scope.file.source;
  const place = { start: first.offset + first.name.start, end: first.offset + first.name.end };
  const name = text.slice(place.start, place.end);
  const taken = c.root.packages.some(p => p.package.headers[0] !== first && p.package.key === packageKey(first.name));
  if (!taken) return fixHere(c, `Change it to \`${name}\``, [replace(c.problem, name), ...ownPaths(c, first)], true);
  const here = c.file.source.text.slice(c.problem.start, c.problem.end);
  const title = `Change \`${name}\` to \`${here}\`, as another package is called \`${name}\``;
  return { title, edits: [{ uri, edits: [replace(place, here)] }] };
}

/** Paths of the file that would then name their own package: what they name is known without it. */
function ownPaths(c: FixContext, first: PackageHeader): readonly TextEdit[] {
  const key = packageKey(first.name);
  return packagePaths(c.root.packages, c.file).flatMap(({ key: named, path, start }) =>
    named === key ? [replace({ start: start + path.start, end: start + path.end }, written(path.name.text))] : [],
  );
}

export const secondDocs: FixRule = { codes: ["duplicate-package-docs"], fix: joinDocs };

/** The comment goes where the package's other documentation is; one that documents nothing, behind the header. */
function joinDocs(c: FixContext): readonly Fix[] {
  const member = problemMember(c);
  const docs = member && leadingDocs(member.unit);
  const plain = member && docs && docMarkdown(docs) === "" ? [behindHeader(c, member)] : [];
  return [...plain, ...(besideOtherDocs(c, plain.length === 0) ?? [])];
}

function behindHeader(c: FixContext, { span }: ProblemMember): Fix {
  const { text } = c.file.source;
  const { start, end } = c.problem;
  const apart = lineBreak(text);
  const behind = /^[ \t]*\r?\n\s*/.exec(text.slice(end))?.[0].length ?? 0;
  const moved = insertAt(span.end, `${apart}${apart}${text.slice(start, end)}`);
  return fixHere(c, "Put the comment behind the header", [replace({ start, end: end + behind }, ""), moved], true);
}

function besideOtherDocs(c: FixContext, preferred: boolean): readonly Fix[] | undefined {
  const place = c.problem.related?.[0]?.place;
  const file = place && fileOf(c, place.uri);
  const first = file && memberWithUnit(memberAt(file, place.start));
  const docs = first && leadingDocs(first.unit);
  if (!file || !docs || file === c.file) return undefined;
  const { text } = c.file.source;
  const { start, end } = c.problem;
  const behind = /^[ \t]*\r?\n\s*/.exec(text.slice(end))?.[0].length ?? 0;
  const moved = insertAt(first.start + docs.end, lineBreak(file.source.text) + text.slice(start, end));
  const edits = [
    { uri: c.file.source.uri, edits: [{ start, end: end + behind, insert: "" }] },
    { uri: file.source.uri, edits: [moved] },
  ];
  return [{ title: "Move it to the package's other documentation", edits, ...(preferred ? { preferred } : {}) }];
}

export const duplicatePackage: FixRule = { codes: ["duplicate-package"], fix: secondPackage };

function secondPackage(c: FixContext): readonly Fix[] {
  const member = problemMember(c);
  const unit = member?.unit;
  if (!member || unit?.kind !== "package" || !unit.name) return [];
  const name = unit.name.names.at(-1)!;
  const base = packageKey(unit.name).split(":")[0]!;
  const others = [...c.root.byKey.keys()].flatMap(k =>
    k.startsWith(`${base}:`) ? [k.slice(base.length + 1).split("@")[0]!] : [],
  );
  const free = freeName(name.text, others);
  const place = { start: member.start + name.start, end: member.start + name.end };
  const related = c.problem.related?.[0]?.place;
  const file = related && fileOf(c, related.uri);
  const first = file && memberWithUnit(memberAt(file, related.start));
  const nested = "members" in member.member;
  const text = (f: typeof file, m: typeof first): string => (f && m ? bareText(f.source.text, m.span) : "");
  const same = nested && first !== undefined && text(file, first) === text(c.file, member);
  const edits = [replace(place, free), ...pathsTo(c, packageKey(unit.name), free)];
  const renamed = fixHere(c, `Rename it to \`${base}:${free}\``, edits, !same && isOwn(c, c.file));
  return nested ? [fixHere(c, "Remove this `package` block", removeMember(c.file, member), same), renamed] : [renamed];
}

/** The paths of the file that can only mean the second package of a name, with its new name. */
function pathsTo(c: FixContext, key: string, name: string): readonly TextEdit[] {
  const first = c.root.byKey.get(key)?.items;
  return packagePaths(c.root.packages, c.file).flatMap(({ key: named, path, start }) => {
    const last = named === key && !first?.has(path.name.text) ? path.package?.names.at(-1) : undefined;
    return last ? [replace({ start: start + last.start, end: start + last.end }, name)] : [];
  });
}

export const unnestPackage: FixRule = { codes: ["nested-package-block"], fix: unnest };

/** A block inside a block moves out, behind the one that holds it, and so do those inside it. */
function unnest(c: FixContext): Fix | undefined {
  const member = problemMember(c);
  const outer = member?.around.find(a => a.container.kind === "package");
  if (!member || !outer || !isContainer(member.member) || !outer.container.closed) return undefined;
  const newline = lineBreak(c.file.source.text);
  const moved = takenApart(c, member.member, member.start).map(block => `${newline}${newline}${block}`);
  const end = outer.start + outer.container.length;
  return fixHere(c, "Move it out of the block", [removeMember(c.file, member), insertAt(end, moved.join(""))], true);
}

/** The texts of a block without the blocks in it, and of those; each as far left as a block by itself. */
function takenApart(c: FixContext, block: Container, start: number): readonly string[] {
  const { text } = c.file.source;
  const inner = block.members.flatMap((member, i) =>
    isContainer(member) && member.kind === "package" ? [{ member, start: start + block.starts[i]!, around: [] }] : [],
  );
  const removal = removeMember(c.file, { member: block, start, around: [] });
  const removals = inner.map(each => removeMember(c.file, each));
  const from = (offset: number): number => offset - removal.start;
  const rest = applyEdits(
    text.slice(removal.start, removal.end),
    removals.map(edit => ({ ...edit, start: from(edit.start), end: from(edit.end) })),
  );
  const depth = indentAt(text, start + block.head!.start);
  const lines = rest.trim().split(/\r?\n/);
  const own = lines.map(line => (line.startsWith(depth) ? line.slice(depth.length) : line)).join(lineBreak(text));
  return [own, ...inner.flatMap(each => takenApart(c, each.member, each.start))];
}
