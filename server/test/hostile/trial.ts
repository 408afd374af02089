// What a hostile text is put through: it is opened and edited in a session, everything that an editor asks is asked, and
// the command line judges it.
import type { Position } from "vscode-languageserver/node";
import { positionOf } from "../../src/base/line-index.ts";
import { type Feature, features } from "../../src/lsp/registry.ts";
import { newSession, type Session } from "../../src/lsp/session.ts";
import { newFiles } from "../../src/workspace/files.ts";
import { maker } from "../support/parser.ts";
import type { Clock } from "./clock.ts";
import { judge } from "./judge.ts";
import { type Outcome, type Reference, type Row, row } from "./row.ts";

/** A row that tries a text. */
export function text(
  size: number,
  reference: Reference,
  all: number,
  longest: number,
  memory: number,
  make: (size: number) => string,
): Row {
  return row(size, reference, all, longest, memory, (n, clock) => tryText(make(n), clock));
}

interface Trying {
  readonly text: string;
  readonly session: Session;
  readonly clock: Clock;
  readonly logged: string[];
}

const uri = "file:///wit/main.wit";

async function tryText(text: string, clock: Clock): Promise<Outcome> {
  const logged: string[] = [];
  let published = 0;
  const later: (() => void)[] = [];
  const session = newSession({
    files: newFiles(maker),
    encoding: "utf-16",
    publish: ({ diagnostics }) => {
      published = Math.max(published, diagnostics.length);
    },
    later: run => void later.push(run),
    now: () => performance.now(),
    log: message => void logged.push(message),
  });
  const t: Trying = { text, session, clock, logged };
  clock.timed("open", () => session.open(uri, 1, text));
  clock.timed("later turns", () => {
    for (let run = later.shift(); run; run = later.shift()) run();
  });
  askAll(t);
  typeAt(t, 2, 0.01);
  typeAt(t, 4, 0.99);
  let ok = false;
  await clock.timedAsync("the command line", async () => {
    ok = await judge({ "main.wit": text });
  });
  return { ok, logged, published };
}

/** Those that are asked while one types. */
const whileTyping = features.filter(({ method }) => /hover|completion$|codeAction$|semanticTokens\/range/.test(method));

/** One character more, after which is asked, and then one less. */
function typeAt(t: Trying, version: number, part: number): void {
  const start = placeAt(t, part);
  const end = { ...start, character: start.character + 1 };
  const change = (what: string, to: number, range: { start: Position; end: Position }, typed: string): void =>
    t.clock.timed(`${what} at ${part}`, () => t.session.change(uri, to, [{ range, text: typed }]));
  change("typing", version, { start, end: start }, "(");
  for (const feature of whileTyping) ask(t, feature, start, ` after typing at ${part}`);
  change("deleting", version + 1, { start, end }, "");
}

function placeAt({ session, text }: Trying, part: number): Position {
  const snapshot = session.snapshot();
  return positionOf(snapshot.lines(snapshot.file(uri)!), Math.floor(text.length * part));
}

/** The requests that follow a first one, about what it answered. */
const following: Readonly<Record<string, readonly string[]>> = {
  "textDocument/prepareCallHierarchy": ["callHierarchy/incomingCalls", "callHierarchy/outgoingCalls"],
  "textDocument/prepareTypeHierarchy": ["typeHierarchy/supertypes", "typeHierarchy/subtypes"],
  "textDocument/codeLens": ["codeLens/resolve"],
  "textDocument/inlayHint": ["inlayHint/resolve"],
  "textDocument/completion": ["completionItem/resolve"],
  "textDocument/codeAction": ["codeAction/resolve"],
};
const follow = new Set(Object.values(following).flat());

/** Those that are about no place. */
const placeless =
  /^workspace\/|^wit\/|documentSymbol|formatting$|foldingRange|semanticTokens\/full|codeLens|documentLink/;

function askAll(t: Trying): void {
  const places = [0.25, 0.5, 0.999].map(part => placeAt(t, part));
  for (const feature of features.filter(({ method }) => !follow.has(method)))
    for (const place of placeless.test(feature.method) ? places.slice(0, 1) : places) ask(t, feature, place, "");
  const whole = { start: { line: 0, character: 0 }, end: placeAt(t, 1) };
  const context = { diagnostics: [], only: ["source.fixAll", "source.organizeImports", "quickfix"] };
  const params = { textDocument: { uri }, range: whole, context };
  answer(t, featureOf("textDocument/codeAction"), params, " of the whole file");
}

function featureOf(method: string): Feature {
  return features.find(feature => feature.method === method)!;
}

function ask(t: Trying, feature: Feature, position: Position, when: string): void {
  const range = { start: position, end: position };
  const params = {
    textDocument: { uri },
    uri,
    position,
    positions: [position],
    range,
    ranges: [range],
    context: { includeDeclaration: true, diagnostics: [] },
    options: { tabSize: 2, insertSpaces: true },
    newName: "new-name",
    query: "a",
    ch: ";",
    previousResultId: "none",
    command: "none",
  };
  const found = answer(t, feature, params, when) as readonly object[] | { readonly items?: readonly object[] } | null;
  const item = Array.isArray(found) ? found[0] : found && "items" in found ? found.items?.[0] : undefined;
  if (item === undefined) return;
  for (const next of following[feature.method] ?? []) answer(t, featureOf(next), { ...item, item }, when);
}

function answer(t: Trying, { name, method, answer: give }: Feature, params: object, when: string): unknown {
  let found: unknown;
  t.clock.timed(`${name} (${method})${when}`, () => {
    try {
      found = give(t.session.snapshot(), params as never);
    } catch (error) {
      t.logged.push(`${name}: ${error instanceof Error ? error.stack : String(error)}`);
    }
  });
  return found;
}
