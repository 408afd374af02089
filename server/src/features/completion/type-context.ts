// What can stand where a type is wanted, told from the tokens before it alone.
import { primitives } from "../../syntax/type-words.ts";
import { plain } from "../edits/words.ts";
import type { Token } from "../token-at.ts";

export interface TypeContext {
  readonly kind: "type";
  /** Of a map. */
  readonly key: boolean;
  /** Whether `_` may stand here. */
  readonly blank: boolean;
  /** The type that it would be part of. */
  readonly defines: string | undefined;
  /** It is part of what a function gives, which can't hold a `borrow`; or what a constructor gives, all of it or the `ok` part. */
  readonly gives: "result" | "constructed" | "constructed-ok" | undefined;
}

export type TypePlace =
  | TypeContext
  /** What `own` and `borrow` hold. */
  | { readonly kind: "handle" }
  | { readonly kind: "words"; readonly words: readonly string[] }
  /** Elements of a definition; `body`: with the braces around them. */
  | { readonly kind: "skeleton"; readonly of: SkeletonKind; readonly body: boolean };

/** What the elements between the braces of a definition look like. */
export type SkeletonKind = "record" | "variant" | "enum" | "flags";

const typeEnds: ReadonlySet<string> = new Set([
  "id",
  "%id",
  ">",
  ")",
  "}",
  "integer",
  ...primitives,
  "list",
  "result",
  "tuple",
  "option",
  "stream",
  "future",
]);

/** Whether the item lacks nothing but its semicolon. */
export function mayEnd(tokens: readonly Token[]): boolean {
  return bracketsOf(tokens).length === 0 && typeEnds.has(tokens.at(-1)!.kind);
}

interface Open {
  readonly kind: string;
  readonly owner: string;
  readonly commas: number;
}

/** Brackets that are open at the end, each with the token before it. */
function bracketsOf(tokens: readonly Token[]): readonly Open[] {
  const open: { kind: string; owner: string; commas: number }[] = [];
  for (const [i, { kind }] of tokens.entries()) {
    if (kind === "(" || kind === "{" || kind === "<") open.push({ kind, owner: tokens[i - 1]?.kind ?? "", commas: 0 });
    else if (kind === ")" || kind === "}" || kind === ">") open.pop();
    else if (kind === "," && open.length > 0) open.at(-1)!.commas++;
  }
  return open;
}

const anyType = { kind: "type", key: false, blank: false } as const;

function isSkeleton(kind: string): kind is SkeletonKind {
  return kind === "record" || kind === "variant" || kind === "enum" || kind === "flags";
}

/** A type in a definition or a signature; `tokens` hold at least one. */
export function inType(tokens: readonly Token[]): readonly TypePlace[] {
  const word = tokens[0]!;
  const name = tokens[1];
  const last = tokens.at(-1)!;
  const open = bracketsOf(tokens);
  const inner = open.at(-1);
  const isPart = word.kind === "type" || word.kind === "record" || word.kind === "variant";
  const defines = isPart && name ? plain(name.text) : undefined;
  const type = { ...anyType, defines, gives: given(tokens, open) };
  if (!inner) {
    if (tokens.length === 2 && isSkeleton(word.kind)) return [{ kind: "skeleton", of: word.kind, body: true }];
    if ((last.kind === "=" && word.kind === "type") || last.kind === "->") return [type];
    const signature = last.kind === ")" && word.kind !== "type";
    return signature ? [{ kind: "words", words: ["->"] }] : [];
  }
  if (inner.kind === "<") return inBrackets(inner, last, type);
  if (last.kind === ":" && (inner.kind === "(" || word.kind === "record")) return [type];
  if (last.kind === "(" && word.kind === "variant") return [type];
  const element = inner.kind === "{" && open.length === 1 && (last.kind === "{" || last.kind === ",");
  return element && isSkeleton(word.kind) ? [{ kind: "skeleton", of: word.kind, body: false }] : [];
}

/** Which part of a result the cursor is in, if any. */
function given(tokens: readonly Token[], open: readonly Open[]): TypeContext["gives"] {
  if (!tokens.some(t => t.kind === "->")) return undefined;
  if (tokens[0]!.kind !== "constructor" || open.length > 1) return "result";
  const [result] = open;
  if (!result) return "constructed";
  return result.commas === 0 ? "constructed-ok" : "result";
}

function inBrackets({ owner, commas }: Open, last: Token, type: TypeContext): readonly TypePlace[] {
  if (owner === "own" || owner === "borrow") return last.kind === "<" ? [{ kind: "handle" }] : [];
  const blank = owner === "result" && type.gives !== "constructed-ok";
  if (last.kind === "<") return [{ ...type, key: owner === "map", blank }];
  const many = owner === "tuple" || ((owner === "result" || owner === "map") && commas === 1);
  return last.kind === "," && many ? [type] : [];
}
