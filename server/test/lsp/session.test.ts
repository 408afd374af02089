// The session by itself: what it publishes at once, what in later turns, and for how long at a time.
import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import type { PublishDiagnosticsParams } from "vscode-languageserver/node";
import { newSession, type Session } from "../../src/lsp/session.ts";
import { type Files, newFiles, setDisk, setLoading, setManifests } from "../../src/workspace/files.ts";
import { filesOf } from "../../src/workspace/manifests/find.ts";
import { maker } from "../support/parser.ts";

interface Setup {
  readonly session: Session;
  readonly files: Files;
  readonly published: PublishDiagnosticsParams[];
  /** Runs one later turn; gives whether there was one. */
  readonly turn: () => boolean;
  /** Each look at the clock passes so much time. */
  tick: number;
}

function setup(): Setup {
  const files = newFiles(maker);
  const published: PublishDiagnosticsParams[] = [];
  const turns: (() => void)[] = [];
  let time = 0;
  const session = newSession({
    files,
    encoding: "utf-16",
    publish: params => void published.push(params),
    later: run => void turns.push(run),
    now: () => (time += all.tick),
    log: message => {
      throw new Error(message);
    },
  });
  const turn = (): boolean => {
    const run = turns.shift();
    run?.();
    return run !== undefined;
  };
  const all: Setup = { session, files, published, turn, tick: 0 };
  return all;
}

/** `name@version: codes of errors` of what was published since. */
function told(s: Setup): readonly string[] {
  return s.published.splice(0).map(({ uri, version, diagnostics }) => {
    const codes = diagnostics.filter(({ severity }) => severity === 1).map(({ code }) => code);
    return `${uri.slice(uri.lastIndexOf("/") + 1)}@${version}: ${codes.join()}`;
  });
}

const user = "interface j {\n  use i.{t};\n}\n";

test("the edited file is answered before the change returns, the others in later turns", () => {
  const s = setup();
  s.session.open("file:///w/a.wit", 1, "package a:b;\ninterface i {\n  type t = u8;\n}\n");
  s.session.open("file:///w/b.wit", 7, user);
  while (s.turn());
  deepEqual(told(s), ["a.wit@1: ", "b.wit@7: "]);
  const range = { start: { line: 2, character: 7 }, end: { line: 2, character: 8 } };
  s.session.change("file:///w/a.wit", 2, [{ range, text: "u" }]);
  deepEqual(told(s), ["a.wit@2: "]);
  while (s.turn());
  deepEqual(told(s), ["b.wit@7: unresolved-use"]);
  s.session.change("file:///w/a.wit", 3, [{ range, text: "t" }]);
  while (s.turn());
  deepEqual(told(s), ["a.wit@3: ", "b.wit@7: "]);
});

test("files that a header parts from the others, or joins to them, are told of", () => {
  const s = setup();
  s.session.open("file:///w/a.wit", 1, "package a:b;\n");
  s.session.open("file:///w/b.wit", 2, "interface j {}\n");
  s.session.open("file:///w/c.wit", 3, "package a:b;\n");
  while (s.turn());
  told(s);
  s.session.change("file:///w/c.wit", 4, [{ text: "package c:d;\n" }]);
  while (s.turn());
  deepEqual(told(s), ["c.wit@4: ", "b.wit@2: no-package-header"]);
  s.session.change("file:///w/c.wit", 5, [{ text: "package a:b;\n" }]);
  while (s.turn());
  deepEqual(told(s), ["c.wit@5: ", "b.wit@2: "]);
});

test("files of the only dependency of a folder without files of its own are told of each other", () => {
  const s = setup();
  s.session.open("file:///w/deps/x/a.wit", 1, "package a:b;\n");
  s.session.open("file:///w/deps/x/b.wit", 2, "package a:b;\n");
  while (s.turn());
  told(s);
  s.session.change("file:///w/deps/x/a.wit", 3, [{ text: "package c:d;\n" }]);
  while (s.turn());
  equal(told(s).at(-1), "b.wit@2: package-mismatch");
});

test("a dependency that lacks a package is told of, also where no editor shows it", () => {
  const s = setup();
  setDisk(s.files, "file:///w/deps/x.wit", { kind: "text", text: "package x:x;\ninterface i { use y:y/j.{t}; }\n" });
  setDisk(s.files, "file:///w/deps/z.wit", { kind: "text", text: "package z:z;\ninterface i { oops }\n" });
  s.session.open("file:///w/a.wit", 1, "package a:b;\n");
  s.session.setScanned(["file:///w"]);
  while (s.turn());
  deepEqual(told(s), ["a.wit@1: ", "x.wit@undefined: missing-package"]);
  s.session.change("file:///w/a.wit", 2, [{ text: "package a:b;\nworld w { import y:y/j; }\n" }]);
  while (s.turn());
  deepEqual(told(s), ["a.wit@2: missing-package", "x.wit@undefined: "]);
  s.session.change("file:///w/a.wit", 3, [{ text: "package a:b;\n" }]);
  while (s.turn());
  deepEqual(told(s), ["a.wit@3: ", "x.wit@undefined: missing-package"]);
  setDisk(s.files, "file:///w/deps/y.wit", { kind: "text", text: "package y:y;\ninterface j { type t = u8; }\n" });
  s.session.filesChanged();
  while (s.turn());
  deepEqual(told(s), ["x.wit@undefined: "]);
});

const lock = 'version = 1\n[[packages]]\nname = "y:y"\n[[packages.versions]]\nversion = "1.0.0"\n';

/** As the loader does when it has read a lock beside the package in `/w/wit`. */
function setLock(s: Setup, text: string): void {
  const source = { uri: "file:///w/wkg.lock", text, version: 0 };
  setManifests(s.files, "file:///w/wit", { ...filesOf("file:///w", [source]), digests: new Map(), outside: [] });
  s.session.filesChanged();
}

test("a lock that `deps` does not match is told of as packages change, and no more where it is gone", () => {
  const s = setup();
  setDisk(s.files, "file:///w/wit/deps/y.wit", { kind: "text", text: "package y:y@1.0.1;\ninterface j {}\n" });
  setLock(s, lock);
  s.session.open("file:///w/wit/a.wit", 1, "package a:b;\n");
  s.session.setScanned(["file:///w"]);
  const warnings = (): readonly string[] => {
    while (s.turn());
    return s.published
      .splice(0)
      .flatMap(({ uri, diagnostics }) =>
        uri.endsWith(".lock")
          ? [diagnostics.map(({ range: { start }, severity, code }) => `${start.line} ${severity} ${code}`).join()]
          : [],
      );
  };
  deepEqual(warnings(), ["4 4 lock-out-of-sync"]);
  s.session.change("file:///w/wit/a.wit", 2, [{ text: "package a:b;\nworld w { import y:y/j@1.0.1; }\n" }]);
  deepEqual(warnings(), ["4 2 lock-out-of-sync"]);
  s.session.change("file:///w/wit/a.wit", 3, [{ text: "package a:b;\nworld w { import y:y/j@1.0.1;  }\n" }]);
  deepEqual(warnings(), []);
  setLock(s, lock.replace("1.0.0", "1.0.1"));
  deepEqual(warnings(), [""]);
  setLock(s, lock);
  deepEqual(warnings(), ["4 2 lock-out-of-sync"]);
  setManifests(s.files, "file:///w/wit", undefined);
  s.session.filesChanged();
  deepEqual(warnings(), [""]);
});

test("a change that changes nothing elsewhere tells nothing of it", () => {
  const s = setup();
  s.session.open("file:///w/a.wit", 1, "package a:b;\ninterface i {}\n");
  s.session.open("file:///w/b.wit", 1, user);
  while (s.turn());
  told(s);
  const insert = (version: number, line: number): void =>
    s.session.change("file:///w/a.wit", version, [
      { range: { start: { line, character: 0 }, end: { line, character: 0 } }, text: "\n" },
    ]);
  insert(2, 2);
  while (s.turn());
  deepEqual(told(s), ["a.wit@2: "]);
  // What b lacks is shown with the interface, which moves.
  insert(3, 0);
  while (s.turn());
  deepEqual(told(s), ["a.wit@3: ", "b.wit@1: unresolved-use"]);
});

test("background work gives way after each slice", () => {
  const s = setup();
  for (let i = 0; i < 20; i++) s.session.open(`file:///w/f${i}.wit`, 1, user.replace("j", `j${i}`));
  while (s.turn());
  told(s);
  s.tick = 3;
  s.session.open("file:///w/a.wit", 1, "package a:b;\ninterface i {\n  type t = u8;\n}\n");
  deepEqual(told(s), ["a.wit@1: "]);
  let turns = 0;
  for (; s.turn(); turns++) equal(told(s).length <= 2, true);
  equal(turns >= 10, true);
});

test("a name that may be in a file still being read is no error, a mistake in the text is", () => {
  const s = setup();
  setLoading(s.files, "file:///w", true);
  s.session.open("file:///w/b.wit", 1, `package a:b;\n${user}interface {}\n`);
  deepEqual(told(s), ["b.wit@1: expected-name"]);
  setLoading(s.files, "file:///w", false);
  s.session.filesChanged();
  while (s.turn());
  deepEqual(told(s), ["b.wit@1: unresolved-path,expected-name"]);
});

test("a document of version control may lack the other files of its package, an unsaved one is whole", () => {
  const s = setup();
  s.session.open("git:/w/b.wit?ref", 1, `${user}world w { include v; import x:y/z; }\ninterface {}\n`);
  s.session.open("git:/w/c.wit?ref", 1, "package a:b;\ninterface j { use i.{t}; f: func(a: t, b: nope); }\n");
  s.session.open("untitled:Untitled-1", 1, user);
  while (s.turn());
  deepEqual(told(s), [
    "b.wit?ref@1: expected-name",
    "c.wit?ref@1: unresolved-name",
    "untitled:Untitled-1@1: no-package-header,unresolved-path",
  ]);
});

test("other gates give other problems", () => {
  const s = setup();
  const gated = "package a:b;\ninterface i {\n  @unstable(feature = x)\n  type t = u8;\n}\n";
  s.session.open("file:///w/a.wit", 1, gated + user);
  while (s.turn());
  deepEqual(told(s), ["a.wit@1: gated-off"]);
  s.session.setFeatures({ names: ["x"], all: false });
  while (s.turn());
  deepEqual(told(s), ["a.wit@1: "]);
});

test("a comment at the end of a file may allow a lint in all of it", () => {
  const s = setup();
  const text = "package a:b;\ninterface SHOUTED-NAME {}\n";
  const type = (version: number, line: number, character: number, typed: string): readonly unknown[] => {
    const at = { line, character };
    s.session.change("file:///w/a.wit", version, [{ range: { start: at, end: at }, text: typed }]);
    return s.published.at(-1)!.diagnostics.map(({ code }) => code);
  };
  s.session.open("file:///w/a.wit", 1, text);
  while (s.turn());
  deepEqual(type(2, 2, 0, "// an end\n"), ["upper-case-name"]);
  deepEqual(type(3, 3, 0, "// wit-allow-file: upper-case-name\n"), []);
  deepEqual(type(4, 3, 18, "x"), ["upper-case-name"]);
});
