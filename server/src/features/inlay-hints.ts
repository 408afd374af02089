// Inlay hints: what a world imports besides, what an include brings, what an alias is in the end, which version a name stands for.
import { type Span, touches } from "../base/span.ts";
import type { RootAnalysis } from "../semantics/analysis.ts";
import type { ParsedFile } from "../syntax/file.ts";
import { containersIn } from "./containers.ts";
import { aliasHints } from "./inlay-hints/aliases.ts";
import type { HintKind, InlayHint, Place } from "./inlay-hints/hint.ts";
import { implicitImportHints } from "./inlay-hints/implicit-imports.ts";
import { includeHints } from "./inlay-hints/includes.ts";
import { versionHints } from "./inlay-hints/versions.ts";

/** Which hints are wanted. */
export type HintChoice = Readonly<Record<HintKind, boolean>>;

/** One kind of hint, one file. */
const makers: Readonly<Record<HintKind, (place: Place) => readonly InlayHint[]>> = {
  implicitImports: implicitImportHints,
  includes: includeHints,
  aliases: aliasHints,
  versions: versionHints,
};

/** The hints that stand in a range of a file, in the order of the text; UTF-16 offsets. */
export function inlayHints(
  root: RootAnalysis,
  file: ParsedFile,
  range: Span,
  choice: HintChoice,
): readonly InlayHint[] {
  const wanted = (Object.keys(makers) as HintKind[]).filter(kind => choice[kind]);
  const found: InlayHint[] = [];
  for (const container of containersIn(root, file, range)) {
    const { start } = container;
    const isNear = (from: number, length: number): boolean =>
      start + from <= range.end && range.start <= start + from + length;
    for (const kind of wanted) found.push(...makers[kind]({ root, container, isNear }));
  }
  return found.filter(hint => touches(range, hint.at)).sort((a, b) => a.at - b.at);
}
