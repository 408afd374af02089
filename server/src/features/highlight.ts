// Document highlights: the places in one file that name what the cursor is on.
import type { Span } from "../base/span.ts";
import type { RootAnalysis } from "../semantics/analysis.ts";
import { fileOccurrences } from "../semantics/symbols.ts";
import type { ParsedFile } from "../syntax/file.ts";
import { nameAt } from "./locate.ts";
import { sameSymbols, writtenName } from "./references.ts";

export interface Highlight {
  readonly span: Span;
  /** Its declaration, or a place that reads it. */
  readonly kind: "write" | "read";
}

/** Every place of the file that names what stands at an offset; UTF-16 offsets, in the order of the text. */
export function highlights(root: RootAnalysis, file: ParsedFile, offset: number): readonly Highlight[] {
  const name = nameAt(root, file, offset);
  if (!name) return [];
  const ids = sameSymbols(name.id);
  const text = writtenName(file, name);
  return fileOccurrences(root, file).flatMap(o => {
    if (!ids.has(o.id) || (name.kind !== "package" && writtenName(file, o) !== text)) return [];
    return [{ span: { start: o.start, end: o.end }, kind: o.role === "definition" ? "write" : "read" }];
  });
}
