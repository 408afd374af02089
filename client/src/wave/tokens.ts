// Cuts WAVE text into tokens.

export interface Token {
  readonly kind: "word" | "number" | "string" | "char" | "handle" | "mark" | "end";
  readonly text: string;
  /** Offset in UTF-16 units. */
  readonly at: number;
}

/** A mistake in WAVE text at an offset (UTF-16 units). */
export class WaveError extends Error {
  readonly at: number;

  constructor(message: string, at: number) {
    super(message);
    this.at = at;
  }
}

const PATTERNS: readonly (readonly [Token["kind"] | "space", RegExp])[] = [
  ["space", /(?:\s|\/\/[^\n]*)+/y],
  ["number", /-inf(?![\w-])|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y],
  ["string", /"""\r?\n[\s\S]*?"""|"(?:[^"\\\n]|\\.)*"/y],
  ["char", /'(?:[^'\\\n]|\\u\{[0-9a-fA-F]{1,6}\}|\\.)'/uy],
  // How a resource of a running instance is named; no part of WAVE.
  ["handle", /[A-Za-z][\w-]*#\d+/y],
  ["word", /%?[A-Za-z][\w-]*/y],
  ["mark", /[()[\]{},:]/y],
];

/** The tokens of a text, with one of kind "end" after them; throws WaveError at what is none. */
export function tokenize(text: string): readonly Token[] {
  const tokens: Token[] = [];
  for (let at = 0; at < text.length; ) {
    const token = tokenAt(text, at);
    if (token === undefined) throw new WaveError(`${JSON.stringify(text.charAt(at))} is not expected here`, at);
    if (token.kind !== "space") tokens.push({ kind: token.kind, text: token.text, at });
    at += token.text.length;
  }
  return [...tokens, { kind: "end", text: "", at: text.length }];
}

function tokenAt(
  text: string,
  at: number,
): { readonly kind: Token["kind"] | "space"; readonly text: string } | undefined {
  for (const [kind, pattern] of PATTERNS) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match !== null) return { kind, text: match[0] };
  }
  return undefined;
}

const ESCAPES: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t", "\\": "\\", '"': '"', "'": "'" };

/** The text that a string or char token stands for. */
export function unquote(token: Token): string {
  const triple = token.text.startsWith('"""');
  const inside = triple ? withoutIndent(token.text) : token.text.slice(1, -1);
  return inside.replace(
    /\\(?:u\{([0-9a-fA-F]{1,6})\}|(.))/gs,
    (_all, hex: string | undefined, char: string | undefined) => {
      if (hex !== undefined) return codePoint(Number.parseInt(hex, 16), token.at);
      const meant = ESCAPES[char ?? ""];
      if (meant === undefined) throw new WaveError(`\\${char} is not an escape`, token.at);
      return meant;
    },
  );
}

function codePoint(value: number, at: number): string {
  if (value > 0x10ffff || (value >= 0xd800 && value <= 0xdfff)) {
    throw new WaveError(`\\u{${value.toString(16)}} is not a character`, at);
  }
  return String.fromCodePoint(value);
}

/** The lines of a string in three quotes; the last line's indentation is taken off each. */
function withoutIndent(text: string): string {
  const lines = text
    .slice(3, -3)
    .replace(/^\r?\n/, "")
    .split("\n");
  const indent = lines.pop() ?? "";
  return lines.map(line => (line.startsWith(indent) ? line.slice(indent.length) : line)).join("\n");
}
