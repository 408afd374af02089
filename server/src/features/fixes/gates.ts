// Gates that contradict each other, name a version that is not out, or are missing where something is switched off.
import { compareVersions, parseVersion } from "../../base/semver.ts";
import type { Attribute } from "../../syntax/ast.ts";
import { nameFault } from "../../syntax/names.ts";
import type { TextEdit } from "../../syntax/recut.ts";
import { tokensOf } from "../edits/words.ts";
import { packageAt } from "../locate.ts";
import type { Token } from "../token-at.ts";
import {
  type Fix,
  type FixContext,
  type FixRule,
  fixHere,
  type ProblemMember,
  problemMember,
  replace,
  underlined,
} from "./fix.ts";
import { nearest } from "./nearest.ts";

/** `@` is one unit before the name of an attribute, or it is part of its span. */
export function attributeSpan({ start }: ProblemMember, attribute: Attribute): { start: number; end: number } {
  return { start: start + attribute.start, end: start + attribute.end };
}

/** Takes an attribute out with the white space behind it. */
export function removeAttribute(c: FixContext, member: ProblemMember, attribute: Attribute): TextEdit {
  const { start, end } = attributeSpan(member, attribute);
  const behind = /^\s*/.exec(c.file.source.text.slice(end))![0].length;
  return { start, end: end + behind, insert: "" };
}

export const conflictingGates: FixRule = { codes: ["conflicting-gates"], fix: resolveConflict };

function resolveConflict(c: FixContext): readonly Fix[] {
  const member = problemMember(c);
  const at = member?.unit.attributes.findIndex(a => member.start + a.name.start === c.problem.start) ?? -1;
  if (!member || at < 0) return [];
  const { attributes } = member.unit;
  const attribute = attributes[at]!;
  const removal = (a: Attribute, preferred: boolean): Fix =>
    fixHere(c, `Remove \`@${a.kind}\``, removeAttribute(c, member, a), preferred);
  if (attributes.slice(0, at).some(a => a.kind === attribute.kind)) return [removal(attribute, true)];
  const unstable = attributes.find(a => a.kind === "unstable");
  if (attribute.kind === "since" && unstable) {
    const out = isOut(c, attribute.version?.text);
    return out
      ? [removal(unstable, true), removal(attribute, false)]
      : [removal(attribute, true), removal(unstable, false)];
  }
  if (attribute.kind !== "deprecated") return [];
  const version = attribute.version?.text;
  const { start } = attributeSpan(member, attribute);
  const since: TextEdit = { start, end: start, insert: `@since(version = ${version}) ` };
  if (version === undefined || !isOut(c, version)) return [removal(attribute, true)];
  return [fixHere(c, `Add \`@since(version = ${version})\``, since, true), removal(attribute, false)];
}

/** The version of the package that the problem is in. */
export function versionHere(c: FixContext): string | undefined {
  const key = packageAt(c.root, c.file, c.problem.start)?.pkg.package.key ?? "";
  return key.includes("@") ? key.slice(key.indexOf("@") + 1) : undefined;
}

function isOut(c: FixContext, version: string | undefined): boolean {
  const own = parseVersion(versionHere(c) ?? "");
  const wanted = parseVersion(version ?? "");
  return typeof own !== "string" && typeof wanted !== "string" && compareVersions(wanted, own) <= 0;
}

export const gateVersionFix: FixRule = { codes: ["gate-version"], fix: mendGateVersion };

function mendGateVersion(c: FixContext): readonly Fix[] {
  const member = problemMember(c);
  const attribute = member?.unit.attributes.find(a => member.start + a.start === c.problem.start);
  if (!member || attribute?.kind !== "since" || !attribute.version) return [];
  const version = versionHere(c);
  const written = attribute.version.text;
  const place = { start: member.start + attribute.version.start, end: member.start + attribute.version.end };
  if (version !== undefined) {
    const corrected = fixHere(c, `Change the version to ${version}, the package's`, replace(place, version), true);
    return [corrected, ...raisePackage(c, written, "Raise the package's version to")];
  }
  const dropped = member.unit.attributes.filter(a => a.kind === "since" || a.kind === "deprecated");
  const titles = dropped.map(a => `\`@${a.kind}\``).join(" and ");
  const removal = fixHere(
    c,
    `Remove ${titles}`,
    dropped.map(a => removeAttribute(c, member, a)),
  );
  return [...raisePackage(c, written, "Give the package the version"), removal];
}

/** The package's own header with another version; deps that name it in paths are its users' business. */
function raisePackage(c: FixContext, version: string, title: string): readonly Fix[] {
  const headers = packageAt(c.root, c.file, c.problem.start)?.pkg.package.headers ?? [];
  if (headers.length === 0) return [];
  const edits = headers.map(({ scope, name, offset }) => ({
    uri: scope.file.source.uri,
    edits: [
      name.version
        ? replace({ start: offset + name.version.start, end: offset + name.version.end }, version)
        : { start: offset + name.end, end: offset + name.end, insert: `@${version}` },
    ],
  }));
  return [{ title: `${title} ${version}`, edits }];
}

export const attributeArgument: FixRule = {
  codes: ["wrong-attribute-argument", "expected-open-parenthesis"],
  fix: mendArgument,
};

/** The argument tells which gate was meant: a version that of `@since`, a name that of `@unstable`. */
function mendArgument(c: FixContext): readonly Fix[] {
  const { text } = c.file.source;
  const { start, end } = c.problem;
  const open = text.lastIndexOf("@", Math.max(start, (c.problem.at ?? start) - 1));
  if (open < 0) return [];
  const [, name, , word, equals, value] = tokensOf(text, open, Math.min(text.length, end + 400));
  if (c.problem.code === "expected-open-parenthesis") return name ? addParentheses(c, open, name) : [];
  if (name && word?.kind === ")") return addArgument(c, name.text, word.start);
  if (name && word && equals?.kind !== "=") return nameArgument(c, open, name);
  if (!name || equals?.kind !== "=" || !value) return [];
  const isVersion = value.kind === "integer";
  const wanted = isVersion ? "version" : "feature";
  const kind = name.text === "deprecated" && isVersion ? "deprecated" : isVersion ? "since" : "unstable";
  const edits: TextEdit[] = [];
  if (name.text !== kind) edits.push(replace(name, kind));
  if (underlined(c) !== wanted) edits.push(replace(c.problem, wanted));
  return edits.length === 0 ? [] : [fixHere(c, `Write \`@${kind}(${wanted} = …)\``, edits, true)];
}

/** `@since(1.0.0)` and `@unstable(name)` lack what their argument is called. */
function nameArgument(c: FixContext, open: number, name: Token): readonly Fix[] {
  const { text } = c.file.source;
  const [whole, value] = /^\s*\(\s*"?([\w.+-]+)"?\s*\)/.exec(text.slice(name.end, name.end + 200)) ?? [];
  if (whole === undefined || value === undefined) return [];
  const isVersion = typeof parseVersion(value) !== "string";
  if (!isVersion && nameFault(value)) return [];
  const kind = !isVersion ? "unstable" : name.text === "deprecated" ? "deprecated" : "since";
  const gate = `@${kind}(${isVersion ? "version" : "feature"} = ${value})`;
  return [fixHere(c, `Write \`${gate}\``, replace({ start: open, end: name.end + whole.length }, gate), true)];
}

/** A gate that says nothing more. */
function addParentheses(c: FixContext, open: number, { text, end }: Token): readonly Fix[] {
  const between = tokensOf(c.file.source.text, open, c.problem.at ?? end);
  if (open < 0 || between.length !== 2 || !["since", "unstable", "deprecated"].includes(text)) return [];
  const argument = text === "unstable" ? "feature = todo" : `version = ${versionHere(c) ?? "0.1.0"}`;
  const insert = `(${argument})`;
  return [fixHere(c, `Write \`@${text}${insert}\``, { start: end, end, insert }, text !== "unstable")];
}

/** A gate without an argument is since the version that the package has. */
function addArgument(c: FixContext, name: string, at: number): readonly Fix[] {
  const argument = name === "unstable" ? "feature = todo" : `version = ${versionHere(c) ?? "0.1.0"}`;
  return [fixHere(c, `Write \`@${name}(${argument})\``, { start: at, end: at, insert: argument }, name !== "unstable")];
}

export const misplacedAttribute: FixRule = {
  codes: ["attribute-on-package", "attribute-on-use", "unknown-attribute"],
  fix: removeMisplaced,
};

export const meantAttribute: FixRule = {
  codes: ["unknown-attribute"],
  fix: c => {
    const name = underlined(c);
    const [meant] = nearest(name, ["since", "unstable", "deprecated", "external-id"], 1);
    return meant === undefined ? undefined : fixHere(c, `Did you mean \`@${meant}\`?`, replace(c.problem, meant), true);
  },
};

/** Takes all attributes away, or the unknown one. */
function removeMisplaced(c: FixContext): Fix | undefined {
  const { text } = c.file.source;
  const from = c.problem.code === "unknown-attribute" ? text.lastIndexOf("@", c.problem.start) : attributesStart(c);
  if (from === undefined || from < 0) return undefined;
  const list = tokensOf(text, from, Math.min(text.length, from + 4000));
  let i = 0;
  while (list[i]?.kind === "@") {
    i += 2;
    if (list[i]?.kind === "(") {
      while (list[i] && list[i]!.kind !== ")") i++;
      i++;
    }
    if (c.problem.code === "unknown-attribute") break;
  }
  const next = list[i];
  const last = list[i - 1];
  if (!last) return undefined;
  const title =
    i > 2 && c.problem.code !== "unknown-attribute" ? "Remove the attributes" : `Remove \`@${list[1]?.text ?? ""}\``;
  return fixHere(
    c,
    title,
    replace(
      {
        start: from,
        end: next ? Math.max(last.end, Math.min(next.start, lineEnd(text, last.end, next.start))) : last.end,
      },
      "",
    ),
    true,
  );
}

/** As far as white space goes: a comment between an attribute and its item stays. */
function lineEnd(text: string, from: number, to: number): number {
  const space = /^\s*/.exec(text.slice(from, to))![0].length;
  return from + space;
}

function attributesStart(c: FixContext): number | undefined {
  const member = problemMember(c);
  return member && member.start + member.unit.start;
}
