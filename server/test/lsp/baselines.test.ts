// Reading what folders are compared with: what is superseded is given up, what changes is read again, nothing is told twice.
import { deepEqual } from "node:assert/strict";
import { test } from "node:test";
import { setImmediate as nextTurn } from "node:timers/promises";
import { type Baselines, newBaselines } from "../../src/lsp/baselines.ts";
import type { Cancellation, Host, Revision } from "../../src/workspace/host.ts";
import { memoryHost } from "../support/memory-host.ts";
import { maker } from "../support/parser.ts";

interface Asked {
  readonly name: string;
  readonly known: string | undefined;
  readonly cancellation: Cancellation;
  readonly answer: (revision: Revision) => void;
}

interface Setup {
  readonly baselines: Baselines;
  readonly asked: Asked[];
  /** The names of what was read, at each change. */
  readonly told: string[];
  readonly warned: string[];
  readonly logged: string[];
}

function setup(host: (asked: Asked[]) => Host): Setup {
  const asked: Asked[] = [];
  const [told, warned, logged]: [string[], string[], string[]] = [[], [], []];
  const baselines = newBaselines({
    host: host(asked),
    make: maker,
    readBinary: async () => ({ kind: "fault", message: "" }),
    log: message => void logged.push(message),
    turn: async () => {},
    now: () => 0,
    onChange: all => void told.push(all.map(({ name, id }) => `${name}=${id}`).join()),
    warn: message => void warned.push(message),
  });
  return { baselines, asked, told, warned, logged };
}

const revisions = (asked: Asked[]): Host => ({
  ...memoryHost({}),
  readRevision: (_folder, name, known, cancellation) =>
    new Promise(answer => asked.push({ name, known, cancellation: cancellation!, answer })),
});

const files = (id: string): Revision => ({ kind: "files", id, folder: "", files: new Map(), links: new Map() });
const of = (name: string): ReadonlyMap<string, string> => new Map([["file:///w", name]]);

async function settled(): Promise<void> {
  for (let i = 0; i < 20; i++) await nextTurn();
}

test("where there is no version control, nothing is compared, and the log says so", async () => {
  const s = setup(() => memoryHost({ "/w/old/a.wit": "package a:b;" }));
  s.baselines.set(of("v1"));
  s.baselines.set(of("./old"));
  s.baselines.changed(["file:///w/a.wit"]);
  await settled();
  deepEqual([s.told, s.warned], [[], []]);
  deepEqual(s.logged[0], "There is no version control here: `wit.baseline` is left out.");
});

test("a setting that changes while it is read gives the first up", async () => {
  const s = setup(revisions);
  s.baselines.set(of("v1"));
  s.baselines.set(of("v2"));
  deepEqual(
    s.asked.map(({ name, cancellation }) => [name, cancellation.isCancellationRequested]),
    [
      ["v1", true],
      ["v2", false],
    ],
  );
  s.asked[1]!.answer(files("2"));
  s.asked[0]!.answer(files("1"));
  await settled();
  deepEqual(s.told, ["v2=2"]);
  s.baselines.set(of(""));
  deepEqual(s.told, ["v2=2", ""]);
});

test("changes while it is read make it be read once more, and what is the same is not told", async () => {
  const s = setup(revisions);
  s.baselines.set(of("main"));
  for (let i = 0; i < 3; i++) s.baselines.changed(["file:///w/a.wit"]);
  s.baselines.changed(["file:///elsewhere/a.wit"]);
  s.asked[0]!.answer(files("1"));
  await settled();
  deepEqual(
    s.asked.map(({ known }) => known),
    [undefined, "1"],
  );
  s.asked[1]!.answer({ kind: "same" });
  await settled();
  deepEqual([s.asked.length, s.told], [2, ["main=1"]]);
});

test("what goes wrong is told once, until it went well", async () => {
  const s = setup(revisions);
  const fault: Revision = { kind: "fault", reason: "git is away", absent: false };
  s.baselines.set(of("main"));
  for (const answer of [fault, fault, files("1"), fault]) {
    s.asked.at(-1)!.answer(answer);
    await settled();
    s.baselines.changed(["file:///w/a.wit"]);
  }
  const message = "Packages are not compared with the baseline `main` (setting `wit.baseline`): git is away.";
  deepEqual(s.warned, [message, message]);
  deepEqual(s.told, ["main=1", ""]);
});

test("a folder outside the workspace is read, and noted", async () => {
  const s = setup(asked => ({ ...revisions(asked), ...memoryHost({ "/old/a.wit": "package a:b;" }) }));
  s.baselines.set(of("../old"));
  await settled();
  deepEqual(s.told, ["../old=undefined"]);
  deepEqual(s.logged, [
    "The baseline file:///old lies outside the folder file:///w; it is read since the setting names it.",
  ]);
});
