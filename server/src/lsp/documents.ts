// Applies an editor's changes to a document: text, lines and units follow each change, at the cost of what it touches.
import type { TextDocumentContentChangeEvent } from "vscode-languageserver";
import { editLines, type LineIndex, lineIndex } from "../base/line-index.ts";
import { editPatched, type PatchedText, patchedText, sliceOf, wholeText } from "../base/patched-text.ts";
import type { UnitMaker } from "../syntax/cut.ts";
import { type ParsedFile, parseFile, reparseFile } from "../syntax/file.ts";
import { type Encoding, toSpan } from "./convert.ts";

/** A file with its lines. */
export interface Document {
  readonly file: ParsedFile;
  readonly lines: LineIndex;
  /** The same text, for the next edit. */
  readonly text: PatchedText;
}

export function openDocument(uri: string, version: number, text: string, make: UnitMaker): Document {
  return { file: parseFile({ uri, text, version }, make), lines: lineIndex(text), text: patchedText(text) };
}

/** The document after changes that are applied one after another; each range counts in the text before it. */
export function changeDocument(
  document: Document,
  version: number,
  changes: readonly TextDocumentContentChangeEvent[],
  encoding: Encoding,
  make: UnitMaker,
): Document {
  const { uri } = document.file.source;
  let { file, lines, text } = document;
  for (const change of changes) {
    if (!("range" in change)) {
      ({ file, lines, text } = openDocument(uri, version, change.text, make));
      continue;
    }
    const edit = { ...toSpan(lines, change.range, encoding), insert: change.text };
    text = editPatched(text, edit);
    const edited = text;
    const whole = wholeText(edited);
    file = reparseFile(file, { uri, text: whole, version }, edit, make, (from, to) => sliceOf(edited, from, to));
    lines = editLines(lines, edit, whole);
  }
  // No change at all still makes a new version.
  if (changes.length === 0) file = { ...file, source: { ...file.source, version } };
  return { file, lines, text };
}
