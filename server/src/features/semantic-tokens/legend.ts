// The kinds of semantic tokens and what can be said of them besides, in the protocol's names; their order is part of the answers.

export const tokenTypes = [
  "namespace",
  "interface",
  "class",
  "struct",
  "enum",
  "type",
  "property",
  "enumMember",
  "function",
  "method",
  "parameter",
  "variable",
] as const;
export type TokenType = (typeof tokenTypes)[number];

export const tokenModifiers = ["declaration", "deprecated", "async", "static"] as const;
export type TokenModifier = (typeof tokenModifiers)[number];

/** A kind and modifiers in one number: the kind's index, and above eight bits a bit for each modifier. */
export type TokenCode = number;

export function tokenCode(type: TokenType, ...modifiers: readonly (TokenModifier | undefined)[]): TokenCode {
  let code = tokenTypes.indexOf(type);
  for (const modifier of modifiers) if (modifier !== undefined) code |= 0x100 << tokenModifiers.indexOf(modifier);
  return code;
}

export function typeIndex(code: TokenCode): number {
  return code & 0xff;
}

export function modifierBits(code: TokenCode): number {
  return code >> 8;
}
