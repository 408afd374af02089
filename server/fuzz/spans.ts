// The tokens and items of a text, found without the project's parser, so that mutations don't depend on what they test.

export interface Span {
  readonly start: number;
  readonly end: number;
}

export interface Token extends Span {
  readonly text: string;
}

const pattern = /\/\/[^\n]*|\/\*(?:\/\*.*?\*\/|.)*?\*\/|\s+|"(?:\\.|[^"\\\n])*"?|->|%?[A-Za-z_][\w-]*|\d+|./gsu;

/** Tokens without white space and comments. */
export function tokensOf(text: string): readonly Token[] {
  const found: Token[] = [];
  for (const match of text.matchAll(pattern)) {
    const [word] = match;
    if (/^\s/.test(word) || word.startsWith("//") || word.startsWith("/*")) continue;
    found.push({ text: word, start: match.index, end: match.index + word.length });
  }
  return found;
}

/** Tokens, each with the white space and comments before it. */
export function tokenSpans(text: string): readonly Span[] {
  let start = 0;
  return [...tokensOf(text), { text: "", start: text.length, end: text.length }].map(token => {
    const span = { start, end: token.end };
    start = token.end;
    return span;
  });
}

export interface ItemSpan extends Span {
  /** How many braces are open around it. */
  readonly depth: number;
}

/**
 * Statements, fields and blocks at every depth, outer ones first: each from after the one before it to its `;`, its `,`
 * or its closing brace.
 */
export function itemSpans(text: string): readonly ItemSpan[] {
  const found: ItemSpan[] = [];
  const open: number[] = [];
  let start = 0;
  let nested = 0;
  for (const token of tokensOf(text)) {
    if (token.text === "(" || token.text === "<") nested++;
    else if (token.text === ")" || token.text === ">") nested = Math.max(0, nested - 1);
    else if (token.text === "{") {
      open.push(start);
      start = token.end;
      nested = 0;
    } else if (token.text === "}" && open.length > 0) {
      start = open.pop()!;
      found.push({ start, end: token.end, depth: open.length });
      start = token.end;
    } else if (token.text === ";" || (token.text === "," && nested === 0)) {
      found.push({ start, end: token.end, depth: open.length });
      start = token.end;
      nested = 0;
    }
  }
  return found.sort((a, b) => a.start - b.start || b.end - a.end);
}

/** Types with arguments: `list<…>`, `tuple<…>`, outer ones first. */
export function typeSpans(text: string): readonly Span[] {
  const tokens = tokensOf(text);
  const found: Span[] = [];
  const open: number[] = [];
  for (const [i, token] of tokens.entries()) {
    if (token.text === "<") open.push(i);
    else if (token.text === ">") {
      const name = tokens[(open.pop() ?? 0) - 1];
      if (name) found.push({ start: name.start, end: token.end });
    } else if (token.text === ";" || token.text === "{") open.length = 0;
  }
  return found.sort((a, b) => a.start - b.start || b.end - a.end);
}
