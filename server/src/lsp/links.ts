// Answers that tie places together: links out of a document, and ranges that are typed in at once.
import type {
  DocumentLink,
  DocumentLinkParams,
  LinkedEditingRangeParams,
  LinkedEditingRanges,
} from "vscode-languageserver";
import { lineIndex } from "../base/line-index.ts";
import { linkedRanges, linkedWord } from "../features/linked-editing.ts";
import { documentLinks, type LinkTarget } from "../features/links.ts";
import { toPosition } from "./convert.ts";
import { fileAt, placeAt, rangeIn } from "./places.ts";
import type { Snapshot } from "./session.ts";

export function answerLinks(s: Snapshot, params: DocumentLinkParams): DocumentLink[] | undefined {
  const at = fileAt(s, params.textDocument.uri);
  return (
    at &&
    documentLinks(at.root, at.file).map(({ target, tooltip, ...span }) => ({
      range: rangeIn(s, at.file, span),
      target: uriOf(target),
      ...(tooltip === undefined ? {} : { tooltip }),
    }))
  );
}

/** A place in a file has the form that editors know: `#L3,1`. */
function uriOf(target: LinkTarget): string {
  if (target.kind === "page") return target.url;
  const { line, character } = toPosition(lineIndex(target.source.text), target.span.start, "utf-16");
  return `${target.source.uri}#L${line + 1},${character + 1}`;
}

export function answerLinkedEditing(s: Snapshot, params: LinkedEditingRangeParams): LinkedEditingRanges | undefined {
  const at = placeAt(s, params);
  const spans = at && linkedRanges(at.root, at.file, at.offset);
  return at && spans && { ranges: spans.map(span => rangeIn(s, at.file, span)), wordPattern: linkedWord };
}
