// What lints advise: uses that nothing needs go, imports are written out, names follow the conventions.

import type { FileEdit } from "../edits/file-edit.ts";
import { indentAt, lineBreak } from "../edits/words.ts";
import { rename } from "../rename.ts";
import { removeUsed } from "./duplicates.ts";
import { type Fix, type FixContext, type FixRule, fixHere, insertAt, problemMember, underlined } from "./fix.ts";

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

export const lowerCase: FixRule = { codes: ["upper-case-name"], fix: renameLower };

/** The name in lower case, wherever it is mentioned. */
function renameLower(c: FixContext): Fix | undefined {
  const name = c.problem.data?.name;
  if (typeof name !== "string") return undefined;
  const renaming = rename(c.root, c.file, c.problem.start, name, c.roots);
  if (renaming.kind !== "edits") return undefined;
  const edits = renaming.files.map(({ uri, edits: list }): FileEdit => ({ uri, edits: list }));
  return { title: `Rename it to \`${name}\``, edits };
}
