// Characters that WIT text can't hold: deleted, or replaced by what they stand for elsewhere.
import { type Fix, type FixContext, type FixRule, fixHere, replace } from "./fix.ts";

const meant: Readonly<Record<string, string>> = {
  "\r": "\n",
  "\u2018": "",
  "\u2019": "",
  "\u201c": '"',
  "\u201d": '"',
  "\u2013": "-",
  "\u2014": "-",
  "\u2192": "->",
  "#": "//",
  "[": "<",
  "]": ">",
  "\uff1b": ";",
  "\uff1a": ":",
  "\uff0c": ",",
};

export const mendCharacter: FixRule = {
  codes: ["unexpected-character", "control-codepoint", "forbidden-codepoint", "deprecated-codepoint"],
  fix: mend,
};

function mend(c: FixContext): Fix {
  const { text } = c.file.source;
  const { start } = c.problem;
  const char = String.fromCodePoint(text.codePointAt(start) ?? 0);
  const insert = meant[char] ?? (/\s/.test(char) ? " " : "");
  const code = char.codePointAt(0)!.toString(16).toUpperCase().padStart(4, "0");
  const shown = /[!-~]/.test(char) ? `\`${char}\`` : `U+${code}`;
  const title =
    insert.trim() === ""
      ? insert === ""
        ? `Remove ${shown}`
        : "Replace it with plain white space"
      : `Replace ${shown} with \`${insert}\``;
  const fix = fixHere(c, title, replace({ start, end: start + char.length }, insert), true);
  // What it is part of may be known as a whole.
  return /[?[\]]/.test(char) ? { ...fix, guess: true } : fix;
}
