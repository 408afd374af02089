// The one mutable cell of the server: the files it knows and what it has said about them.
import type { PublishDiagnosticsParams, TextDocumentContentChangeEvent } from "vscode-languageserver";
import { type LineIndex, lineIndex } from "../base/line-index.ts";
import { memo } from "../base/memo.ts";
import {
  type AnalysisCache,
  analyzeRoot,
  forgetRoot,
  newAnalysisCache,
  type RootAnalysis,
} from "../semantics/analysis.ts";
import { compared } from "../semantics/compatibility/baseline.ts";
import type { UnitMaker } from "../syntax/cut.ts";
import type { ParsedFile } from "../syntax/file.ts";
import type { BaselineFiles } from "../workspace/baseline.ts";
import { closeDocument, currentLayout, type Files, setDocument } from "../workspace/files.ts";
import { fileIn, type Layout, rootOf } from "../workspace/layout.ts";
import type { Features, PackageRoot } from "../workspace/layout-types.ts";
import { uriKey } from "../workspace/uri.ts";
import { type BaselineMemory, newBaselineMemory, shown } from "./baseline-memory.ts";
import type { Encoding } from "./convert.ts";
import { changeDocument, type Document, openDocument } from "./documents.ts";
import { type Abilities, abilitiesOf, defaultSettings, type EditorSettings } from "./editor.ts";
import { newPublisher, type Publisher } from "./publisher.ts";
import { newTokenMemory, type TokenMemory } from "./semantic-tokens.ts";
import type { SymbolMemory } from "./symbols.ts";
import { sourceUri, virtualUri } from "./virtual-documents.ts";

/** What the server knows at one moment; a request takes one and stays with it. */
export interface Snapshot {
  readonly layout: Layout;
  readonly features: Features;
  readonly encoding: Encoding;
  readonly client: Abilities;
  readonly settings: EditorSettings;
  /** The last semantic tokens of open files. */
  readonly tokens: TokenMemory;
  readonly symbols: SymbolMemory;
  /** Whether the client can be offered to fetch dependencies. */
  readonly fetches: boolean;
  /** Whether the client can show the places that a code lens leads to. */
  readonly showsReferences: boolean;
  /** Whether the client makes, builds and runs components. */
  readonly drivesComponents: boolean;
  /** The URI under which the client opens a file: a package in binary form may be shown as a document of its own. */
  readonly shown: (uri: string) => string;
  /** The file with a URI, or that a virtual document shows, as its package holds it. */
  readonly file: (uri: string) => ParsedFile | undefined;
  readonly lines: (file: ParsedFile) => LineIndex;
  /** The analysis of the package that a file belongs to. */
  readonly analysisOf: (uri: string) => RootAnalysis | undefined;
  readonly analyze: (root: PackageRoot) => RootAnalysis;
  /** Packages that are in no folder of the workspace, and can be copied into one: releases of WASI. */
  readonly library: readonly PackageRoot[];
  /** Parses text that is no file of the workspace. */
  readonly make: UnitMaker;
}

export interface SessionContext {
  readonly files: Files;
  readonly encoding: Encoding;
  /** Absent: those of a client that says nothing. */
  readonly client?: Abilities;
  /** Whether the client opens packages in binary form as virtual documents. Absent: no. */
  readonly virtualDocuments?: boolean;
  /** Whether the client fetches dependencies. Absent: no. */
  readonly fetches?: boolean;
  /** Whether the client shows the places that a code lens leads to. Absent: no. */
  readonly showsReferences?: boolean;
  /** Whether the client makes, builds and runs components. Absent: no. */
  readonly drivesComponents?: boolean;
  readonly publish: (params: PublishDiagnosticsParams) => void;
  /** Runs a function in a later turn of the event loop. */
  readonly later: (run: () => void) => void;
  readonly now: () => number;
  readonly log: (message: string) => void;
}

export interface Session {
  readonly open: (uri: string, version: number, text: string) => void;
  /** Answered by a publish with the same version before it returns. */
  readonly change: (uri: string, version: number, changes: readonly TextDocumentContentChangeEvent[]) => void;
  readonly close: (uri: string) => void;
  /** To be called when `files` changed other than by a document. */
  readonly filesChanged: () => void;
  readonly setFeatures: (features: Features) => void;
  readonly setSettings: (settings: EditorSettings) => void;
  /** What the packages of folders are compared with. */
  readonly setBaselines: (baselines: readonly BaselineFiles[]) => void;
  /** Keys of the workspace's folders once they were scanned; from then on, problems of files that no editor shows are told. */
  readonly setScanned: (folders: readonly string[]) => void;
  readonly addLibrary: (root: PackageRoot) => void;
  readonly openUris: () => readonly string[];
  readonly openCount: () => number;
  readonly snapshot: () => Snapshot;
}

interface State extends SessionContext {
  readonly documents: Map<string, Document>;
  cache: AnalysisCache;
  features: Features;
  settings: EditorSettings;
  baselines: BaselineMemory;
  library: readonly PackageRoot[];
  readonly publisher: Publisher;
  readonly tokens: TokenMemory;
  readonly symbols: SymbolMemory;
  readonly linesOnDisk: (file: ParsedFile) => LineIndex;
}

export function newSession(context: SessionContext): Session {
  const state: State = {
    ...context,
    documents: new Map(),
    cache: newAnalysisCache(),
    features: { names: [], all: false },
    settings: defaultSettings,
    baselines: newBaselineMemory([], context.virtualDocuments === true),
    library: [],
    publisher: newPublisher({
      ...context,
      snapshot: () => snapshot(state),
      onRootGone: uri => forgetRoot(state.cache, uri),
    }),
    tokens: newTokenMemory(),
    symbols: new WeakMap(),
    linesOnDisk: memo(file => lineIndex(file.source.text)),
  };
  return {
    open: (uri, version, text) => take(state, openDocument(uri, version, text, context.files.make)),
    change: (uri, version, changes) => change(state, uri, version, changes),
    close: uri => close(state, uri),
    filesChanged: () => state.publisher.layoutChanged(),
    setFeatures: features => {
      state.features = features;
      state.cache = newAnalysisCache();
      state.baselines = newBaselineMemory(state.baselines.baselines, context.virtualDocuments === true);
      state.publisher.allChanged();
    },
    setBaselines: all => {
      state.baselines = newBaselineMemory(all, context.virtualDocuments === true);
      state.publisher.allChanged();
    },
    setSettings: settings => {
      state.settings = settings;
    },
    addLibrary: root => {
      state.library = [...state.library, root];
    },
    setScanned: folders => state.publisher.setScanned(folders),
    openCount: () => state.documents.size,
    openUris: () => [...state.documents.values()].map(({ file }) => file.source.uri),
    snapshot: () => snapshot(state),
  };
}

function change(state: State, uri: string, version: number, changes: readonly TextDocumentContentChangeEvent[]): void {
  const document = state.documents.get(uriKey(uri));
  if (!document) state.log(`A change of ${uri} came before it was opened; it is left out.`);
  else take(state, changeDocument(document, version, changes, state.encoding, state.files.make));
}

function take(state: State, document: Document): void {
  const { uri } = document.file.source;
  state.documents.set(uriKey(uri), document);
  setDocument(state.files, document.file);
  state.publisher.edited(uri);
}

function close(state: State, uri: string): void {
  state.documents.delete(uriKey(uri));
  state.tokens.last.delete(uriKey(uri));
  closeDocument(state.files, uri);
  state.publisher.closed(uri);
}

function snapshot(state: State): Snapshot {
  const layout = currentLayout(state.files);
  const { features, settings, tokens, symbols, cache, encoding, linesOnDisk, baselines } = state;
  const analyze = (root: PackageRoot): RootAnalysis =>
    compared(analyzeRoot(root, features, cache), { ...baselines, features, shown });
  return {
    layout,
    features,
    encoding,
    client: state.client ?? abilitiesOf({}),
    settings,
    tokens,
    symbols,
    fetches: state.fetches ?? false,
    showsReferences: state.showsReferences ?? false,
    drivesComponents: state.drivesComponents ?? false,
    analyze,
    library: state.library,
    make: state.files.make,
    shown: uri => (state.virtualDocuments ? virtualUri(uri) : uri),
    file: uri => fileIn(layout, sourceUri(uri)) ?? baselines.files.get(uriKey(uri)),
    lines: file => {
      const document = state.documents.get(uriKey(file.source.uri));
      return document?.file === file ? document.lines : linesOnDisk(file);
    },
    analysisOf: uri => {
      const root = rootOf(layout, sourceUri(uri));
      return root && analyze(root);
    },
  };
}
