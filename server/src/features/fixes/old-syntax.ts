// WIT as it was once written, or as other languages write it: brought up to date. Each is tried before it is offered.

import { nameFault, toKebabCase } from "../../syntax/names.ts";
import type { TextEdit } from "../../syntax/recut.ts";
import { isName } from "../../syntax/tokens.ts";
import { freeName, indentAt, levelIn, lineBreak, written } from "../edits/words.ts";
import { packageAt } from "../locate.ts";
import type { Token } from "../token-at.ts";
import { type Broken, type Change, changed, closing, elements } from "./broken.ts";
import { type Fix, type FixContext, type FixRule, insertAt, replace } from "./fix.ts";

export const oldSyntax: FixRule = { codes: ["expected-*", "stray-*", "unclosed-brace"], fix: modernise };

function modernise(c: FixContext): readonly Fix[] {
  return changed(c, [
    wordFirst,
    defaultItem,
    union,
    expectedResult,
    namedResults,
    oldPath,
    useFrom,
    functionWord,
    severalInList,
    namespaceless,
    wrapped,
  ]);
}

/** `static f: func()` is `f: static func()` since resources came, and `async` stands there as well. */
function wordFirst({ tokens, index }: Broken): Change | undefined {
  const [word, name, colon] = tokens.slice(index);
  if ((word?.kind !== "static" && word?.kind !== "async") || !name || colon?.kind !== ":") return undefined;
  const edits = [replace({ start: word.start, end: name.start }, ""), insertAt(colon.end, ` ${word.kind}`)];
  return { title: `Write \`${name.text}: ${word.kind} func\``, edits };
}

/** `default world w` and `default interface i` lost their first word. */
function defaultItem({ tokens, index }: Broken): Change | undefined {
  const [word, next] = tokens.slice(index);
  if (word?.text !== "default" || (next?.kind !== "world" && next?.kind !== "interface")) return undefined;
  return { title: "Remove `default`", edits: [replace({ start: word.start, end: next.start }, "")] };
}

/** A union is a variant whose cases have names. */
function union({ c, tokens }: Broken): Change | undefined {
  const at = tokens.findIndex(t => t.text === "union");
  const [word, name, open] = tokens.slice(at);
  const close = tokens.findIndex((t, i) => i > at && t.kind === "}");
  if (at < 0 || word?.kind !== "id" || !name || open?.kind !== "{" || close < 0) return undefined;
  const { text } = c.file.source;
  const taken: string[] = [];
  const edits = elements(tokens.slice(at + 3, close)).map(part => {
    const [first, last] = [part[0]!, part.at(-1)!];
    const words = toKebabCase(part.map(t => t.text).join("-")).replace(/-+/g, "-");
    const free = freeName(words === "" || nameFault(words) ? "case" : words, taken);
    taken.push(free);
    return replace({ start: first.start, end: last.end }, `${written(free)}(${text.slice(first.start, last.end)})`);
  });
  return { title: "Make it a variant", edits: [replace(word, "variant"), ...edits] };
}

/** `expected<a, b>` is `result<a, b>`, and `unit` in it is `_` or left out. */
function expectedResult({ tokens, index }: Broken): Change | undefined {
  const at = tokens.findLastIndex((t, i) => i < index && t.text === "expected" && tokens[i + 1]?.kind === "<");
  if (at < 0) return undefined;
  const edits: TextEdit[] = [];
  for (const [i, token] of tokens.entries()) {
    if (token.text === "expected" && tokens[i + 1]?.kind === "<") edits.push(replace(token, "result"));
    else if (token.text === "unit" && tokens[i - 1]?.kind === "<" && tokens[i + 1]?.kind === ",")
      edits.push(replace(token, "_"));
    else if (token.text === "unit" && tokens[i - 1]?.kind === "," && tokens[i + 1]?.kind === ">")
      edits.push(replace({ start: tokens[i - 1]!.start, end: token.end }, ""));
  }
  return { title: "Replace `expected` with `result`", edits };
}

/** `-> (a: u32)` returns one value; several are a tuple. */
function namedResults({ c, tokens, index }: Broken): Change | undefined {
  const open = tokens[index];
  if (open?.kind !== "(" || tokens[index - 1]?.kind !== "->") return undefined;
  const close = closing(tokens, index);
  if (close < 0) return undefined;
  const { text } = c.file.source;
  const types = elements(tokens.slice(index + 1, close)).map(part => {
    const type = part[1]?.kind === ":" ? part.slice(2) : part;
    return type.length === 0 ? "" : text.slice(type[0]!.start, type.at(-1)!.end);
  });
  const place = { start: open.start, end: tokens[close]!.end };
  if (types.length === 0)
    return { title: "Return nothing", edits: [replace({ start: tokens[index - 2]!.end, end: place.end }, "")] };
  const result = types.length === 1 ? types[0]! : `tuple<${types.join(", ")}>`;
  return { title: `Return \`${result}\``, edits: [replace(place, result)] };
}

/** `pkg.types` and `self.types` are `types` since packages have names. */
function oldPath({ tokens }: Broken): Change | undefined {
  const at = tokens.findIndex(
    (t, i) => (t.text === "pkg" || t.text === "self") && tokens[i + 1]?.kind === "." && tokens[i + 2]?.kind !== "{",
  );
  const next = tokens[at + 2];
  if (at < 0 || !next) return undefined;
  return {
    title: `Remove \`${tokens[at]!.text}.\``,
    edits: [replace({ start: tokens[at]!.start, end: next.start }, "")],
  };
}

/** `use { a, b } from c` is `use c.{a, b};`. */
function useFrom({ c, tokens }: Broken): Change | undefined {
  const at = tokens.findIndex(t => t.kind === "use");
  const end = tokens.findIndex((t, i) => i > at && t.kind === ";");
  const from = tokens.findIndex((t, i) => i > at && t.kind === "from");
  const [first, path, last] = [tokens[at + 1], tokens[from + 1], tokens[end - 1]];
  if (at < 0 || from < at || end < from || !first || !path || !last) return undefined;
  const { text } = c.file.source;
  const names = text
    .slice(first.start, tokens[from - 1]!.end)
    .replace(/^\{|\}$/g, "")
    .trim();
  const use = `${text.slice(path.start, last.end)}.{${names}}`;
  return { title: "Write `use interface.{names};`", edits: [replace({ start: first.start, end: last.end }, use)] };
}

/** `f: function()` and `func f()` as other languages have them. */
function functionWord({ tokens, index }: Broken): Change | undefined {
  const isFunction = (token: Token | undefined): boolean =>
    token !== undefined && ["fn", "fun", "function", "def"].includes(token.text);
  // A word that is no keyword is taken for the name.
  const at = isFunction(tokens[index - 1]) && tokens[index]?.kind !== "(" ? index - 1 : index;
  const word = tokens[at];
  const next = tokens[at + 1];
  if (!word || !next) return undefined;
  const isWord = isFunction(word);
  if (isWord && next.kind === "(")
    return { title: `Replace \`${word.text}\` with \`func\``, edits: [replace(word, "func")] };
  const isFunc = word.kind === "func" || isWord;
  if (!isFunc || !isName(next.kind) || tokens[at + 2]?.kind !== "(") return undefined;
  return {
    title: `Write \`${next.text}: func\``,
    edits: [replace({ start: word.start, end: next.end }, `${next.text}: func`)],
  };
}

/** `package name;` lacks the namespace. */
function namespaceless({ tokens, index }: Broken): Change | undefined {
  const name = tokens[index - 1];
  if (tokens[index - 2]?.kind !== "package" || !name || name.kind === "package") return undefined;
  return { title: `Write \`package local:${name.text}\``, edits: [insertAt(name.start, "local:")] };
}

/** A list holds one type, and may have a length; several types are a tuple. */
function severalInList({ tokens, index }: Broken): Change | undefined {
  if (tokens[index - 1]?.kind !== ",") return undefined;
  let depth = 0;
  let open = index - 1;
  while (open >= 0 && !(tokens[open]!.kind === "<" && depth === 0)) {
    if (tokens[open]!.kind === ">") depth++;
    else if (tokens[open]!.kind === "<") depth--;
    open--;
  }
  const word = tokens[open - 1];
  return word?.kind === "list" ? { title: "Make it a tuple", edits: [replace(word, "tuple")] } : undefined;
}

const onlyInInterfaces: ReadonlySet<string> = new Set(["type", "record", "variant", "enum", "flags", "resource"]);

/** Types and functions live in interfaces. */
function wrapped({ c, member, tokens, index }: Broken): Change | undefined {
  const kind = member.around.at(-1)!.container.kind;
  const word = tokens[index];
  const isFunction = word?.kind === "id" && tokens[index + 1]?.kind === ":";
  if ((kind !== "file" && kind !== "package") || !word || !(onlyInInterfaces.has(word.kind) || isFunction))
    return undefined;
  const { text } = c.file.source;
  const { start, end } = member.span;
  const taken = packageAt(c.root, c.file, start)?.pkg.names.items.keys() ?? [];
  const name = freeName(isFunction ? "functions" : "types", taken);
  const [newline, indent] = [lineBreak(text), indentAt(text, start)];
  const level = levelIn(text);
  const body = text.slice(start, end).replace(/\n/g, `\n${level}`);
  const insert = `interface ${name} {${newline}${indent}${level}${body}${newline}${indent}}`;
  return { title: `Put it into an interface \`${name}\``, edits: [replace({ start, end }, insert)] };
}
