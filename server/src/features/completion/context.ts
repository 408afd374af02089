// What can stand at the cursor, told from the tokens before it alone.
import type { ContainerKind } from "../../syntax/ast.ts";
import { type ParsedFile, partOf } from "../../syntax/file.ts";
import { isName } from "../../syntax/tokens.ts";
import { plain } from "../edits/words.ts";
import type { Token } from "../token-at.ts";
import type { Statement } from "./statement.ts";
import { inType, mayEnd, type TypePlace } from "./type-context.ts";

export type Context =
  /** A new item, behind its attributes. */
  | { readonly kind: "item"; readonly container: ContainerKind; readonly attributed: boolean }
  | TypePlace
  /** A path, of which `typed` stands there already. */
  | { readonly kind: "path"; readonly role: PathRole; readonly typed: readonly Token[] }
  /** What follows `name:` in an interface, a resource or, where `world`, in an import or export. */
  | {
      readonly kind: "declaration";
      readonly place: "interface" | "resource" | "world";
      readonly before: readonly string[];
      /** Whether a path is likelier. */
      readonly unlikely?: boolean;
    }
  /** `dotted`: the braces are still to come. */
  | {
      readonly kind: "use-names";
      readonly path: readonly Token[];
      readonly names: readonly string[];
      readonly dotted?: boolean;
    }
  | { readonly kind: "include-names"; readonly path: readonly Token[]; readonly names: readonly string[] }
  | { readonly kind: "gate" }
  | { readonly kind: "gate-argument"; readonly word: "version" | "feature" }
  | { readonly kind: "version"; readonly gate: string; readonly start: number }
  | { readonly kind: "feature" }
  | { readonly kind: "package-name"; readonly typed: readonly Token[] };

/** `named`: an import or export under a name of its own, as often as one likes. */
export type PathRole = "use" | "top-use" | "import" | "export" | "named" | "include";

/** Undefined where only a new name or nothing can stand. Several where the tokens leave it open. */
export function contextsOf(statement: Statement, file: ParsedFile): readonly Context[] {
  const container = statement.around.at(-1)!.container.kind;
  const split = afterAttributes(statement.tokens);
  if ("gate" in split) return split.gate ? [split.gate] : [];
  const { rest } = split;
  const first = rest[0];
  if (!first) return [{ kind: "item", container, attributed: split.attributed }];
  const last = rest.at(-1)!;
  const lineBreak = partOf(file, last.end, statement.word.start).includes("\n");
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

function inItem(
  first: Token,
  tokens: readonly Token[],
  container: ContainerKind,
  statement: Statement,
): readonly Context[] {
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
      return inType(tokens);
  }
}

function inNamed(tokens: readonly Token[], container: ContainerKind): readonly Context[] {
  if (tokens[1]?.kind !== ":" || container === "world" || container === "file" || container === "package") return [];
  const place = container === "resource" ? "resource" : "interface";
  return declaration(tokens.slice(2), place) ?? inType(tokens);
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
  const whole = last !== undefined && (isName(last.kind) || last.kind === "integer");
  if (!whole) return [{ kind: "path", role, typed: path }];
  return last.end < at && words.length > 0 ? [{ kind: "words", words }] : [];
}

function inUse(tokens: readonly Token[], { word }: Statement): readonly Context[] {
  const brace = tokens.findIndex(t => t.kind === "{");
  const dotted = brace < 0 && pathBeforeDot(tokens.slice(1));
  if (dotted) return [{ kind: "use-names", path: dotted, names: [], dotted: true }];
  if (brace < 0) return pathOr(tokens.slice(1), word.start, "use", []);
  const path = tokens.slice(1, brace - 1);
  return inNames("use-names", path, tokens.slice(brace));
}

/** The path before a last dot that is not one of a version. */
function pathBeforeDot(tokens: readonly Token[]): readonly Token[] | undefined {
  const path = tokens.slice(0, -1);
  if (tokens.at(-1)?.kind !== "." || path.length === 0) return undefined;
  const version = path.findIndex(t => t.kind === "@");
  const whole =
    version < 0 ||
    /^@\d+\.\d+\.\d+$/.test(
      path
        .slice(version)
        .map(t => t.text)
        .join(""),
    );
  return whole ? path : undefined;
}

function inInclude(tokens: readonly Token[], { word }: Statement): readonly Context[] {
  const at = tokens.findIndex(t => t.kind === "with");
  if (at < 0) return pathOr(tokens.slice(1), word.start, "include", ["with"]);
  if (!tokens[at + 1]) return [{ kind: "words", words: ["{}"] }];
  if (tokens[at + 1]!.kind !== "{") return [];
  return inNames("include-names", tokens.slice(1, at), tokens.slice(at + 1));
}

function inNames(
  kind: "use-names" | "include-names",
  path: readonly Token[],
  braces: readonly Token[],
): readonly Context[] {
  const last = braces.at(-1)!;
  if (last.kind === "{" || last.kind === ",") {
    const renamed = (i: number): boolean => kind === "use-names" && braces[i + 1]?.kind === "as";
    const names = braces.flatMap((t, i) =>
      isName(t.kind) && braces[i - 1]?.kind !== "as" && !renamed(i) ? [plain(t.text)] : [],
    );
    return [{ kind, path, names }];
  }
  return isName(last.kind) && braces.at(-2)?.kind !== "as" ? [{ kind: "words", words: ["as"] }] : [];
}

function inExtern(role: "import" | "export", tokens: readonly Token[], { word }: Statement): readonly Context[] {
  const [, name, colon, third] = tokens;
  if (!name) return [{ kind: "path", role, typed: [] }];
  if (colon?.kind !== ":") return pathOr(tokens.slice(1), word.start, role, []);
  const behind = tokens.slice(3);
  const asPath: Context = { kind: "path", role, typed: tokens.slice(1) };
  if (!third) {
    const open = { kind: "declaration", place: "world", before: [] } as const;
    return colon.end === word.start && colon.start === name.end
      ? [asPath, { ...open, unlikely: true }]
      : [open, { kind: "path", role: "named", typed: [] }];
  }
  const declared = declaration(behind, "world");
  if (declared) return declared;
  if (!isName(third.kind)) return inType(tokens);
  const named = colon.end < third.start || behind.some(t => t.kind === ":");
  return named ? pathOr(behind, word.start, "named", []) : pathOr(tokens.slice(1), word.start, role, []);
}
