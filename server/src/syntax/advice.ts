// What to do about a token that can't stand where it stands, where more can be said than what was expected there.
import type { ContainerKind } from "./ast.ts";
import { isName, keywords, kindAt, type Tokens, textAt } from "./tokens.ts";

/** Advice for the token `i` where a member of `context` should start; nothing where the list of what may start is all there is to say. */
export function itemAdvice(t: Tokens, i: number, context: ContainerKind): string | undefined {
  const word = kindAt(t, i);
  if (word === ";") return "there is nothing to end here: leave the `;` out";
  switch (context) {
    case "file":
    case "package":
      return topLevelAdvice(t, i, word);
    case "world":
      return worldAdvice(t, i, word);
    case "interface":
    case "inline":
      return interfaceAdvice(t, i, word);
    case "resource":
      return resourceAdvice(t, i, word);
  }
}

const typeWords: ReadonlySet<string> = new Set("type record variant enum flags resource".split(" "));
const worldWords: ReadonlySet<string> = new Set(["import", "export", "include"]);

function topLevelAdvice(t: Tokens, i: number, word: string): string | undefined {
  if (word === "}") return "this `}` closes nothing";
  if (typeWords.has(word)) return `\`${word}\` belongs inside an interface or a world`;
  if (worldWords.has(word)) return `\`${word}\` belongs inside a world`;
  if (isFunction(t, i)) return "functions belong inside an interface; a world imports or exports them";
  return undefined;
}

function worldAdvice(t: Tokens, i: number, word: string): string | undefined {
  if (isFunction(t, i)) {
    const name = textAt(t, i);
    return `a world imports or exports its functions: \`import ${name}: …\` or \`export ${name}: …\``;
  }
  return word === "interface"
    ? "an interface inside a world has a name and a direction: `import name: interface {`"
    : undefined;
}

function interfaceAdvice(t: Tokens, i: number, word: string): string | undefined {
  if (worldWords.has(word)) return `\`${word}\` belongs in a world; an interface takes in types with \`use\``;
  if (word === "func") return "the name comes first: `name: func(…)`";
  if (word === "constructor" || word === "static") return `\`${word}\` belongs inside a resource`;
  return keywordAsName(t, i) ?? (word === "async" ? asyncComesLater : undefined);
}

function resourceAdvice(t: Tokens, i: number, word: string): string | undefined {
  if (word === "static") return "`static` goes after the name: `name: static func(…)`";
  if (word === "func") return "the name comes first: `name: func(…)`";
  if (word === "async" && kindAt(t, i + 1) === "constructor") return "a constructor can't be `async`";
  return keywordAsName(t, i) ?? (word === "async" ? asyncComesLater : undefined);
}

const asyncComesLater = "`async` goes after the name: `name: async func(…)`";

/** Advice for the token `i` behind `async`, where `func` should stand. */
export function asyncAdvice(t: Tokens, i: number): string | undefined {
  if (kindAt(t, i) === "static") return "`static` comes first: `static async func(…)`";
  const accessor = textAt(t, i) === "get" || textAt(t, i) === "set";
  return accessor && kindAt(t, i + 1) === "(" ? "getters and setters can't be `async`" : undefined;
}

/** A keyword with a `:` behind it was meant as a name. */
function keywordAsName(t: Tokens, i: number): string | undefined {
  return kindAt(t, i + 1) === ":" ? nameAdvice(t, i) : undefined;
}

/** Advice for the token `i` where a name should stand. */
export function nameAdvice(t: Tokens, i: number): string | undefined {
  const kind = kindAt(t, i);
  if (kind === "@") return "attributes stand only before whole items";
  if (kind === ":" && i > 0 && keywords.has(kindAt(t, i - 1))) return nameAdvice(t, i - 1);
  return keywords.has(kind) && kind !== "_" ? `to use the keyword as a name write \`%${kind}\`` : undefined;
}

function isFunction(t: Tokens, i: number): boolean {
  return isName(kindAt(t, i)) && kindAt(t, i + 1) === ":";
}

/** Token `i` as messages name what was found: a name or a number with its text. */
export function describeFound(t: Tokens, i: number): string {
  const text = textAt(t, i);
  const shown = text.length > 40 ? `${text.slice(0, 40)}…` : text;
  switch (kindAt(t, i)) {
    case "end":
      return "the end of the file";
    case "id":
    case "%id":
    case "integer":
      return `\`${shown}\``;
    case "string-literal":
      return "a string";
    case "error":
      return "text that is not WIT";
    default:
      return keywords.has(kindAt(t, i)) ? `the keyword \`${shown}\`` : `\`${shown}\``;
  }
}
