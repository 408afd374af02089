// What packages are compared with: the files of a revision as a host, a folder, and what is said where there is neither.
import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import { type BaselineContext, readBaseline } from "../../src/workspace/baseline.ts";
import type { Host, Revision, RevisionFiles } from "../../src/workspace/host.ts";
import { revisionHost } from "../../src/workspace/revision.ts";
import { resolvePath } from "../../src/workspace/uri.ts";
import { type MemoryHost, memoryHost } from "../support/memory-host.ts";
import { maker } from "../support/parser.ts";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

function revision(
  files: Readonly<Record<string, string>>,
  links: Readonly<Record<string, string>> = {},
  folder = "",
): RevisionFiles {
  return {
    kind: "files",
    id: "1234",
    folder,
    files: new Map(Object.entries(files).map(([path, text]) => [path, bytes(text)])),
    links: new Map(Object.entries(links)),
  };
}

function context(host: Host, logged: string[] = []): BaselineContext {
  return {
    host,
    make: maker,
    readBinary: async () => ({ kind: "fault", message: "" }),
    log: message => void logged.push(message),
    turn: async () => {},
    now: () => 0,
  };
}

/** Files of each root with the packages' headers. */
function shown(read: Awaited<ReturnType<typeof readBaseline>>): readonly string[] {
  if (read.kind !== "read") return [`${read.kind}: ${"reason" in read ? read.reason : ""}`];
  return read.roots.flatMap(({ main, deps }) =>
    [...main, ...deps.flatMap(dep => dep.files)].map(({ source }) => `${source.uri} ${source.text}`),
  );
}

function withRevisions(host: MemoryHost, revisions: Readonly<Record<string, Revision>>): Host {
  const none: Revision = { kind: "fault", reason: "there is no such revision", absent: true };
  return { ...host, readRevision: async (_folder, name) => revisions[name] ?? none };
}

test("a revision's files lie where they lay", async () => {
  const host = revisionHost(revision({ "a/wit/x.wit": "x", "a/b c.wit": "c", "top.wit": "" }, {}, "a"), "file:///r/a");
  deepEqual(await host.readDirectory("file:///r/a"), [
    { name: "b c.wit", kind: "file", link: false },
    { name: "wit", kind: "directory", link: false },
  ]);
  deepEqual(await host.readFile("file:///r/a/b%20c.wit"), bytes("c"));
  equal((await host.readDirectory("file:///r"))?.length, 2);
  equal(await host.readFile("file:///r/a"), undefined);
  equal(await host.readFile("file:///r/nope.wit"), undefined);
  equal(await host.readDirectory("file:///r/nope"), undefined);
  equal(await host.readFile("file:///other/top.wit"), undefined);
  equal(await host.readFile("file:///r2/top.wit"), undefined);
});

test("links in a revision are followed inside the repository, and nowhere else", async () => {
  const links = {
    "a/deps": "../shared",
    "a/out": "../../etc",
    "a/abs": "/etc",
    "a/loop": "loop2",
    "a/loop2": "loop",
    "a/f.wit": "deps/x.wit",
  };
  const host = revisionHost(revision({ "shared/x.wit": "x" }, links, "a"), "file:///r/a");
  deepEqual(await host.readDirectory("file:///r/a"), [
    { name: "deps", kind: "directory", link: true },
    { name: "f.wit", kind: "file", link: true },
  ]);
  deepEqual(await host.readFile("file:///r/a/deps/x.wit"), bytes("x"));
  equal(await host.realUri("file:///r/a/deps"), "file:///r/shared");
  equal(await host.realUri("file:///r/a/out"), undefined);
});

test("packages of a revision are read as those of a folder are, dependencies included", async () => {
  const files = revision({
    "wit/a.wit": "package a:b;",
    "wit/deps/x/x.wit": "package x:y;",
    "other/o.wit": "package o:p;",
  });
  const read = await readBaseline(context(withRevisions(memoryHost({}), { v1: files })), {
    folder: "file:///w/",
    name: "v1",
  });
  deepEqual(shown(read), [
    "file:///w/other/o.wit package o:p;",
    "file:///w/wit/a.wit package a:b;",
    "file:///w/wit/deps/x/x.wit package x:y;",
  ]);
});

test("a revision comes before a folder of the same name; what looks like a path is one", async () => {
  const host = memoryHost({ "/w/v1/a.wit": "package in:folder;", "/old/a.wit": "package out:side;" });
  const both = context(withRevisions(host, { v1: revision({ "a.wit": "package in:revision;" }) }));
  const read = async (name: string): Promise<readonly string[]> =>
    shown(await readBaseline(both, { folder: "file:///w", name }));
  deepEqual(await read("v1"), ["file:///w/a.wit package in:revision;"]);
  deepEqual(await read("./v1"), ["file:///w/v1/a.wit package in:folder;"]);
  deepEqual(await read("../old"), ["file:///old/a.wit package out:side;"]);
  deepEqual(await read("/old"), ["file:///old/a.wit package out:side;"]);
  const without = context(withRevisions(host, {}));
  deepEqual(shown(await readBaseline(without, { folder: "file:///w", name: "v1" })), [
    "file:///w/v1/a.wit package in:folder;",
  ]);
});

test("what can't be read says why", async () => {
  const host = withRevisions(memoryHost({ "/w/empty/x.txt": "" }), {
    slow: { kind: "fault", reason: "git did not answer", absent: false },
  });
  const read = async (name: string): Promise<readonly string[]> =>
    shown(await readBaseline(context(host), { folder: "file:///w", name }));
  deepEqual(await read("v9"), ["fault: there is no such revision, nor is there a folder of that name"]);
  deepEqual(await read("slow"), ["fault: git did not answer"]);
  deepEqual(await read("./nope"), ["fault: there is no folder `./nope`"]);
  deepEqual(await read("./empty"), ["fault: the folder `./empty` holds no WIT file"]);
  deepEqual(shown(await readBaseline(context(memoryHost({})), { folder: "file:///w", name: "v1" })), [
    "fault: there is no version control here that could have `v1`",
  ]);
});

test("paths as people write them", () => {
  equal(resolvePath("file:///w/a", "b"), "file:///w/a/b");
  equal(resolvePath("file:///w/a/", "./b c/"), "file:///w/a/b%20c");
  equal(resolvePath("file:///w/a", "../b/../c"), "file:///w/c");
  equal(resolvePath("file:///w/a", "."), "file:///w/a");
  equal(resolvePath("file:///w/a", "/x/y"), "file:///x/y");
  equal(resolvePath("file:///c%3A/w", "C:\\x\\y"), "file:///C:/x/y");
  equal(resolvePath("vscode-vfs://github/a/b", "/x"), "vscode-vfs://github/x");
  equal(resolvePath("file:///w", "../../.."), "file://");
});
