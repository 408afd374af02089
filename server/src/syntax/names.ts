// What makes a name valid, and when two names clash (WIT.md "Identifiers"; component names must be strongly unique).
import { textCache } from "../base/memo.ts";
import { isDigit } from "./characters.ts";

/** What is wrong with a name, in words; nothing where it is valid: words of one case, joined by `-`. */
export function nameFault(name: string): { readonly code: string; readonly message: string } | undefined {
  const words = name.split("-");
  for (const [i, word] of words.entries()) {
    if (word === "") return { code: "empty-word-in-name", message: emptyWord(name) };
    const fault = wordFault(word, i === 0);
    if (fault) return { code: "invalid-name", message: `\`${name}\` is not a valid name: ${fault}` };
  }
  return undefined;
}

function emptyWord(name: string): string {
  if (name === "") return "a name must follow `%`";
  return `\`${name}\` is not a valid name: each \`-\` must stand between two words`;
}

function wordFault(word: string, first: boolean): string | undefined {
  let upper: boolean | undefined;
  for (let i = 0; i < word.length; i++) {
    const code = word.charCodeAt(i);
    if (isDigit(code)) {
      if (i === 0 && first) return "it must start with a letter";
      continue;
    }
    const isUpper = code >= 0x41 && code <= 0x5a;
    if (!isUpper && !(code >= 0x61 && code <= 0x7a))
      return `\`${String.fromCodePoint(word.codePointAt(i)!)}\` can't stand in a name; use lower-case words joined by \`-\``;
    if (upper !== undefined && upper !== isUpper)
      return "upper and lower case can't mix in one word; use lower-case words joined by `-`";
    upper = isUpper;
  }
  return undefined;
}

/** A name as it counts for uniqueness: case and hyphens don't (`a-b`, `ab` and `AB` are one). */
export const canonicalName: (name: string) => string = textCache(10_000, name =>
  name.includes("-") || /[A-Z]/.test(name) ? name.replaceAll("-", "").toLowerCase() : name,
);

/**
 * The name of a component's function as it counts for uniqueness, from its mangled form (`[method]r.f`, `[get]x`): an
 * accessor clashes with what it is named after, and a resource's function with the resource where their names are one.
 */
export const canonicalFunctionName: (mangled: string) => string = textCache(1000, mangled => {
  const match = /^(\[constructor\]|\[method\]|\[static\])?(\[get\]|\[set\])?(.*)$/s.exec(mangled)!;
  const plain = canonicalName(match[3]!);
  const dot = plain.indexOf(".");
  if (dot >= 0 && plain.slice(0, dot) === plain.slice(dot + 1)) return plain.slice(0, dot);
  if (match[1] === "[constructor]") return `[constructor]${plain}`;
  return match[2] === "[set]" ? `[set]${plain}` : plain;
});

/** `name` in kebab case: `fooBar`, `foo_bar` and `FooBar` become `foo-bar`. Empty where nothing is left. */
export function toKebabCase(name: string): string {
  const words = name
    .replace(/([a-z0-9])([A-Z])/g, "$1-$2")
    .replace(/([A-Z]+)([A-Z][a-z])/g, "$1-$2")
    .split(/[^A-Za-z0-9]+/)
    .filter(word => word !== "");
  const kebab = words.join("-").toLowerCase();
  return kebab.replace(/^[0-9-]+/, "");
}
