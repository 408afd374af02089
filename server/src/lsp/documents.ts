// Applies an editor's changes to a document: text, lines and units follow each change, at the cost of what it touches.
import type { TextDocumentContentChangeEvent } from "vscode-languageserver";
import { editLines, type LineIndex, lineIndex } from "../base/line-index.ts";
import type { UnitMaker } from "../syntax/cut.ts";
import { type ParsedFile, parseFile, reparseFile } from "../syntax/file.ts";
import { type Encoding, toSpan } from "./convert.ts";

/** A file with its lines. */
export interface Document {
  readonly file: ParsedFile;
  readonly lines: LineIndex;
}

export function openDocument(uri: string, version: number, text: string, make: UnitMaker): Document {
  return { file: parseFile({ uri, text, version }, make), lines: lineIndex(text) };
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
  let { file, lines } = document;
  for (const change of changes) {
    if (!("range" in change)) {
      ({ file, lines } = openDocument(uri, version, change.text, make));
      continue;
    }
    const edit = { ...toSpan(lines, change.range, encoding), insert: change.text };
    const text = lines.text.slice(0, edit.start) + edit.insert + lines.text.slice(edit.end);
    file = reparseFile(file, { uri, text, version }, edit, make);
    lines = editLines(lines, edit, text);
  }
  // No change at all still makes a new version.
  if (changes.length === 0) file = { ...file, source: { ...file.source, version } };
  return { file, lines };
}
