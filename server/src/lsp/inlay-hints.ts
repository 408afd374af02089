// Answers to inlay hints, and what is told of one when it is looked at.
import type { InlayHint, InlayHintLabelPart, InlayHintParams } from "vscode-languageserver";
import type { InlayHint as Hint, HintPart } from "../features/inlay-hints/hint.ts";
import { inlayHints } from "../features/inlay-hints.ts";
import { toOffset, toSpan } from "./convert.ts";
import { markup } from "./editor.ts";
import { fileAt, type Located, locationOf, rangeIn } from "./places.ts";
import type { Snapshot } from "./session.ts";

/** By which a hint is found again. */
interface HintData {
  readonly uri: string;
  readonly kind: string;
}

export function answerInlayHints(s: Snapshot, params: InlayHintParams): InlayHint[] | undefined {
  const { uri } = params.textDocument;
  const at = fileAt(s, uri);
  if (!at) return undefined;
  const range = toSpan(s.lines(at.file), params.range, s.encoding);
  return inlayHints(at.root, at.file, range, s.settings.inlayHints).map(hint => wireHint(s, at, uri, hint));
}

function wireHint(s: Snapshot, { file }: Located, uri: string, hint: Hint): InlayHint {
  const { at, kind, parts, spaced, tooltip } = hint;
  return {
    position: rangeIn(s, file, { start: at, end: at }).start,
    label: parts.map(part => wirePart(s, part)),
    paddingLeft: spaced,
    ...(!tooltip
      ? {}
      : s.client.resolvesHints
        ? { data: { uri, kind } satisfies HintData }
        : { tooltip: markup(tooltip(), s.client.hoverMarkdown) }),
  };
}

function wirePart(s: Snapshot, { text, target }: HintPart): InlayHintLabelPart {
  const location = target && locationOf(s, target.uri, target);
  return location ? { value: text, location } : { value: text };
}

export function answerInlayHint(s: Snapshot, hint: InlayHint): InlayHint {
  const data = hint.data as Partial<HintData> | undefined;
  const at = data?.uri === undefined ? undefined : fileAt(s, data.uri);
  if (!at) return hint;
  const offset = toOffset(s.lines(at.file), hint.position, s.encoding);
  const found = inlayHints(at.root, at.file, { start: offset, end: offset }, s.settings.inlayHints);
  const tooltip = found.find(each => each.kind === data?.kind)?.tooltip;
  return tooltip ? { ...hint, tooltip: markup(tooltip(), s.client.hoverMarkdown) } : hint;
}
