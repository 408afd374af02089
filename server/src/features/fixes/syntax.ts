// Mends syntax that no rule of its own knows: by the smallest change that works, or by leaving the item out.
import { applyEdits } from "../edits/file-edit.ts";
import { removeMember } from "../edits/remove.ts";
import { tokensOf } from "../edits/words.ts";
import { filesOf } from "../references.ts";
import { type Fix, type FixContext, type FixRule, fixHere, problemMember } from "./fix.ts";
import { repairs } from "./repair.ts";
import { mends } from "./syntax-check.ts";

export const mendSyntax: FixRule = {
  codes: ["expected-*", "unclosed-brace", "stray-*", "string-*", "nested-package-name", "version-before-interface"],
  fix: mend,
};

function mend(c: FixContext): readonly Fix[] {
  const found = repairs(c);
  // The item around a wrong escape is as it should be.
  const isEscape = c.problem.code.startsWith("string-") && c.problem.code !== "string-unterminated";
  if (found[0]?.preferred || isEscape) return found;
  const left = leaveOut(c);
  const same = new Set(left.map(fix => withoutSpace(c, fix)));
  return [...found.filter(fix => !same.has(withoutSpace(c, fix))), ...left];
}

/** The text that a fix makes, but for white space. */
function withoutSpace({ file }: FixContext, { edits }: Fix): string {
  return applyEdits(file.source.text, edits[0]!.edits).replace(/\s+/g, "");
}

const words: Readonly<Record<string, string>> = {
  "top-use": "`use`",
  func: "function",
  other: "text",
  include: "`include`",
  use: "`use`",
  import: "import",
  export: "export",
};

/** Takes the broken item out, where nothing else names what it declares. */
function leaveOut(c: FixContext): readonly Fix[] {
  const member = problemMember(c);
  if (!member || "members" in member.member || member.unit.kind === "package") return [];
  const { text } = c.file.source;
  const edit = removeMember(c.file, member);
  if (!mends(c.file, [edit])) return [];
  const own = tokensOf(text, member.span.start, member.span.end).flatMap(t => (t.kind === "id" ? t.text : []));
  const rest = filesOf(c.root).map(file => (file === c.file ? applyEdits(text, [edit]) : file.source.text));
  const declared =
    "name" in member.unit && member.unit.name && "text" in member.unit.name ? [member.unit.name.text] : own;
  const named = new Set(member.unit.kind === "use" ? own : declared);
  const needed = rest.some(other => tokensOf(other).some(t => named.has(t.text)));
  if (needed) return [];
  return [{ ...fixHere(c, `Remove this ${words[member.unit.kind] ?? member.unit.kind}`, edit), guess: true }];
}
