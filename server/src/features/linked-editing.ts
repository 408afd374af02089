// Linked editing: while a definition's name is typed, the places of the same file that name it follow.
import type { Span } from "../base/span.ts";
import type { RootAnalysis } from "../semantics/analysis.ts";
import type { ParsedFile } from "../syntax/file.ts";
import { nameAt } from "./locate.ts";
import { occurrencesOf, writtenName } from "./references.ts";

/**
 * The name that is defined at an offset and every place of the file that names it, `%` left out: all hold the same text.
 * Undefined where nothing else would follow. A place that only names a thing stays as it is: there another thing is named.
 */
export function linkedRanges(root: RootAnalysis, file: ParsedFile, offset: number): readonly Span[] | undefined {
  const name = nameAt(root, file, offset);
  if (name?.role !== "definition" || name.kind === "package") return undefined;
  const found = occurrencesOf(root, file, name, writtenName(file, name)).map(({ start, end }) => ({
    start: file.source.text[start] === "%" ? start + 1 : start,
    end,
  }));
  return found.length > 1 ? found : undefined;
}

/** What may be typed for the others to follow, as a regular expression: a name. */
export const linkedWord = "[A-Za-z][A-Za-z0-9-]*";
