// Versions that are none: leading zeros, spaces and comments taken out.
import { parseVersion } from "../../base/semver.ts";
import { type Fix, type FixContext, type FixRule, fixHere, replace, underlined } from "./fix.ts";

export const mendVersion: FixRule = { codes: ["invalid-version"], fix: mend };

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
