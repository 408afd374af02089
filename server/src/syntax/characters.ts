// Which characters WIT text may hold, and which make up names (WIT.md, "Lexical structure").

const start = /^\p{XID_Start}$/u;
const part = /^\p{XID_Continue}$/u;

/** Whether a name may start with this code point. Which of these are valid WIT is checked later, on the whole name. */
export function startsName(code: number): boolean {
  if (code < 0x80) return isLetter(code) || code === 0x5f || code === 0x2d;
  return start.test(String.fromCodePoint(code));
}

/** Whether a name may go on with this code point. */
export function continuesName(code: number): boolean {
  if (code < 0x80) return isLetter(code) || isDigit(code) || code === 0x5f || code === 0x2d;
  return part.test(String.fromCodePoint(code));
}

export function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

export function isLetter(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a);
}

export function isHexDigit(code: number): boolean {
  return isDigit(code) || (code >= 0x61 && code <= 0x66) || (code >= 0x41 && code <= 0x46);
}

/** Value of a hexadecimal digit's code. */
export function hexValue(code: number): number {
  return code <= 0x39 ? code - 0x30 : (code | 0x20) - 0x57;
}

/** Code points that no WIT text may hold: controls, bidirectional overrides, and those that Unicode deprecates. */
export const forbiddenCharacters =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what the specification forbids
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u0149\u0673\u0f77\u0f79\u17a3\u17a4\u17b4\u17b5\u202a-\u202e\u2066-\u2069]/g;

export type ForbiddenKind = "control-codepoint" | "forbidden-codepoint" | "deprecated-codepoint";

/** Why a code point that `forbiddenCharacters` matches is refused. */
export function forbiddenKind(code: number): ForbiddenKind {
  if ((code >= 0x202a && code <= 0x202e) || (code >= 0x2066 && code <= 0x2069)) return "forbidden-codepoint";
  return code < 0x20 || (code >= 0x7f && code <= 0x9f) ? "control-codepoint" : "deprecated-codepoint";
}
