// What the project's own analyser says of a case, by the functions that the editor and the command line call.
import { readFile } from "node:fs/promises";
import { bytePositionOf, lineIndex } from "../src/base/line-index.ts";
import { analyzeRoot, newAnalysisCache, type RootAnalysis, rootProblems } from "../src/semantics/analysis.ts";
import type { Problem } from "../src/semantics/problem.ts";
import type { UnitMaker } from "../src/syntax/cut.ts";
import { type ParsedFile, parseFile } from "../src/syntax/file.ts";
import { loadParser } from "../src/syntax/parser.ts";
import { unitMaker } from "../src/syntax/unit.ts";
import { decodePackage } from "../src/workspace/binary/package.ts";
import { type GivenBinary, type GivenFile, givenFolder, placeOf, singleFile } from "../src/workspace/given-files.ts";
import type { PackageRoot } from "../src/workspace/layout-types.ts";
import type { FuzzCase, Place } from "./case.ts";

export interface OurError extends Place {
  readonly code: string;
  readonly message: string;
}

export interface OurAnswer {
  readonly errors: readonly OurError[];
  readonly analysis: RootAnalysis;
}

/** A parser from the repository's grammar. */
export async function loadMaker(): Promise<UnitMaker> {
  // The bundle lies in .tools/fuzz/bin, three folders below the repository, as does server/out/fuzz.
  const repository = new URL("../../../", import.meta.url);
  const bytes = (path: string): Promise<Uint8Array> => readFile(new URL(path, repository));
  const runtime = await bytes("node_modules/web-tree-sitter/web-tree-sitter.wasm");
  return unitMaker(await loadParser({ runtime, grammar: await bytes("tree-sitter-wit/tree-sitter-wit.wasm") }));
}

const folder = "given:///case";

export function uriOf(path: string): string {
  return `${folder}/${path}`;
}

/** The files of a case that the reference would read, parsed. */
export function parseCase(of: FuzzCase, make: UnitMaker): readonly GivenFile[] {
  const read = (path: string): boolean => (of.root === "." ? placeOf(path) !== undefined : path === of.root);
  return Object.keys(of.files)
    .filter(read)
    .map(path => ({ path, file: parseFile({ uri: uriOf(path), text: of.files[path]!, version: 0 }, make) }));
}

export function rootOf(of: FuzzCase, given: readonly GivenFile[], make: UnitMaker): PackageRoot {
  if (of.root === ".") return givenFolder(folder, given, Object.keys(of.files), binariesOf(of, make));
  return singleFile(given.find(({ path }) => path === of.root)!);
}

function binariesOf({ binaries = {} }: FuzzCase, make: UnitMaker): readonly GivenBinary[] {
  return Object.entries(binaries).map(([path, hex]) => {
    const read = decodePackage(Buffer.from(hex, "hex"));
    if (read.kind === "fault") return { path, fault: read.message };
    return { path, file: parseFile({ uri: uriOf(path), text: read.text, version: 0 }, make) };
  });
}

/** Every error of a case, each at the place that the reference would name. */
export function ourAnswer(of: FuzzCase, make: UnitMaker): OurAnswer {
  const given = parseCase(of, make);
  const features = { names: of.features, all: of.allFeatures };
  const analysis = analyzeRoot(rootOf(of, given, make), features, newAnalysisCache());
  const paths = new Map(given.map(({ path, file }) => [file.source.uri, { path, file }]));
  const errors = rootProblems(analysis).flatMap(({ uri, problem }) =>
    problem.severity === "error" ? [placed(problem, paths.get(problem.elsewhere?.uri ?? uri ?? ""))] : [],
  );
  return { errors, analysis };
}

function placed(
  { code, message, elsewhere, at = elsewhere?.start }: Problem,
  where: { readonly path: string; readonly file: ParsedFile } | undefined,
): OurError {
  if (!where || at === undefined) return { code, message, file: null, line: null, col: null };
  const { line, col } = bytePositionOf(lineIndex(where.file.source.text), at);
  return { code, message, file: where.path, line, col };
}
