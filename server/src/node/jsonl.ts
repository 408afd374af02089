// `wit check --jsonl`: judges packages given one a line on standard input, and answers each with a line.
import { createInterface } from "node:readline";
import type { Readable, Writable } from "node:stream";
import { bytePositionOf, type LineIndex, lineIndex } from "../base/line-index.ts";
import { analyzeRoot, newAnalysisCache, rootProblems } from "../semantics/analysis.ts";
import { isLeftOut } from "../semantics/checks/worlds-left-out.ts";
import { type AbiModel, abiModel, exactNumbers } from "../semantics/model/abi.ts";
import { type JsonObject, resolveModel } from "../semantics/model/resolve.ts";
import type { Problem } from "../semantics/problem.ts";
import type { UnitMaker } from "../syntax/cut.ts";
import { type ParsedFile, parseFile } from "../syntax/file.ts";
import { textInstead } from "../workspace/binary/package.ts";
import { type GivenBinary, type GivenFile, givenFolder, placeOf, singleFile } from "../workspace/given-files.ts";
import { decodeText, type FileContent } from "../workspace/host.ts";
import type { PackageRoot } from "../workspace/layout-types.ts";
import { readBinaryPackage } from "./binary-packages.ts";

/** One package: `root` is `.` for the folder, or the path of the one file that is meant. */
interface Request {
  readonly id: unknown;
  readonly files: Readonly<Record<string, string | { readonly base64: string }>>;
  readonly root?: string;
  readonly features?: readonly string[];
  readonly allFeatures?: boolean;
  /** Asks for the resolved packages of a package without errors. */
  readonly resolve?: boolean;
  /** Asks for the canonical ABI of a package without errors. */
  readonly abi?: boolean;
}

/** One error; lines and columns count from 1, columns in UTF-8 bytes. Null where the reference parser names no place. */
interface AnswerError {
  readonly file: string | null;
  readonly line: number | null;
  readonly col: number | null;
  readonly endLine: number | null;
  readonly endCol: number | null;
  readonly code: string;
  readonly message: string;
}

interface Answer {
  readonly id: unknown;
  readonly ok: boolean;
  readonly errors: readonly AnswerError[];
  readonly resolve?: JsonObject;
  readonly abi?: AbiModel | null;
}

/** Answers every line of `input` in order; resolves when it ends. Never rejects for what a line holds. */
export async function answerLines(input: Readable, output: Writable, make: UnitMaker): Promise<void> {
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (line.trim() === "") continue;
    const answer = `${exactNumbers(JSON.stringify(await answerLine(line, make)))}\n`;
    if (!output.write(answer)) await new Promise(resolve => output.once("drain", resolve));
  }
}

async function answerLine(line: string, make: UnitMaker): Promise<Answer> {
  let request: Request;
  try {
    request = readRequest(line);
  } catch (error) {
    return failed(null, "invalid-request", describe(error));
  }
  try {
    return await answer(request, make);
  } catch (error) {
    return failed(request.id, "internal-error", `The checker failed on this package: ${describe(error)}`);
  }
}

function readRequest(line: string): Request {
  const value: unknown = JSON.parse(line);
  const request = value as Request | null;
  if (typeof request?.files !== "object" || request.files === null)
    throw new Error('a line is an object with "id" and "files": {"path": "text"}');
  const root = request.root ?? ".";
  if (root !== "." && request.files[root] === undefined)
    throw new Error(`"root" names ${root}, which is not in "files"`);
  return request;
}

async function answer(request: Request, make: UnitMaker): Promise<Answer> {
  const paths = Object.keys(request.files);
  const given: GivenFile[] = [];
  for (const path of paths.filter(path => isRead(request, path))) {
    const content = contentOf(request.files[path]!);
    if (content.kind === "binary") return failed(request.id, "not-text", content.reason, path);
    const source = { uri: uriOf(path), text: content.text, version: 0 };
    given.push({ path, file: parseFile(source, make) });
  }
  const features = { names: request.features ?? [], all: request.allFeatures ?? false };
  const root = rootOf(request, given, paths, await binariesOf(request, paths, make));
  const analysis = analyzeRoot(root, features, newAnalysisCache());
  const found = rootProblems(analysis);
  const places = new Map(given.map(({ path, file }) => [file.source.uri, { path, file }]));
  const lines = lineCache();
  const errors = found.filter(({ problem }) => problem.severity === "error");
  // What is not elaborated has no model.
  const whole = errors.length === 0 && !found.some(({ problem }) => isLeftOut(problem));
  return {
    id: request.id,
    ok: errors.length === 0,
    errors: errors.map(({ uri, problem }) => place(problem, places.get(problem.elsewhere?.uri ?? uri ?? ""), lines)),
    ...(request.resolve && whole ? { resolve: resolveModel(analysis) } : {}),
    ...(request.abi && whole ? { abi: abiModel(analysis) ?? null } : {}),
  };
}

const folderUri = "given:///";

function uriOf(path: string): string {
  return folderUri + path;
}

function rootOf(
  request: Request,
  given: readonly GivenFile[],
  paths: readonly string[],
  binaries: readonly GivenBinary[],
): PackageRoot {
  const { root = "." } = request;
  if (root === ".") return givenFolder(folderUri.slice(0, -1), given, paths, binaries);
  return singleFile(given.find(({ path }) => path === root)!);
}

/** Dependencies in binary form, read as WIT. */
async function binariesOf(
  request: Request,
  paths: readonly string[],
  make: UnitMaker,
): Promise<readonly GivenBinary[]> {
  const inFolder = (request.root ?? ".") === ".";
  const binary = inFolder ? paths.filter(path => placeOf(path) === "binary" && !isRead(request, path)) : [];
  return Promise.all(
    binary.map(async path => {
      const read = await readBinaryPackage(bytesOf(request.files[path]!));
      if (read.kind === "fault") return { path, fault: read.message };
      return { path, file: parseFile({ uri: uriOf(path), text: read.text, version: 0 }, make) };
    }),
  );
}

/** Whether the reference parser would open this file as WIT text: a dependency in one file is WIT where it is no WebAssembly. */
function isRead({ files, root = "." }: Request, path: string): boolean {
  if (root !== ".") return path === root;
  const place = placeOf(path);
  return place === "wit" || (place === "binary" && textInstead(bytesOf(files[path]!)) !== undefined);
}

function bytesOf(value: string | { readonly base64: string }): Uint8Array {
  return typeof value === "string" ? Buffer.from(value) : Buffer.from(value.base64, "base64");
}

function contentOf(value: string | { readonly base64: string }): FileContent {
  if (typeof value === "string") return { kind: "text", text: value };
  return decodeText(bytesOf(value));
}

type LinesOf = (file: ParsedFile) => LineIndex;

function lineCache(): LinesOf {
  const known = new Map<ParsedFile, LineIndex>();
  return file => {
    const lines = known.get(file) ?? lineIndex(file.source.text);
    known.set(file, lines);
    return lines;
  };
}

function place(problem: Problem, where: GivenFile | undefined, linesOf: LinesOf): AnswerError {
  const { code, message, elsewhere, at = elsewhere?.start } = problem;
  if (!where || at === undefined) return { ...nowhere, code, message };
  const lines = linesOf(where.file);
  const from = bytePositionOf(lines, at);
  const to = bytePositionOf(lines, Math.max(at, (elsewhere ?? problem).end));
  return { file: where.path, line: from.line, col: from.col, endLine: to.line, endCol: to.col, code, message };
}

const nowhere = { file: null, line: null, col: null, endLine: null, endCol: null };

function failed(id: unknown, code: string, message: string, file: string | null = null): Answer {
  return { id, ok: false, errors: [{ ...nowhere, file, code, message }] };
}

function describe(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
