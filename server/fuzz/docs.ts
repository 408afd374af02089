// Documentation and other comments for generated items, in every form that the reference reads as documentation.
import type { Dice } from "./dice.ts";

const words = [
  "Words.",
  "é 日本 🐘",
  "",
  "/* not a comment",
  "package a:b;",
  "* star",
  "a  b",
  "`x`",
  "\\",
  '"q"',
  "a/b",
];
const leads = ["", " ", " ", "  ", "\t", "    ", "\u00a0", " \t", "\u3000"];
const trails = ["", "", " ", "\t", "\r", "\u00a0", "\u3000", "\u2028", "\ufeff", "\u200b"];

/** Now and then a comment, which ends with white space, for an item indented so. */
export function docs(d: Dice, indent: string): string {
  return d.chance(0.25) ? comments(d, indent) : "";
}

function comments(d: Dice, indent: string): string {
  const newline = d.chance(0.1) ? "\r\n" : "\n";
  return Array.from({ length: d.chance(0.6) ? 1 : 1 + d.below(4) }, () => comment(d, indent, newline)).join("");
}

function comment(d: Dice, indent: string, newline: string): string {
  const line = (): string => `${d.pick(leads)}${d.pick(words)}${d.pick(trails)}`;
  switch (d.below(8)) {
    case 0:
      return `//${line()}${newline}${indent}`;
    case 1:
      return `////${line()}${newline}${indent}`;
    case 2:
      return block(d, "/**", line, indent, newline);
    case 3:
      return block(d, d.pick(["/*", "/***", "/*!", "/** "]), line, indent, newline);
    default:
      return `///${line()}${newline}${indent}`;
  }
}

/** A block; comment marks inside it are in pairs. */
function block(d: Dice, open: string, line: () => string, indent: string, newline: string): string {
  const lines = Array.from({ length: 1 + d.below(3) }, line).map(text =>
    text.includes("/*") ? ` /*${text.replace(/[*/]/g, "")}*/` : text,
  );
  const between = newline + d.pick([indent, "", `${indent} *`, "\t"]);
  const body = lines.join(between);
  // `/**/` makes the reference panic.
  const rest = open + body === "/**" ? " " : "";
  return `${open}${body}${body.endsWith("*") ? " " : rest}*/${d.pick([" ", newline + indent])}`;
}
