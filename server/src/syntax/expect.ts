// Reads a unit's tokens the way the reference parser does and says where, and why, it would stop. Tree-sitter gives the
// editor its tree for any text; this gives the exact place and what was expected there.
import { asyncAdvice, itemAdvice } from "./advice.ts";
import type { ContainerKind, SyntaxProblem } from "./ast.ts";
import { attributes } from "./expect/attributes.ts";
import { alias, packageName, usePath, versionTooEarly } from "./expect/paths.ts";
import { expected, list, name, nameText, next, type Reader, stop, token } from "./expect/reader.ts";
import { type } from "./expect/types.ts";
import { nameFault } from "./names.ts";
import { describeToken, isName, kindAt, type Tokens, textAt } from "./tokens.ts";

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
  if (isName(word)) return name(r) && token(r, ":") && func(r) && token(r, ";");
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
  if (!isName(word))
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

function include(r: Reader): boolean {
  if (!usePath(r)) return false;
  if (kindAt(r.t, r.i) !== "with") return token(r, ";");
  r.i++;
  return token(r, "{") && list(r, "}", includeName);
}

function includeName(r: Reader): boolean {
  return name(r) && token(r, "as") && name(r);
}
