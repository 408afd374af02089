// Characters that no WIT text may hold, wherever they stand: in names, comments or strings.
import type { SyntaxProblem } from "./ast.ts";
import { forbiddenCharacters, forbiddenKind } from "./characters.ts";

const none: readonly SyntaxProblem[] = [];

/** A problem for each forbidden character; offsets are UTF-16 offsets of `text`. */
export function badCharacters(text: string): readonly SyntaxProblem[] {
  forbiddenCharacters.lastIndex = 0;
  if (!forbiddenCharacters.test(text)) return none;
  forbiddenCharacters.lastIndex = 0;
  return [...text.matchAll(forbiddenCharacters)].map(match => {
    const point = match[0].codePointAt(0)!;
    const kind = forbiddenKind(point);
    const hex = point.toString(16).toUpperCase().padStart(4, "0");
    return {
      code: kind,
      message: `${words[kind]} (U+${hex})`,
      at: match.index,
      start: match.index,
      end: match.index + 1,
    };
  });
}

const words = {
  "control-codepoint": "WIT text can't hold control characters, also in comments; delete this one",
  "forbidden-codepoint":
    "WIT text can't hold characters that change its direction, as they make it read otherwise than it is; delete this one",
  "deprecated-codepoint": "Unicode discourages this character, and WIT text can't hold it; use another or delete it",
};
