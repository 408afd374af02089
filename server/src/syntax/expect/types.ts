// Reading types (WIT.md "Types").
import { isName, kindAt, textAt } from "../tokens.ts";
import { primitives } from "../type-words.ts";
import { expected, list, name, next, type Reader, stop, token } from "./reader.ts";

/** How deep types may nest; the limit is the reference parser's. */
const maxTypeDepth = 100;

export function type(r: Reader, depth: number): boolean {
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
