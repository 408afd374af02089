// Answers to code lenses, to clients that can show where they lead, and to those that build and run components.
import type { CodeLens, CodeLensParams, Command } from "vscode-languageserver";
import { codeLenses, type LensContent, lensContent } from "../features/code-lens.ts";
import { type ComponentLens, componentLenses } from "../features/component-lens.ts";
import { fileAt, type Located, locationOf, rangeIn, workspaceRoots } from "./places.ts";
import { type ComponentCommand, type ShownReferences, showReferencesCommand } from "./protocol.ts";
import type { Snapshot } from "./session.ts";
import { isVirtual } from "./virtual-documents.ts";

interface LensData {
  readonly uri: string;
  readonly kind: "references" | "worlds";
  readonly id: string;
}

/** Those that do something, whole; those that tell something without what they say: that is asked for each that comes into sight. */
export function answerCodeLenses(s: Snapshot, { textDocument: { uri } }: CodeLensParams): CodeLens[] | undefined {
  const at = s.showsReferences || s.drivesComponents ? fileAt(s, uri) : undefined;
  return at && [...actions(s, at, uri), ...tellings(s, at, uri)];
}

function tellings(s: Snapshot, { root, file }: Located, uri: string): readonly CodeLens[] {
  if (!s.showsReferences) return [];
  return codeLenses(root, file, [...workspaceRoots(s)], s.settings.codeLens).map(({ kind, id, ...span }) => ({
    range: rangeIn(s, file, span),
    data: { uri, kind, id } satisfies LensData,
  }));
}

/** The commands of clients that drive components, by what a lens does; their argument is a `ComponentCommand`. */
const commands: Readonly<Record<ComponentLens["kind"], readonly [command: string, title: string]>> = {
  new: ["wit.newComponent", "New Component…"],
  build: ["wit.buildComponent", "Build"],
  run: ["wit.runComponent", "Run"],
  serve: ["wit.serveComponent", "Serve"],
  invoke: ["wit.invokeFunction", "Invoke…"],
};

function actions(s: Snapshot, { root, file }: Located, uri: string): readonly CodeLens[] {
  if (!s.drivesComponents || !s.settings.codeLens.components || isVirtual(uri)) return [];
  return componentLenses(root, file).map(({ kind, start, end, ...what }) => {
    const [command, title] = commands[kind];
    const argument: ComponentCommand = { folder: root.root.uri, ...what, ask: true };
    return { range: rangeIn(s, file, { start, end }), command: { title, command, arguments: [argument] } };
  });
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
