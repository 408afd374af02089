// Completion: everything that can stand at the cursor, likeliest first, also in half-typed and unclosed text.
import type { RootAnalysis } from "../semantics/analysis.ts";
import { type ParsedFile, partOf } from "../syntax/file.ts";
import { kindAt, tokens } from "../syntax/tokens.ts";
import { type Context, contextsOf } from "./completion/context.ts";
import { type Completion, ranks } from "./completion/item.ts";
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
import { nearness } from "./completion/nearness.ts";
import { pathCompletions } from "./completion/paths.ts";
import { type Place, placeOf } from "./completion/place.ts";
import { type Completions, ranked } from "./completion/ranking.ts";
import { bodySkeleton, elementSkeletons } from "./completion/skeletons.ts";
import { type Statement, statementAt } from "./completion/statement.ts";
import { typeCompletions } from "./completion/types.ts";
import { indentAt } from "./edits/words.ts";
import { describe } from "./hover.ts";
import type { Section } from "./sections.ts";
import { definitions } from "./targets.ts";

export type { Completion } from "./completion/item.ts";
export type { Completions } from "./completion/ranking.ts";

/**
 * What can stand at an offset. `roots` are the workspace's roots, whose packages are offered with what makes
 * them valid; after them come those of the `library`.
 */
export function completions(
  root: RootAnalysis,
  file: ParsedFile,
  offset: number,
  roots: readonly RootAnalysis[] = [],
  library: readonly RootAnalysis[] = [],
): Completions {
  const statement = statementAt(file, offset);
  const at = statement && placeOf(root, { roots, library }, statement, file);
  if (!statement || !at) return { items: [], incomplete: false };
  const found = contextsOf(statement, file).flatMap(context => offers({ at, statement, file }, context));
  return ranked(found, file);
}

interface Request {
  readonly at: Place;
  readonly statement: Statement;
  readonly file: ParsedFile;
}

function offers(r: Request, context: Context): readonly Completion[] {
  const { at, statement, file } = r;
  const { word, versionEnd } = statement;
  const s = at.standpoint;
  switch (context.kind) {
    case "item":
      return itemWords(context.container, isFirst(statement, file), word);
    case "type":
    case "handle":
      return typesAt(r, context);
    case "path": {
      const { role, typed } = context;
      return pathCompletions(s, { role, typed, word, versionEnd, file, near: nearness(file, word, statement.tokens) });
    }
    case "declaration":
      return declarationWords(context.place, context.before, word).map(item =>
        context.unlikely ? { ...item, rank: ranks.workspace } : item,
      );
    case "use-names":
    case "include-names": {
      const following = next(file, word.end);
      const request = { ...context, word, renamed: following === "as", home: at.home };
      if (context.kind === "include-names") return includeNameCompletions(s, request);
      const names = useNameCompletions(s, request);
      return !context.dotted ? names : following === "{" ? [] : names.map(item => braced(item, following !== ";"));
    }
    case "gate":
      return gateWords(s, word);
    case "gate-argument":
      return gateArgument(context.word, word);
    case "version":
      return versions(s, { start: context.start < 0 ? word.start : context.start, end: word.end });
    case "feature":
      return featureNames(s, word);
    case "package-name": {
      const start = context.typed[0]?.start ?? word.start;
      return packageNames(s, { start, end: word.end }, partOf(file, start, word.start).replace(/\s+/g, ""));
    }
    case "words":
      return words(context.words, word);
    case "skeleton":
      return skeletonsAt(r, context);
  }
}

function typesAt(
  { at, statement: { word, tokens }, file }: Request,
  context: Extract<Context, { readonly kind: "type" | "handle" }>,
): readonly Completion[] {
  const { home, resource, standpoint } = at;
  if (!home) return [];
  const comma = next(file, word.end) === ",";
  const near = nearness(file, word, tokens);
  return typeCompletions(standpoint, {
    context,
    word,
    home,
    id: home.id,
    near,
    typed: partOf(file, word.start, word.end),
    resource,
    comma,
  });
}

/** A type of a `use` with the braces around it; the cursor stays where one more can be named. */
function braced(item: Completion, last: boolean): Completion {
  const { insert } = item;
  return { ...item, insert: `{${insert}}${last ? ";" : ""}`, cursor: insert.length + 1 };
}

function skeletonsAt(
  { statement: { word }, file }: Request,
  { of, body }: Extract<Context, { readonly kind: "skeleton" }>,
): readonly Completion[] {
  const following = next(file, word.end);
  if (!body) return elementSkeletons(of, word, following === ",");
  return following === "{" ? [] : bodySkeleton(of, word, indentAt(file.source.text, word.start));
}

/** Kind of the token behind an offset. */
function next(file: ParsedFile, offset: number): string | undefined {
  return kindAt(tokens(partOf(file, offset, Math.min(file.source.text.length, offset + 200))), 0);
}

/** Whether nothing but comments stands before the cursor in the file. */
function isFirst({ around, word }: Statement, file: ParsedFile): boolean {
  if (around.length > 1) return false;
  return (
    partOf(file, 0, word.start)
      .replace(/^\uFEFF|\/\/[^\n]*|\/\*[\s\S]*?\*\//g, "")
      .trim() === ""
  );
}

/** Documentation of an offer whose `id` a root knows; empty where there is none. */
export function completionDocs(root: RootAnalysis, id: string): readonly Section[] {
  const definition = definitions(root, id)[0];
  return definition ? describe(root, definition) : [];
}
