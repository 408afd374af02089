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
  "control-codepoint": "WIT can't hold control characters",
  "forbidden-codepoint": "WIT can't hold characters that change the direction of text",
  "deprecated-codepoint": "Unicode discourages this character, and WIT can't hold it",
};
