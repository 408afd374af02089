// Wires a connection to a session: life cycle, documents, settings, folders, watched files, and the list of features.
import {
  type ClientCapabilities,
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  FileChangeType,
  type FileEvent,
  type FileSystemWatcher,
  type InitializeParams,
  type InitializeResult,
  TextDocumentSyncKind,
  WatchKind,
} from "vscode-languageserver";
import type { UnitMaker } from "../syntax/cut.ts";
import { newFiles } from "../workspace/files.ts";
import type { Host } from "../workspace/host.ts";
import type { Release } from "../workspace/library.ts";
import { type LoaderContext, newLoader } from "../workspace/loader.ts";
import { schemeOf, uriKey, withoutSlash } from "../workspace/uri.ts";
import { type Baselines, newBaselines } from "./baselines.ts";
import { chooseEncoding } from "./convert.ts";
import { abilitiesOf, readEditorSettings } from "./editor.ts";
import { libraryLoader } from "./library.ts";
import { oneAtATime } from "./one-at-a-time.ts";
import { prepare } from "./prepare.ts";
import { type ClientOptions, type ReadAgainParams, readAgainRequest } from "./protocol.ts";
import { type Pause, type QuietTurns, quietTurns } from "./quiet-turns.ts";
import { newRefresher, type Refresher } from "./refresh.ts";
import { capabilitiesOf, type Feature, features } from "./registry.ts";
import { type Answering, describe, type Requested, wireFeature } from "./requests.ts";
import { newSession, type Session } from "./session.ts";
import { askSettings, readBaselineName, readFeatures } from "./settings.ts";
import { isVirtual } from "./virtual-documents.ts";

/** What differs between Node and the browser. */
export interface Platform {
  readonly version: string;
  readonly host: (connection: Connection) => Host;
  /** Loads the grammar; may be given what the client sent with `initialize`. */
  readonly loadMaker: (options: unknown) => Promise<UnitMaker>;
  readonly readBinary: LoaderContext["readBinary"];
  /** Loads the releases of WASI that are offered where the workspace has none. */
  readonly loadLibrary: () => Promise<readonly Release[]>;
  readonly later: (run: () => void) => void;
  /** Runs a function when messages that are under way have been answered: files that nobody types in can wait. */
  readonly afterMessages: (run: () => void) => void;
  /** Gives what runs the last of the functions given to it once no other has come for half a second. */
  readonly newPause: () => Pause;
  readonly now: () => number;
}

interface Running extends Answering {
  readonly baselines: Baselines;
  readonly refresher: Refresher;
  readonly onScanned: () => void;
}

interface Server {
  readonly connection: Connection;
  readonly platform: Platform;
  readonly log: (message: string) => void;
  client: ClientCapabilities;
  folders: readonly string[];
  readonly quiet: QuietTurns;
  /** Takes WASI's releases into the session, once. */
  readonly addLibrary: (session: Session) => Promise<void>;
  /** Undefined until the grammar is loaded. */
  running: Running | undefined;
  /** What waits for that, in order. */
  readonly waiting: ((running: Running) => void)[];
}

/** Listens on a connection until the client ends it, and answers with the features of the list. */
export function startServer(connection: Connection, given: Platform, list: readonly Feature[] = features): void {
  const platform = { ...given, afterMessages: oneAtATime(given.afterMessages) };
  const log = (message: string): void => connection.console.log(message);
  const quiet = quietTurns(platform.newPause(), platform.afterMessages);
  const server: Server = {
    connection,
    platform,
    log,
    client: {},
    folders: [],
    quiet,
    addLibrary: libraryLoader(platform.loadLibrary, quiet.turn, log),
    running: undefined,
    waiting: [],
  };
  connection.onInitialize(params => initialize(server, params, list));
  connection.onInitialized(() => onReady(server, running => void initialized(server, running)));
  wireDocuments(server);
  wireWorkspace(server);
  const requested: Requested = {
    connection,
    log: server.log,
    answering: () => server.running,
    ready: () => new Promise(resolve => onReady(server, resolve)),
  };
  for (const feature of list) wireFeature(requested, feature);
  connection.listen();
}

/** Runs now, or once the grammar is loaded. The server answers `initialize` before that. */
function onReady(server: Server, run: (running: Running) => void): void {
  if (server.running) run(server.running);
  else server.waiting.push(run);
}

function initialize(server: Server, params: InitializeParams, list: readonly Feature[]): InitializeResult {
  server.client = params.capabilities;
  server.folders = workspaceFolders(params);
  const encoding = chooseEncoding(params.capabilities.general?.positionEncodings);
  load(server, params, encoding).catch(error => {
    server.connection.window.showErrorMessage(`The WIT language server can't start: ${describe(error)}`);
  });
  const folders = { filters: [{ pattern: { glob: "**", matches: "folder" as const } }] };
  const offered = capabilitiesOf(list);
  return {
    serverInfo: { name: "wit", version: server.platform.version },
    capabilities: {
      ...offered,
      positionEncoding: encoding,
      textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
      workspace: {
        ...offered.workspace,
        workspaceFolders: { supported: true, changeNotifications: true },
        // Watchers tell nothing of the files in a folder that is renamed or deleted.
        fileOperations: { ...offered.workspace?.fileOperations, didRename: folders, didDelete: folders },
      },
    },
  };
}

function workspaceFolders(params: InitializeParams): readonly string[] {
  if (params.workspaceFolders) return params.workspaceFolders.map(folder => folder.uri);
  return params.rootUri ? [params.rootUri] : [];
}

async function load(
  server: Server,
  params: InitializeParams,
  encoding: ReturnType<typeof chooseEncoding>,
): Promise<void> {
  const { connection, platform, log } = server;
  const files = newFiles(await platform.loadMaker(params.initializationOptions));
  for (const folder of server.folders) files.schemes.add(schemeOf(folder));
  const { later, now, readBinary } = platform;
  const publish: Parameters<typeof newSession>[0]["publish"] = diagnostics =>
    void connection.sendDiagnostics(diagnostics);
  const given = params.initializationOptions as ClientOptions | null | undefined;
  const client = abilitiesOf(params.capabilities);
  const asked = {
    virtualDocuments: given?.virtualDocuments === true,
    fetches: given?.fetchDependencies === true,
    showsReferences: given?.showReferences === true,
    drivesComponents: given?.driveComponents === true,
  };
  const told = { client, encoding, ...asked };
  const session = newSession({ ...told, files, publish, later: platform.afterMessages, now, log });
  const host = platform.host(connection);
  const turn = (): Promise<void> => new Promise(resolve => later(resolve));
  const reading = { host, readBinary, log, turn, now };
  const refresher = newRefresher(connection, params.capabilities, platform.newPause());
  const onChange = (): void => {
    session.filesChanged();
    refresher.filesChanged();
  };
  const loader = newLoader({ ...reading, files, folders: server.folders, onChange });
  const baselines = newBaselines({
    ...reading,
    make: files.make,
    onChange: all => session.setBaselines(all),
    warn: message => void connection.window.showWarningMessage(message),
  });
  let onScanned = (): void => {};
  const scanned = new Promise<void>(resolve => {
    onScanned = resolve;
  });
  server.running = { session, loader, baselines, refresher, scanned, onScanned };
  for (const run of server.waiting.splice(0)) run(server.running);
}

async function initialized(server: Server, running: Running): Promise<void> {
  const { connection, client } = server;
  if (client.workspace?.didChangeConfiguration?.dynamicRegistration)
    void connection.client.register(DidChangeConfigurationNotification.type, { section: "wit" });
  if (watches(server)) {
    // Of a folder's link or of a folder as a whole only its own path is told: hence `deps` and what lies in it.
    const watched = ["**/*.wit", "**/deps", "**/deps/*", "**/{wkg,deps}.{toml,lock}"];
    const watchers: FileSystemWatcher[] = watched.map(globPattern => ({ globPattern }));
    // A folder that is deleted is told of without what was in it.
    watchers.push({ globPattern: "**/*", kind: WatchKind.Delete });
    void connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
  }
  if (client.workspace?.workspaceFolders) {
    connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
      const gone = new Set(removed.map(folder => folder.uri));
      server.folders = [...server.folders.filter(uri => !gone.has(uri)), ...added.map(folder => folder.uri)];
      onReady(server, ready => void scanFolders(server, ready).then(() => pullSettings(server, ready)));
    });
  }
  await pullSettings(server, running);
  await scanFolders(server, running);
}

function watches({ client }: Server): boolean {
  return client.workspace?.didChangeWatchedFiles?.dynamicRegistration === true;
}

async function scanFolders(server: Server, { session, loader, onScanned }: Running): Promise<void> {
  const folders = server.folders;
  await loader.scanFolders(folders);
  // What was forgotten with a folder may be needed by a document that is still open.
  for (const uri of session.openUris()) await loader.loadRootOf(uri);
  if (folders !== server.folders) return;
  session.setScanned(folders.map(folder => uriKey(withoutSlash(folder))));
  onScanned();
  prepare(session.snapshot(), server.platform.afterMessages, server.platform.now);
  await server.addLibrary(session);
}

function wireDocuments(server: Server): void {
  const { connection } = server;
  const reload = (running: Running, uri: string): void => void running.loader.loadRootOf(uri, !watches(server));
  connection.onDidOpenTextDocument(({ textDocument: { uri, version, text } }) =>
    onReady(server, running => {
      // It shows what the server has itself.
      if (isVirtual(uri)) return;
      reload(running, uri);
      running.session.open(uri, version, text);
    }),
  );
  connection.onDidChangeTextDocument(({ textDocument: { uri, version }, contentChanges }) =>
    onReady(server, ({ session, refresher }) => {
      session.change(uri, version, contentChanges);
      server.quiet.typed();
      if (session.openCount() > 1) refresher.filesChanged();
    }),
  );
  connection.onDidSaveTextDocument(({ textDocument }) =>
    onReady(server, running => {
      if (!watches(server)) reload(running, textDocument.uri);
      running.baselines.changed([textDocument.uri]);
    }),
  );
  connection.onDidCloseTextDocument(({ textDocument }) =>
    onReady(server, ({ session, loader }) => {
      if (isVirtual(textDocument.uri)) return;
      session.close(textDocument.uri);
      loader.release(textDocument.uri);
    }),
  );
}

function wireWorkspace(server: Server): void {
  const { connection } = server;
  const changed = (uris: readonly string[]): Promise<void> =>
    new Promise(done =>
      onReady(server, ({ loader, baselines }) => {
        void loader.filesChanged(uris).finally(done);
        baselines.changed(uris);
      }),
    );
  const told = (uris: readonly string[]): void => void changed(uris);
  connection.onDidChangeWatchedFiles(({ changes }) => {
    const isGone = ({ type }: FileEvent): boolean => type === FileChangeType.Deleted;
    onReady(server, ({ loader }) => {
      // Most of what is deleted in a workspace has nothing to do with WIT.
      const gone = loader.held(changes.filter(isGone).map(({ uri }) => uri));
      const others = changes.filter(change => !isGone(change)).map(({ uri }) => uri);
      if (gone.length + others.length > 0) told([...others, ...gone]);
    });
  });
  connection.workspace.onDidRenameFiles(({ files }) => told(files.flatMap(file => [file.oldUri, file.newUri])));
  connection.workspace.onDidDeleteFiles(({ files }) => told(files.map(file => file.uri)));
  connection.onRequest(readAgainRequest, ({ uris }: ReadAgainParams) => changed(uris).then(() => null));
  connection.onDidChangeConfiguration(({ settings }) =>
    onReady(server, running => void pullSettings(server, running, settings?.wit)),
  );
}

/** Takes the settings; those sent along serve clients that can't be asked. */
async function pullSettings(server: Server, running: Running, sent?: unknown): Promise<void> {
  const { session, baselines, refresher, scanned } = running;
  const { folders } = server;
  const [asked, ...ofFolders] = await askSettings(server, sent);
  const settings = readEditorSettings(asked);
  const known = session.snapshot().settings;
  session.setSettings(settings);
  refresher.settingsChanged(known, settings);
  const now = readFeatures(asked);
  const before = session.snapshot().features;
  if (JSON.stringify(now) !== JSON.stringify(before)) {
    session.setFeatures(now);
    refresher.filesChanged();
  }
  const wanted = new Map(folders.map((folder, i) => [folder, readBaselineName(ofFolders[i])]));
  // The packages as they are now come first.
  void scanned.then(() => baselines.set(wanted));
}
