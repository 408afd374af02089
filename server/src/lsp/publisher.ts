// Tells the client what is wrong: at once for the file being edited, in later turns for all others that may have changed.
import type { Diagnostic, PublishDiagnosticsParams } from "vscode-languageserver";
import { problemsByUri, problemsOf, type RootAnalysis } from "../semantics/analysis.ts";
import type { Problem } from "../semantics/problem.ts";
import { type ParsedFile, syntaxProblems } from "../syntax/file.ts";
import type { Files } from "../workspace/files.ts";
import { isMain, type Layout, rootOf, rootsLinking, rootsWith } from "../workspace/layout.ts";
import type { PackageRoot } from "../workspace/layout-types.ts";
import { isWithin, uriKey } from "../workspace/uri.ts";
import { toDiagnostics } from "./diagnostics.ts";
import { hostProblems, notText } from "./host-problems.ts";
import { type LastProblems, lastProblems, movedSince } from "./last-problems.ts";
import { manifestDiagnostics, manifestUris } from "./manifests.ts";
import type { Snapshot } from "./session.ts";

export interface PublisherContext {
  readonly files: Files;
  readonly publish: (params: PublishDiagnosticsParams) => void;
  readonly later: (run: () => void) => void;
  readonly now: () => number;
  readonly log: (message: string) => void;
  readonly snapshot: () => Snapshot;
  /** Called for each root that is no more. */
  readonly onRootGone: (uri: string) => void;
}

export interface Publisher {
  /** A document was opened or edited: answers at once, with its version. */
  readonly edited: (uri: string) => void;
  readonly closed: (uri: string) => void;
  /** Files came or went, or are read now. */
  readonly layoutChanged: () => void;
  /** Everything may be different. */
  readonly allChanged: () => void;
  readonly setScanned: (folders: readonly string[]) => void;
}

/** Background work gives way to messages after so long. */
const sliceMs = 5;

interface State extends PublisherContext {
  /** What the client was told last, by key; nothing where there are no problems. */
  readonly told: Map<string, { readonly uri: string; readonly diagnostics: readonly Diagnostic[] }>;
  /** Keys of files to look at in a later turn, with their URIs. */
  readonly waiting: Map<string, string>;
  /** URIs of roots to look at as a whole, before that. */
  readonly roots: Set<string>;
  /** Keys of files of which there is something to tell to packages that link to them. */
  readonly linked: Set<string>;
  scheduled: boolean;
  /** Keys of the scanned workspace folders. */
  folders: readonly string[];
  /** Roots as they were when they were last looked at, by URI. */
  seen: ReadonlyMap<string, PackageRoot>;
  /** Which file belonged where then. */
  slots: Layout["slots"] | undefined;
  /** What was found at the last edit. */
  last: LastProblems | undefined;
}

export function newPublisher(context: PublisherContext): Publisher {
  const state: State = {
    ...context,
    told: new Map(),
    waiting: new Map(),
    roots: new Set(),
    linked: new Set(),
    scheduled: false,
    folders: [],
    seen: new Map(),
    slots: undefined,
    last: undefined,
  };
  return {
    edited: uri => edited(state, uri),
    closed: uri => {
      wait(state, uri);
      layoutChanged(state);
    },
    layoutChanged: () => layoutChanged(state),
    allChanged: () => {
      state.seen = new Map();
      layoutChanged(state);
    },
    setScanned: folders => {
      state.folders = folders;
      state.seen = new Map();
      layoutChanged(state);
    },
  };
}

function edited(state: State, uri: string): void {
  const snapshot = state.snapshot();
  const file = snapshot.file(uri);
  if (!file) return;
  const moved = movedSince(state, snapshot, file);
  const problems = moved ?? attempt(state, `diagnostics of ${uri}`, () => problemsIn(state, snapshot, file, true), []);
  const diagnostics = attempt(state, `diagnostics of ${uri}`, () => diagnosticsOf(snapshot, file, problems), []);
  remember(state, uri, diagnostics);
  state.last = lastProblems(snapshot, file, problems);
  state.waiting.delete(uriKey(uri));
  state.publish({ uri, version: file.source.version, diagnostics });
  if (moved) return;
  // The file may have come or gone to another root by what its header says, and left others behind.
  if (snapshot.layout.slots !== state.slots) {
    layoutChanged(state);
    return;
  }
  for (const root of rootsWith(snapshot.layout, uri))
    if (root.main.length + root.deps.reduce((sum, { files }) => sum + files.length, 0) > 1)
      waitForRoot(state, root, uri);
}

function waitForRoot(state: State, root: PackageRoot, except?: string): void {
  if (root.deps.length > 0) {
    state.roots.add(root.uri);
    schedule(state);
  }
  for (const { source } of root.main) if (source.uri !== except) wait(state, source.uri);
  for (const uri of manifestUris(root)) wait(state, uri);
  for (const { files } of root.deps) {
    for (const { source } of files) {
      const key = uriKey(source.uri);
      if (source.uri !== except && (state.files.open.has(key) || state.told.has(key))) wait(state, source.uri);
    }
  }
}

function wait(state: State, uri: string): void {
  state.waiting.set(uriKey(uri), uri);
  schedule(state);
}

function schedule(state: State): void {
  if (state.scheduled) return;
  state.scheduled = true;
  state.later(() => lookAtWaiting(state));
}

function lookAtWaiting(state: State): void {
  const start = state.now();
  const snapshot = state.snapshot();
  const isOver = (): boolean => state.now() - start > sliceMs;
  for (const uri of state.roots) {
    state.roots.delete(uri);
    lookAtRoot(state, snapshot, uri);
    if (isOver()) break;
  }
  for (const [key, uri] of isOver() ? [] : state.waiting) {
    state.waiting.delete(key);
    refresh(state, snapshot, key, uri);
    if (isOver()) break;
  }
  state.scheduled = state.waiting.size + state.roots.size > 0;
  if (state.scheduled) state.later(() => lookAtWaiting(state));
}

/** Tells about a file where there is something new to tell. */
function refresh(state: State, snapshot: Snapshot, key: string, uri: string): void {
  const document = state.files.open.get(key);
  const diagnostics = document || isTold(state, snapshot, uri) ? diagnosticsAt(state, snapshot, uri) : [];
  if (isSame(diagnostics, state.told.get(key)?.diagnostics ?? [])) return;
  remember(state, uri, diagnostics);
  if (state.last?.file.source.uri === uri) state.last = undefined;
  state.publish({ uri, diagnostics: [...diagnostics], ...(document ? { version: document.source.version } : {}) });
}

function diagnosticsAt(state: State, snapshot: Snapshot, uri: string): readonly Diagnostic[] {
  const file = snapshot.file(uri);
  if (file) return diagnose(state, snapshot, file);
  return attempt(state, `diagnostics of ${uri}`, () => manifestDiagnostics(snapshot, uri), []);
}

/** Files that no editor shows are told of when they are the workspace's own, or dependencies that break a package of it. */
function isTold({ folders }: State, { layout, analyze }: Snapshot, uri: string): boolean {
  const key = uriKey(uri);
  if (!folders.some(folder => isWithin(key, folder))) return false;
  const root = isMain(layout, uri) ? undefined : rootOf(layout, uri);
  return root ? !root.loading && isBlamed(analyze(root), uri) : true;
}

/** Whether a file stands for what is wrong between packages: one that it needs is missing, or is there twice. */
function isBlamed(analysis: RootAnalysis, uri: string): boolean {
  return problemsByUri(analysis).has(uri);
}

/** Mistakes inside a dependency are its author's matter; that it lacks a package, or clashes with one, is this workspace's. */
function lookAtRoot(state: State, snapshot: Snapshot, uri: string): void {
  const root = snapshot.layout.roots.find(r => r.uri === uri);
  if (!root || root.loading || root.deps.length === 0) return;
  for (const problem of attempt(state, `what is wrong with ${uri}`, () => snapshot.analyze(root).problems, []))
    if (!root.main.some(file => file.source.uri === problem.uri) && !state.told.has(uriKey(problem.uri)))
      wait(state, problem.uri);
}

function remember(state: State, uri: string, diagnostics: readonly Diagnostic[]): void {
  if (diagnostics.length === 0) state.told.delete(uriKey(uri));
  else state.told.set(uriKey(uri), { uri, diagnostics });
}

function isSame(a: readonly Diagnostic[], b: readonly Diagnostic[]): boolean {
  return a.length === b.length && (a.length === 0 || JSON.stringify(a) === JSON.stringify(b));
}

function layoutChanged(state: State): void {
  state.last = undefined;
  const { layout } = state.snapshot();
  const now = new Map(layout.roots.map(root => [root.uri, root]));
  for (const root of layout.roots) if (state.seen.get(root.uri) !== root) waitForRoot(state, root);
  for (const [uri, root] of state.seen) {
    if (now.has(uri)) continue;
    waitForRoot(state, root);
    state.onRootGone(uri);
  }
  for (const { uri } of state.told.values()) if (!layout.slots.has(uriKey(uri))) wait(state, uri);
  state.seen = now;
  state.slots = layout.slots;
}

function diagnose(state: State, snapshot: Snapshot, file: ParsedFile): Diagnostic[] {
  const make = (): Diagnostic[] => diagnosticsOf(snapshot, file, problemsIn(state, snapshot, file, false));
  return attempt(state, `diagnostics of ${file.source.uri}`, make, []);
}

function diagnosticsOf(snapshot: Snapshot, file: ParsedFile, problems: readonly Problem[]): Diagnostic[] {
  const lines = snapshot.lines(file);
  const linesAt = (uri: string): ReturnType<Snapshot["lines"]> | undefined => {
    const there = snapshot.file(uri);
    return there && snapshot.lines(there);
  };
  return toDiagnostics(problems, lines, linesAt, snapshot.encoding);
}

/** What `run` gives; where it fails, `otherwise` and a line in the log. */
function attempt<T>(state: State, what: string, run: () => T, otherwise: NoInfer<T>): T {
  try {
    return run();
  } catch (error) {
    state.log(`${what}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    return otherwise;
  }
}

/** A file's problems; those of a folder as a whole are told on the package's first file. */
function problemsIn(state: State, snapshot: Snapshot, file: ParsedFile, isEdit: boolean): readonly Problem[] {
  const root = rootOf(snapshot.layout, file.source.uri);
  if (!root) return [];
  const own = hostProblems(state.files, root, file);
  if (notText(state.files, file) !== undefined) return own;
  // What a name stands for may be in a file that is still being read; until then only the text speaks for itself.
  if (state.files.loading.has(uriKey(root.uri)))
    return syntaxProblems(file).map(problem => ({ ...problem, severity: "error" }));
  const analysis = snapshot.analyze(root);
  const found = problemsOf(analysis, file);
  const homeless = root.main[0] === file ? analysis.problems.filter(({ uri }) => !snapshot.file(uri)) : [];
  const linked = linkedProblems(state, snapshot, file, found, isEdit);
  return own.length + homeless.length + linked.length === 0 ? found : [...own, ...homeless, ...found, ...linked];
}

/** What is wrong between a file and the packages whose `deps` link to it, such as a package that these lack. */
function linkedProblems(
  { linked }: State,
  { layout, analyze }: Snapshot,
  { source }: ParsedFile,
  found: readonly Problem[],
  isEdit: boolean,
): readonly Problem[] {
  const key = uriKey(source.uri);
  // A keystroke waits for the packages that link to the file only where there was something to tell of them.
  const roots = isEdit && !linked.has(key) ? [] : rootsLinking(layout, source.uri);
  if (roots.length === 0) return [];
  const said = new Set(found.map(({ code, start }) => `${code} ${start}`));
  const more = roots.flatMap(root =>
    root.loading ? [] : analyze(root).problems.filter(p => p.uri === source.uri && !said.has(`${p.code} ${p.start}`)),
  );
  if (more.length > 0) linked.add(key);
  else linked.delete(key);
  return more;
}
