// Completion: everything that can stand at the cursor, nearest first, also in half-typed and unclosed text.
import type { RootAnalysis } from "../semantics/analysis.ts";
import type { ParsedFile } from "../syntax/file.ts";
import type { UseHome } from "./completion/auto-use.ts";
import { type Context, contextsOf } from "./completion/context.ts";
import { type Completion, type Draft, finished } from "./completion/item.ts";
import {
  declarationWords,
  featureNames,
  gateArgument,
  gateWords,
  itemWords,
  packageNames,
  versions,
  words,
} from "./completion/keywords.ts";
import { includeNameCompletions, useNameCompletions } from "./completion/names.ts";
import { pathCompletions } from "./completion/paths.ts";
import type { Standpoint } from "./completion/reach.ts";
import { type Statement, statementAt } from "./completion/statement.ts";
import { typeCompletions } from "./completion/types.ts";
import { describe } from "./hover.ts";
import type { PlacedContainer } from "./locate.ts";
import type { Section } from "./sections.ts";
import { definitions } from "./targets.ts";

export type { Completion } from "./completion/item.ts";

export interface Completions {
  /** In the order in which they are to be shown. */
  readonly items: readonly Completion[];
  /** Whether more would be offered for a longer word. */
  readonly incomplete: boolean;
}

/** More than this no list holds: the rest comes as the word grows. */
const maxItems = 500;

/** What can stand at an offset. `roots` are the workspace's roots, whose packages are offered with what makes them valid. */
export function completions(
  root: RootAnalysis,
  file: ParsedFile,
  offset: number,
  roots: readonly RootAnalysis[] = [],
): Completions {
  const statement = statementAt(file, offset);
  const at = statement && standpoint(root, roots, statement, file);
  if (!statement || !at) return { items: [], incomplete: false };
  const text = file.source.text;
  const found = contextsOf(statement, text).flatMap(context => offers({ at, statement, text }, context));
  return ranked(found, text);
}

interface Request {
  readonly at: Place;
  readonly statement: Statement;
  readonly text: string;
}

interface Place {
  readonly standpoint: Standpoint;
  /** The interface, world or interface written in a world around the cursor, and its id. */
  readonly home?: UseHome & { readonly id: string };
}

function standpoint(
  root: RootAnalysis,
  roots: readonly RootAnalysis[],
  { around }: Statement,
  file: ParsedFile,
): Place | undefined {
  const block = around.findLast(({ container: { kind } }) => kind === "file" || kind === "package")!;
  for (const pkg of root.packages) {
    const scope = pkg.package.scopes.find(s => s.file === file && s.container === block.container);
    if (!scope) continue;
    const outer = around.find(({ container: { kind } }) => kind === "interface" || kind === "world");
    const decl = outer && scope.items.find(item => item.container === outer.container);
    const known = decl && pkg.items.get(decl.name.text);
    const self = known?.item.item === decl ? known : undefined;
    const base: Standpoint = { root, roots, pkg, scope, self };
    return self && outer ? { standpoint: base, home: homeOf(self, outer, around, file) } : { standpoint: base };
  }
  return undefined;
}

function homeOf(
  self: NonNullable<Standpoint["self"]>,
  outer: PlacedContainer,
  around: readonly PlacedContainer[],
  file: ParsedFile,
): UseHome & { readonly id: string } {
  const { text } = file.source;
  const inline = around.find(({ container }) => container.kind === "inline");
  const body = inline && self.analysis.bodies.get(inline.start - outer.start);
  if (!inline || !body) return { analysis: self.analysis, start: outer.start, text, id: self.id };
  const head = inline.container.head;
  const name = head && "name" in head && head.name && "text" in head.name ? head.name.text : "";
  return { analysis: body, start: inline.start, text, id: `${self.id}#${head?.kind ?? "import"}.${name}` };
}

function offers({ at, statement, text }: Request, context: Context): readonly Draft[] {
  const { word, versionEnd } = statement;
  const s = at.standpoint;
  switch (context.kind) {
    case "item":
      return itemWords(context.container, isFirst(statement, text), word);
    case "type":
    case "handle":
      return at.home ? typeCompletions(s, { context, word, home: at.home, id: at.home.id }) : [];
    case "path":
      return pathCompletions(s, { role: context.role, typed: context.typed, word, versionEnd, text });
    case "declaration":
      return declarationWords(context.place, context.before, word);
    case "use-names":
      return useNameCompletions(s, context.path, context.names, word);
    case "include-names":
      return includeNameCompletions(s, context.path, context.names, word);
    case "gate":
      return gateWords(word);
    case "gate-argument":
      return gateArgument(context.word, word);
    case "version":
      return versions(s, { start: context.start < 0 ? word.start : context.start, end: word.end });
    case "feature":
      return featureNames(s, word);
    case "package-name": {
      const start = context.typed[0]?.start ?? word.start;
      return packageNames(s, { start, end: word.end }, text.slice(start, word.start).replace(/\s+/g, ""));
    }
    case "words":
      return words(context.words, word);
  }
}

/** Whether nothing but comments stands before the cursor in the file. */
function isFirst({ around, word }: Statement, text: string): boolean {
  if (around.length > 1) return false;
  return (
    text
      .slice(0, word.start)
      .replace(/^\uFEFF|\/\/[^\n]*|\/\*[\s\S]*?\*\//g, "")
      .trim() === ""
  );
}

function ranked(found: readonly Draft[], text: string): Completions {
  const fitting = found.filter(item => couldBe(item.label, text.slice(item.span.start, item.span.end)));
  const sorted = fitting.map((item, i) => ({ item, listed: isListed(item) ? i : fitting.length }));
  sorted.sort((a, b) => a.item.rank - b.item.rank || a.listed - b.listed || compare(a.item.label, b.item.label));
  return { items: sorted.slice(0, maxItems).map(({ item }) => finished(item)), incomplete: sorted.length > maxItems };
}

/** Words of the language stay in the order in which they are listed, before the names of their rank. */
function isListed({ kind }: Completion): boolean {
  return kind === "keyword" || kind === "builtin" || kind === "version";
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Whether the letters typed stand in a label in their order, as editors filter. */
function couldBe(label: string, typed: string): boolean {
  let at = 0;
  for (const char of typed.toLowerCase()) {
    if (/[\s%]/.test(char)) continue;
    at = label.toLowerCase().indexOf(char, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

/** Documentation of an offer whose `id` a root knows; empty where there is none. */
export function completionDocs(root: RootAnalysis, id: string): readonly Section[] {
  const definition = definitions(root, id)[0];
  return definition ? describe(root, definition) : [];
}
