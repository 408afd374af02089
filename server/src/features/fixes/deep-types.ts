// A type that nests too deep: its inner part gets a name.
import { freeName, indentAt, lineBreak, startsItsLine, tokensIn } from "../edits/words.ts";
import {
  type Fix,
  type FixContext,
  type FixRule,
  fixHere,
  headSpan,
  homeAt,
  insertAt,
  problemMember,
  replace,
} from "./fix.ts";
import { namesIn } from "./parts.ts";

export const nameInnerType: FixRule = { codes: ["type-too-deep"], fix: nameInner };

/** How deep the reference parser lets types nest, and how deep the outer part is left. */
const limit = 100;
const depth = 80;

function nameInner(c: FixContext): Fix | undefined {
  const member = problemMember(c);
  const home = homeAt(c);
  if (!member || !home) return undefined;
  const tokens = tokensIn(c.file, headSpan(member));
  const at = tokens.findIndex(t => t.start >= c.problem.start);
  const opens = tokens.slice(0, at).flatMap((t, i) => (t.kind === "<" ? [i] : []));
  const open = opens.at(depth - limit);
  const start = open === undefined ? undefined : open - 1;
  const end = start === undefined ? -1 : closing(tokens, start + 1);
  if (start === undefined || end < 0) return undefined;
  const { text } = c.file.source;
  const inner = text.slice(tokens[start]!.start, tokens[end]!.end);
  const name = freeName("inner", namesIn(home.analysis));
  const resource = member.around.at(-1)!.container.kind === "resource" ? member.around.at(-1)! : undefined;
  const before = resource ? resource.start + resource.container.head!.start : member.span.start;
  const apart = startsItsLine(text, before) ? lineBreak(text) + indentAt(text, before) : " ";
  const edits = [
    insertAt(before, `type ${name} = ${inner};${apart}`),
    replace({ start: tokens[start]!.start, end: tokens[end]!.end }, name),
  ];
  return fixHere(c, `Give the inner part a name: \`${name}\``, edits, true);
}

/** Index of the `>` that closes the `<` at an index. */
function closing(tokens: readonly { readonly kind: string }[], open: number): number {
  let level = 0;
  for (let i = open; i < tokens.length; i++) {
    if (tokens[i]!.kind === "<") level++;
    else if (tokens[i]!.kind === ">" && --level === 0) return i;
  }
  return -1;
}
