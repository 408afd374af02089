// What the client in a browser answers to the server's requests for files, from a file system that stands in for the editor's.
import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import type { CancellationToken, FileSystem, Uri } from "vscode";
import { serveFiles } from "../../src/browser/files.ts";
import { newReadLog } from "../../src/browser/read-log.ts";

/** What the file system has: entries by name and type, bytes, a size without bytes, or the code of an error. */
type Content = readonly (readonly [string, number])[] | Uint8Array | number | string;

interface Answers {
  readonly ask: (method: string, uri: string, isCancelled?: boolean) => Promise<unknown>;
  readonly lines: readonly string[];
  /** URIs of which anything was asked. */
  readonly touched: readonly string[];
}

function serving(contents: Readonly<Record<string, Content>>): Answers {
  const handlers = new Map<string, (params: { readonly uri: string }, token: CancellationToken) => Promise<unknown>>();
  const lines: string[] = [];
  const touched: string[] = [];
  const read = (uri: Uri): Content => {
    touched.push(uri.toString());
    const content = contents[uri.toString()] ?? "FileNotFound";
    if (typeof content === "string") throw Object.assign(new Error(`${content} (here)`), { code: content });
    return content;
  };
  const fs = {
    stat: async (uri: Uri) => {
      const content = read(uri);
      return { size: content instanceof Uint8Array ? content.length : Number(content) };
    },
    readFile: async (uri: Uri) => read(uri),
    readDirectory: async (uri: Uri) => read(uri),
  };
  serveFiles(
    {
      onRequest: (method, handler) => {
        handlers.set(method, handler);
        return { dispose: () => {} };
      },
    },
    {
      fs: fs as unknown as FileSystem,
      parse: uri => ({ toString: () => uri }) as Uri,
      log: newReadLog(line => lines.push(line)),
    },
  );
  const ask: Answers["ask"] = (method, uri, isCancelled = false) =>
    handlers.get(method)!({ uri }, { isCancellationRequested: isCancelled } as CancellationToken);
  return { ask, lines, touched };
}

test("a file's bytes, whatever its scheme", async () => {
  const { ask, lines } = serving({ "vscode-vfs://github/a/b.wit": Uint8Array.of(1, 2) });
  deepEqual(await ask("wit/fs/readFile", "vscode-vfs://github/a/b.wit"), Uint8Array.of(1, 2));
  deepEqual(lines, []);
});

test("a folder's entries: a link has the kind of what it leads to, one that leads nowhere is left out", async () => {
  const { ask } = serving({
    "memfs:/w": [
      ["a.wit", 1],
      ["deps", 2],
      ["linked.wit", 64 | 1],
      ["linked", 64 | 2],
      ["nowhere", 64],
      ["socket", 0],
    ],
  });
  deepEqual(await ask("wit/fs/readDirectory", "memfs:/w"), [
    { name: "a.wit", kind: "file", link: false },
    { name: "deps", kind: "directory", link: false },
    { name: "linked.wit", kind: "file", link: true },
    { name: "linked", kind: "directory", link: true },
  ]);
});

test("what is not there is null, and no line in the log", async () => {
  const { ask, lines } = serving({ "memfs:/folder": "FileIsADirectory", "memfs:/file": "FileNotADirectory" });
  equal(await ask("wit/fs/readFile", "memfs:/none.wit"), null);
  equal(await ask("wit/fs/readFile", "memfs:/folder"), null);
  equal(await ask("wit/fs/readDirectory", "memfs:/file"), null);
  deepEqual(lines, []);
});

test("what can't be read is null, and said once", async () => {
  const { ask, lines } = serving({ "memfs:/a.wit": "NoPermissions", "memfs:/b": "Unavailable" });
  for (let i = 0; i < 2; i++) {
    equal(await ask("wit/fs/readFile", "memfs:/a.wit"), null);
    equal(await ask("wit/fs/readDirectory", "memfs:/b"), null);
  }
  deepEqual(lines, [
    "memfs:/a.wit can't be read, so what it declares is not known: NoPermissions (here)",
    "memfs:/b can't be read, so what it declares is not known: Unavailable (here)",
  ]);
});

test("a file that is too large for WIT is not read", async () => {
  const { ask, lines } = serving({ "memfs:/a.wit": 64 * 1024 * 1024 + 1 });
  equal(await ask("wit/fs/readFile", "memfs:/a.wit"), null);
  deepEqual(lines, ["memfs:/a.wit can't be read, so what it declares is not known: it is larger than 64 MB"]);
});

test("nothing is read for an answer that nobody wants any more", async () => {
  const { ask, touched } = serving({ "memfs:/a.wit": Uint8Array.of(1) });
  equal(await ask("wit/fs/readFile", "memfs:/a.wit", true), null);
  deepEqual(touched, []);
});

test("the log is not filled by a network that fails, and one failure after a success is told again", () => {
  const lines: string[] = [];
  const log = newReadLog(line => lines.push(line));
  log.failed("memfs:/a", new Error("no network"));
  log.succeeded("memfs:/a");
  log.failed("memfs:/a", new Error("no network"));
  equal(lines.length, 2);
  for (let i = 0; i < 1000; i++) log.failed(`memfs:/${i}`, "no network");
  equal(lines.length, 52);
  equal(lines.at(-1), "More can't be read; it is not listed here.");
});
