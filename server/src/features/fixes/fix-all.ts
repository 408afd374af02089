// Everything in a file that can be mended without being looked at, at once.
import { append } from "../../base/append.ts";
import { problemsOf, type RootAnalysis } from "../../semantics/analysis.ts";
import type { ParsedFile } from "../../syntax/file.ts";
import type { TextEdit } from "../../syntax/recut.ts";
import { overlaps } from "../edits/file-edit.ts";
import type { Fix, FixContext } from "./fix.ts";
import { problemsFor } from "./work.ts";

/**
 * The edits of every preferred fix of a file that edits this file alone and overlaps none before it. What they uncover
 * is for another call, with the text that they make.
 */
export function preferredEdits(
  root: RootAnalysis,
  file: ParsedFile,
  roots: readonly RootAnalysis[],
  fixesOf: (c: FixContext) => readonly Fix[],
): readonly TextEdit[] {
  const made: TextEdit[] = [];
  for (const problem of problemsOf(root, file).slice(0, problemsFor(file))) {
    const fix = fixesOf({ root, file, problem, roots }).find(f => f.preferred);
    const [edit, ...others] = fix?.edits ?? [];
    if (!edit || edit.create || others.length > 0 || edit.uri !== file.source.uri || overlaps(edit.edits, made))
      continue;
    append(made, edit.edits);
  }
  return made.sort((a, b) => a.start - b.start);
}
