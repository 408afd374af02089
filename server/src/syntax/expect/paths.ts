// Reading paths of `use`s, names of packages and versions (WIT.md "Package declaration", "Item: `use`").
import { parseVersion } from "../../base/semver.ts";
import { endAt, kindAt, startAt } from "../tokens.ts";
import { expected, name, next, type Reader, stop, token } from "./reader.ts";

export function usePath(r: Reader): boolean {
  if (!name(r)) return false;
  if (kindAt(r.t, r.i) !== ":") return true;
  r.i++;
  return name(r) && pathSlash(r) && name(r) && optionalVersion(r);
}

export function alias(r: Reader): boolean {
  if (kindAt(r.t, r.i) !== "as") return true;
  r.i++;
  return name(r);
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

export function versionTooEarly(r: Reader): false {
  return stop(r, "version-before-interface", "the version goes after the interface: `namespace:name/interface@1.0.0`");
}

export function packageName(r: Reader): boolean {
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

export function version(r: Reader): boolean {
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

function integer(r: Reader): boolean {
  return kindAt(r.t, r.i) === "integer"
    ? next(r)
    : expected(r, "expected-version", "a number (a version has three, as in `1.2.3`)");
}
