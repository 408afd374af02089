// Reads a unit's tokens the way the reference parser does and says where, and why, it would stop. Tree-sitter gives the
// editor its tree for any text; this gives the exact place and what was expected there.
import { parseVersion } from "../base/semver.ts";
import { asyncAdvice, describeFound, itemAdvice, nameAdvice } from "./advice.ts";
import type { ContainerKind, SyntaxProblem } from "./ast.ts";
import { nameFault } from "./names.ts";
import { describeToken, endAt, kindAt, startAt, startsLine, type Tokens, textAt } from "./tokens.ts";

/** How deep types may nest; the limit is the reference parser's. */
const maxTypeDepth = 100;

interface Reader {
  readonly t: Tokens;
  i: number;
  problem?: SyntaxProblem;
}

/** The first place in a unit's text where it is not what `context` asks for. The head of a container ends with its `{`. */
export function syntaxProblem(t: Tokens, context: ContainerKind): SyntaxProblem | undefined {
  const r: Reader = { t, i: 0 };
  while (kindAt(t, r.i) !== "end") if (!item(r, context)) break;
  return r.problem;
}

/** The same for the first item alone, whatever follows it. */
export function itemProblem(t: Tokens, context: ContainerKind): SyntaxProblem | undefined {
  const r: Reader = { t, i: 0 };
  item(r, context);
  return r.problem;
}

function item(r: Reader, context: ContainerKind): boolean {
  const attributed = kindAt(r.t, r.i) === "@";
  if (!attributes(r)) return false;
  const word = kindAt(r.t, r.i);
  switch (context) {
    case "file":
    case "package":
      return topLevelItem(r, word, attributed, context);
    case "world":
      return worldItem(r, word);
    case "interface":
    case "inline":
      return interfaceItem(r, word);
    case "resource":
      return resourceItem(r, word);
  }
}

function topLevelItem(r: Reader, word: string, attributed: boolean, context: ContainerKind): boolean {
  switch (word) {
    case "interface":
    case "world":
      r.i++;
      return name(r) && token(r, "{");
    case "use":
      r.i++;
      return usePath(r) && alias(r) && token(r, ";");
    case "package":
      if (attributed)
        return stop(
          r,
          "attribute-on-package",
          "a package can't have attributes; put them on its interfaces and worlds",
        );
      r.i++;
      return packageName(r) && packageEnd(r);
    default:
      return noItem(r, context, "expected-item", "`interface`, `world`, `use` or `package`");
  }
}

/** `;` after a header, `{` after a nested package; which of them may stand where is for the file to say. */
function packageEnd(r: Reader): boolean {
  if (kindAt(r.t, r.i) === "{") return next(r);
  return token(r, ";");
}

function worldItem(r: Reader, word: string): boolean {
  switch (word) {
    case "import":
    case "export":
      r.i++;
      return externKind(r);
    case "include":
      r.i++;
      return include(r);
    case "use":
      r.i++;
      return use(r);
    default:
      return isTypeWord(word)
        ? typeItem(r, word)
        : noItem(r, "world", "expected-world-item", "`import`, `export`, `include`, `use` or a type definition");
  }
}

function interfaceItem(r: Reader, word: string): boolean {
  if (word === "id" || word === "%id") return name(r) && token(r, ":") && func(r) && token(r, ";");
  if (word === "use") {
    r.i++;
    return use(r);
  }
  return isTypeWord(word)
    ? typeItem(r, word)
    : noItem(r, "interface", "expected-interface-item", "a function, a type definition or `use`");
}

function resourceItem(r: Reader, word: string): boolean {
  if (word === "constructor") {
    r.i++;
    return token(r, "(") && list(r, ")", param) && result(r) && token(r, ";");
  }
  if (word !== "id" && word !== "%id")
    return noItem(r, "resource", "expected-resource-item", "`constructor`, a method or a static function");
  if (!name(r) || !token(r, ":")) return false;
  if (kindAt(r.t, r.i) === "static") r.i++;
  return func(r) && token(r, ";");
}

/** Stops because no item of the container can start here. */
function noItem(r: Reader, context: ContainerKind, code: string, words: string): false {
  return expected(r, code, words, { advice: itemAdvice(r.t, r.i, context) });
}

function isTypeWord(word: string): boolean {
  return (
    word === "type" ||
    word === "record" ||
    word === "variant" ||
    word === "enum" ||
    word === "flags" ||
    word === "resource"
  );
}

function typeItem(r: Reader, word: string): boolean {
  r.i++;
  if (!name(r)) return false;
  switch (word) {
    case "type":
      return token(r, "=") && type(r, 0) && token(r, ";");
    case "resource":
      return kindAt(r.t, r.i) === "{" ? next(r) : token(r, ";");
    case "record":
      return token(r, "{") && list(r, "}", param);
    case "variant":
      return token(r, "{") && list(r, "}", variantCase);
    default:
      return token(r, "{") && list(r, "}", name);
  }
}

function variantCase(r: Reader): boolean {
  if (!name(r)) return false;
  if (kindAt(r.t, r.i) !== "(") return true;
  r.i++;
  return type(r, 0) && token(r, ")");
}

function param(r: Reader): boolean {
  return name(r) && token(r, ":") && type(r, 0);
}

/** Items with commas between them and one allowed after the last, up to `close`. */
function list(r: Reader, close: string, one: (r: Reader) => boolean): boolean {
  for (;;) {
    if (kindAt(r.t, r.i) === close) return next(r);
    if (!one(r)) return false;
    if (kindAt(r.t, r.i) === ",") r.i++;
    else return token(r, close, `\`,\` or \`${close}\``);
  }
}

function externKind(r: Reader): boolean {
  const t = r.t;
  if (kindAt(t, r.i + 1) !== ":" || !isName(kindAt(t, r.i))) return usePath(r) && token(r, ";");
  if (nameFault(nameText(t, r.i))) return name(r);
  const after = kindAt(t, r.i + 2);
  const accessor = after === "id" && isAccessor(r, r.i + 2);
  if (after === "id" && !accessor && nameFault(textAt(t, r.i + 2))) {
    r.i += 2;
    return name(r);
  }
  if (after === "func" || after === "async" || accessor) return name(r) && next(r) && func(r) && token(r, ";");
  if (after === "interface") return name(r) && next(r) && next(r) && token(r, "{");
  if (isName(after) && kindAt(t, r.i + 3) === "/") return usePath(r) && token(r, ";");
  return name(r) && next(r) && usePath(r) && externEnd(r);
}

/** What was taken for `name: path` may be the start of another package's path, as in `wasi:io@0.2.0/streams`. */
function externEnd(r: Reader): boolean {
  return kindAt(r.t, r.i) === "@" ? versionTooEarly(r) : token(r, ";");
}

/** Whether a word is read as an accessor, as it is also in front of what is no token: the reference stops there then. */
function isAccessor(r: Reader, i: number): boolean {
  const word = textAt(r.t, i);
  const after = kindAt(r.t, i + 1);
  return (word === "get" || word === "set") && (after === "(" || after === "error");
}

function func(r: Reader): boolean {
  const word = kindAt(r.t, r.i);
  if (word === "async") {
    r.i++;
    const advice = asyncAdvice(r.t, r.i);
    if (advice) return expected(r, "expected-func", describeToken("func"), { advice });
  } else if (word === "id") {
    if (isAccessor(r, r.i)) return next(r) && token(r, "(") && list(r, ")", param) && result(r);
    const fault = nameFault(textAt(r.t, r.i));
    if (fault) return name(r);
  }
  return token(r, "func") && token(r, "(") && list(r, ")", param) && result(r);
}

function result(r: Reader): boolean {
  if (kindAt(r.t, r.i) !== "->") return true;
  r.i++;
  if (kindAt(r.t, r.i) === "(")
    return expected(r, "expected-type", "a type", {
      advice: "a function has one result without a name; for several, return a record or a tuple",
    });
  return type(r, 0);
}

function use(r: Reader): boolean {
  return (
    usePath(r) && token(r, ".", "`.{` and the names to use") && token(r, "{") && list(r, "}", useName) && token(r, ";")
  );
}

function useName(r: Reader): boolean {
  return name(r) && alias(r);
}

function alias(r: Reader): boolean {
  if (kindAt(r.t, r.i) !== "as") return true;
  r.i++;
  return name(r);
}

function include(r: Reader): boolean {
  if (!usePath(r)) return false;
  if (kindAt(r.t, r.i) !== "with") return token(r, ";");
  r.i++;
  return token(r, "{") && list(r, "}", includeName);
}

function includeName(r: Reader): boolean {
  return name(r) && token(r, "as") && name(r);
}

function usePath(r: Reader): boolean {
  if (!name(r)) return false;
  if (kindAt(r.t, r.i) !== ":") return true;
  r.i++;
  return name(r) && pathSlash(r) && name(r) && optionalVersion(r);
}

function pathSlash(r: Reader): boolean {
  const kind = kindAt(r.t, r.i);
  if (kind === ":")
    return stop(
      r,
      "nested-package-name",
      "nested namespaces (`a:b:c`) are in the specification, but no tool accepts them yet; write `namespace:name/interface`",
    );
  return kind === "@" ? versionTooEarly(r) : token(r, "/");
}

function versionTooEarly(r: Reader): false {
  return stop(r, "version-before-interface", "the version goes after the interface: `namespace:name/interface@1.0.0`");
}

function packageName(r: Reader): boolean {
  if (
    !name(r) ||
    !token(r, ":", "`:` and the package's name, as in `namespace:name`") ||
    !name(r) ||
    !optionalVersion(r)
  )
    return false;
  const kind = kindAt(r.t, r.i);
  if (kind === ":" || kind === "/")
    return stop(
      r,
      "nested-package-name",
      `nested package names (\`a:b${kind}c\`) are in the specification, but no tool accepts them yet; write \`namespace:name\``,
    );
  return true;
}

function optionalVersion(r: Reader): boolean {
  if (kindAt(r.t, r.i) !== "@") return true;
  r.i++;
  return version(r);
}

function version(r: Reader): boolean {
  const start = startAt(r.t, r.i);
  const point = "`.` (a version has three numbers)";
  const numbers = integer(r) && token(r, ".", point) && integer(r) && token(r, ".", point) && integer(r);
  if (!numbers) return false;
  const core = endAt(r.t, r.i - 1);
  const release = versionSuffix(r, "-", core);
  const end = release < 0 ? release : versionSuffix(r, "+", release);
  // The reference looks at the next token, for whether the version goes on, before it looks at the version.
  if (end < 0 || kindAt(r.t, r.i) === "error") return expected(r, "expected-version", "more of the version");
  const parsed = parseVersion(r.t.text.slice(start, end));
  if (typeof parsed !== "string") return true;
  r.problem = { code: "invalid-version", message: `not a valid version: ${parsed}`, at: start, start, end };
  return false;
}

/**
 * Takes `-` or `+` and what follows it, as the reference does: a `.` counts only where more of the version follows.
 * Gives where the version ends; -1 where the reader stands at what is no token, behind a `.`.
 */
function versionSuffix(r: Reader, prefix: string, end: number): number {
  if (kindAt(r.t, r.i) !== prefix) return end;
  r.i++;
  let last = end;
  for (;;) {
    const ahead = kindAt(r.t, r.i) === "." ? 1 : 0;
    const kind = kindAt(r.t, r.i + ahead);
    if (kind === "error" && ahead === 1) {
      r.i++;
      return -1;
    }
    if (kind !== "id" && kind !== "integer" && kind !== "-") return last;
    last = endAt(r.t, r.i + ahead);
    r.i += ahead + 1;
  }
}

function type(r: Reader, depth: number): boolean {
  if (depth >= maxTypeDepth)
    return stop(
      r,
      "type-too-deep",
      `types can't nest more than ${maxTypeDepth} deep; give a name to a part of this one`,
    );
  const word = kindAt(r.t, r.i);
  switch (word) {
    case "id":
    case "%id":
      return name(r);
    case "list":
      return next(r) && token(r, "<") && type(r, depth + 1) && listSize(r) && token(r, ">");
    case "option":
      return next(r) && token(r, "<") && type(r, depth + 1) && token(r, ">");
    case "map":
      return next(r) && token(r, "<") && type(r, depth + 1) && token(r, ",") && type(r, depth + 1) && token(r, ">");
    case "tuple":
      return next(r) && token(r, "<") && list(r, ">", inner => type(inner, depth + 1));
    case "result":
      return next(r) && (kindAt(r.t, r.i) !== "<" || resultParts(r, depth));
    case "future":
    case "stream":
      return next(r) && (kindAt(r.t, r.i) !== "<" || (next(r) && type(r, depth + 1) && token(r, ">")));
    case "own":
    case "borrow":
      return next(r) && token(r, "<") && resourceName(r, word) && token(r, ">");
    default:
      return primitives.has(word) ? next(r) : expected(r, "expected-type", "a type");
  }
}

function resourceName(r: Reader, handle: string): boolean {
  if (isName(kindAt(r.t, r.i))) return name(r);
  return expected(r, "expected-name", "a name", { advice: `\`${handle}\` takes the name of a resource` });
}

/** The types that are a word alone (WIT.md "Types"). */
export const primitives: ReadonlySet<string> = new Set(
  "bool u8 u16 u32 u64 s8 s16 s32 s64 f32 f64 char string error-context".split(" "),
);

function listSize(r: Reader): boolean {
  if (kindAt(r.t, r.i) !== ",") return true;
  r.i++;
  if (kindAt(r.t, r.i) !== "integer") return expected(r, "expected-number", "a number (the length of the list)");
  if (Number(textAt(r.t, r.i)) > 0xffffffff)
    return stop(r, "list-too-long", "the length of a list is at most 4294967295");
  return next(r);
}

function resultParts(r: Reader, depth: number): boolean {
  r.i++;
  if (kindAt(r.t, r.i) === "_") return next(r) && token(r, ",") && type(r, depth + 1) && token(r, ">");
  if (!type(r, depth + 1)) return false;
  if (kindAt(r.t, r.i) !== ",") return token(r, ">", "`,` or `>`");
  return next(r) && type(r, depth + 1) && token(r, ">");
}

function attributes(r: Reader): boolean {
  while (kindAt(r.t, r.i) === "@") if (!next(r) || !attribute(r)) return false;
  return true;
}

function attribute(r: Reader): boolean {
  const at = r.i;
  if (!name(r)) return false;
  switch (nameText(r.t, at)) {
    case "since":
    case "deprecated":
      return token(r, "(") && word(r, "version", "1.2.3") && token(r, "=") && version(r) && token(r, ")");
    case "unstable":
      return token(r, "(") && word(r, "feature", "name") && token(r, "=") && name(r) && token(r, ")");
    case "external-id":
      return token(r, "(") && token(r, "string-literal", "a string in double quotes") && token(r, ")");
    default:
      r.i = at;
      return stop(
        r,
        "unknown-attribute",
        `unknown attribute \`@${textAt(r.t, at)}\`; there are \`@since\`, \`@unstable\`, \`@deprecated\` and \`@external-id\``,
      );
  }
}

function word(r: Reader, wanted: string, example: string): boolean {
  const words = `\`${wanted} = ${example}\``;
  const at = r.i;
  if (!isName(kindAt(r.t, at))) return expected(r, "wrong-attribute-argument", words);
  if (!name(r)) return false;
  if (nameText(r.t, at) === wanted) return true;
  r.i = at;
  return expected(r, "wrong-attribute-argument", words);
}

function nameText(t: Tokens, i: number): string {
  const text = textAt(t, i);
  return kindAt(t, i) === "%id" ? text.slice(1) : text;
}

function isName(kind: string): boolean {
  return kind === "id" || kind === "%id";
}

function name(r: Reader): boolean {
  const kind = kindAt(r.t, r.i);
  if (!isName(kind)) return expected(r, "expected-name", "a name", { advice: nameAdvice(r.t, r.i) });
  const fault = nameFault(nameText(r.t, r.i));
  if (fault) return stop(r, fault.code, fault.message);
  return next(r);
}

function integer(r: Reader): boolean {
  return kindAt(r.t, r.i) === "integer"
    ? next(r)
    : expected(r, "expected-version", "a number (a version has three, as in `1.2.3`)");
}

function next(r: Reader): boolean {
  r.i++;
  return true;
}

function token(r: Reader, kind: string, words = describeToken(kind)): boolean {
  if (kindAt(r.t, r.i) === kind) return next(r);
  const missing = /^[;,(){}<>.:=/]$/.test(kind) ? kind : undefined;
  return expected(r, `expected-${tokenNames[kind] ?? kind}`, words, { missing });
}

const tokenNames: Readonly<Record<string, string>> = {
  ";": "semicolon",
  "{": "open-brace",
  "}": "close-brace",
  "(": "open-parenthesis",
  ")": "close-parenthesis",
  "<": "open-angle",
  ">": "close-angle",
  ":": "colon",
  ",": "comma",
  ".": "period",
  "=": "equals",
  "/": "slash",
};

/** Stops at the token, with what it breaks as the message. */
function stop(r: Reader, code: string, message: string): false {
  const start = startAt(r.t, r.i);
  r.problem = { code, message, at: start, start, end: endAt(r.t, r.i) };
  return false;
}

interface Extra {
  /** The mark that is missing, for a quick fix to insert. */
  readonly missing?: string | undefined;
  /** What to do; follows the message. */
  readonly advice?: string | undefined;
}

/** Stops because something else was expected. Where the text is broken as text, that is the problem. */
function expected(r: Reader, code: string, words: string, { missing, advice }: Extra = {}): false {
  const { t, i } = r;
  const broken = t.errors.get(i);
  if (kindAt(t, i) === "error" && broken) {
    r.problem = {
      code: broken.code,
      message: broken.message,
      at: broken.at,
      start: broken.part?.start ?? Math.min(broken.at, startAt(t, i)),
      end: broken.part?.end ?? endAt(t, i),
    };
    return false;
  }
  const fix = missing === undefined ? {} : { missing };
  if (kindAt(t, i) === "end") {
    const end = i > 0 ? endAt(t, i - 1) : t.limit;
    r.problem = { code, message: `expected ${words}`, at: "next", start: Math.max(end - 1, 0), end, ...fix };
    return false;
  }
  r.problem = { code, at: startAt(t, i), ...foundInstead(t, i, words, advice), ...fix };
  return false;
}

/** The message and what to underline: what was found, or the end of what came before where that stands on an earlier line. */
function foundInstead(
  t: Tokens,
  i: number,
  words: string,
  advice: string | undefined,
): { message: string; start: number; end: number } {
  const found = describeFound(t, i);
  if (i > 0 && startsLine(t, i))
    return { message: `expected ${words} before ${found}`, start: endAt(t, i - 1) - 1, end: endAt(t, i - 1) };
  const message = `expected ${words}, found ${found}${advice ? `; ${advice}` : ""}`;
  return { message, start: startAt(t, i), end: endAt(t, i) };
}
