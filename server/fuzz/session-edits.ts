// Random edits in a live session: what it has published must be what a session publishes that starts with the same files.
import { lineIndex, positionOf } from "../src/base/line-index.ts";
import { newSession, type Session } from "../src/lsp/session.ts";
import type { UnitMaker } from "../src/syntax/cut.ts";
import type { TextEdit } from "../src/syntax/recut.ts";
import { type Files, newFiles, setDisk } from "../src/workspace/files.ts";
import type { Dice } from "./dice.ts";
import { editBetween } from "./incremental.ts";
import { makeCase } from "./make.ts";
import { mutateItem } from "./mutate-items.ts";
import { mutateBytes, mutateName, mutateToken } from "./mutate-tokens.ts";
import { itemSpans, tokensOf } from "./spans.ts";

/** An editor's window on a folder: some files are open, others lie on the disk alone. */
interface Live {
  readonly make: UnitMaker;
  readonly session: Session;
  readonly files: Files;
  readonly later: (() => void)[];
  /** What was published last of each document, as JSON. */
  readonly published: Map<string, string>;
  readonly open: Map<string, string>;
  readonly disk: Map<string, string>;
  version: number;
}

export interface EditRun {
  /** How many edits were made and compared. */
  readonly edits: number;
  readonly kinds: ReadonlyMap<string, number>;
  /** The first edit after which the two sessions differ, in words. */
  readonly difference?: string;
}

/** Makes `count` edits of one generated folder, and stops at the first difference. */
export function editSession(make: UnitMaker, d: Dice, count: number): EditRun {
  const live = newLive(make);
  for (const [path, text] of Object.entries(makeCase(d).of.files)) {
    if (d.chance(0.7)) openFile(live, path, text);
    else writeFile(live, path, text);
  }
  const kinds = new Map<string, number>();
  for (let edits = 1; edits <= count; edits++) {
    const kind = d.pick(Object.keys(actions));
    actions[kind]!(live, d);
    drain(live);
    kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
    const difference = compareWithFresh(live);
    if (difference !== undefined) return { edits, kinds, difference: `after ${kind}: ${difference}` };
  }
  return { edits: count, kinds };
}

function newLive(make: UnitMaker): Live {
  const later: (() => void)[] = [];
  const published = new Map<string, string>();
  const files = newFiles(make);
  const session = newSession({
    files,
    encoding: "utf-16",
    // The version differs between the two; a document that was closed has nothing.
    publish: ({ uri, diagnostics }) => void published.set(uri, JSON.stringify(diagnostics)),
    later: run => void later.push(run),
    now: () => 0,
    log: message => {
      throw new Error(message);
    },
  });
  return { make, session, files, later, published, open: new Map(), disk: new Map(), version: 0 };
}

function drain({ later }: Live): void {
  for (let run = later.shift(); run !== undefined; run = later.shift()) run();
}

function compareWithFresh(live: Live): string | undefined {
  const fresh = newLive(live.make);
  for (const [path, text] of live.disk) writeFile(fresh, path, text);
  for (const [path, text] of live.open) openFile(fresh, path, text);
  drain(fresh);
  for (const path of live.open.keys()) {
    const [kept, anew] = [live.published.get(uriOf(path)), fresh.published.get(uriOf(path))];
    if (kept === anew) continue;
    const files = JSON.stringify({ open: [...live.open], disk: [...live.disk] });
    return `${path}\nkept:  ${kept}\nfresh: ${anew}\n${files}`;
  }
  return undefined;
}

function uriOf(path: string): string {
  return `file:///fuzz/${encodeURI(path)}`;
}

function openFile(live: Live, path: string, text: string): void {
  live.open.set(path, text);
  live.session.open(uriOf(path), ++live.version, text);
}

function closeFile(live: Live, path: string): void {
  live.open.delete(path);
  live.session.close(uriOf(path));
}

/** Writes a file to the disk; `undefined` removes it. */
function writeFile(live: Live, path: string, text: string | undefined): void {
  if (text === undefined) live.disk.delete(path);
  else live.disk.set(path, text);
  setDisk(live.files, uriOf(path), text === undefined ? undefined : { kind: "text", text });
  live.session.filesChanged();
}

/** One change as an editor sends it, with the range in the text before. */
function edit(live: Live, path: string, { start, end, insert }: TextEdit): void {
  const before = live.open.get(path)!;
  const lines = lineIndex(before);
  const range = { start: positionOf(lines, start), end: positionOf(lines, end) };
  live.open.set(path, before.slice(0, start) + insert + before.slice(end));
  live.session.change(uriOf(path), ++live.version, [{ range, text: insert }]);
}

type Action = (live: Live, d: Dice) => void;

const actions: Readonly<Record<string, Action>> = {
  mistake: (live, d) => change(live, d, text => broken(d, text)),
  "another mistake": (live, d) => change(live, d, text => broken(d, text)),
  typing: (live, d) => {
    const path = someOpen(live, d);
    if (path === undefined) return;
    const at = d.below(live.open.get(path)!.length + 1);
    const word = d.pick([
      "interface z { f: func(); }",
      "use i.{t};",
      "type t = list<u8>;",
      "// x",
      '"',
      "/* y */",
      "{",
    ]);
    for (let i = 0; i < word.length; i++) edit(live, path, { start: at + i, end: at + i, insert: word[i]! });
  },
  deleting: (live, d) => {
    const path = someOpen(live, d);
    if (path === undefined) return;
    for (let i = d.below(12); i >= 0; i--) {
      const end = Math.min(live.open.get(path)!.length, 40 + i);
      if (end > 0) edit(live, path, { start: end - 1, end, insert: "" });
    }
  },
  pasting: (live, d) =>
    change(live, d, text => {
      const other = d.pick([...live.open.values()]);
      const items = itemSpans(other);
      if (items.length === 0) return text;
      const item = d.pick(items);
      const ends = itemSpans(text).map(span => span.end);
      const at = ends.length > 0 ? d.pick(ends) : text.length;
      return text.slice(0, at) + other.slice(item.start, item.end) + text.slice(at);
    }),
  renaming: renameEverywhere,
  "adding a file": (live, d) => {
    const { files } = makeCase(d).of;
    const path = d.pick(Object.keys(files));
    if (live.open.size + live.disk.size > 8 || live.open.has(path)) return;
    if (d.chance(0.5)) openFile(live, path, files[path]!);
    else writeFile(live, path, files[path]!);
  },
  "removing a file": (live, d) => {
    if (live.disk.size > 0) writeFile(live, d.pick([...live.disk.keys()]), undefined);
  },
  closing: (live, d) => {
    const path = someOpen(live, d);
    if (path !== undefined && live.open.size > 1) closeFile(live, path);
  },
  saving: (live, d) => {
    const path = someOpen(live, d);
    if (path !== undefined) writeFile(live, path, live.open.get(path)!);
  },
  opening: (live, d) => {
    const paths = [...live.disk.keys()].filter(path => !live.open.has(path));
    if (paths.length === 0) return;
    const path = d.pick(paths);
    openFile(live, path, live.disk.get(path)!);
  },
  "starting over": (live, d) => {
    const path = someOpen(live, d);
    const { files } = makeCase(d).of;
    if (path !== undefined) change(live, d, () => d.pick(Object.values(files)), path);
  },
};

function someOpen(live: Live, d: Dice): string | undefined {
  return live.open.size === 0 ? undefined : d.pick([...live.open.keys()]);
}

function change(live: Live, d: Dice, next: (text: string) => string, path = someOpen(live, d)): void {
  if (path === undefined) return;
  const before = live.open.get(path)!;
  const after = next(before);
  if (after !== before) edit(live, path, editBetween(before, after));
}

function broken(d: Dice, text: string): string {
  const of = { files: { "a.wit": text }, root: ".", features: [], allFeatures: false };
  return d.pick([mutateItem, mutateToken, mutateName, mutateBytes])(d, of).of.files["a.wit"]!;
}

/** Gives a name another one in every open document, place by place. */
function renameEverywhere(live: Live, d: Dice): void {
  const names = [...live.open.values()].flatMap(text => tokensOf(text).filter(t => /^[a-z]/.test(t.text)));
  if (names.length === 0) return;
  const [from, to] = [d.pick(names).text, d.pick(["renamed", d.pick(names).text])];
  for (const path of [...live.open.keys()]) {
    const places = tokensOf(live.open.get(path)!).filter(t => t.text === from);
    for (const { start, end } of places.toReversed()) edit(live, path, { start, end, insert: to });
  }
}
