// Places of problems as programs want them: a path, and lines and columns that count from 1.
import path from "node:path";
import { fileURLToPath } from "node:url";
import { bytePositionOf, type LineIndex, lineIndex, positionOf } from "../base/line-index.ts";
import type { CheckedFile, CheckResult } from "./paths.ts";

export interface Place {
  readonly file: string;
  readonly line: number;
  readonly col: number;
  readonly endLine: number;
  readonly endCol: number;
}

/** What a column counts: bytes of UTF-8, or UTF-16 code units. */
export type Columns = "utf-8" | "utf-16";

/** Tells the place of a stretch of a file (UTF-16 offsets); nothing where the file is not among those of the result. */
export function placesIn(
  result: CheckResult,
  columns: Columns,
): (uri: string, start: number, end: number) => Place | undefined {
  const lines = new Map<string, LineIndex>();
  return (uri, start, end) => {
    const text = fileAt(result, uri)?.source.text;
    if (text === undefined) return undefined;
    const index = lines.get(uri) ?? lineIndex(text);
    lines.set(uri, index);
    const [from, to] = [positionIn(index, start, columns), positionIn(index, end, columns)];
    const file = uri.startsWith("file:") ? fileURLToPath(uri) : uri;
    return { file, line: from.line, col: from.col, endLine: to.line, endCol: to.col };
  };
}

/** A file of a result by its URI. */
export function fileAt({ files, manifests, earlier }: CheckResult, uri: string): CheckedFile | undefined {
  return files.get(uri) ?? manifests.get(uri) ?? earlier.get(uri);
}

function positionIn(index: LineIndex, offset: number, columns: Columns): { line: number; col: number } {
  if (columns === "utf-8") return bytePositionOf(index, offset);
  const { line, character } = positionOf(index, offset);
  return { line: line + 1, col: character + 1 };
}

/** A path as seen from the current folder, with `/` between its segments; whole where it lies elsewhere. */
export function relativePath(file: string): string {
  const short = path.relative(process.cwd(), file);
  return (short.startsWith("..") || path.isAbsolute(short) ? file : short).split(path.sep).join("/");
}
