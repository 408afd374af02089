// Whether a text would be WIT: the syntax problems of a changed text, found from its tokens alone.
import type { Unit } from "../../syntax/ast.ts";
import { cutFile, type UnitMaker } from "../../syntax/cut.ts";
import { syntaxProblem } from "../../syntax/expect.ts";
import { type PlacedProblem, syntaxProblems } from "../../syntax/file.ts";
import { endAt, kindAt, startAt, tokens } from "../../syntax/tokens.ts";
import { startOf } from "../token-at.ts";

/** Units as far as problems need them: no tree, no names. */
const bare: UnitMaker = {
  unit: (context, text): Unit => {
    const t = tokens(text, startOf(text));
    const problem = syntaxProblem(t, context);
    let count = 0;
    while (kindAt(t, count) !== "end") count++;
    const kind = kindAt(t, 0) === "package" ? "package" : "other";
    const problems = problem ? [problem] : [];
    return { kind, text, start: startAt(t, 0), end: endAt(t, Math.max(count - 1, 0)), attributes: [], problems };
  },
};

/** Syntax problems of a text that stands at the top level of a file; UTF-16 offsets of the text. */
export function problemsOfText(text: string): readonly PlacedProblem[] {
  return syntaxProblems({ source: { uri: "", text, version: 0 }, root: cutFile(text, bare) });
}
