// Versions that are none: leading zeros, spaces and comments taken out.
import { parseVersion } from "../../base/semver.ts";
import { type Fix, type FixContext, type FixRule, fixHere, replace, underlined } from "./fix.ts";
import { mends } from "./syntax-check.ts";

export const mendVersion: FixRule = { codes: ["invalid-version"], fix: mend };

/** A version with one number or two, as in `1.0`, or with a `v` in front. */
export const completeVersion: FixRule = {
  codes: ["expected-period", "expected-version"],
  fix: c => {
    const { text } = c.file.source;
    const { at } = c.problem;
    if (at === undefined) return undefined;
    const line = text.lastIndexOf("\n", at - 1) + 1;
    const before = /[@=]\s*([\d.]*)$/.exec(text.slice(line, at))?.[1];
    const [rest = ""] = /^v?[\w.+-]*/.exec(text.slice(at, at + 200)) ?? [];
    if (before === undefined || (before === "" && !/^v\d/.test(rest))) return undefined;
    const [, core = "", suffix = ""] = /^v?([\d.]*)([-+].*)?$/.exec(before + rest) ?? [];
    const numbers = core.split(".").filter(part => part !== "");
    while (numbers.length > 0 && numbers.length < 3) numbers.push("0");
    const version = numbers.slice(0, 3).join(".") + suffix;
    const edit = replace({ start: at - before.length, end: at + rest.length }, version);
    if (typeof parseVersion(version) === "string" || !mends(c.file, [edit])) return undefined;
    return fixHere(c, `Write the version as \`${version}\``, edit, true);
  },
};

/** A version in the middle of a path goes to its end. */
export const moveVersion: FixRule = {
  codes: ["version-before-interface"],
  fix: c => {
    const { text } = c.file.source;
    const { start } = c.problem;
    const [whole, version, item] = /^@([0-9A-Za-z.+-]+)\/(%?[\w-]+)/.exec(text.slice(start, start + 1000)) ?? [];
    if (whole === undefined) return undefined;
    const edit = replace({ start, end: start + whole.length }, `/${item}@${version}`);
    return mends(c.file, [edit]) ? fixHere(c, `Put the version behind \`${item}\``, edit, true) : undefined;
  },
};

function mend(c: FixContext): Fix | undefined {
  const text = underlined(c);
  const plain = text.replace(/\/\*[\s\S]*?\*\/|\/\/[^\n]*|[^0-9A-Za-z.+-]+/g, "");
  const [, core = "", pre = "", build = ""] = /^([\d.]*)(-[^+]*)?(\+.*)?$/.exec(plain) ?? [];
  const number = (digits: string): string => largest(digits.replace(/^0+(?=\d)/, ""));
  const segments = pre
    .slice(1)
    .split(".")
    .filter(s => s !== "")
    .map(s => s.replace(/^0+(?=\d+$)/, ""));
  const tail = build
    .slice(1)
    .split(".")
    .filter(s => s !== "");
  const parts = core
    .split(".")
    .filter(p => p !== "")
    .map(number);
  while (parts.length < 3) parts.push("0");
  const version =
    parts.slice(0, 3).join(".") +
    (segments.length > 0 ? `-${segments.join(".")}` : "") +
    (tail.length > 0 ? `+${tail.join(".")}` : "");
  if (typeof parseVersion(version) === "string" || version === text) return undefined;
  return fixHere(c, `Write the version as \`${version}\``, replace(c.problem, version), true);
}

/** Numbers of a version fit in 64 bits. */
function largest(digits: string): string {
  const most = "18446744073709551615";
  return digits.length > most.length || (digits.length === most.length && digits > most) ? most : digits;
}
