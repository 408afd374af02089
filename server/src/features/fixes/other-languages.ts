// Functions, items and types as other languages write them, and words that were mistyped.
import type { ContainerKind } from "../../syntax/ast.ts";
import type { TextEdit } from "../../syntax/recut.ts";
import { isName } from "../../syntax/tokens.ts";
import type { Token } from "../token-at.ts";
import { type Broken, type Change, changed, closing, elements } from "./broken.ts";
import { type FixRule, insertAt, replace } from "./fix.ts";
import { nearest } from "./nearest.ts";

export const otherLanguages: FixRule = {
  codes: ["expected-*"],
  fix: c => changed(c, [word, missingFunc, arrow, payload, payloadInEnum, usedName, importedNames, quoted]),
};

const typeWords = ["type", "record", "variant", "enum", "flags", "resource", "use"];
const inFile = ["interface", "world", "use", "package"];
const startsOf: Readonly<Record<ContainerKind, readonly string[]>> = {
  file: inFile,
  package: inFile,
  interface: typeWords,
  inline: typeWords,
  world: ["import", "export", "include", ...typeWords],
  resource: ["constructor"],
};

const elsewhere: Readonly<Record<string, string>> = {
  struct: "record",
  class: "resource",
  trait: "interface",
  module: "interface",
  namespace: "interface",
  typedef: "type",
};

/** The word that an item starts with, mistyped or another language's. */
function word({ member, tokens, index }: Broken): Change | undefined {
  const { kind } = member.around.at(-1)!.container;
  // It is taken for a function's name, where that may stand.
  const first = [tokens[index], tokens[index - 1]].find(t => t?.kind === "id" && t.start === tokens[0]!.start);
  if (!first || tokens[tokens.indexOf(first) + 1]?.kind === ":") return undefined;
  const words = startsOf[kind];
  const known = elsewhere[first.text.toLowerCase()];
  const meant = words.find(w => w === known || w === first.text.toLowerCase()) ?? nearest(first.text, words, 1)[0];
  return meant === undefined
    ? undefined
    : { title: `Replace \`${first.text}\` with \`${meant}\``, edits: [replace(first, meant)] };
}

/** `f(a: u8)` lacks its `: func`. */
function missingFunc({ tokens, index }: Broken): Change | undefined {
  const name = tokens[index - 1];
  if (tokens[index]?.kind !== "(" || !name || !isName(name.kind)) return undefined;
  return { title: "Insert `: func`", edits: [insertAt(name.end, ": func")] };
}

/** `func(): u8`, `func() => u8` and `func() u8` on one line give their results behind `->`. */
function arrow({ c, tokens, index }: Broken): Change | undefined {
  const [before, mark, next] = [tokens[index - 1], tokens[index], tokens[index + 1]];
  if (before?.kind !== ")" || !mark || !next) return undefined;
  const isFat = mark.kind === "=" && next.kind === ">" && next.start === mark.end;
  const isMark = isFat || mark.kind === ":";
  if (!isMark && (!/^[%a-z]/i.test(mark.text) || c.file.source.text.slice(before.end, mark.start).includes("\n")))
    return undefined;
  const end = isFat ? next.end : isMark ? mark.end : before.end;
  const found = c.file.source.text.slice(mark.start, end);
  return {
    title: isMark ? `Replace \`${found}\` with \`->\`` : "Insert `->`",
    edits: [replace({ start: before.end, end }, " ->")],
  };
}

/** `a: u8` in a variant is `a(u8)`. */
function payload({ member, tokens, index }: Broken): Change | undefined {
  if (member.unit.kind !== "variant" || tokens[index]?.kind !== ":") return undefined;
  const open = tokens.findIndex(t => t.kind === "{");
  const close = closing(tokens, open, "}");
  if (open < 0 || close < 0) return undefined;
  const edits = elements(tokens.slice(open + 1, close)).flatMap((part): readonly TextEdit[] => {
    const [name, colon, type] = part;
    if (!name || colon?.kind !== ":" || !type) return [];
    return [replace({ start: name.end, end: type.start }, "("), insertAt(part.at(-1)!.end, ")")];
  });
  return { title: "Put what cases carry in parentheses", edits };
}

/** Cases that carry something are those of a variant. */
function payloadInEnum({ member, tokens, index }: Broken): Change | undefined {
  const keyword = tokens.find(t => t.kind === "enum");
  if (member.unit.kind !== "enum" || tokens[index]?.kind !== "(" || !keyword) return undefined;
  return { title: "Make it a variant", edits: [replace(keyword, "variant")] };
}

/** `use i.t;` and `use i::{t};` are `use i.{t};`. */
function usedName({ tokens, index }: Broken): Change | undefined {
  if (tokens[0]?.kind !== "use") return undefined;
  const colons = tokens.findIndex((t, i) => t.kind === ":" && tokens[i + 1]?.kind === ":" && i >= index - 1);
  const name = colons < 0 ? tokens[index] : tokens[colons + 2];
  if (!name || (colons < 0 && tokens[index - 1]?.kind !== ".")) return undefined;
  const point = colons < 0 ? [] : [replace({ start: tokens[colons]!.start, end: tokens[colons + 1]!.end }, ".")];
  if (name.kind === "{") return point.length === 0 ? undefined : { title: "Replace `::` with `.`", edits: point };
  if (!isName(name.kind)) return undefined;
  return { title: `Write \`.{${name.text}}\``, edits: [...point, replace(name, `{${name.text}}`)] };
}

/** Types are brought in with `use`. */
function importedNames({ tokens, index }: Broken): Change | undefined {
  const [first] = tokens;
  if (first?.kind !== "import" || tokens[index]?.kind !== "." || tokens[index + 1]?.kind !== "{") return undefined;
  return { title: "Replace `import` with `use`", edits: [replace(first, "use")] };
}

/** Versions and features of gates stand without quotes. */
function quoted({ tokens, index }: Broken): Change | undefined {
  const string: Token | undefined = tokens[index];
  const value = /^"([\w.+-]+)"$/.exec(string?.text ?? "")?.[1];
  if (!string || value === undefined || tokens[index - 1]?.kind !== "=") return undefined;
  return { title: `Replace \`${string.text}\` with \`${value}\``, edits: [replace(string, value)] };
}
