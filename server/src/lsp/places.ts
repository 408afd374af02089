// From requests to what the features take, and from the features' spans to the protocol's ranges.
import type { Location, Position, Range, TextEdit } from "vscode-languageserver";
import type { Span } from "../base/span.ts";
import { libraryFor } from "../features/library.ts";
import type { RootAnalysis } from "../semantics/analysis.ts";
import type { ParsedFile } from "../syntax/file.ts";
import type { TextEdit as OffsetEdit } from "../syntax/recut.ts";
import { rootOf } from "../workspace/layout.ts";
import type { PackageRoot } from "../workspace/layout-types.ts";
import { isWithin, uriKey, withoutSlash } from "../workspace/uri.ts";
import { toOffset, toRange } from "./convert.ts";
import type { Snapshot } from "./session.ts";

/** A file of the snapshot with the package that it belongs to. */
export interface Located {
  readonly root: RootAnalysis;
  readonly file: ParsedFile;
}

interface PositionParams {
  readonly textDocument: { readonly uri: string };
  readonly position: Position;
}

export function fileAt(s: Snapshot, uri: string): Located | undefined {
  const file = s.file(uri);
  const root = s.analysisOf(uri);
  return file && root && { root, file };
}

/** The file and the UTF-16 offset that a request is about. */
export function placeAt(s: Snapshot, params: PositionParams): (Located & { readonly offset: number }) | undefined {
  const at = fileAt(s, params.textDocument.uri);
  return at && { ...at, offset: toOffset(s.lines(at.file), params.position, s.encoding) };
}

/** Every package root of the workspace; each is analysed when it is asked for. */
export function workspaceRoots(s: Snapshot): Iterable<RootAnalysis> {
  return {
    *[Symbol.iterator]() {
      for (const root of s.layout.roots) yield s.analyze(root);
    },
  };
}

/** All roots that hold packages which can be copied: the workspace's, and the library's. */
export function rootsToCopy({ layout, library }: Snapshot): readonly PackageRoot[] {
  return [...layout.roots, ...library];
}

/** What a root can take packages of besides the workspace's other roots. */
export function libraryOf(s: Snapshot, into: RootAnalysis): readonly RootAnalysis[] {
  return libraryFor(into, s.library.map(s.analyze));
}

/** The package of a document, those below a folder, or that in whose folder it lies; all where none is asked for. */
export function rootsAt({ layout }: Snapshot, uri: string | undefined): readonly PackageRoot[] {
  if (uri === undefined) return layout.roots;
  const own = rootOf(layout, uri);
  if (own) return [own];
  const key = uriKey(withoutSlash(uri));
  const below = layout.roots.filter(root => isWithin(uriKey(root.uri), key));
  return below.length > 0 ? below : layout.roots.filter(root => isWithin(key, uriKey(root.uri)));
}

/** Every file of the workspace's packages and of what they depend on; one that several of them read comes several times. */
export function* allFiles({ layout }: Snapshot): Iterable<ParsedFile> {
  for (const root of layout.roots) {
    yield* root.main;
    for (const dep of root.deps) yield* dep.files;
  }
}

export function rangeIn(s: Snapshot, file: ParsedFile, span: Span): Range {
  return toRange(s.lines(file), span, s.encoding);
}

/** The place in a file of the snapshot; undefined where the file is gone. */
export function locationOf(s: Snapshot, uri: string, span: Span): Location | undefined {
  const file = s.file(uri);
  return file && { uri: s.shown(uri), range: rangeIn(s, file, span) };
}

export function textEdits(s: Snapshot, file: ParsedFile, edits: readonly OffsetEdit[]): TextEdit[] {
  return edits.map(edit => ({ range: rangeIn(s, file, edit), newText: edit.insert }));
}
