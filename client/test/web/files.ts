// An extension for tests alone: files in memory, under a scheme that no editor has. What is there at the start is fetched from beside it.
import {
  type Disposable,
  EventEmitter,
  type ExtensionContext,
  type FileChangeEvent,
  FileChangeType,
  type FileStat,
  FileSystemError,
  type FileSystemProvider,
  FileType,
  Uri,
  workspace,
} from "vscode";

/** A folder's entries by their names, or a file's bytes. */
type Node = Map<string, Node> | Uint8Array;

const scheme = "wit-test";
/** A file of this name is there, and nobody may read it. */
const locked = "locked.wit";

export async function activate(context: ExtensionContext): Promise<void> {
  const response = await fetch(Uri.joinPath(context.extensionUri, "workspace.json").toString(true));
  const files = (await response.json()) as Readonly<Record<string, string>>;
  const provider = memory();
  for (const [path, base64] of Object.entries(files)) {
    const uri = Uri.from({ scheme, path });
    provider.createParents(uri);
    provider.writeFile(uri, bytesOf(base64));
  }
  context.subscriptions.push(workspace.registerFileSystemProvider(scheme, provider, { isCaseSensitive: true }));
}

function bytesOf(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), char => char.charCodeAt(0));
}

interface Memory extends FileSystemProvider {
  createParents(uri: Uri): void;
  writeFile(uri: Uri, content: Uint8Array): void;
}

function memory(): Memory {
  const top: Node = new Map();
  const changed = new EventEmitter<FileChangeEvent[]>();
  const tell = (type: FileChangeType, uri: Uri): void => changed.fire([{ type, uri }]);
  const writeFile = (uri: Uri, content: Uint8Array): void => {
    const folder = parentOf(top, uri);
    const isNew = !folder.has(nameOf(uri));
    folder.set(nameOf(uri), content);
    tell(isNew ? FileChangeType.Created : FileChangeType.Changed, uri);
  };
  const remove = (uri: Uri): void => {
    if (!parentOf(top, uri).delete(nameOf(uri))) throw FileSystemError.FileNotFound(uri);
    tell(FileChangeType.Deleted, uri);
  };
  return {
    onDidChangeFile: changed.event,
    watch: (): Disposable => ({ dispose: () => {} }),
    stat: uri => statOf(find(top, uri)),
    readDirectory: uri => [...folderOf(top, uri)].map(([name, node]) => [name, statOf(node).type]),
    readFile: uri => readFile(top, uri),
    createDirectory: uri => {
      parentOf(top, uri).set(nameOf(uri), new Map());
      tell(FileChangeType.Created, uri);
    },
    createParents: uri => createParents(top, uri),
    writeFile,
    delete: remove,
    rename: (from, to) => {
      const node = find(top, from);
      remove(from);
      parentOf(top, to).set(nameOf(to), node);
      tell(FileChangeType.Created, to);
    },
  };
}

function segmentsOf(uri: Uri): readonly string[] {
  return uri.path.split("/").filter(segment => segment !== "");
}

function nameOf(uri: Uri): string {
  return segmentsOf(uri).at(-1) ?? "";
}

function find(top: Node, uri: Uri): Node {
  let node: Node | undefined = top;
  for (const segment of segmentsOf(uri)) node = node instanceof Map ? node.get(segment) : undefined;
  if (node === undefined) throw FileSystemError.FileNotFound(uri);
  return node;
}

function folderOf(top: Node, uri: Uri): Map<string, Node> {
  const node = find(top, uri);
  if (node instanceof Map) return node;
  throw FileSystemError.FileNotADirectory(uri);
}

function parentOf(top: Node, uri: Uri): Map<string, Node> {
  return folderOf(top, Uri.joinPath(uri, ".."));
}

function createParents(top: Map<string, Node>, uri: Uri): void {
  let folder = top;
  for (const segment of segmentsOf(uri).slice(0, -1)) {
    const next = folder.get(segment) ?? new Map<string, Node>();
    folder.set(segment, next);
    folder = next as Map<string, Node>;
  }
}

function readFile(top: Node, uri: Uri): Uint8Array {
  const node = find(top, uri);
  if (node instanceof Map) throw FileSystemError.FileIsADirectory(uri);
  if (nameOf(uri) === locked) throw FileSystemError.NoPermissions(uri);
  return node;
}

function statOf(node: Node): FileStat {
  const isFolder = node instanceof Map;
  // Times that never stay the same: the editor looks at them to tell whether a file changed.
  const mtime = Date.now();
  return { type: isFolder ? FileType.Directory : FileType.File, ctime: 0, mtime, size: isFolder ? 0 : node.length };
}
