// What lints advise: uses that nothing needs go, imports are written out, names follow the conventions; or a comment
// that allows what they report.

import { lints } from "../../semantics/lints/list.ts";
import type { TextEdit } from "../../syntax/recut.ts";
import type { FileEdit } from "../edits/file-edit.ts";
import { removeMember } from "../edits/remove.ts";
import { indentAt, lineBreak, tokensIn } from "../edits/words.ts";
import { rename } from "../rename.ts";
import { removeUsed } from "./duplicates.ts";
import {
  type Fix,
  type FixContext,
  type FixRule,
  fixHere,
  headSpan,
  insertAt,
  type ProblemMember,
  problemMember,
  replace,
  underlined,
} from "./fix.ts";
import { spanIn } from "./parts.ts";

export const removeUnused: FixRule = {
  codes: ["unused-use"],
  fix: c => {
    const member = problemMember(c);
    const used =
      member?.unit.kind === "use"
        ? member.unit.names.find(n => member.start + n.name.start === c.problem.start)
        : undefined;
    return member && used && removeUsed(c, member, used);
  },
};

export const writeImport: FixRule = { codes: ["implicit-import"], fix: importExplicitly };

/** An import of what a `use` imports anyway, in front of it. */
function importExplicitly(c: FixContext): Fix | undefined {
  const member = problemMember(c);
  if (member?.unit.kind !== "use" || !member.unit.path) return undefined;
  const path = underlined(c);
  const { text } = c.file.source;
  const at = member.span.start;
  const gates = member.unit.attributes.map(a => member.unit.text.slice(a.start, a.end));
  const apart = lineBreak(text) + indentAt(text, at);
  const lines = [...gates, `import ${path};`].map(line => line + apart).join("");
  return fixHere(c, `Write the import out: \`import ${path};\``, insertAt(at, lines), true);
}

export const conventionalName: FixRule = {
  codes: ["upper-case-name", "repeated-name", "dependency-spelling"],
  fix: renameAsAdvised,
};

/** The name as the lint has it, wherever it is mentioned; nothing where it would clash. */
function renameAsAdvised(c: FixContext): Fix | undefined {
  const name = c.problem.data?.name;
  if (typeof name !== "string") return undefined;
  const renaming = rename(c.root, c.file, c.problem.start, name, c.roots);
  if (renaming.kind !== "edits") return undefined;
  const edits = renaming.files.map(({ uri, edits: list }): FileEdit => ({ uri, edits: list }));
  return { title: `Rename it to \`${name}\``, edits };
}

export const dropSuffix: FixRule = {
  codes: ["version-suffix"],
  fix: c => {
    const version = c.problem.data?.version;
    if (typeof version !== "string") return undefined;
    return fixHere(c, `Write the version as \`${version}\``, replace(c.problem, version), true);
  },
};

export const dropReplaced: FixRule = {
  codes: ["replaced-type"],
  fix: c => {
    const member = problemMember(c);
    return member && fixHere(c, "Remove this definition", removeMember(c.file, member), true);
  },
};

export const raiseSince: FixRule = {
  codes: ["newer-item"],
  fix: c => {
    const since = c.problem.data?.since;
    const member = problemMember(c);
    if (!member || typeof since !== "string") return undefined;
    const gate = member.unit.attributes.find(a => a.kind === "since");
    const version = gate?.kind === "since" ? gate.version : undefined;
    if (version) return fixHere(c, `Change the version to ${since}`, replace(spanIn(member, version), since));
    return fixHere(c, `Add \`@since(version = ${since})\``, gateLine(c, member, since));
  },
};

/** A gate in front of an item, on a line of its own. */
function gateLine({ file }: FixContext, { span }: ProblemMember, since: string): TextEdit {
  const apart = lineBreak(file.source.text) + indentAt(file.source.text, span.start);
  return insertAt(span.start, `@since(version = ${since})${apart}`);
}

export const allowLint: FixRule = { codes: lints.map(lint => lint.name), fix: allowHere };

/**
 * Comments that silence the lint: for the item, and for the file. They stand where they document nothing, as the tools
 * that make bindings take every comment in front of an item for its documentation.
 */
function allowHere(c: FixContext): readonly Fix[] {
  const { code } = c.problem;
  const { text } = c.file.source;
  const member = problemMember(c);
  const apart = text === "" || text.endsWith("\n") ? "" : lineBreak(text);
  const line = `${apart}// wit-allow-file: ${code}${lineBreak(text)}`;
  const inFile = fixHere(c, `Allow \`${code}\` in this file`, insertAt(text.length, line));
  const at = member && insideOf(c, member);
  if (at === undefined) return [inFile];
  return [fixHere(c, `Allow \`${code}\` here`, insertAt(at, ` /* wit-allow: ${code} */`)), inFile];
}

/** In front of an item's `{` or `;`. */
function insideOf(c: FixContext, member: ProblemMember): number | undefined {
  const list = tokensIn(c.file, headSpan(member));
  const end = member.unit.kind === "use" || member.unit.kind === "include" ? -1 : list.findIndex(t => t.kind === "{");
  const index = end < 0 ? list.findLastIndex(t => t.kind === ";") : end;
  return list[index - 1]?.end;
}
