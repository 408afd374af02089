// Valid text without its line breaks and comments: the grammar guesses by them where broken text goes on.
import { withoutComments } from "./docs.ts";
import { endAt, kindAt, startAt, type Tokens } from "./tokens.ts";

/** The text with spaces for all that stands between its tokens; every offset stays. */
export function onOneLine(text: string, t: Tokens): string {
  if (!/[\n/]/.test(text)) return text;
  let made = "";
  for (let i = 0; kindAt(t, i) !== "end"; i++)
    made += " ".repeat(startAt(t, i) - made.length) + text.slice(startAt(t, i), endAt(t, i));
  return made;
}

/** Text of a type or a signature on one line, without comments and semicolon. */
export function oneLine(text: string): string {
  return withoutComments(text)
    .replace(/\s+/g, " ")
    .replace(/([(<{]) | (?=[)>}])/g, "$1")
    .replace(/,(?=[)>])/g, "")
    .replace(/\s*;?\s*$/, "")
    .trim();
}
