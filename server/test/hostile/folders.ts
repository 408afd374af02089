// Folders that nobody has and a server must survive: very many packages or files, one package over and over, links that lead
// round. The columns are those of texts.ts.
import { ok } from "node:assert/strict";
import { newSession } from "../../src/lsp/session.ts";
import { parseFile } from "../../src/syntax/file.ts";
import { currentLayout, newFiles, setDisk } from "../../src/workspace/files.ts";
import { layout, replaceFile } from "../../src/workspace/layout.ts";
import { newLoader } from "../../src/workspace/loader.ts";
import { memoryHost, type Node } from "../support/memory-host.ts";
import { maker } from "../support/parser.ts";
import type { Clock } from "./clock.ts";
import { judge } from "./judge.ts";
import { type Outcome, type Reference, type Row, row, type Table } from "./row.ts";

type FileTexts = Readonly<Record<string, string>>;

const indexes = (count: number): readonly number[] => Array.from({ length: count }, (_, i) => i);
const files = (count: number, make: (i: number) => readonly [path: string, text: string]): FileTexts =>
  Object.fromEntries(indexes(count).map(make));

const user = "package a:b;\ninterface i { use d:p0/i.{t}; }\n";
const fine: Outcome = { ok: true, logged: [], published: 0 };

export const hostileFolders: Table = {
  "packages in deps, laid out": row(20_000, "accepts", 1000, 500, 400, laidOut),
  "packages in deps": judged(1_000, "accepts", 2000, 1750, 400, n => ({
    "main.wit": user,
    ...files(n, i => [`deps/p${i}/p.wit`, `package d:p${i};\ninterface i { type t = u8; }\n`]),
  })),
  "packages in deps, each needing the next": judged(1_000, "accepts", 2000, 2000, 400, n => ({
    "main.wit": user,
    ...files(n, i => [`deps/p${i}/p.wit`, `package d:p${i};\ninterface i { use d:p${i + 1}/i.{t}; }\n`]),
    "deps/last.wit": `package d:p${n};\ninterface i { type t = u8; }\n`,
  })),
  "packages in deps that all need what is missing": judged(1_000, "rejects", 2000, 1750, 400, n => ({
    "main.wit": user,
    ...files(n, i => [`deps/p${i}/p.wit`, `package d:p${i};\ninterface i { use d:missing/i.{t}; }\n`]),
  })),
  "versions of one package, where others are asked for": judged(1_000, "rejects", 2000, 2000, 400, n => ({
    "main.wit": `package a:b;\ninterface i { ${indexes(n)
      .map(i => `use d:p@2.0.${i}/i.{t as t${i}};`)
      .join(" ")} }\n`,
    ...files(n, i => [`deps/p${i}/p.wit`, `package d:p@1.0.${i};\ninterface i { type t = u8; }\n`]),
  })),
  "copies of one package": judged(1_000, "rejects", 1500, 1500, 400, n => ({
    "main.wit": user,
    ...files(n, i => [`deps/p${i}/p.wit`, "package d:p0;\ninterface i { type t = u8; }\n"]),
  })),
  "folders in deps without WIT": judged(10_000, "rejects", 500, 500, 400, n => ({
    "main.wit": "package a:b;\n",
    ...files(n, i => [`deps/p${i}/readme.txt`, "nothing"]),
  })),
  "files of one package": judged(1_000, "accepts", 1500, 1250, 400, chainOfFiles),
  "files of a package in one of which is typed": row(1_000, "accepts", 1000, 250, 400, (n, clock) =>
    typed(chainOfFiles(n), `x${n / 2}.wit`, clock),
  ),
  "links in deps that lead round": loaded(100, 500, 250, 400, n => ({
    "/w/wit/main.wit": user,
    "/w/wit/deps/a": { link: "/w/wit/deps/b" },
    "/w/wit/deps/b": { link: "/w/wit/deps/a" },
    "/w/wit/deps/up": { link: "/w" },
    "/w/wit/deps/wit": { link: "/w/wit" },
    "/w/again": { link: "/w" },
    ...Object.fromEntries(
      indexes(n).map(i => [`/w/wit/deps/self${i}`, { link: `/w/wit/deps/${i % 2 ? "" : `self${i}`}` }]),
    ),
  })),
  "folders in one another": loaded(400, 1500, 1500, 400, n => ({ [`/w/${"a/".repeat(n)}main.wit`]: "package a:b;\n" })),
  "stars in a pattern of .gitignore": loaded(100, 1500, 1250, 400, n => ({
    "/w/.gitignore": `${"*a".repeat(n)}b\n${"**/a".repeat(n)}/b\n`.repeat(20),
    [`/w/${"a".repeat(250)}/main.wit`]: "package a:b;\n",
    [`/w/${"a/".repeat(60)}main.wit`]: "package a:b;\n",
  })),
};

function chainOfFiles(count: number): FileTexts {
  return {
    "main.wit": `package a:b;\ninterface i${count} { type t = u8; }\n`,
    ...files(count, i => [`x${i}.wit`, `interface i${i} { use i${i + 1}.{t}; }\n`]),
  };
}

/** The layout of packages whose texts are the same, and what an edit in one of them takes. */
async function laidOut(count: number, clock: Clock): Promise<Outcome> {
  const file = parseFile({ uri: "file:///wit/main.wit", text: "package a:b;\n", version: 0 }, maker);
  const at = (uri: string): typeof file => ({ ...file, source: { ...file.source, uri } });
  const all = [file, ...indexes(count).map(i => at(`file:///wit/deps/p${i}/p.wit`))];
  const schemes = new Set(["file"]);
  let of = layout({ files: [], schemes });
  clock.timed("layout", () => {
    of = layout({ files: all, schemes });
  });
  clock.timed("layout again", () => {
    ok(layout({ files: all, schemes }, of).roots[0] === of.roots[0], "what did not change is the same");
  });
  clock.timed("a file that changed", () => {
    ok(replaceFile(of, at(`file:///wit/deps/p${count - 1}/p.wit`)), "the file stays where it is");
  });
  return fine;
}

/** A row that asks the command line about a package. */
function judged(
  size: number,
  reference: Reference,
  all: number,
  longest: number,
  memory: number,
  make: (size: number) => FileTexts,
): Row {
  return row(size, reference, all, longest, memory, async (n, clock) => {
    let verdict = false;
    await clock.timedAsync("the command line", async () => {
      verdict = await judge(make(n));
    });
    return { ...fine, ok: verdict };
  });
}

/** All files lie on the disk, and one of them is opened and typed in. */
async function typed(of: FileTexts, name: string, clock: Clock): Promise<Outcome> {
  const known = newFiles(maker);
  const uriOf = (path: string): string => `file:///wit/${path}`;
  for (const [path, text] of Object.entries(of)) setDisk(known, uriOf(path), { kind: "text", text });
  const later: (() => void)[] = [];
  const logged: string[] = [];
  const session = newSession({
    files: known,
    encoding: "utf-16",
    publish: () => {},
    later: run => void later.push(run),
    now: () => performance.now(),
    log: message => void logged.push(message),
  });
  session.setScanned(["file:///wit"]);
  const text = of[name]!;
  const drain = (): void => {
    for (let run = later.shift(); run; run = later.shift()) run();
  };
  clock.timed("open", () => session.open(uriOf(name), 1, text));
  clock.timed("later turns", drain);
  const at = { line: 0, character: text.indexOf("use") };
  const range = { start: at, end: at };
  clock.timed("typing", () => session.change(uriOf(name), 2, [{ range, text: "type u = u8; " }]));
  clock.timed("later turns after typing", drain);
  return { ...fine, logged };
}

/** A row in which a workspace folder is scanned, and the package in it read, as an editor has it done. */
function loaded(
  size: number,
  all: number,
  longest: number,
  memory: number,
  make: (size: number) => Readonly<Record<string, Node>>,
): Row {
  return row(size, "accepts", all, longest, memory, async (n, clock) => {
    const known = newFiles(maker);
    const loader = newLoader({
      host: memoryHost(make(n)),
      files: known,
      readBinary: async () => ({ kind: "fault", message: "none is there" }),
      onChange: () => {},
      log: () => {},
      turn: () => new Promise(resolve => setImmediate(resolve)),
      now: () => performance.now(),
    });
    await clock.timedAsync("scan", () => loader.scanFolders(["file:///w"]));
    clock.timed("layout", () => ok(currentLayout(known).roots.length > 0, "a package is found"));
    return fine;
  });
}
