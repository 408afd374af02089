// Mistakes in single tokens: left out, doubled, exchanged, replaced, put in; and text that ends too early.
import type { FuzzCase } from "./case.ts";
import { withFile } from "./case.ts";
import type { Dice } from "./dice.ts";
import { type Token, tokensOf, typeSpans } from "./spans.ts";

const words = (
  "use type func u8 s64 f32 char resource own borrow record flags variant enum bool string option result future stream " +
  "error-context list map _ as from static interface tuple world import export package constructor include with async " +
  'get set self a b x float32 @since(version=1.0.0) @unstable(feature=alpha) @deprecated(version=1.0.0) @external-id("q")'
).split(" ");
const marks = '{ } ( ) < > : ; , . = / @ - + -> * % " _ 0 1 007 4294967296'.split(" ");

/** A random file of the case that holds tokens; the first where none does. */
export function pickFile(d: Dice, of: FuzzCase): { readonly path: string; readonly text: string } {
  const paths = Object.keys(of.files).filter(path => path.endsWith(".wit"));
  const path = paths.length > 0 ? d.pick(paths) : Object.keys(of.files)[0]!;
  return { path, text: of.files[path]! };
}

function splice(text: string, from: Token | undefined, to: Token | undefined, insert: string): string {
  if (!from || !to) return text + insert;
  return text.slice(0, from.start) + insert + text.slice(to.end);
}

type TokenMutation = (d: Dice, text: string, tokens: readonly Token[], of: FuzzCase) => string;

const mutations: Readonly<Record<string, TokenMutation>> = {
  delete: (d, text, tokens) => {
    const i = d.below(tokens.length);
    return splice(text, tokens[i], tokens[Math.min(i + (d.chance(0.2) ? d.below(4) : 0), tokens.length - 1)], "");
  },
  duplicate: (d, text, tokens) => {
    const token = d.pick(tokens);
    return splice(text, token, token, `${token.text}${d.pick([" ", ""])}${token.text}`);
  },
  swap: (d, text, tokens) => {
    const i = d.below(Math.max(1, tokens.length - 1));
    const [a, b] = [tokens[i]!, tokens[i + 1] ?? tokens[i]!];
    return splice(text, a, b, `${b.text}${text.slice(a.end, Math.max(a.end, b.start))}${a === b ? "" : a.text}`);
  },
  replace: (d, text, tokens) => {
    const token = d.pick(tokens);
    return splice(text, token, token, d.pick(d.chance(0.5) ? words : marks));
  },
  insert: (d, text, tokens) => {
    const token = d.pick(tokens);
    return `${text.slice(0, token.start)}${d.pick(d.chance(0.5) ? words : marks)}${d.pick([" ", "", "\n"])}${text.slice(token.start)}`;
  },
  cut: (d, text, tokens) => text.slice(0, d.chance(0.7) ? d.pick(tokens).end : d.below(text.length)),
  join: (d, text, tokens) => {
    const i = d.below(Math.max(1, tokens.length - 1));
    const [a, b] = [tokens[i]!, tokens[i + 1] ?? tokens[i]!];
    return text.slice(0, a.end) + text.slice(Math.max(a.end, b.start));
  },
};

const names: Readonly<Record<string, TokenMutation>> = {
  rename: (d, text, tokens, of) => {
    const own = tokens.filter(isName);
    if (own.length === 0) return text;
    const token = d.pick(own);
    const others = Object.values(of.files)
      .flatMap(t => tokensOf(t))
      .filter(isName);
    return splice(text, token, token, d.pick(others).text);
  },
  variant: (d, text, tokens) => {
    const own = tokens.filter(isName);
    if (own.length === 0) return text;
    const token = d.pick(own);
    return splice(text, token, token, d.pick(variantsOf(token.text)));
  },
  type: (d, text, tokens, of) => {
    const starts = tokens.filter(
      (t, i) => isType(t) && [":", "=", "->", "<", ",", "("].includes(tokens[i - 1]?.text ?? ""),
    );
    if (starts.length === 0) return text;
    const token = d.pick(starts);
    const spans = typeSpans(text);
    const end = spans.find(span => span.start === token.start)?.end ?? token.end;
    const others = Object.values(of.files).flatMap(tokensOf).filter(isName);
    return text.slice(0, token.start) + otherType(d, d.pick(others)?.text ?? "a") + text.slice(end);
  },
  number: (d, text, tokens) => {
    const own = tokens.filter(t => /^\d/.test(t.text));
    if (own.length === 0) return text;
    const token = d.pick(own);
    return splice(text, token, token, d.pick(["0", "2", "01", "10", "4294967296", "99999999999999999999"]));
  },
};

/** Names that clash with a name, almost do, or are none. */
function variantsOf(name: string): readonly string[] {
  const bare = name.replace("%", "");
  return [
    bare.toUpperCase(),
    bare.toLowerCase(),
    bare.replaceAll("-", ""),
    bare.length > 1 ? `${bare[0]}-${bare.slice(1)}` : `${bare}-`,
    `%${bare}`,
    `${bare}2`,
    `${bare}-0`,
    `${bare}_`,
    `-${bare}`,
    `${bare[0]!.toUpperCase()}${bare.slice(1)}`,
    `${bare}é`,
    "nope",
  ];
}

const typeWords = new Set(
  "bool u8 u16 u32 u64 s8 s16 s32 s64 f32 f64 char string list option result tuple map future stream own borrow".split(
    " ",
  ),
);

function isType(token: Token): boolean {
  return typeWords.has(token.text) || isName(token);
}

function otherType(d: Dice, name: string): string {
  const inner = d.pick([name, "u8", `borrow<${name}>`, `own<${name}>`]);
  return d.pick([
    name,
    `own<${name}>`,
    `borrow<${name}>`,
    "result",
    `result<${inner}>`,
    `result<_, ${inner}>`,
    `result<own<${name}>>`,
    `option<${inner}>`,
    `list<${inner}>`,
    `list<${inner}, 4>`,
    `tuple<${inner}, ${inner}>`,
    "tuple<>",
    `map<${inner}, ${inner}>`,
    `future<${inner}>`,
    "stream",
  ]);
}

const reserved = new Set(words);

function isName(token: Token): boolean {
  return /^%?[A-Za-z]/.test(token.text) && !reserved.has(token.text);
}

export interface Mutated {
  readonly of: FuzzCase;
  readonly how: string;
}

function mutate(d: Dice, of: FuzzCase, from: Readonly<Record<string, TokenMutation>>, kind: string): Mutated {
  const { path, text } = pickFile(d, of);
  const name = d.pick(Object.keys(from));
  const tokens = tokensOf(text);
  const next = tokens.length === 0 ? text : from[name]!(d, text, tokens, of);
  return { of: withFile(of, path, next), how: `${kind} ${name}` };
}

/** One mistake in the form of a text. */
export function mutateToken(d: Dice, of: FuzzCase): Mutated {
  return mutate(d, of, mutations, "token");
}

/** One name, or number, that is another than before. */
export function mutateName(d: Dice, of: FuzzCase): Mutated {
  return mutate(d, of, names, "name");
}

const noise = [
  "\u0007",
  "\u202e",
  "\u0149",
  "\r",
  "\u007f",
  "\u0085",
  "\u2028",
  "é",
  "日",
  "🐘",
  "\ufeff",
  "#",
  '"',
  "/*",
  "*/",
  "/**/",
  "//",
  "`",
  "\u0000",
  "\u00aa",
  "\u00b7",
  "\u037a",
  "\u0301",
  "\u1885",
  "\u2118",
  "\u2160",
  "\u309b",
  "\ufdfa",
  "\u{1d4b3}",
  "\u{e0100}",
  "\u00a0",
  "\u200d",
  "\u000b",
  "\u000c",
  "\t",
  "\\",
];

/** Characters that don't belong, anywhere. */
export function mutateBytes(d: Dice, of: FuzzCase): Mutated {
  const { path, text } = pickFile(d, of);
  const tokens = tokensOf(text);
  // Often at a name, where it matters which characters names may have.
  const token = tokens.length > 0 && d.chance(0.5) ? d.pick(tokens) : undefined;
  const at = token ? (d.chance(0.5) ? token.start : token.end) : d.below(text.length + 1);
  const insert = d.pick(noise);
  return { of: withFile(of, path, text.slice(0, at) + insert + text.slice(at + d.below(2))), how: "noise" };
}
