// Whether a changed text would be WIT: its syntax problems, found from tokens alone and only where the change is.
import type { Unit } from "../../syntax/ast.ts";
import { badCharacters } from "../../syntax/bad-characters.ts";
import type { UnitMaker } from "../../syntax/cut.ts";
import { syntaxProblem } from "../../syntax/expect.ts";
import { type ParsedFile, type PlacedProblem, syntaxProblems } from "../../syntax/file.ts";
import { recutFile, type TextEdit } from "../../syntax/recut.ts";
import { endAt, kindAt, startAt, tokens } from "../../syntax/tokens.ts";
import { startOf } from "../token-at.ts";

/** Units as far as problems need them: no tree, no names. */
const bare: UnitMaker = {
  unit: (context, text): Unit => {
    const t = tokens(text, startOf(text));
    const problem = syntaxProblem(t, context);
    let count = 0;
    while (kindAt(t, count) !== "end") count++;
    const kind = kindAt(t, 0) === "package" ? "package" : "other";
    const problems = problem ? [...badCharacters(text), problem] : badCharacters(text);
    return { kind, text, start: startAt(t, 0), end: endAt(t, Math.max(count - 1, 0)), attributes: [], problems };
  },
};

/** Syntax problems of a file after edits that don't overlap; UTF-16 offsets of the text that they make. */
export function problemsAfter(file: ParsedFile, edits: readonly TextEdit[]): readonly PlacedProblem[] {
  let { root } = file;
  let { text } = file.source;
  for (const edit of [...edits].sort((a, b) => b.start - a.start || b.end - a.end)) {
    text = text.slice(0, edit.start) + edit.insert + text.slice(edit.end);
    root = recutFile(root, text, edit, bare);
  }
  return syntaxProblems({ source: { ...file.source, text }, root });
}

/** Whether edits leave fewer syntax problems than there are. */
export function mends(file: ParsedFile, edits: readonly TextEdit[]): boolean {
  return problemsAfter(file, edits).length < syntaxProblems(file).length;
}
