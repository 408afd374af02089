// What a quick fix is: a repair of one problem, as edits; and what the rules that make them share.
import type { Span } from "../../base/span.ts";
import type { RootAnalysis } from "../../semantics/analysis.ts";
import type { Problem } from "../../semantics/problem.ts";
import { isContainer, type Unit, unitOf } from "../../syntax/ast.ts";
import type { ParsedFile } from "../../syntax/file.ts";
import type { TextEdit } from "../../syntax/recut.ts";
import type { FileEdit } from "../edits/file-edit.ts";
import { analysisAt, itemAt, memberAt, memberSpan, type PlacedItem, type PlacedMember } from "../locate.ts";
import { filesOf } from "../references.ts";

/** Where a problem is; UTF-16 offsets everywhere. */
export interface FixContext {
  readonly root: RootAnalysis;
  readonly file: ParsedFile;
  readonly problem: Problem;
  /** All roots of the workspace, for what other packages have. */
  readonly roots: readonly RootAnalysis[];
  /** What packages can be taken of besides: releases of WASI. Absent: nothing. */
  readonly library?: readonly RootAnalysis[];
}

export interface Fix {
  /** What it does, as an order: "Insert `;`". */
  readonly title: string;
  readonly edits: readonly FileEdit[];
  /** Whether it is what nearly everybody would do, so that it may be made without being looked at. */
  readonly preferred?: boolean;
  /** Whether it was found by trying alone: beside one that is preferred it only distracts. */
  readonly guess?: boolean;
}

/** One way to repair problems of some codes. Pure and total; nothing where it does not apply. */
export interface FixRule {
  /** Codes that it looks at. */
  readonly codes: readonly string[];
  readonly fix: (c: FixContext) => Fix | readonly Fix[] | undefined;
}

/** A fix that edits only the file with the problem. */
export function fixHere(c: FixContext, title: string, edits: TextEdit | readonly TextEdit[], preferred = false): Fix {
  return fixIn(c.file, title, edits, preferred);
}

/** A fix that edits only one file. */
export function fixIn(file: ParsedFile, title: string, edits: TextEdit | readonly TextEdit[], preferred = false): Fix {
  const list = "insert" in edits ? [edits] : edits;
  return { title, edits: [{ uri: file.source.uri, edits: list }], ...(preferred ? { preferred } : {}) };
}

/** The text that the problem underlines. */
export function underlined({ file, problem }: FixContext): string {
  return file.source.text.slice(problem.start, problem.end);
}

export function replace({ start, end }: Span, insert: string): TextEdit {
  return { start, end, insert };
}

export function insertAt(offset: number, insert: string): TextEdit {
  return { start: offset, end: offset, insert };
}

/** The item around the problem and its unit (the head of a container); `span` leaves its comments out. */
export interface ProblemMember extends PlacedMember {
  readonly unit: Unit;
  readonly span: Span;
}

export function problemMember({ file, problem }: Pick<FixContext, "file" | "problem">): ProblemMember | undefined {
  return memberWithUnit(memberAt(file, problem.start));
}

export function memberWithUnit(placed: PlacedMember | undefined): ProblemMember | undefined {
  const unit = placed && unitOf(placed.member);
  return unit && { ...placed, unit, span: memberSpan(placed) };
}

/** The stretch that a member's own tokens lie in: all of it, or a container's head. */
export function headSpan({ member, unit, start }: ProblemMember): Span {
  return { start: start + unit.start, end: start + (isContainer(member) ? member.starts[0]! : unit.end) };
}

/** The innermost interface, world or inline interface around an offset of a file, with what is known of it. */
export interface Home extends PlacedItem {
  readonly analysis: PlacedItem["item"]["analysis"];
  /** Where the innermost container starts in the file. */
  readonly base: number;
}

export function homeAt(c: FixContext, offset = c.problem.start): Home | undefined {
  const item = itemAt(c.root, c.file, offset);
  if (!item) return undefined;
  const { analysis, start } = analysisAt(item, offset);
  return { ...item, analysis, base: start };
}

/** The file of the root with a URI. */
export function fileOf(c: FixContext, uri: string): ParsedFile | undefined {
  return uri === c.file.source.uri ? c.file : filesOf(c.root).find(f => f.source.uri === uri);
}

/** Whether a file is the root's own: nobody wants a fix in `deps/`, which the next update would undo. */
export function isOwn(c: FixContext, file: ParsedFile): boolean {
  return c.root.root.main.includes(file);
}
