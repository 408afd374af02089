// Signature help: the form of what is being written between brackets, and the part that the cursor is at.
import type { ParsedFile } from "../syntax/file.ts";
import { statementAt } from "./completion/statement.ts";
import { type Form, functionForms, gateForms, includeForms, typeForms, useForms } from "./signature-forms.ts";
import type { Token } from "./token-at.ts";

export interface SignatureHelp {
  readonly forms: readonly Form[];
  /** Indexes of the form that is being written, and of its part; no part where the form has none. */
  readonly form: number;
  readonly part: number | undefined;
}

/** The innermost form around an offset, also in half-typed text; undefined outside of brackets, in comments and in texts. */
export function signatureHelp(file: ParsedFile, offset: number): SignatureHelp | undefined {
  const statement = statementAt(file, offset);
  const open = statement ? openBrackets(statement.tokens) : [];
  for (const bracket of open.reverse()) {
    const forms = formsOf(statement!.tokens, bracket);
    if (forms) return chosen(forms, statement!.tokens, bracket);
  }
  return undefined;
}

/** A bracket that is open where the tokens end. */
interface Bracket {
  /** Index of its token. */
  readonly index: number;
  /** Commas behind it that stand in no other bracket. */
  commas: number;
}

const openingOf: Readonly<Record<string, string>> = { ")": "(", ">": "<", "}": "{" };

function openBrackets(tokens: readonly Token[]): Bracket[] {
  const open: Bracket[] = [];
  const counts = new Map([...Object.values(openingOf)].map(kind => [kind, 0]));
  for (const [index, { kind }] of tokens.entries()) {
    const opening = openingOf[kind];
    if (counts.has(kind)) {
      counts.set(kind, counts.get(kind)! + 1);
      open.push({ index, commas: 0 });
    } else if (kind === "," && open.length > 0) open.at(-1)!.commas++;
    // What was left open inside a bracket ends with it.
    else if (opening !== undefined && counts.get(opening)! > 0) closeTo(opening, open, tokens, counts);
  }
  return open;
}

function closeTo(opening: string, open: Bracket[], tokens: readonly Token[], counts: Map<string, number>): void {
  for (let bracket = open.pop(); bracket; bracket = open.pop()) {
    const { kind } = tokens[bracket.index]!;
    counts.set(kind, counts.get(kind)! - 1);
    if (kind === opening) return;
  }
}

function formsOf(tokens: readonly Token[], { index }: Bracket): readonly Form[] | undefined {
  const before = tokens[index - 1];
  const second = tokens[index - 2];
  if (!before) return undefined;
  switch (tokens[index]!.kind) {
    case "<":
      return typeForms.get(before.kind);
    case "(":
      if (second?.kind === "@") return gateForms.get(before.text);
      if (before.text === "get" || before.text === "set")
        return second?.kind === ":" ? functionForms.get(before.text) : undefined;
      return functionForms.get(before.kind);
    default:
      if (before.kind === "with") return includeForms;
      return before.kind === "." && tokens.some(token => token.kind === "use") ? useForms : undefined;
  }
}

function chosen(forms: readonly Form[], tokens: readonly Token[], { index, commas }: Bracket): SignatureHelp {
  const left = tokens[index + 1]?.kind === "_" ? forms.findIndex(f => f.parts[0] === "_") : -1;
  const fitting = left >= 0 ? left : forms.findIndex(f => f.more || commas < f.parts.length);
  const form = fitting < 0 ? forms.length - 1 : fitting;
  const { parts } = forms[form]!;
  return { forms, form, part: parts.length === 0 ? undefined : Math.min(commas, parts.length - 1) };
}
