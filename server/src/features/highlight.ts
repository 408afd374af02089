// Document highlights: the places in one file that name what the cursor is on.
import type { Span } from "../base/span.ts";
import type { RootAnalysis } from "../semantics/analysis.ts";
import type { ParsedFile } from "../syntax/file.ts";
import { nameAt } from "./locate.ts";
import { occurrencesOf, writtenName } from "./references.ts";

export interface Highlight {
  readonly span: Span;
  /** Its declaration, or a place that reads it. */
  readonly kind: "write" | "read";
}

/** Every place of the file that names what stands at an offset; UTF-16 offsets, in the order of the text. */
export function highlights(root: RootAnalysis, file: ParsedFile, offset: number): readonly Highlight[] {
  const name = nameAt(root, file, offset);
  if (!name) return [];
  return occurrencesOf(root, file, name, writtenName(file, name)).map(({ start, end, role }) => ({
    span: { start, end },
    kind: role === "definition" ? "write" : "read",
  }));
}
