// Edits that mean nothing: of comments and white space in one place. What is wrong with the file stays so, in other places,
// and need not be found again.
import type { Span } from "../base/span.ts";
import { type Container, isContainer, sharedMembers, type Unit } from "../syntax/ast.ts";
import { badCharacters } from "../syntax/bad-characters.ts";
import type { ParsedFile } from "../syntax/file.ts";
import { endAt, kindAt, startAt, textAt, tokens } from "../syntax/tokens.ts";
import type { Features } from "../workspace/layout-types.ts";
import { severityOf } from "./lints/lint.ts";
import { missingDocs } from "./lints/missing-docs.ts";
import type { FilePlace, Problem } from "./problem.ts";

/** What comes at or behind `from` (UTF-16 offsets of the old text) is `by` farther on in the new text; the edit lies behind `front`. */
interface Move {
  readonly front: number;
  readonly from: number;
  readonly by: number;
}

/**
 * The problems of `now`, from those of an earlier state of the same file; undefined where the two differ in more than what
 * stands between two tokens. All other files are taken to be as they were.
 */
export function movedProblems(
  before: { readonly file: ParsedFile; readonly problems: readonly Problem[] },
  now: ParsedFile,
  features: Features,
): readonly Problem[] | undefined {
  if (severityOf(missingDocs, features) !== "off") return undefined;
  if (before.problems.some(hasNumbers)) return undefined;
  const move = moveBetween(before.file.root, now.root, 0);
  if (!move) return undefined;
  const { uri } = now.source;
  if (before.problems.some(problem => liesIn(problem, move))) return undefined;
  return move.by === 0 ? before.problems : before.problems.map(problem => moved(problem, move, uri));
}

/** Numbers for quick fixes may be offsets. */
function hasNumbers({ data }: Problem): boolean {
  if (data) for (const value of Object.values(data)) if (typeof value === "number") return true;
  return false;
}

/** Whether a place of a problem lies where the edit was made. */
function liesIn({ start, end, at, related, elsewhere }: Problem, { front, from }: Move): boolean {
  // Where nothing stood between the tokens, it can't be told whether the end of one is meant or the start of the other.
  const within = (offset: number): boolean =>
    (offset > front && offset < from) || (offset === front && (from === front || from === Number.POSITIVE_INFINITY));
  const places = [...(related ?? []).map(r => r.place), ...(elsewhere ? [elsewhere] : [])];
  return (
    within(start) ||
    within(end) ||
    (at !== undefined && at >= front && (at < from || within(at))) ||
    places.some(p => within(p.start) || within(p.end))
  );
}

function moveBetween(old: Container, now: Container, offset: number): Move | undefined {
  if (old.kind !== now.kind || old.closed !== now.closed) return undefined;
  const count = old.members.length;
  if (now.members.length !== count) return undefined;
  const at = sharedMembers(old, now);
  if (old.tail !== now.tail) return at === count && old.head === now.head ? moveBehind(old, now, offset) : undefined;
  if (old.head !== now.head)
    return at === count && old.head && now.head ? moveWithin(old.head, now.head, offset) : undefined;
  for (let i = at + 1; i < count; i++) if (old.members[i] !== now.members[i]) return undefined;
  const [before, after] = [old.members[at], now.members[at]];
  if (!before || !after) return undefined;
  const start = offset + old.starts[at]!;
  if (isContainer(before)) return isContainer(after) ? moveBetween(before, after, start) : undefined;
  return isContainer(after) ? undefined : moveWithin(before, after, start);
}

/** The move that leaves each token of a unit what it is. A comment may decide where a package is documented, and what lints are allowed. */
function moveWithin(old: Unit, now: Unit, offset: number): Move | undefined {
  if (old.kind === "package" || old.problems.length + now.problems.length > 0) return undefined;
  if (allowsLints(old.text) || allowsLints(now.text)) return undefined;
  const inFront = old.text.slice(old.start) === now.text.slice(now.start);
  return inFront
    ? { front: offset, from: offset + old.start, by: now.start - old.start }
    : moveBetweenTokens(old, now, offset);
}

/** Whether a text may hold a comment that allows lints (see lints/allow.ts), be it in all of its file. */
function allowsLints(text: string): boolean {
  return text.includes("wit-allow");
}

function moveBetweenTokens(old: Unit, now: Unit, offset: number): Move | undefined {
  const [before, after] = [tokens(old.text, old.start), tokens(now.text, now.start)];
  let move: Move | undefined;
  for (let i = 0; kindAt(before, i) !== "end" || kindAt(after, i) !== "end"; i++) {
    if (kindAt(before, i) !== kindAt(after, i) || textAt(before, i) !== textAt(after, i)) return undefined;
    const by = startAt(after, i) - startAt(before, i);
    if (by === (move?.by ?? 0)) continue;
    if (move) return undefined;
    move = { front: offset + (i === 0 ? 0 : endAt(before, i - 1)), from: offset + startAt(before, i), by };
  }
  return move ?? { front: offset, from: offset, by: 0 };
}

/** The edit lies behind all members, in front of the brace or the end. */
function moveBehind(old: Container, now: Container, offset: number): Move | undefined {
  if (badCharacters(old.tail).length + badCharacters(now.tail).length > 0) return undefined;
  if (allowsLints(old.tail) || allowsLints(now.tail)) return undefined;
  const front = offset + old.starts.at(-1)!;
  // What is said of the end of a file is not always said of its last character.
  if (old.kind === "file") return { front, from: Number.POSITIVE_INFINITY, by: now.length - old.length };
  return { front, from: offset + old.length - (old.closed ? 1 : 0), by: now.length - old.length };
}

function moved(problem: Problem, move: Move, uri: string): Problem {
  const { at, related, elsewhere } = problem;
  return {
    ...problem,
    ...span(problem, move),
    at: at === undefined ? undefined : place(at, move),
    ...(related ? { related: related.map(r => ({ ...r, place: movedPlace(r.place, move, uri) })) } : {}),
    ...(elsewhere ? { elsewhere: movedPlace(elsewhere, move, uri) } : {}),
  };
}

function movedPlace(of: FilePlace, move: Move, uri: string): FilePlace {
  return of.uri === uri ? { uri, ...span(of, move) } : of;
}

function span({ start, end }: Span, move: Move): Span {
  return { start: place(start, move), end: place(end, move) };
}

function place(offset: number, { from, by }: Move): number {
  return offset < from ? offset : offset + by;
}
