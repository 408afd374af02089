// The built server as an editor starts it: a process spoken to over standard input and output.
import { type ChildProcess, spawn } from "node:child_process";
import { mkdir, mkdtemp, realpath, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import {
  createProtocolConnection,
  FileChangeType,
  type InitializeResult,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver/node";
import { repositoryFile } from "./parser.ts";

export const program = fileURLToPath(repositoryFile("server/dist/cli.js"));

export interface Wire {
  /** The workspace folder. */
  readonly folder: string;
  readonly connection: ProtocolConnection;
  readonly process: ChildProcess;
  readonly initialized: InitializeResult;
  readonly logged: string[];
  /** Messages to the person, in order. */
  readonly shown: string[];
  /** Every publish, in order. */
  readonly published: PublishDiagnosticsParams[];
  /** What the server asked to be registered. */
  readonly registered: string[];
  readonly uri: (name: string) => string;
  readonly write: (name: string, content: string | Uint8Array) => Promise<void>;
  readonly open: (name: string, text: string, version?: number) => Promise<void>;
  readonly change: (name: string, version: number, changes: readonly Change[]) => Promise<void>;
  readonly changedOnDisk: (...names: readonly string[]) => Promise<void>;
  readonly deletedOnDisk: (...names: readonly string[]) => Promise<void>;
  /** The next publish about a file, among those to come and those not yet asked for, that `accept` takes. */
  readonly diagnostics: (
    name: string,
    accept?: (params: PublishDiagnosticsParams) => boolean,
  ) => Promise<PublishDiagnosticsParams>;
}

export type Change =
  | { readonly text: string }
  | { readonly range: readonly [number, number, number, number]; readonly text: string };

export interface WireOptions {
  readonly capabilities?: object;
  /** What the client answers for the section `wit`. */
  readonly settings?: object;
  readonly watch?: boolean;
  /** The workspace's folders below the one with the files; by default that one. */
  readonly folders?: boolean | readonly string[];
  readonly initializationOptions?: object;
  /** Runs in the workspace folder when its files are written, before the server starts. */
  readonly prepare?: (folder: string) => Promise<void>;
}

/** Runs a server over a folder with these files (`../` puts one outside it), and ends it; fails where it does not end by itself. */
export async function withServer(
  files: Readonly<Record<string, string | Uint8Array>>,
  use: (wire: Wire) => Promise<void>,
  options: WireOptions = {},
): Promise<void> {
  const temp = await realpath(await mkdtemp(path.join(tmpdir(), "wit-wire-")));
  const folder = path.join(temp, "workspace");
  const write = async (name: string, content: string | Uint8Array): Promise<void> => {
    await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
    await writeFile(path.join(folder, name), content);
  };
  for (const [name, content] of Object.entries(files)) await write(name, content);
  await options.prepare?.(folder);
  const child = spawn(process.execPath, [program, "--stdio"], { stdio: ["pipe", "pipe", "inherit"] });
  const ended = new Promise<number | null>(resolve => child.on("exit", resolve));
  try {
    const wire = await connect(child, folder, write, options);
    await use(wire);
    await wire.connection.sendRequest("shutdown");
    await wire.connection.sendNotification("exit");
    const code = await ended;
    if (code !== 0) throw new Error(`the server ended with ${code}`);
  } finally {
    child.kill("SIGKILL");
    await rm(temp, { recursive: true, force: true });
  }
}

async function connect(child: ChildProcess, folder: string, write: Wire["write"], options: WireOptions): Promise<Wire> {
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout!),
    new StreamMessageWriter(child.stdin!),
  );
  const published: PublishDiagnosticsParams[] = [];
  const logged: string[] = [];
  const shown: string[] = [];
  const registered: string[] = [];
  let asked = 0;
  let wake = (): void => {};
  connection.onNotification("textDocument/publishDiagnostics", (params: PublishDiagnosticsParams) => {
    published.push(params);
    wake();
  });
  connection.onNotification("window/logMessage", ({ message }: { message: string }) => void logged.push(message));
  connection.onNotification("window/showMessage", ({ message }: { message: string }) => void shown.push(message));
  connection.onRequest("window/showMessageRequest", ({ message }: { message: string }) => {
    shown.push(message);
    return null;
  });
  connection.onRequest("workspace/configuration", ({ items }: { items: unknown[] }) =>
    items.map(() => options.settings ?? null),
  );
  connection.onRequest("client/registerCapability", ({ registrations }: { registrations: { method: string }[] }) => {
    registered.push(...registrations.map(({ method }) => method));
    return null;
  });
  connection.listen();
  const uri = (name: string): string => pathToFileURL(path.join(folder, name)).href;
  const initialized = await connection.sendRequest<InitializeResult>("initialize", initializeParams(folder, options));
  await connection.sendNotification("initialized", {});
  const diagnostics: Wire["diagnostics"] = async (name, accept = () => true) => {
    const deadline = Date.now() + 10_000;
    for (;;) {
      while (asked < published.length) {
        const params = published[asked++]!;
        if (params.uri === uri(name) && accept(params)) return params;
      }
      if (Date.now() > deadline)
        throw new Error(`nothing more was published about ${name}; logged: ${logged.join("\n")}`);
      await new Promise<void>(resolve => {
        wake = resolve;
        setTimeout(resolve, 200).unref();
      });
    }
  };
  const watched = (names: readonly string[], type: FileChangeType): Promise<void> =>
    connection.sendNotification("workspace/didChangeWatchedFiles", {
      changes: names.map(name => ({ uri: uri(name), type })),
    });
  return {
    folder,
    connection,
    process: child,
    initialized,
    logged,
    shown,
    published,
    registered,
    uri,
    write,
    diagnostics,
    open: (name, text, version = 1) =>
      connection.sendNotification("textDocument/didOpen", {
        textDocument: { uri: uri(name), languageId: "wit", version, text },
      }),
    change: (name, version, changes) =>
      connection.sendNotification("textDocument/didChange", {
        textDocument: { uri: uri(name), version },
        contentChanges: changes.map(wireChange),
      }),
    changedOnDisk: (...names) => watched(names, FileChangeType.Changed),
    deletedOnDisk: (...names) => watched(names, FileChangeType.Deleted),
  };
}

function initializeParams(
  folder: string,
  { capabilities, settings, watch = true, folders = true, initializationOptions }: WireOptions,
): object {
  const names = folders === true ? ["."] : folders === false ? [] : folders;
  const workspaceFolders = names.map(name => ({ uri: pathToFileURL(path.join(folder, name)).href, name }));
  return {
    processId: process.pid,
    initializationOptions,
    rootUri: workspaceFolders[0]?.uri ?? null,
    workspaceFolders: folders === false ? null : workspaceFolders,
    capabilities: {
      textDocument: { publishDiagnostics: { versionSupport: true, relatedInformation: true } },
      workspace: {
        configuration: settings !== undefined,
        workspaceFolders: true,
        didChangeWatchedFiles: { dynamicRegistration: watch },
      },
      ...capabilities,
    },
  };
}

function wireChange(change: Change): object {
  if (!("range" in change)) return change;
  const [line, character, endLine, endCharacter] = change.range;
  return { text: change.text, range: { start: { line, character }, end: { line: endLine, character: endCharacter } } };
}
