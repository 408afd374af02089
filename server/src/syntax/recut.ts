// Cuts a file anew after an edit: of what the edit did not touch, every member stays the same object.
import type { Container, Member } from "./ast.ts";
import { isContainer, lengthOf } from "./ast.ts";
import {
  type Cutter,
  containerOf,
  cutFile,
  cutMember,
  cutRest,
  endsContainer,
  fileStart,
  type Open,
  type Place,
  textBetween,
  type UnitMaker,
} from "./cut.ts";
import { endAt, kindAt, type Tokens, tokens } from "./tokens.ts";

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
  /** How many containers around an edit were cut anew in vain, since it moves their ends. */
  failures: number;
}

/** After so many, cutting the whole file costs less than to try it further out. */
const mostFailures = 3;

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
