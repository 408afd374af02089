// Document highlights: the places in one file that name what the cursor is on.
import type { Span } from "../base/span.ts";
import type { RootAnalysis } from "../semantics/analysis.ts";
import type { Occurrence } from "../semantics/symbols.ts";
import type { ParsedFile } from "../syntax/file.ts";
import { memberAt, nameAt, placedUnit } from "./locate.ts";
import { occurrencesOf, writtenName } from "./references.ts";

export interface Highlight {
  readonly span: Span;
  /** Where it is declared or brought in by a `use`, or a place that mentions it. */
  readonly kind: "write" | "read";
}

/** Every place of the file that names what stands at an offset; UTF-16 offsets, in the order of the text. */
export function highlights(root: RootAnalysis, file: ParsedFile, offset: number): readonly Highlight[] {
  const name = nameAt(root, file, offset);
  if (!name) return [];
  return occurrencesOf(root, file, name, writtenName(file, name)).map(occurrence => ({
    span: { start: occurrence.start, end: occurrence.end },
    kind: occurrence.role === "definition" || isBroughtIn(file, occurrence) ? "write" : "read",
  }));
}

/** Whether a `use` brings a type in under this name: for what stands around it, it is a declaration. */
function isBroughtIn(file: ParsedFile, { kind, start }: Occurrence): boolean {
  const member = kind === "type" ? memberAt(file, start) : undefined;
  const unit = member && placedUnit(member);
  if (!member || unit?.kind !== "use") return false;
  return unit.names.some(({ name, alias }) => !alias && member.start + name.start === start);
}
