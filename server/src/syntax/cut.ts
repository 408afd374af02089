// Cuts text into units, the members of a file, without parsing them: a small scanner that can start at any boundary.
//
// A cut depends on the text after its start and on the container it stands in, and on nothing else; that is what lets
// an edit reuse every member whose text it did not touch. Text that is valid WIT is never cut inside an item: each
// place where an item is cut short (see `startsItem`) is one where no valid item can go on.

import { ownText } from "../base/own-text.ts";
import type { Container, ContainerKind, Member, Unit } from "./ast.ts";
import { isContainer } from "./ast.ts";
import { badCharacters } from "./bad-characters.ts";
import { endAt, isName, kindAt, startAt, startsLine, type Tokens, textAt, tokens } from "./tokens.ts";

/** How text becomes units: `unit` for a whole item, `head` for the text up to and including an opening brace. */
export interface UnitMaker {
  /**
   * `first` tells the text that starts a file, where alone a byte-order mark may stand; `typed` a text that an edit
   * made, which is not likely to be seen again.
   */
  readonly unit: (context: ContainerKind, text: string, first: boolean, typed: boolean) => Unit;
}

/** Package blocks deeper than this are not entered; the reference parser stops at 100. */
const maxDepth = 101;

export interface Cutter {
  t: Tokens;
  readonly make: UnitMaker;
  /** Whether an edit is being followed, so that what is made may outlive many states of the text. */
  readonly typed: boolean;
}

export function textBetween({ t, typed }: Cutter, start: number, end: number): string {
  const slice = t.text.slice(start, end);
  return typed ? ownText(slice) : slice;
}

/** A container being cut. `index` is the first token of the next member, `start` where its text starts. */
export interface Open {
  readonly kind: ContainerKind;
  readonly head: Unit | undefined;
  readonly members: Member[];
  readonly starts: number[];
  readonly origin: number;
  readonly depth: number;
}

/** Cuts a whole file. A leading byte-order mark is left to the first member's comments. */
export function cutFile(text: string, make: UnitMaker): Container {
  const c: Cutter = { t: tokens(text, fileStart(text)), make, typed: false };
  const file: Open = { kind: "file", head: undefined, members: [], starts: [], origin: 0, depth: 0 };
  const end = cutMembers(c, file, 0, 0);
  return finish(c, file, end.start, text.length, true);
}

export function fileStart(text: string): number {
  return text.charCodeAt(0) === 0xfeff ? 1 : 0;
}

export interface Place {
  readonly index: number;
  /** Where the text before token `index` starts: the end of what came before. */
  readonly start: number;
}

/** Cuts members until the container ends; gives the place of the token that ends it. */
function cutMembers(c: Cutter, open: Open, index: number, start: number): Place {
  let place: Place = { index, start };
  while (!endsContainer(c.t, open, place.index)) {
    open.starts.push(place.start - open.origin);
    place = cutMember(c, open, place);
  }
  return place;
}

/** Whether the token ends the container: its `}`, the end, or a word that can only stand further out. */
export function endsContainer(t: Tokens, open: Open, index: number): boolean {
  const kind = kindAt(t, index);
  if (kind === "end") return true;
  if (open.kind === "file") return false;
  if (kind === "}") return true;
  return belongsOutside(t, open.kind, itemKeyword(t, index));
}

/** Index of the first token after the attributes that start at `index`; in `@ name: func` the `@` is what is left of one. */
function itemKeyword(t: Tokens, index: number): number {
  let i = index;
  while (kindAt(t, i) === "@" && isName(kindAt(t, i + 1)) && kindAt(t, i + 2) !== ":") {
    i += 2;
    if (kindAt(t, i) !== "(") continue;
    let j = i + 1;
    while (!stopsAttribute(kindAt(t, j))) j++;
    if (kindAt(t, j) !== ")") return i;
    i = j + 1;
  }
  return i;
}

function stopsAttribute(kind: string): boolean {
  return kind === ")" || kind === "end" || kind === "{" || kind === "}" || kind === ";" || kind === ":" || kind === "@";
}

const outer: ReadonlySet<string> = new Set(["interface", "world", "package"]);
const worldOnly: ReadonlySet<string> = new Set(["import", "export", "include"]);
const types: ReadonlySet<string> = new Set(["type", "record", "variant", "enum", "flags", "resource", "use"]);

function belongsOutside(t: Tokens, kind: ContainerKind, index: number): boolean {
  if (kind === "package") return false;
  const word = kindAt(t, index);
  if (!isName(kindAt(t, index + 1))) return false;
  if (outer.has(word)) return true;
  if (kind === "resource") return types.has(word) || worldOnly.has(word);
  return kind === "inline" && worldOnly.has(word);
}

export function cutMember(c: Cutter, open: Open, place: Place): Place {
  const head = headEnd(c.t, open, place.index);
  if (head < 0) return cutUnit(c, open, place);
  const kind = containerKind(c.t, open.kind, itemKeyword(c.t, place.index));
  const text = textBetween(c, place.start, endAt(c.t, head));
  const inner: Open = {
    kind,
    head: c.make.unit(open.kind, text, place.start === 0, c.typed),
    members: [],
    starts: [],
    origin: place.start,
    depth: open.depth + 1,
  };
  return cutRest(c, open, inner, { index: head + 1, start: endAt(c.t, head) });
}

/** Cuts what is still to come of a container inside `open`, from `place` on, and adds it there. */
export function cutRest(c: Cutter, open: Open, inner: Open, place: Place): Place {
  const end = cutMembers(c, inner, place.index, place.start);
  const closed = kindAt(c.t, end.index) === "}";
  const after = closed ? endAt(c.t, end.index) : end.start;
  open.members.push(finish(c, inner, end.start, after, closed));
  return { index: closed ? end.index + 1 : end.index, start: after };
}

function finish(c: Cutter, open: Open, tailStart: number, end: number, closed: boolean): Container {
  const starts = [...open.starts, tailStart - open.origin];
  return containerOf(open, open.members, starts, textBetween(c, tailStart, end), closed, end - open.origin);
}

/** All containers are made here, so that they have one shape. */
export function containerOf(
  { kind, head }: Pick<Container, "kind" | "head">,
  members: readonly Member[],
  starts: readonly number[],
  tail: string,
  closed: boolean,
  length: number,
): Container {
  const around = closed && (head === undefined || isSound(head)) && badCharacters(tail).length === 0;
  return { kind, head, members, starts, tail, closed, sound: around && members.every(isSound), length };
}

function isSound(member: Member): boolean {
  return isContainer(member) ? member.sound : member.problems.length === 0;
}

/** Index of the `{` that opens a container's members, or -1 where the item at `index` is not a container. */
function headEnd(t: Tokens, open: Open, index: number): number {
  let i = itemKeyword(t, index);
  const word = kindAt(t, i);
  if (word === "import" || word === "export") {
    if (open.kind !== "world") return -1;
    if (!isName(kindAt(t, i + 1)) || kindAt(t, i + 2) !== ":" || kindAt(t, i + 3) !== "interface") return -1;
    return kindAt(t, i + 4) === "{" ? i + 4 : -1;
  }
  if (word === "package") {
    if (open.depth >= maxDepth) return -1;
    return packageBrace(t, i + 1);
  }
  if (word !== "interface" && word !== "world" && word !== "resource") return -1;
  if (word === "resource" && (open.kind === "resource" || open.kind === "file" || open.kind === "package")) return -1;
  if (isName(kindAt(t, i + 1))) i++;
  return kindAt(t, i + 1) === "{" ? i + 1 : -1;
}

/** Index of the brace after a package name, whose version may hold any of the tokens a version is made of. */
function packageBrace(t: Tokens, from: number): number {
  const parts: ReadonlySet<string> = new Set(["id", "%id", ":", "/", "@", "integer", ".", "-", "+"]);
  let i = from;
  while (parts.has(kindAt(t, i)) && i - from < 200) i++;
  return i > from && kindAt(t, i) === "{" ? i : -1;
}

function containerKind(t: Tokens, context: ContainerKind, index: number): ContainerKind {
  const word = kindAt(t, index);
  if (word === "interface" || word === "world" || word === "package" || word === "resource") return word;
  return context === "world" ? "inline" : "interface";
}

function cutUnit(c: Cutter, open: Open, place: Place): Place {
  const last = unitEnd(c.t, open.kind, place.index);
  const end = endAt(c.t, last);
  open.members.push(c.make.unit(open.kind, textBetween(c, place.start, end), place.start === 0, c.typed));
  return { index: last + 1, start: end };
}

const braced: ReadonlySet<string> = new Set(["record", "variant", "enum", "flags"]);

/** Index of the last token of the item that starts at `first`. */
function unitEnd(t: Tokens, context: ContainerKind, first: number): number {
  const keyword = itemKeyword(t, first);
  const word = kindAt(t, keyword);
  if (word === "end") return Math.max(first, keyword - 1);
  let depth = 0;
  for (let i = keyword; ; i++) {
    const kind = kindAt(t, i);
    if (kind === "end") return i - 1;
    if (i > keyword && startsItem(t, i, keyword, depth)) return i - 1;
    if (kind === "{") depth++;
    else if (kind === ";" && depth === 0) return i;
    else if (kind === "}") {
      if (depth === 0) return i === keyword && context === "file" ? i : Math.max(first, i - 1);
      depth--;
      if (depth === 0 && (braced.has(word) || word === "include" || kindAt(t, i + 1) !== ";")) return i;
    }
  }
}

/**
 * Whether a new item starts at token `i`, inside what was taken for an item. True only where no valid item can go on:
 * at an attribute, at `name: func` (or `get(`), and at a keyword that starts items, in front of a name
 * (inside braces: on a line of its own, and where more of a declaration follows).
 */
function startsItem(t: Tokens, i: number, keyword: number, depth: number): boolean {
  const kind = kindAt(t, i);
  if (kind === "@") return isName(kindAt(t, i + 1)) && startsLine(t, i);
  if (kind === "constructor") return depth === 0 && kindAt(t, i + 1) === "(" && startsLine(t, i);
  if (isName(kind)) {
    if (kindAt(t, i + 1) !== ":") return false;
    const word = kindAt(t, keyword);
    if (i === keyword + 1 && (word === "import" || word === "export")) return false;
    const after = kindAt(t, i + 2);
    return after === "func" || after === "async" || after === "static" || isAccessorAt(t, i + 2);
  }
  if (!outer.has(kind) && !worldOnly.has(kind) && !types.has(kind)) return false;
  if (!isName(kindAt(t, i + 1))) return false;
  return depth === 0 || (startsLine(t, i) && startsDeclaration(t, i));
}

/** `get(` or `set(`: nothing but an accessor starts so. */
function isAccessorAt(t: Tokens, i: number): boolean {
  return kindAt(t, i) === "id" && kindAt(t, i + 1) === "(" && /^[gs]et$/.test(textAt(t, i));
}

/** Inside braces a keyword may be a misspelt name; what follows it tells a declaration from that. */
function startsDeclaration(t: Tokens, i: number): boolean {
  const after = kindAt(t, i + 2);
  return after === "{" || after === "=" || after === ";" || after === ":" || after === "." || after === "/";
}

/** First token at or after a UTF-16 offset that lies between items: what the parser would meet next. */
export function nextToken(
  text: string,
  from: number,
): { readonly kind: string; readonly start: number; readonly text: string } {
  const t = tokens(text, from === 0 ? fileStart(text) : from);
  return { kind: kindAt(t, 0), start: startAt(t, 0), text: textAt(t, 0) };
}
