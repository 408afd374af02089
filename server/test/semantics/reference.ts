// Checks one case of what the reference parser rejects: our error is there, alone, at the place that the reference names.
import { deepEqual } from "node:assert/strict";
import { test } from "node:test";
import { bytePositionOf, lineIndex } from "../../src/base/line-index.ts";
import { rootProblems } from "../../src/semantics/analysis.ts";
import { layout } from "../../src/workspace/layout.ts";
import { type Fixture, fixture } from "../support/fixture.ts";
import { allAnalyses, folderSchemes, parse, type TestWorkspace } from "../support/workspace.ts";

/** `deps` folders without any file, which a fixture can't have. */
interface Options {
  readonly depFolders?: readonly string[];
  /** Other errors that are there too, which the reference never reaches. */
  readonly also?: readonly string[];
}

/**
 * A case named as in the reference parser's catalogue. The cursor `$0` in the text stands where the reference places the
 * error; a text without one gives an error that the reference gives no place.
 */
export function rejected(name: string, code: string, source: string, options: Options = {}): void {
  test(`${name}: ${code}`, () => {
    const read = fixture(source);
    const [cursor, more] = read.cursors;
    if (more) throw new Error("there are several places");
    const place = cursor && { path: pathOf(read, cursor.uri), ...bytes(read, cursor.uri, cursor.offset) };
    const errors = errorsOf(read, options).filter(e => !options.also?.includes(e.code));
    deepEqual(errors, [{ code, place }]);
  });
}

/** A case that the reference accepts. */
export function accepted(name: string, source: string): void {
  test(`${name}: accepted`, () => deepEqual(errorsOf(fixture(source), {}), []));
}

interface Placed {
  readonly code: string;
  /** Line and column as the reference counts: from 1, in UTF-8 bytes. */
  readonly place: { readonly path: string; readonly line: number; readonly col: number } | undefined;
}

function errorsOf(read: Fixture, { depFolders = [] }: Options): readonly Placed[] {
  const files = read.files.map(({ uri, text }) => parse(uri, text));
  const workspace: TestWorkspace = {
    fixture: read,
    files,
    layout: layout({ files, depFolders, schemes: folderSchemes }),
  };
  return allAnalyses(workspace).flatMap(analysis =>
    rootProblems(analysis).flatMap(({ uri: shown, problem }): Placed[] => {
      const { code, severity, elsewhere, at = elsewhere?.start } = problem;
      if (severity !== "error") return [];
      const uri = elsewhere?.uri ?? shown;
      const placed = uri !== undefined && at !== undefined;
      return [{ code, place: placed ? { path: pathOf(read, uri), ...bytes(read, uri, at) } : undefined }];
    }),
  );
}

function pathOf(read: Fixture, uri: string): string {
  return read.files.find(f => f.uri === uri)?.path ?? uri;
}

function bytes(read: Fixture, uri: string, offset: number): { line: number; col: number } {
  return bytePositionOf(lineIndex(read.files.find(f => f.uri === uri)?.text ?? ""), offset);
}
