// Cuts text into units, the members of a file, without parsing them: a small scanner that can start at any boundary.
//
// A cut depends on the text after its start and on the container it stands in, and on nothing else; that is what lets
// an edit reuse every member whose text it did not touch. Text that is valid WIT is never cut inside an item: each
// place where an item is cut short (see `startsItem`) is one where no valid item can go on.

import { ownText } from "../base/own-text.ts";
import type { Container, ContainerKind, Member, Unit } from "./ast.ts";
import { isContainer, lengthOf } from "./ast.ts";
import { badCharacters } from "./bad-characters.ts";
import { endAt, kindAt, startAt, startsLine, type Tokens, textAt, tokens } from "./tokens.ts";

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

interface Cutter {
  t: Tokens;
  readonly make: UnitMaker;
  /** Whether an edit is being followed, so that what is made may outlive many states of the text. */
  readonly typed: boolean;
  /** How many containers around an edit were cut anew in vain, since it moves their ends. */
  failures: number;
}

/** After so many, cutting the whole file costs less than to try it further out. */
const mostFailures = 3;

function textBetween({ t, typed }: Cutter, start: number, end: number): string {
  const slice = t.text.slice(start, end);
  return typed ? ownText(slice) : slice;
}

/** A container being cut. `index` is the first token of the next member, `start` where its text starts. */
interface Open {
  readonly kind: ContainerKind;
  readonly head: Unit | undefined;
  readonly members: Member[];
  readonly starts: number[];
  readonly origin: number;
  readonly depth: number;
}

/** Cuts a whole file. A leading byte-order mark is left to the first member's comments. */
export function cutFile(text: string, make: UnitMaker): Container {
  const c: Cutter = { t: tokens(text, fileStart(text)), make, typed: false, failures: 0 };
  const file: Open = { kind: "file", head: undefined, members: [], starts: [], origin: 0, depth: 0 };
  const end = cutMembers(c, file, 0, 0);
  return finish(c, file, end.start, text.length, true);
}

export function fileStart(text: string): number {
  return text.charCodeAt(0) === 0xfeff ? 1 : 0;
}

interface Place {
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
function endsContainer(t: Tokens, open: Open, index: number): boolean {
  const kind = kindAt(t, index);
  if (kind === "end") return true;
  if (open.kind === "file") return false;
  if (kind === "}") return true;
  return belongsOutside(t, open.kind, itemKeyword(t, index));
}

/** Index of the first token after the attributes that start at `index`; in `@ name: func` the `@` is what is left of one. */
function itemKeyword(t: Tokens, index: number): number {
  let i = index;
  while (kindAt(t, i) === "@" && isNameLike(kindAt(t, i + 1)) && kindAt(t, i + 2) !== ":") {
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

function isNameLike(kind: string): boolean {
  return kind === "id" || kind === "%id";
}

const outer: ReadonlySet<string> = new Set(["interface", "world", "package"]);
const worldOnly: ReadonlySet<string> = new Set(["import", "export", "include"]);
const types: ReadonlySet<string> = new Set(["type", "record", "variant", "enum", "flags", "resource", "use"]);

function belongsOutside(t: Tokens, kind: ContainerKind, index: number): boolean {
  if (kind === "package") return false;
  const word = kindAt(t, index);
  if (!isNameLike(kindAt(t, index + 1))) return false;
  if (outer.has(word)) return true;
  if (kind === "resource") return types.has(word) || worldOnly.has(word);
  return kind === "inline" && worldOnly.has(word);
}

function cutMember(c: Cutter, open: Open, place: Place): Place {
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
function cutRest(c: Cutter, open: Open, inner: Open, place: Place): Place {
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
function containerOf(
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
    if (!isNameLike(kindAt(t, i + 1)) || kindAt(t, i + 2) !== ":" || kindAt(t, i + 3) !== "interface") return -1;
    return kindAt(t, i + 4) === "{" ? i + 4 : -1;
  }
  if (word === "package") {
    if (open.depth >= maxDepth) return -1;
    return packageBrace(t, i + 1);
  }
  if (word !== "interface" && word !== "world" && word !== "resource") return -1;
  if (word === "resource" && (open.kind === "resource" || open.kind === "file" || open.kind === "package")) return -1;
  if (isNameLike(kindAt(t, i + 1))) i++;
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
  if (kind === "@") return isNameLike(kindAt(t, i + 1)) && startsLine(t, i);
  if (kind === "constructor") return depth === 0 && kindAt(t, i + 1) === "(" && startsLine(t, i);
  if (isNameLike(kind)) {
    if (kindAt(t, i + 1) !== ":") return false;
    const word = kindAt(t, keyword);
    if (i === keyword + 1 && (word === "import" || word === "export")) return false;
    const after = kindAt(t, i + 2);
    return after === "func" || after === "async" || after === "static" || isAccessorAt(t, i + 2);
  }
  if (!outer.has(kind) && !worldOnly.has(kind) && !types.has(kind)) return false;
  if (!isNameLike(kindAt(t, i + 1))) return false;
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

/** One change of a text: `[start, end)` (UTF-16 offsets of the old text) becomes `insert`. */
export interface TextEdit {
  readonly start: number;
  readonly end: number;
  readonly insert: string;
}

/**
 * The file after an edit, equal to `cutFile(text)` but made of the old file's members wherever the edit left them
 * alone. `text` is the new text, of which only `part`s are read where the edit lies in one item.
 */
export function recutFile(
  file: Container,
  text: string,
  edit: TextEdit,
  make: UnitMaker,
  part: TextPart = (from, to) => text.slice(from, to),
): Container {
  if (edit.start <= 1 || edit.end > file.length) return cutFile(text, make);
  const c: Recutter = { t: tokens(text), make, typed: true, failures: 0, part };
  return recut(c, file, 0, 0, edit) ?? cutFile(text, make);
}

/** A part of the new text, between UTF-16 offsets, for those who can give it without reading all. */
export type TextPart = (from: number, to: number) => string;

interface Recutter extends Cutter {
  readonly part: TextPart;
}

/** `container` after the edit, or nothing where the edit moves its end; `origin` is where it starts, in both texts. */
function recut(
  c: Recutter,
  container: Container,
  origin: number,
  depth: number,
  edit: TextEdit,
): Container | undefined {
  const from = firstTouched(container, edit.start - origin);
  const inner = memberAround(container, origin, edit);
  if (inner >= 0) {
    const member = container.members[inner] as Container;
    const start = origin + container.starts[inner]!;
    const renewed = depth === 0 ? recutItem(c, member, start, edit) : recut(c, member, start, depth + 1, edit);
    if (renewed) return replace(container, inner, renewed);
  }
  if (c.failures >= mostFailures) return undefined;
  const recutHere =
    depth === 0 ? recutFileMembers(c, container, edit, from) : recutMembers(c, container, origin, depth, edit, from);
  if (!recutHere) c.failures++;
  return recutHere;
}

/** How many UTF-16 units are read behind an item: enough for the tokens that may follow its end. */
const lookedAhead = 512;

/** An item of the file after the edit, cut in its own text as long as nothing behind that counts. */
function recutItem(c: Recutter, item: Container, start: number, edit: TextEdit): Container | undefined {
  const whole = c.t;
  const length = item.length + edit.insert.length - (edit.end - edit.start);
  const end = Math.min(start + length + lookedAhead, whole.text.length);
  c.t = tokens(c.part(start, end));
  const inItem = { start: edit.start - start, end: edit.end - start, insert: edit.insert };
  const renewed = recut(c, item, 0, 1, inItem);
  const isSure = !c.t.reached || end === whole.text.length;
  c.t = whole;
  return isSure ? renewed : recut(c, item, start, 1, edit);
}

/** How many UTF-16 units behind an edit are read before all of the text is: items of that length are rare. */
const readBehind = 8_192;

/** The members of the file, cut in the text around the edit as long as nothing behind that counts. */
function recutFileMembers(c: Recutter, file: Container, edit: TextEdit, from: number): Container | undefined {
  const whole = c.t;
  // One unit more in front: an offset of 0 would be that of the file.
  const start = file.starts[from]! - 1;
  const end = edit.start + edit.insert.length + readBehind;
  if (start >= 0 && end < whole.text.length) {
    c.t = tokens(c.part(start, end));
    const inPart = { start: edit.start - start, end: edit.end - start, insert: edit.insert };
    const renewed = recutMembers(c, file, -start, 0, inPart, from);
    const isSure = !c.t.reached;
    c.t = whole;
    if (isSure) return renewed;
  }
  return recutMembers(c, file, 0, 0, edit, from);
}

/** The first member to be cut anew: the first that the edit touches, or an earlier one whose end depends on what follows it. */
function firstTouched(container: Container, at: number): number {
  let low = 0;
  let high = container.members.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (container.starts[middle + 1]! < at) low = middle + 1;
    else high = middle;
  }
  while (low > 0 && !endsByItself(container.members[low - 1]!)) low--;
  return low;
}

/** Whether a member ends where it does whatever follows: at its own closing brace, or whole as the grammar wants it. */
function endsByItself(member: Member): boolean {
  return isContainer(member) ? member.closed : member.problems.length === 0;
}

/** Index of the container member in whose inside the whole edit lies: after its head and before its tail. */
function memberAround(container: Container, origin: number, edit: TextEdit): number {
  const first = firstTouched(container, edit.start - origin);
  for (let i = first; i < container.members.length && origin + container.starts[i]! <= edit.start; i++) {
    const member = container.members[i]!;
    if (!isContainer(member)) continue;
    const start = origin + container.starts[i]!;
    if (edit.start > start + member.starts[0]! && edit.end < start + member.length - 1) return i;
  }
  return -1;
}

function replace(container: Container, index: number, member: Container): Container {
  const delta = member.length - lengthOf(container.members[index]!);
  const members = container.members.slice();
  members[index] = member;
  const { starts, tail, closed, length } = container;
  return containerOf(container, members, shiftStarts(starts, index + 1, delta), tail, closed, length + delta);
}

function shiftStarts(starts: readonly number[], from: number, delta: number): readonly number[] {
  if (delta === 0) return starts;
  const shifted = starts.slice();
  for (let i = from; i < shifted.length; i++) shifted[i] = shifted[i]! + delta;
  return shifted;
}

/** Has the tokens from a UTF-16 offset on be the first ones. */
function startAgain(t: Tokens, position: number): void {
  t.kinds.length = t.starts.length = t.ends.length = 0;
  t.errors.clear();
  t.position = position;
}

function recutMembers(
  c: Cutter,
  container: Container,
  origin: number,
  depth: number,
  edit: TextEdit,
  from: number,
): Container | undefined {
  const begin = origin + container.starts[from]!;
  const insideHead = container.head !== undefined && edit.start <= origin + container.starts[0]!;
  if (insideHead || (begin === 0 && edit.start <= 1)) return undefined;
  const delta = edit.insert.length - (edit.end - edit.start);
  const { kind, head } = container;
  const open: Open = { kind, head, members: [], starts: [], origin, depth };
  startAgain(c.t, begin === 0 ? fileStart(c.t.text) : begin);
  let place: Place = { index: 0, start: begin };
  let next = from;
  const first = container.members[from];
  while (!endsContainer(c.t, open, place.index)) {
    const isFirst = open.members.length === 0;
    open.starts.push(place.start - origin);
    place = isFirst && isEntered(first, begin, edit) ? cutOn(c, open, first, begin, edit) : cutMember(c, open, place);
    const old = place.start - delta;
    if (old < edit.end) continue;
    while (next < container.members.length && origin + container.starts[next]! < old) next++;
    if (next < container.members.length && origin + container.starts[next]! === old && old > edit.end) {
      return splice(container, open, from, next, delta);
    }
  }
  return finishRecut(c, container, open, origin, place, edit, from, delta);
}

/** Whether an edit lies behind the head of a member that is a container: then what comes before the edit stays as it was. */
function isEntered(member: Member | undefined, start: number, edit: TextEdit): member is Container {
  return member !== undefined && isContainer(member) && edit.start > start + member.starts[0]!;
}

/** Like `cutMember`, for a container that was there before the edit: its members are cut from the first that the edit may change. */
function cutOn(c: Cutter, open: Open, old: Container, start: number, edit: TextEdit): Place {
  const from = firstTouched(old, edit.start - start);
  const { kind, head } = old;
  const kept = { members: old.members.slice(0, from), starts: old.starts.slice(0, from) };
  const inner: Open = { kind, head, ...kept, origin: start, depth: open.depth + 1 };
  const at = start + old.starts[from]!;
  const next = old.members[from];
  if (!isEntered(next, at, edit)) {
    startAgain(c.t, at);
    return cutRest(c, open, inner, { index: 0, start: at });
  }
  inner.starts.push(at - start);
  return cutRest(c, open, inner, cutOn(c, inner, next, at, edit));
}

/** The members cut anew between the untouched ones before `from` and those from `next` on. */
function splice(container: Container, open: Open, from: number, next: number, delta: number): Container {
  const members = container.members.slice(0, from).concat(open.members, container.members.slice(next));
  const starts = container.starts.slice(0, from).concat(open.starts, container.starts.slice(next));
  if (delta !== 0) for (let i = from + open.starts.length; i < starts.length; i++) starts[i]! += delta;
  return containerOf(container, members, starts, container.tail, container.closed, container.length + delta);
}

/** All members from `from` on are new: the container stands where its end is still where it was, seen from behind. */
function finishRecut(
  c: Cutter,
  container: Container,
  open: Open,
  origin: number,
  place: Place,
  edit: TextEdit,
  from: number,
  delta: number,
): Container | undefined {
  const file = container.kind === "file";
  const closed = file || kindAt(c.t, place.index) === "}";
  const end = file ? c.t.text.length : closed ? endAt(c.t, place.index) : place.start;
  const same = closed && container.closed && end - delta === origin + container.length && end - delta > edit.end;
  if (!file && !same) return undefined;
  const members = [...container.members.slice(0, from), ...open.members];
  const starts = [...container.starts.slice(0, from), ...open.starts, place.start - origin];
  const tail = textBetween(c, place.start, end);
  return containerOf(container, members, starts, tail, closed, end - origin);
}

/** First token at or after a UTF-16 offset that lies between items: what the parser would meet next. */
export function nextToken(
  text: string,
  from: number,
): { readonly kind: string; readonly start: number; readonly text: string } {
  const t = tokens(text, from === 0 ? fileStart(text) : from);
  return { kind: kindAt(t, 0), start: startAt(t, 0), text: textAt(t, 0) };
}
