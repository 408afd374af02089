// What can stand at the cursor, told from the tokens before it alone.
import type { ContainerKind } from "../../syntax/ast.ts";
import type { Token } from "../token-at.ts";
import type { Statement } from "./statement.ts";

export type Context =
  /** A new item, behind its attributes. */
  | { readonly kind: "item"; readonly container: ContainerKind; readonly attributed: boolean }
  /** A type. `key`: of a map; `blank`: `_` may stand here; `defines`: the type that it would be part of. */
  | { readonly kind: "type"; readonly key: boolean; readonly blank: boolean; readonly defines: string | undefined }
  /** What `own` and `borrow` hold. */
  | { readonly kind: "handle" }
  /** A path, of which `typed` stands there already. */
  | { readonly kind: "path"; readonly role: PathRole; readonly typed: readonly Token[] }
  /** What follows `name:` in an interface, a resource or, where `world`, in an import or export. */
  | {
      readonly kind: "declaration";
      readonly place: "interface" | "resource" | "world";
      readonly before: readonly string[];
    }
  | { readonly kind: "use-names"; readonly path: readonly Token[]; readonly names: readonly string[] }
  | { readonly kind: "include-names"; readonly path: readonly Token[]; readonly names: readonly string[] }
  | { readonly kind: "gate" }
  | { readonly kind: "gate-argument"; readonly word: "version" | "feature" }
  | { readonly kind: "version"; readonly gate: string; readonly start: number }
  | { readonly kind: "feature" }
  | { readonly kind: "package-name"; readonly typed: readonly Token[] }
  | { readonly kind: "words"; readonly words: readonly string[] };

export type PathRole = "use" | "top-use" | "import" | "export" | "include";

/** Undefined where only a new name or nothing can stand. Several where the tokens leave it open. */
export function contextsOf(statement: Statement, text: string): readonly Context[] {
  const container = statement.around.at(-1)!.container.kind;
  const split = afterAttributes(statement.tokens);
  if ("gate" in split) return split.gate ? [split.gate] : [];
  const { rest } = split;
  const first = rest[0];
  if (!first) return [{ kind: "item", container, attributed: split.attributed }];
  const last = rest.at(-1)!;
  const lineBreak = text.slice(last.end, statement.word.start).includes("\n");
  if (lineBreak && mayEnd(rest)) return [{ kind: "item", container, attributed: false }];
  return inItem(first, rest, container, statement);
}

/** What stands behind the attributes; or what can stand in the last of them, where that is unfinished. */
function afterAttributes(
  tokens: readonly Token[],
): { readonly rest: readonly Token[]; readonly attributed: boolean } | { readonly gate: Context | undefined } {
  let i = 0;
  while (tokens[i]?.kind === "@") {
    const name = tokens[i + 1];
    if (!name) return { gate: { kind: "gate" } };
    if (tokens[i + 2]?.kind !== "(") {
      i += 2;
      continue;
    }
    let end = i + 3;
    while (tokens[end] && tokens[end]!.kind !== ")") end++;
    if (!tokens[end]) return { gate: inAttribute(name.text, tokens.slice(i + 3)) };
    i = end + 1;
  }
  return { rest: tokens.slice(i), attributed: i > 0 };
}

function inAttribute(gate: string, args: readonly Token[]): Context | undefined {
  const word = gate === "unstable" ? "feature" : gate === "since" || gate === "deprecated" ? "version" : undefined;
  if (!word) return undefined;
  if (args.length === 0) return { kind: "gate-argument", word };
  if (args[1]?.kind !== "=") return undefined;
  if (word === "feature") return args.length === 2 ? { kind: "feature" } : undefined;
  return { kind: "version", gate, start: args[2]?.start ?? -1 };
}

const typeEnds: ReadonlySet<string> = new Set([
  "id",
  "%id",
  ">",
  ")",
  "}",
  "integer",
  "u8",
  "u16",
  "u32",
  "u64",
  "s8",
  "s16",
  "s32",
  "s64",
  "f32",
  "f64",
  "char",
  "bool",
  "string",
  "error-context",
  "list",
  "result",
  "tuple",
  "option",
  "stream",
  "future",
]);

/** Whether the item lacks nothing but its semicolon. */
function mayEnd(tokens: readonly Token[]): boolean {
  return bracketsOf(tokens).length === 0 && typeEnds.has(tokens.at(-1)!.kind);
}

function inItem(
  first: Token,
  tokens: readonly Token[],
  container: ContainerKind,
  statement: Statement,
): readonly Context[] {
  const last = tokens.at(-1)!;
  const topLevel = container === "file" || container === "package";
  switch (first.kind) {
    case "package":
      return [{ kind: "package-name", typed: tokens.slice(1) }];
    case "use":
      return topLevel ? inTopUse(tokens, statement) : inUse(tokens, statement);
    case "include":
      return inInclude(tokens, statement);
    case "import":
    case "export":
      return inExtern(first.kind, tokens, statement);
    case "interface":
    case "world":
    case "resource":
      return [];
    case "id":
    case "%id":
      return inNamed(tokens, container);
    default:
      return inType(tokens, last);
  }
}

/** Brackets that are open at the end, each with the token before it. */
function bracketsOf(
  tokens: readonly Token[],
): readonly { readonly kind: string; readonly owner: string; readonly commas: number }[] {
  const open: { kind: string; owner: string; commas: number }[] = [];
  for (const [i, { kind }] of tokens.entries()) {
    if (kind === "(" || kind === "{" || kind === "<") open.push({ kind, owner: tokens[i - 1]?.kind ?? "", commas: 0 });
    else if (kind === ")" || kind === "}" || kind === ">") open.pop();
    else if (kind === "," && open.length > 0) open.at(-1)!.commas++;
  }
  return open;
}

const anyType = { kind: "type", key: false, blank: false, defines: undefined } as const;

/** A type in a definition or a signature. */
function inType(tokens: readonly Token[], last: Token): readonly Context[] {
  const [word, name] = tokens;
  const inner = bracketsOf(tokens).at(-1);
  const defines = word?.kind === "type" || word?.kind === "record" || word?.kind === "variant" ? name?.text : undefined;
  if (!inner) {
    if (last.kind === "=" && word?.kind === "type") return [{ ...anyType, defines }];
    if (last.kind === "->") return [anyType];
    const signature = last.kind === ")" && word?.kind !== "type";
    return signature ? [{ kind: "words", words: ["->"] }] : [];
  }
  if (inner.kind === "<") return inBrackets(inner.owner, inner.commas, last, defines);
  if (last.kind === ":" && (inner.kind === "(" || word?.kind === "record")) return [{ ...anyType, defines }];
  if (last.kind === "(" && word?.kind === "variant") return [{ ...anyType, defines }];
  return [];
}

function inBrackets(owner: string, commas: number, last: Token, defines: string | undefined): readonly Context[] {
  if (owner === "own" || owner === "borrow") return last.kind === "<" ? [{ kind: "handle" }] : [];
  if (last.kind === "<") return [{ kind: "type", key: owner === "map", blank: owner === "result", defines }];
  const many = owner === "tuple" || ((owner === "result" || owner === "map") && commas === 1);
  return last.kind === "," && many ? [{ ...anyType, defines }] : [];
}

function inNamed(tokens: readonly Token[], container: ContainerKind): readonly Context[] {
  if (tokens[1]?.kind !== ":" || container === "world" || container === "file" || container === "package") return [];
  const place = container === "resource" ? "resource" : "interface";
  return declaration(tokens.slice(2), place) ?? inType(tokens, tokens.at(-1)!);
}

const beforeFunc: ReadonlySet<string> = new Set(["async", "static"]);

function declaration(
  tokens: readonly Token[],
  place: "interface" | "resource" | "world",
): readonly Context[] | undefined {
  const before = tokens.map(t => t.kind);
  return before.every(kind => beforeFunc.has(kind)) ? [{ kind: "declaration", place, before }] : undefined;
}

function inTopUse(tokens: readonly Token[], { word }: Statement): readonly Context[] {
  if (tokens.at(-1)?.kind === "as" || tokens.some(t => t.kind === "as")) return [];
  return pathOr(tokens.slice(1), word.start, "top-use", ["as"]);
}

/** A path, or where one stands already, the words that can follow it. */
function pathOr(path: readonly Token[], at: number, role: PathRole, words: readonly string[]): readonly Context[] {
  const last = path.at(-1);
  const whole = last !== undefined && (last.kind === "id" || last.kind === "%id" || last.kind === "integer");
  if (!whole) return [{ kind: "path", role, typed: path }];
  return last.end < at && words.length > 0 ? [{ kind: "words", words }] : [];
}

function inUse(tokens: readonly Token[], { word }: Statement): readonly Context[] {
  const brace = tokens.findIndex(t => t.kind === "{");
  if (brace < 0) return pathOr(tokens.slice(1), word.start, "use", []);
  const path = tokens.slice(1, brace - 1);
  return inNames("use-names", path, tokens.slice(brace));
}

function inInclude(tokens: readonly Token[], { word }: Statement): readonly Context[] {
  const at = tokens.findIndex(t => t.kind === "with");
  if (at < 0) return pathOr(tokens.slice(1), word.start, "include", ["with"]);
  if (tokens[at + 1]?.kind !== "{") return [];
  return inNames("include-names", tokens.slice(1, at), tokens.slice(at + 1));
}

function inNames(
  kind: "use-names" | "include-names",
  path: readonly Token[],
  braces: readonly Token[],
): readonly Context[] {
  const last = braces.at(-1)!;
  const isName = (t: Token | undefined): boolean => t?.kind === "id" || t?.kind === "%id";
  if (last.kind === "{" || last.kind === ",") {
    const names = braces.flatMap((t, i) => (isName(t) && braces[i - 1]?.kind !== "as" ? [plain(t.text)] : []));
    return [{ kind, path, names }];
  }
  return isName(last) && braces.at(-2)?.kind !== "as" ? [{ kind: "words", words: ["as"] }] : [];
}

export function plain(name: string): string {
  return name.startsWith("%") ? name.slice(1) : name;
}

function inExtern(role: "import" | "export", tokens: readonly Token[], { word }: Statement): readonly Context[] {
  const [, name, colon, third] = tokens;
  if (!name) return [{ kind: "path", role, typed: [] }];
  if (colon?.kind !== ":") return pathOr(tokens.slice(1), word.start, role, []);
  const behind = tokens.slice(3);
  const asPath: Context = { kind: "path", role, typed: tokens.slice(1) };
  if (!third) {
    const open: Context[] = [{ kind: "declaration", place: "world", before: [] }];
    return colon.end === word.start && colon.start === name.end
      ? [asPath, ...open]
      : [...open, { kind: "path", role, typed: [] }];
  }
  const declared = declaration(behind, "world");
  if (declared) return declared;
  if (third.kind !== "id" && third.kind !== "%id") return inType(tokens, tokens.at(-1)!);
  const named = colon.end < third.start || behind.some(t => t.kind === ":");
  return pathOr(named ? behind : tokens.slice(1), word.start, role, []);
}
