// Answers to code lenses, to clients that can show where they lead.
import type { CodeLens, CodeLensParams, Command } from "vscode-languageserver";
import { codeLenses, type LensContent, lensContent } from "../features/code-lens.ts";
import { fileAt, locationOf, rangeIn, workspaceRoots } from "./places.ts";
import { type ShownReferences, showReferencesCommand } from "./protocol.ts";
import type { Snapshot } from "./session.ts";

interface LensData {
  readonly uri: string;
  readonly kind: "references" | "worlds";
  readonly id: string;
}

/** Without what they say: that is asked for each lens that comes into sight. */
export function answerCodeLenses(s: Snapshot, params: CodeLensParams): CodeLens[] | undefined {
  const { uri } = params.textDocument;
  const at = s.showsReferences ? fileAt(s, uri) : undefined;
  if (!at) return undefined;
  return codeLenses(at.root, at.file, [...workspaceRoots(s)], s.settings.codeLens).map(({ kind, id, ...span }) => ({
    range: rangeIn(s, at.file, span),
    data: { uri, kind, id } satisfies LensData,
  }));
}

export function answerCodeLens(s: Snapshot, lens: CodeLens): CodeLens {
  const data = lens.data as Partial<LensData> | undefined;
  const root = data?.uri === undefined ? undefined : s.analysisOf(data.uri);
  const { kind, id } = data ?? {};
  const content =
    root && kind !== undefined && id !== undefined
      ? lensContent(root, [...workspaceRoots(s)], { kind, id })
      : undefined;
  // A lens without a command stays blank; one whose command has no name is text alone.
  return { ...lens, command: content ? command(s, lens, data!.uri!, content) : { title: "", command: "" } };
}

function command(s: Snapshot, { range }: CodeLens, uri: string, { title, places }: LensContent): Command {
  if (places.length === 0) return { title, command: "" };
  const locations = places.flatMap(place => locationOf(s, place.uri, place.span) ?? []);
  const shown: ShownReferences = { uri, position: range.start, locations };
  return { title, command: showReferencesCommand, arguments: [shown] };
}
