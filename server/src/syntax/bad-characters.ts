// Characters that no WIT text may hold, wherever they stand: in names, comments or strings.
import type { SyntaxProblem } from "./ast.ts";
import { forbiddenCharacters, forbiddenKind } from "./characters.ts";

const none: readonly SyntaxProblem[] = [];

/** Text that is not WIT at all, a picture perhaps, is not complained about character by character. */
const most = 1000;

/** A problem for each forbidden character, up to a thousand; offsets are UTF-16 offsets of `text`. */
export function badCharacters(text: string): readonly SyntaxProblem[] {
  forbiddenCharacters.lastIndex = 0;
  if (!forbiddenCharacters.test(text)) return none;
  forbiddenCharacters.lastIndex = 0;
  const found: SyntaxProblem[] = [];
  for (const { 0: character, index } of text.matchAll(forbiddenCharacters)) {
    const point = character.codePointAt(0)!;
    const kind = forbiddenKind(point);
    const hex = point.toString(16).toUpperCase().padStart(4, "0");
    found.push({ code: kind, message: `${words[kind]} (U+${hex})`, at: index, start: index, end: index + 1 });
    if (found.length === most) break;
  }
  return found;
}

const words = {
  "control-codepoint": "WIT text can't hold control characters, also in comments; delete this one",
  "forbidden-codepoint":
    "WIT text can't hold characters that change its direction, as they make it read otherwise than it is; delete this one",
  "deprecated-codepoint": "Unicode discourages this character, and WIT text can't hold it; use another or delete it",
};
