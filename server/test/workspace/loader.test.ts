// What the loader reads: the root of a document, the workspace past what is ignored, links, and files that come and go.
import { deepEqual, equal, ok } from "node:assert/strict";
import { test } from "node:test";
import {
  closeDocument,
  currentLayout,
  type Files,
  newFiles,
  setDocument,
  unreadable,
} from "../../src/workspace/files.ts";
import { fileIn, rootOf } from "../../src/workspace/layout.ts";
import { type Loader, newLoader } from "../../src/workspace/loader.ts";
import { type MemoryHost, memoryHost, type Node } from "../support/memory-host.ts";
import { maker } from "../support/parser.ts";
import { parse } from "../support/workspace.ts";

interface Setup {
  readonly host: MemoryHost;
  readonly files: Files;
  readonly loader: Loader;
  readonly logged: string[];
  changes: number;
}

function setup(
  nodes: Readonly<Record<string, Node>>,
  more: Partial<MemoryHost> = {},
  folders: readonly string[] = [],
): Setup {
  const host = Object.assign(memoryHost(nodes), more);
  const files = newFiles(maker);
  const logged: string[] = [];
  let time = 0;
  const loader = newLoader({
    host,
    files,
    folders,
    readBinary: async bytes =>
      bytes[0] === 0 ? { kind: "wit", text: "package x:io;" } : { kind: "fault", message: "no wasm" },
    onChange: () => {
      all.changes++;
    },
    log: message => logged.push(message),
    turn: () => new Promise(resolve => setImmediate(resolve)),
    // Every look at the clock is a slice: turns are waited for all the time.
    now: () => (time += 3),
  });
  const all: Setup = { host, files, loader, logged, changes: 0 };
  return all;
}

/** Paths of the files in each root. */
function loaded({ files }: Setup): readonly string[] {
  return currentLayout(files).roots.flatMap(root =>
    [...root.main, ...root.deps.flatMap(dep => dep.files)].map(file =>
      decodeURIComponent(new URL(file.source.uri).pathname),
    ),
  );
}

function textOf({ files }: Setup, path: string): string | undefined {
  return fileIn(currentLayout(files), `file://${path}`)?.source.text;
}

const outsideWorkspace = { "/shared/deps/io/x.wit": "package w:io;", "/shared/more/y.wit": "package w:more;" };

test("opening a file reads its package, and nothing else", async () => {
  const s = setup({
    "/w/wit/a.wit": "a",
    "/w/wit/b.wit": "b",
    "/w/wit/deps/io/x.wit": "x",
    "/w/wit/sub/no.wit": "",
    "/w/n.wit": "",
  });
  await s.loader.loadRootOf("file:///w/wit/a.wit");
  deepEqual(loaded(s), ["/w/wit/a.wit", "/w/wit/b.wit", "/w/wit/deps/io/x.wit"]);
  await s.loader.loadRootOf("file:///w/wit/deps/io/x.wit");
  equal(s.host.readFiles.length, 3);
});

test("a root is loading until its files are there", async () => {
  const s = setup({ "/w/wit/a.wit": "a" });
  setDocument(s.files, parse("file:///w/wit/a.wit", "edited", 3));
  const reading = s.loader.loadRootOf("file:///w/wit/a.wit");
  equal(currentLayout(s.files).roots[0]?.loading, true);
  await reading;
  equal(currentLayout(s.files).roots[0]?.loading, false);
  equal(textOf(s, "/w/wit/a.wit"), "edited");
});

test("a scan finds every package, past ignored folders but not past deps", async () => {
  const s = setup({
    "/w/.gitignore": "/build/\n*.tmp.wit\nignored\ndeps/\n!kept/\n",
    "/w/one/wit/a.wit": "",
    "/w/one/wit/b.tmp.wit": "",
    "/w/one/wit/deps/io/x.wit": "",
    "/w/build/wit/a.wit": "",
    "/w/sub/build/a.wit": "",
    "/w/node_modules/p/wit/a.wit": "",
    "/w/.hidden/a.wit": "",
    "/w/x/ignored/a.wit": "",
    "/w/target/a.wit": "",
  });
  await s.loader.scanFolders(["file:///w"]);
  deepEqual(loaded(s), ["/w/one/wit/a.wit", "/w/one/wit/b.tmp.wit", "/w/one/wit/deps/io/x.wit", "/w/sub/build/a.wit"]);
});

test("a folder that is added may have a scheme of its own", async () => {
  const s = setup({ "/w/wit/a.wit": "a", "/w/wit/deps/io/x.wit": "x" });
  await s.loader.scanFolders(["vscode-vfs://host/w"]);
  deepEqual(loaded(s), ["/w/wit/a.wit", "/w/wit/deps/io/x.wit"]);
});

test("a folder that changes while its package is read loses nothing", async () => {
  const s = setup({ "/w/wit/a.wit": "a", "/w/wit/deps/io/x.wit": "x" });
  const { readFile } = s.host;
  let goOn = (): void => {};
  const held = new Promise<void>(resolve => {
    goOn = resolve;
  });
  s.host.readFile = async uri => {
    if (uri.endsWith("/a.wit")) await held;
    return readFile(uri);
  };
  const scanned = s.loader.scanFolders(["file:///w"]);
  while (textOf(s, "/w/wit/deps/io/x.wit") === undefined) await new Promise(resolve => setImmediate(resolve));
  const changed = s.loader.filesChanged(["file:///w/wit/deps"]);
  goOn();
  await Promise.all([scanned, changed]);
  deepEqual(loaded(s), ["/w/wit/a.wit", "/w/wit/deps/io/x.wit"]);
  equal(textOf(s, "/w/wit/deps/io/x.wit"), "x");
});

test("a package is loading while a changed folder of it is read anew", async () => {
  const s = setup({ "/w/wit/a.wit": "a", "/w/wit/deps/io/x.wit": "x" });
  await s.loader.loadRootOf("file:///w/wit/a.wit");
  const changed = s.loader.filesChanged(["file:///w/wit/deps"]);
  await Promise.resolve();
  while (textOf(s, "/w/wit/deps/io/x.wit") !== undefined) await Promise.resolve();
  equal(currentLayout(s.files).roots[0]?.loading, true);
  await changed;
  equal(currentLayout(s.files).roots[0]?.loading, false);
});

test("a scan ends at the budget of its host, and says so", async () => {
  const nodes = Object.fromEntries(Array.from({ length: 30 }, (_, i) => [`/w/${i + 10}/a.wit`, ""]));
  const s = setup(nodes, { foldersAtMost: 10 });
  await s.loader.scanFolders(["file:///w"]);
  equal(loaded(s).length, 9);
  equal(new Set(s.host.readFolders).size, 10);
  deepEqual(s.logged, [
    "file:///w has more than 10 folders: those further down are read when a file in them is opened.",
  ]);
});

test("a scan reads folders ahead, a few at a time", async () => {
  const nodes = Object.fromEntries(Array.from({ length: 30 }, (_, i) => [`/w/${i + 10}/none.txt`, ""]));
  const s = setup(nodes);
  let [now, most] = [0, 0];
  const { readDirectory } = s.host;
  s.host.readDirectory = async uri => {
    most = Math.max(most, ++now);
    await new Promise(resolve => setImmediate(resolve));
    now--;
    return readDirectory(uri);
  };
  await s.loader.scanFolders(["file:///w"]);
  equal(s.host.readFolders.length, 31);
  equal(most, 8);
});

test("a deps link out of the workspace is followed one level, and told of", async () => {
  const s = setup({
    ...outsideWorkspace,
    "/w/wit/a.wit": "",
    "/w/wit/deps": { link: "/shared/deps" },
    "/shared/deps/more": { link: "/shared/more" },
  });
  await s.loader.scanFolders(["file:///w"]);
  deepEqual(loaded(s), ["/w/wit/a.wit", "/w/wit/deps/io/x.wit"]);
  deepEqual(s.logged.length, 1);
  ok(s.logged[0]!.includes("leads out of the workspace"), s.logged[0]);
  deepEqual(s.files.listings.get("file:///w/wit")?.outside, [
    { uri: "file:///w/wit/deps", target: "file:///shared/deps" },
  ]);
});

test("links in deps that stay in the workspace are followed and not told of", async () => {
  const s = setup({ "/w/wit/a.wit": "", "/w/lib/io/x.wit": "", "/w/wit/deps/io": { link: "/w/lib/io" } });
  await s.loader.scanFolders(["file:///w"]);
  // The file is known by its own name alone, in both packages.
  deepEqual(loaded(s), ["/w/lib/io/x.wit", "/w/wit/a.wit", "/w/lib/io/x.wit"]);
  deepEqual(s.logged, []);
});

test("a link into the workspace is one also where a document is opened before the folders are scanned", async () => {
  const linked = { "/w/wit/a.wit": "", "/w/lib/io/x.wit": "", "/w/wit/deps/io": { link: "/w/lib/io" } };
  const known = setup(linked, {}, ["file:///w/"]);
  await known.loader.loadRootOf("file:///w/wit/a.wit");
  deepEqual(known.files.listings.get("file:///w/wit")?.outside, []);
  deepEqual(known.logged, []);
  const later = setup(linked);
  await later.loader.loadRootOf("file:///w/wit/a.wit");
  await later.loader.scanFolders(["file:///w"]);
  deepEqual(later.files.listings.get("file:///w/wit")?.outside, []);
  const meanwhile = setup(linked);
  await Promise.all([meanwhile.loader.loadRootOf("file:///w/wit/a.wit"), meanwhile.loader.scanFolders(["file:///w"])]);
  deepEqual(meanwhile.files.listings.get("file:///w/wit")?.outside, []);
  // The folder's own name is a link, and so is what leads to it.
  const behind = setup({ ...linked, "/to-w": { link: "/w" } }, {}, ["file:///to-w"]);
  await behind.loader.loadRootOf("file:///to-w/wit/a.wit");
  await behind.loader.scanFolders(["file:///to-w"]);
  deepEqual(behind.files.listings.get("file:///to-w/wit")?.outside, []);
});

test("what a link leads to is gone for who links to it, once it is deleted", async () => {
  for (const gone of ["/w/lib/io/x.wit", "/w/lib", "/w/lib/io"]) {
    const s = setup({ "/w/wit/a.wit": "", "/w/lib/io/x.wit": "", "/w/wit/deps/io": { link: "/w/lib/io" } });
    await s.loader.scanFolders(["file:///w"]);
    s.host.nodes.delete("/w/lib/io/x.wit");
    await s.loader.filesChanged([`file://${gone}`]);
    deepEqual(loaded(s), ["/w/wit/a.wit"], gone);
  }
});

test("a link to one file, a deps folder that is a link, and a workspace folder that is one", async () => {
  const file = setup({ "/w/wit/a.wit": "", "/w/lib/x.wit": "", "/w/wit/deps/io.wit": { link: "/w/lib/x.wit" } });
  await file.loader.scanFolders(["file:///w"]);
  deepEqual(loaded(file), ["/w/lib/x.wit", "/w/wit/a.wit", "/w/lib/x.wit"]);
  const deps = setup({
    "/w/one/a.wit": "",
    "/w/one/deps/io/x.wit": "",
    "/w/two/a.wit": "",
    "/w/two/deps": { link: "/w/one/deps" },
  });
  await deps.loader.scanFolders(["file:///w"]);
  deepEqual(loaded(deps), ["/w/one/a.wit", "/w/one/deps/io/x.wit", "/w/two/a.wit", "/w/one/deps/io/x.wit"]);
  const { roots } = currentLayout(deps.files);
  deepEqual(
    roots.map(root => [
      rootOf(currentLayout(deps.files), "file:///w/one/deps/io/x.wit") === root,
      root.deps[0]?.linked,
    ]),
    [
      [true, undefined],
      [false, "dep"],
    ],
  );
  const folder = setup({
    "/real/lib/x.wit": "",
    "/real/wit/a.wit": "",
    "/real/wit/deps/x": { link: "/real/lib" },
    "/w": { link: "/real" },
  });
  await folder.loader.scanFolders(["file:///w"]);
  deepEqual(loaded(folder), ["/w/lib/x.wit", "/w/wit/a.wit", "/w/lib/x.wit"]);
});

test("what a link leads to is one file for all: an edit there counts for all, and so does what is new there", async () => {
  const s = setup({ "/w/wit/a.wit": "", "/w/lib/x.wit": "1", "/w/wit/deps/io": { link: "/w/lib" } });
  await s.loader.scanFolders(["file:///w"]);
  const inDeps = (): readonly string[] =>
    rootOf(currentLayout(s.files), "file:///w/wit/a.wit")!.deps.flatMap(d => d.files.map(f => f.source.text));
  setDocument(s.files, parse("file:///w/lib/x.wit", "typed", 1));
  deepEqual(inDeps(), ["typed"]);
  closeDocument(s.files, "file:///w/lib/x.wit");
  deepEqual(inDeps(), ["1"]);
  s.host.nodes.set("/w/lib/y.wit", "2");
  await s.loader.filesChanged(["file:///w/lib/y.wit"]);
  deepEqual(inDeps(), ["1", "2"]);
  // By the link's name it is another document, which counts where it is.
  setDocument(s.files, parse("file:///w/wit/deps/io/x.wit", "by another name", 1));
  deepEqual(inDeps(), ["2", "by another name"]);
  closeDocument(s.files, "file:///w/wit/deps/io/x.wit");
  s.host.nodes.delete("/w/lib/x.wit");
  s.host.nodes.delete("/w/lib/y.wit");
  await s.loader.filesChanged(["file:///w/lib"]);
  equal(rootOf(currentLayout(s.files), "file:///w/lib/x.wit"), undefined);
});

test("two links to one folder, and one into its own package, are read as what they are named", async () => {
  const s = setup({
    "/w/wit/a.wit": "",
    "/w/lib/x.wit": "",
    "/w/wit/deps/one": { link: "/w/lib" },
    "/w/wit/deps/two": { link: "/w/lib" },
    "/w/wit/deps/three": { link: "/w/wit/deps/four" },
    "/w/wit/deps/four/z.wit": "",
  });
  await s.loader.scanFolders(["file:///w"]);
  deepEqual(loaded(s), [
    "/w/lib/x.wit",
    "/w/wit/a.wit",
    "/w/wit/deps/four/z.wit",
    "/w/lib/x.wit",
    "/w/wit/deps/three/z.wit",
    "/w/wit/deps/two/x.wit",
  ]);
});

test("deps that lead back in a loop end", async () => {
  const loop = setup({ "/w/wit/a.wit": "", "/w/wit/deps": { link: "/w/wit" } });
  await loop.loader.scanFolders(["file:///w"]);
  deepEqual(loaded(loop), ["/w/wit/a.wit", "/w/wit/deps/a.wit", "/w/wit/deps/deps/a.wit"]);
  const knot = setup({ "/w/wit/a.wit": "", "/w/wit/deps": { link: "/w/wit/deps" } });
  await knot.loader.scanFolders(["file:///w"]);
  deepEqual(loaded(knot), ["/w/wit/a.wit"]);
});

test("files that appear, change and go are picked up", async () => {
  const s = setup({ "/w/wit/a.wit": "1" });
  await s.loader.scanFolders(["file:///w"]);
  s.host.nodes.set("/w/wit/a.wit", "2").set("/w/wit/b.wit", "new").set("/elsewhere/c.wit", "no");
  await s.loader.filesChanged(["file:///w/wit/a.wit", "file:///w/wit/b.wit", "file:///elsewhere/c.wit"]);
  deepEqual(
    [textOf(s, "/w/wit/a.wit"), textOf(s, "/w/wit/b.wit"), textOf(s, "/elsewhere/c.wit")],
    ["2", "new", undefined],
  );
  s.host.nodes.delete("/w/wit/b.wit");
  await s.loader.filesChanged(["file:///w/wit/b.wit"]);
  deepEqual(loaded(s), ["/w/wit/a.wit"]);
});

test("of two changes of one file at once, what the later one finds counts", async () => {
  const texts = ["", "package a:b;"].map(text => new TextEncoder().encode(text));
  const waits = [30, 1];
  const readFile = async (): Promise<Uint8Array> => {
    const text = texts.shift() ?? new TextEncoder().encode("package a:b;");
    await new Promise(resolve => setTimeout(resolve, waits.shift() ?? 1));
    return text;
  };
  const s = setup({ "/w/wit/a.wit": "a" });
  await s.loader.scanFolders(["file:///w"]);
  Object.assign(s.host, { readFile });
  await Promise.all([1, 2].map(() => s.loader.filesChanged(["file:///w/wit/a.wit"])));
  equal(textOf(s, "/w/wit/a.wit"), "package a:b;");
});

test("one file of a package that was unknown brings the rest", async () => {
  const s = setup({});
  await s.loader.scanFolders(["file:///w"]);
  Object.assign(s.host, memoryHost({ "/w/wit/a.wit": "a", "/w/wit/b.wit": "b", "/w/wit/deps/io/x.wit": "x" }));
  const taken = s.loader.filesChanged(["file:///w/wit/a.wit"]);
  ok(s.loader.readingBelow("file:///w") && s.loader.readingBelow(undefined));
  await taken;
  equal(s.loader.readingBelow("file:///w"), undefined);
  deepEqual(loaded(s), ["/w/wit/a.wit", "/w/wit/b.wit", "/w/wit/deps/io/x.wit"]);
});

test("a folder that comes or goes as a whole is picked up", async () => {
  const s = setup({ "/w/wit/a.wit": "" });
  await s.loader.scanFolders(["file:///w"]);
  s.host.nodes.set("/w/wit/deps/io/x.wit", "").set("/w/wit/deps/cli.wit", "");
  await s.loader.filesChanged(["file:///w/wit/deps"]);
  deepEqual(loaded(s), ["/w/wit/a.wit", "/w/wit/deps/cli.wit", "/w/wit/deps/io/x.wit"]);
  s.host.nodes.delete("/w/wit/deps/io/x.wit");
  await s.loader.filesChanged(["file:///w/wit/deps/io"]);
  deepEqual(loaded(s), ["/w/wit/a.wit", "/w/wit/deps/cli.wit"]);
  s.host.nodes.set("/w/moved/wit/b.wit", "");
  await s.loader.filesChanged(["file:///w/moved"]);
  deepEqual(loaded(s), ["/w/moved/wit/b.wit", "/w/wit/a.wit", "/w/wit/deps/cli.wit"]);
  s.host.nodes.delete("/w/moved/wit/b.wit");
  await s.loader.filesChanged(["file:///w/moved"]);
  deepEqual(loaded(s), ["/w/wit/a.wit", "/w/wit/deps/cli.wit"]);
});

test("a file that is no text is known as such, and its package is not judged whole", async () => {
  const s = setup({
    "/w/wit/a.wit": "package a:b;",
    "/w/wit/b.wit": new Uint8Array([0x77, 0, 1]),
    "/w/wit/c.wit": new Uint8Array([0xff]),
  });
  await s.loader.scanFolders(["file:///w"]);
  deepEqual(
    ["a", "b", "c"].map(name => unreadable(s.files, `file:///w/wit/${name}.wit`) !== undefined),
    [false, true, true],
  );
  equal(currentLayout(s.files).roots[0]?.loading, true);
});

test("packages in binary form are dependencies, also where they can't be read", async () => {
  const s = setup({
    "/w/a.wit": "",
    "/w/no.wasm": "",
    "/w/deps/io.wasm": "\0",
    "/w/deps/x.wat": "(",
    "/w/deps/d/no.wasm": "\0",
    "/w/deps/y.wasm": ";; (\npackage y:y;",
    "/w/deps/.wit": "",
  });
  await s.loader.scanFolders(["file:///w"]);
  const entries = currentLayout(s.files).roots[0]!.deps.map(({ name, files, binary }) => [
    name,
    files.map(file => file.source.text),
    binary,
  ]);
  deepEqual(entries, [
    ["d", [], undefined],
    ["io.wasm", ["package x:io;"], {}],
    ["x.wat", [], { fault: "no wasm" }],
    ["y.wasm", [";; (\npackage y:y;"], undefined],
  ]);
  const [root] = currentLayout(s.files).roots;
  s.host.nodes.set("/w/deps/x.wat", "\0");
  await s.loader.filesChanged(["file:///w/deps/x.wat"]);
  deepEqual(currentLayout(s.files).roots[0]!.deps[2]!.binary, {});
  equal(currentLayout(s.files).roots[0]!.deps[1], root!.deps[1]);
});

test("a package outside the workspace is kept while a document of it is open", async () => {
  const s = setup({ "/w/a.wit": "", "/v/x.wit": "", "/v/y.wit": "", "/v/sub/z.wit": "" });
  await s.loader.scanFolders(["file:///w"]);
  await s.loader.loadRootOf("file:///v/sub/z.wit");
  for (const name of ["x", "y"]) setDocument(s.files, parse(`file:///v/${name}.wit`, ""));
  await s.loader.loadRootOf("file:///v/x.wit");
  closeDocument(s.files, "file:///v/x.wit");
  s.loader.release("file:///v/x.wit");
  deepEqual(loaded(s), ["/v/x.wit", "/v/y.wit", "/v/sub/z.wit", "/w/a.wit"]);
  closeDocument(s.files, "file:///v/y.wit");
  s.loader.release("file:///v/y.wit");
  deepEqual(loaded(s), ["/v/sub/z.wit", "/w/a.wit"]);
  s.loader.release("file:///w/a.wit");
  deepEqual(loaded(s), ["/v/sub/z.wit", "/w/a.wit"]);
});

test("a folder that leaves the workspace is forgotten", async () => {
  const s = setup({ "/v/a.wit": "", "/w/a.wit": "" });
  await s.loader.scanFolders(["file:///v", "file:///w/"]);
  deepEqual(loaded(s), ["/v/a.wit", "/w/a.wit"]);
  await s.loader.scanFolders(["file:///w"]);
  deepEqual(loaded(s), ["/w/a.wit"]);
});
