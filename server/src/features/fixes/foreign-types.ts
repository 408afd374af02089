// Types as other languages write them: `u8?`, `[u8]`, `u8[]`, `(u8, u8)`, `vec<u8>`.
import type { TextEdit } from "../../syntax/recut.ts";
import type { Token } from "../token-at.ts";
import { type Broken, type Change, changed, closing } from "./broken.ts";
import { type FixRule, insertAt, replace } from "./fix.ts";

export const foreignType: FixRule = {
  codes: ["expected-*", "unexpected-character"],
  fix: c => changed(c, [suffix, inBrackets, inParentheses, nothing, otherName]),
};

/** Names that other languages have for types with parts. */
export const otherNames: Readonly<Record<string, string>> = {
  vec: "list",
  array: "list",
  seq: "list",
  sequence: "list",
  set: "list",
  maybe: "option",
  optional: "option",
  nullable: "option",
  dict: "map",
  "hash-map": "map",
  hashmap: "map",
  promise: "future",
  either: "result",
};

/** `u8?` is `option<u8>`, and `u8[]` is `list<u8>`. */
function suffix({ c, tokens, index }: Broken): Change | undefined {
  const mark = tokens[index];
  const isList = mark?.text === "[" && tokens[index + 1]?.text === "]";
  if (mark?.text !== "?" && !isList) return undefined;
  const start = typeBefore(tokens, index);
  if (start === undefined) return undefined;
  const name = isList ? "list" : "option";
  const end = tokens[isList ? index + 1 : index]!.end;
  const shown = c.file.source.text.slice(start, mark.start);
  return {
    title: `Write \`${name}<${shown}>\``,
    edits: [insertAt(start, `${name}<`), replace({ start: tokens[index - 1]!.end, end }, ">")],
  };
}

/** Where the type starts that ends in front of a token. */
function typeBefore(tokens: readonly Token[], index: number): number | undefined {
  let at = index - 1;
  if (tokens[at]?.kind === ">") {
    for (let depth = 0; at >= 0; at--) {
      if (tokens[at]!.kind === ">") depth++;
      else if (tokens[at]!.kind === "<" && --depth === 0) break;
    }
    at--;
  }
  const first = tokens[at];
  return first && /^[%a-z]/i.test(first.text) ? first.start : undefined;
}

/** `[u8]` is `list<u8>`, and `[u8; 4]` is `list<u8, 4>`. */
function inBrackets({ tokens, index }: Broken): Change | undefined {
  const open = tokens[index];
  if (open?.text !== "[" || tokens[index + 1]?.text === "]") return undefined;
  const close = closing(tokens, index, "]");
  if (close < 0) return undefined;
  const edits: TextEdit[] = tokens.slice(index, close + 1).flatMap(token => {
    const insert = { "[": "list<", "]": ">", ";": "," }[token.text];
    return insert === undefined ? [] : [replace(token, insert)];
  });
  return { title: "Make it a list", edits };
}

/** `(u8, u8)` is `tuple<u8, u8>`, and `()` in a `result` is `_`. */
function inParentheses({ tokens, index }: Broken): Change | undefined {
  const [before, open] = [tokens[index - 1], tokens[index]];
  if (open?.kind !== "(" || !before || ![":", "<", ",", "="].includes(before.kind)) return undefined;
  const close = closing(tokens, index);
  if (close < 0) return undefined;
  const end = tokens[close]!;
  if (close === index + 1)
    return { title: "Replace `()` with `_`", edits: [replace({ start: open.start, end: end.end }, "_")] };
  return { title: "Make it a tuple", edits: [replace(open, "tuple<"), replace(end, ">")] };
}

/** `result<, u8>` is `result<_, u8>`. */
function nothing({ tokens, index }: Broken): Change | undefined {
  const [word, open, comma] = tokens.slice(Math.max(index - 2, 0));
  if (word?.kind !== "result" || open?.kind !== "<" || comma?.kind !== ",") return undefined;
  return { title: "Insert `_`", edits: [insertAt(open.end, "_")] };
}

/** `vec<u8>` is `list<u8>`. */
function otherName({ tokens, index }: Broken): Change | undefined {
  const name = tokens[index - 1];
  const meant = name && otherNames[name.text];
  if (!name || tokens[index]?.kind !== "<" || meant === undefined) return undefined;
  return { title: `Replace \`${name.text}\` with \`${meant}\``, edits: [replace(name, meant)] };
}
