// Checks the form of WAVE text (WebAssembly Value Encoding) while it is typed: brackets, strings and characters closed.

/** What is wrong at an offset (UTF-16 units). */
export interface WaveProblem {
  readonly message: string;
  readonly offset: number;
}

const CLOSING: Readonly<Record<string, string>> = { "(": ")", "[": "]", "{": "}" };

/** The first thing that keeps `text` from being a list of WAVE values; `undefined` when the form is right. */
export function checkBalance(text: string): WaveProblem | undefined {
  const open: { readonly bracket: string; readonly offset: number }[] = [];
  for (let at = 0; at < text.length; at++) {
    const here = text.charAt(at);
    if (here === '"' || here === "'") {
      const end = quotedEnd(text, at);
      if (end === undefined) return { message: `${here} is not closed`, offset: at };
      at = end;
    } else if (here in CLOSING) {
      open.push({ bracket: here, offset: at });
    } else if (")]}".includes(here)) {
      const last = open.pop();
      if (last === undefined) return { message: `${here} closes nothing`, offset: at };
      if (CLOSING[last.bracket] !== here) {
        return { message: `${here} stands where ${CLOSING[last.bracket]} closes ${last.bracket}`, offset: at };
      }
    }
  }
  const left = open.pop();
  return left && { message: `${left.bracket} is not closed`, offset: left.offset };
}

/** Splits WAVE text at the commas that are in no bracket, string or character; blank text has no parts. */
export function splitValues(text: string): readonly string[] {
  const parts: string[] = [];
  let [depth, from] = [0, 0];
  for (let at = 0; at < text.length; at++) {
    const here = text.charAt(at);
    if (here === '"' || here === "'") at = quotedEnd(text, at) ?? text.length;
    else if (here in CLOSING) depth++;
    else if (")]}".includes(here)) depth--;
    else if (here === "," && depth === 0) {
      parts.push(text.slice(from, at).trim());
      from = at + 1;
    }
  }
  const last = text.slice(from).trim();
  return last === "" ? parts : [...parts, last];
}

/** Offset of the quote that closes the one at `start`. */
function quotedEnd(text: string, start: number): number | undefined {
  const quote = text.charAt(start);
  for (let at = start + 1; at < text.length; at++) {
    if (text.charAt(at) === "\\") at++;
    else if (text.charAt(at) === quote) return at;
  }
  return undefined;
}
