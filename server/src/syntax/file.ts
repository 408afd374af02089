// A parsed file: its members and everything that is wrong with its syntax. Parsing never fails.
import { append } from "../base/append.ts";
import { memo } from "../base/memo.ts";
import { describeFound } from "./advice.ts";
import type { Container, ContainerKind, SyntaxProblem, Unit } from "./ast.ts";
import { isContainer, unitOf } from "./ast.ts";
import { badCharacters } from "./bad-characters.ts";
import { cutFile, fileStart, type UnitMaker } from "./cut.ts";
import { itemProblem } from "./expect.ts";
import { recutFile, type TextEdit, type TextPart } from "./recut.ts";
import { kindAt, startAt, type Tokens, tokens } from "./tokens.ts";

/** Content of a file at one moment; a new object for each content. */
export interface SourceFile {
  /** The client's spelling, opaque. */
  readonly uri: string;
  readonly text: string;
  /** The editor's version, or 0 for a file on disk. */
  readonly version: number;
}

export interface ParsedFile {
  readonly source: SourceFile;
  readonly root: Container;
  /** Gives parts of the text without reading all of it, where it was edited. */
  readonly part?: TextPart;
}

/** A part of a file's text; UTF-16 offsets. */
export function partOf({ source, part }: ParsedFile, from: number, to: number): string {
  return part ? part(from, to) : source.text.slice(from, to);
}

/** A syntax problem at its place in the file; all offsets are UTF-16 offsets of the file. */
export interface PlacedProblem {
  readonly code: string;
  readonly message: string;
  readonly start: number;
  readonly end: number;
  /** Where the reference parser stops. */
  readonly at: number;
  readonly missing?: string;
}

export function parseFile(source: SourceFile, make: UnitMaker): ParsedFile {
  return { source, root: cutFile(source.text, make) };
}

/** The file after one edit, equal to `parseFile(source)`. `source` is the new content, `part` gives parts of it. */
export function reparseFile(
  old: ParsedFile,
  source: SourceFile,
  edit: TextEdit,
  make: UnitMaker,
  part?: TextPart,
): ParsedFile {
  return { source, root: recutFile(old.root, source.text, edit, make, part), ...(part ? { part } : {}) };
}

/** A problem whose place counts from its container; `next` is still to be looked up in the file. */
interface Found {
  readonly problem: SyntaxProblem;
  /** What the problem's offsets count from. */
  readonly offset: number;
  /** For a problem `at` `next`: where to read on, and as what; without a context, the next token is meant. */
  readonly from: number;
  readonly context?: ContainerKind;
}

/** Everything wrong with the syntax of a file, in the order of the text. */
export const syntaxProblems: (file: ParsedFile) => readonly PlacedProblem[] = memo(file => {
  const found = problemsIn(file.root);
  const misplaced = misplacedPackages(file.root, 0, 0);
  if (found.length === 0 && misplaced.length === 0) return none;
  const placed = [...found, ...misplaced].flatMap(f => place(file, f) ?? []);
  return placed.sort((a, b) => a.at - b.at);
});

const none: readonly never[] = [];

function place(file: ParsedFile, { problem, offset, from, context }: Found): PlacedProblem | undefined {
  const { code, missing } = problem;
  const base = {
    code,
    start: problem.start + offset,
    end: problem.end + offset,
    ...(missing === undefined ? {} : { missing }),
  };
  if (problem.at !== "next") return { message: problem.message, at: problem.at + offset, ...base };
  if (context) return readOn(file, from, context);
  const found = tokenAfter(file, from);
  return { message: `${problem.message} before ${found.words}`, at: found.start, ...base };
}

/** The problem of an item that its unit holds only in part, found by reading past the unit's end as the reference does. */
function readOn(file: ParsedFile, from: number, context: ContainerKind): PlacedProblem | undefined {
  const { problem, base } = reading(file, from, (t, base) => ({ problem: itemProblem(t, context), base }));
  if (!problem) return undefined;
  const place = { start: problem.start + base, end: problem.end + base };
  if (problem.at !== "next") return { ...problem, ...place, at: problem.at + base };
  return { ...problem, ...place, message: `${problem.message}, but the file ends here`, at: file.source.text.length };
}

/** How many UTF-16 units are read before all of the text is. */
const readAtOnce = 2_048;

/** What is read in the tokens from an offset on; `base` is to be added to their offsets. */
function reading<R>({ source, part }: ParsedFile, from: number, read: (t: Tokens, base: number) => R): R {
  const { text } = source;
  const end = from + readAtOnce;
  if (part && from > 0 && end < text.length) {
    const t = tokens(part(from, end));
    const found = read(t, from);
    if (!t.reached) return found;
  }
  return read(tokens(text, from === 0 ? fileStart(text) : from), 0);
}

/** The first token after `from` and the attributes there. */
function tokenAfter(file: ParsedFile, from: number): { words: string; start: number } {
  return reading(file, from, behindAttributes);
}

function behindAttributes(t: Tokens, base: number): { words: string; start: number } {
  let i = 0;
  while (kindAt(t, i) === "@") {
    i += 2;
    if (kindAt(t, i) !== "(") continue;
    while (kindAt(t, i) !== ")" && kindAt(t, i) !== "end") i++;
    i++;
  }
  const error = kindAt(t, i) === "error" ? t.errors.get(i) : undefined;
  return { words: describeFound(t, i), start: (error ? error.at : startAt(t, i)) + base };
}

/** Problems of a container's members, offsets counted from the container. */
function problemsIn(container: Container): readonly Found[] {
  return container.sound ? none : foundIn(container);
}

const foundIn: (container: Container) => readonly Found[] = memo(container => {
  const found: Found[] = [];
  if (container.head) addUnit(found, container.head, 0, container.kind);
  let broken = false;
  // What stands between an unclosed container and a brace without one belongs to that container.
  let unclosedBefore = 0;
  const lastBrace = container.members.findLastIndex(m => !isContainer(m) && isBrace(m));
  for (let i = 0; i < container.members.length; i++) {
    const member = container.members[i]!;
    const start = container.starts[i]!;
    const before = found.length;
    if (!isContainer(member)) {
      if (unclosedBefore > 0 && isBrace(member)) unclosedBefore--;
      else if (!(broken || (unclosedBefore > 0 && i < lastBrace)) || !isStray(member))
        addUnit(found, member, start, container.kind);
      broken = member.problems.length > 0;
      continue;
    }
    const inner = problemsIn(member);
    for (const { problem, offset, from, context } of inner)
      found.push({ problem, offset: offset + start, from: from + start, ...(context ? { context } : {}) });
    if (!member.closed && !swallowed(member)) found.push(unclosed(member, start));
    unclosedBefore += unclosedIn(member);
    broken = found.length > before && !member.closed;
  }
  const tail = container.starts[container.members.length]!;
  for (const problem of badCharacters(container.tail)) found.push({ problem, offset: tail, from: tail });
  return found.length === 0 ? none : found;
});

/** A unit that only is where it is because of the mistake before it: saying so again would not help. */
function isStray(unit: Unit): boolean {
  const code = unit.problems[0]?.code;
  return unit.problems.length === 1 && (code === "expected-item" || code?.endsWith("-item") === true);
}

/** A `}` outside of everything. */
function isBrace(unit: Unit): boolean {
  return (
    unit.text.endsWith("}") && unit.problems[0]?.code === "expected-item" && unit.problems[0].start === unit.end - 1
  );
}

/** How many braces are missing in a container. Its closing braces may follow it as members of the file. */
const unclosedIn: (container: Container) => number = memo(container => {
  let count = container.closed ? 0 : 1;
  for (const member of container.members) if (isContainer(member)) count += unclosedIn(member);
  return count;
});

/** Whether a comment without an end has taken the container's closing brace. */
function swallowed(container: Container): boolean {
  const last = container.members.at(-1);
  if (!last) return false;
  return isContainer(last) ? swallowed(last) : last.problems.some(p => p.code === "unterminated-comment");
}

/** A forbidden character inside an item breaks its syntax as well: only the character is said then. */
function addUnit(found: Found[], unit: Unit, offset: number, context: ContainerKind): void {
  const forbidden = unit.problems.some(p => isForbiddenKind(p.code) && p.start >= unit.start);
  for (const problem of unit.problems)
    if (!forbidden || isForbiddenKind(problem.code)) found.push({ problem, offset, from: offset, context });
}

/** Whether a code tells of a character that no text may hold. */
export function isForbiddenKind(code: string): boolean {
  return code === "control-codepoint" || code === "forbidden-codepoint" || code === "deprecated-codepoint";
}

function unclosed(container: Container, start: number): Found {
  const name = headName(container);
  const from = start + container.starts[container.members.length]!;
  const head = container.head!;
  const problem: SyntaxProblem = {
    code: "unclosed-brace",
    message: `${name} is never closed: \`}\` is missing`,
    at: "next",
    start: head.end - 1,
    end: head.end,
    missing: "}",
  };
  return { problem, offset: start, from };
}

function headName(container: Container): string {
  const head = container.head;
  const kind = container.kind === "inline" ? "interface" : container.kind;
  if (head?.kind === "package" && head.name) return `package \`${head.text.slice(head.name.start, head.name.end)}\``;
  return head && "name" in head && head.name && "text" in head.name ? `${kind} \`${head.name.text}\`` : `this ${kind}`;
}

/** The reference parser enters this many nested package blocks. */
const maxPackageDepth = 100;

/** Headers that are not a file's first item, and package blocks that nest too deep. */
function misplacedPackages(container: Container, offset: number, depth: number): readonly Found[] {
  const found: Found[] = [];
  for (let i = 0; i < container.members.length; i++) {
    const member = container.members[i]!;
    const unit = unitOf(member);
    if (unit?.kind !== "package") continue;
    const start = offset + container.starts[i]!;
    if (isContainer(member)) {
      if (depth >= maxPackageDepth) found.push(tooDeep(unit, start));
      else append(found, misplacedPackages(member, start, depth + 1));
    } else if ((depth > 0 || i > 0) && unit.problems.length === 0 && unit.text.endsWith(";"))
      found.push(lateHeader(unit, start));
  }
  return found;
}

function tooDeep(unit: Unit, offset: number): Found {
  const problem: SyntaxProblem = {
    code: "package-too-deep",
    message: `packages can't nest more than ${maxPackageDepth} deep`,
    at: unit.start,
    start: unit.start,
    end: unit.start + "package".length,
  };
  return { problem, offset, from: offset };
}

function lateHeader(unit: Unit, offset: number): Found {
  const semicolon = unit.end - 1;
  const message = "a `package` header comes first in its file; to hold another package write `package name { … }`";
  const problem: SyntaxProblem = {
    code: "late-package-header",
    message,
    at: semicolon,
    start: unit.start,
    end: unit.end,
  };
  return { problem, offset, from: offset };
}
