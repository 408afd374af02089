// Texts that nobody writes and an editor must survive: deep, long, or nothing but one character.
//
// Each row: how many there are, what the reference parser says, and at most so many milliseconds of processor time for
// everything and for the longest single thing, and so many megabytes: some five times what a quiet machine takes.
import { header, inside, times } from "./make.ts";
import type { Table } from "./row.ts";
import { text } from "./trial.ts";

/** One thing inside another, over and over. */
export const deepTexts: Table = {
  "nested lists": text(100_000, "rejects", 5500, 500, 600, n =>
    inside(`type t = ${"list<".repeat(n)}u8${">".repeat(n)};`),
  ),
  "lists that are never closed": text(50_000, "rejects", 2500, 500, 400, n => inside(`type t = ${"list<".repeat(n)}`)),
  "lists 90 deep in one tuple": text(100, "accepts", 3500, 1000, 400, n =>
    inside(`type t = tuple<${times(n, () => `${"list<".repeat(90)}u8${">".repeat(90)}`, ", ")}>;`),
  ),
  "nested packages": text(
    5_000,
    "rejects",
    4000,
    2000,
    400,
    n => `${header}${"package a:b { ".repeat(n)}${"}".repeat(n)}`,
  ),
  "functions in 100 nested packages": text(
    1_000,
    "rejects",
    4000,
    2000,
    400,
    n =>
      `${header}${times(100, i => `package p:p${i} {`)} interface i { ${times(n, i => `fn${i}: func();`)} } ${"}".repeat(100)}`,
  ),
  "nested comments": text(
    100_000,
    "accepts",
    1000,
    250,
    400,
    n => `${header}${"/* ".repeat(n)}${"*/ ".repeat(n)}\ninterface i {}`,
  ),
  "nested comments, of which one is never closed": text(
    100_000,
    "rejects",
    1000,
    250,
    400,
    n => `${header}${"/* ".repeat(n)}${"*/ ".repeat(n - 1)}`,
  ),
  "open interfaces": text(4_000, "rejects", 7500, 1750, 500, n => header + "interface i {\n".repeat(n)),
  "open uses": text(5_000, "rejects", 7500, 4250, 500, n => inside("use a.{\n".repeat(n))),
  "open braces": text(100_000, "rejects", 3000, 1500, 400, n => header + "{".repeat(n)),
  "open parentheses": text(100_000, "rejects", 3500, 1500, 400, n => header + "(".repeat(n)),
  "open angles": text(100_000, "rejects", 3500, 1750, 400, n => inside(`type t = ${"<".repeat(n)}`)),
  "open comments": text(500_000, "rejects", 1500, 250, 400, n => header + "/*".repeat(n)),
};

/** One thing of great length. */
export const longTexts: Table = {
  "characters in a name": text(1_000_000, "accepts", 2500, 500, 400, n => inside(`f: func(${"a".repeat(n)}: u8);`)),
  "words in a name": text(200_000, "accepts", 1500, 500, 400, n => inside(`f: func(${"a-".repeat(n)}a: u8);`)),
  "names in a path": text(50_000, "rejects", 3500, 2000, 400, n => inside(`use ${"a:".repeat(n)}b/c.{d};`)),
  "names in the name of a package": text(
    50_000,
    "rejects",
    3500,
    1750,
    400,
    n => `package ${"a:".repeat(n)}b;\ninterface i {}`,
  ),
  "digits in a version": text(
    1_000_000,
    "rejects",
    1500,
    500,
    400,
    n => `package a:b@1.0.${"1".repeat(n)};\ninterface i {}`,
  ),
  "parts in a version": text(
    10_000,
    "accepts",
    2500,
    750,
    400,
    n => `package a:b@1.0.0-${"a.1.".repeat(n)}b;\ninterface i {}`,
  ),
  "digits in a number": text(1_000_000, "rejects", 1500, 250, 400, n => inside(`type t = list<u8, ${"9".repeat(n)}>;`)),
  "escapes in a string": text(50_000, "accepts", 2000, 750, 400, n =>
    inside(`@external-id("${"\\n".repeat(n)}") f: func();`),
  ),
  "characters in the name of a feature": text(500_000, "accepts", 1500, 250, 400, n =>
    inside(`@unstable(feature = ${"a".repeat(n)}) f: func();`),
  ),
  "words in a comment": text(
    1_000_000,
    "accepts",
    2000,
    750,
    400,
    n => `${header}/* ${"x ".repeat(n)} */\ninterface i {}`,
  ),
  "words in a comment line": text(
    2_000_000,
    "accepts",
    1500,
    1000,
    400,
    n => `${header}// ${"x ".repeat(n)}\ninterface i {}`,
  ),
  "lines of documentation": text(50_000, "accepts", 3000, 500, 400, n =>
    inside(`${"/// words\n".repeat(n)}f: func();`),
  ),
  "comments between words": text(50_000, "accepts", 2500, 500, 400, n => inside(`f: func(${"/**/ ".repeat(n)});`)),
  "line breaks": text(500_000, "accepts", 1500, 500, 400, n => `${header}${"\n".repeat(n)}interface i {}`),
  "functions on one line": text(
    4_000,
    "accepts",
    4500,
    1750,
    400,
    n => `package a:b; interface i { ${times(n, i => `fn${i}: func(a: u8) -> u8;`, " ")} }`,
  ),
  "attributes of one function": text(5_000, "rejects", 5500, 1500, 400, n =>
    inside(`${"@since(version = 1.0.0) ".repeat(n)}f: func();`),
  ),
  "attributes with nothing after them": text(
    4_000,
    "rejects",
    3500,
    1000,
    400,
    n => header + "@since(version = 1.0.0) ".repeat(n),
  ),
};

/** Nothing but one character or word, and characters that few programs expect. */
export const strangeTexts: Table = {
  "closing braces": text(100_000, "rejects", 3000, 500, 400, n => header + "}".repeat(n)),
  semicolons: text(100_000, "rejects", 3000, 500, 400, n => header + ";".repeat(n)),
  quotes: text(200_000, "rejects", 4000, 2250, 400, n => header + '"'.repeat(n)),
  "at signs": text(100_000, "rejects", 3500, 2250, 400, n => header + "@".repeat(n)),
  "percent signs": text(100_000, "rejects", 3000, 1750, 400, n => header + "%".repeat(n)),
  "control characters": text(500_000, "rejects", 1500, 500, 400, n => header + "\u0001".repeat(n)),
  "zero bytes": text(500_000, "rejects", 1500, 500, 400, n => inside(`f: func(); ${"\0".repeat(n)} g: func();`)),
  "byte-order marks": text(
    500_000,
    "rejects",
    1000,
    250,
    400,
    n => `\uFEFF${header}${"\uFEFF".repeat(n)}interface i {}`,
  ),
  "functions with byte-order marks between words": text(
    3_000,
    "rejects",
    4500,
    1500,
    400,
    n => `\uFEFF${inside(times(n, i => `fn${i}\uFEFF: func(\uFEFFa: u8)\uFEFF;`))}`,
  ),
  "halves of characters": text(30_000, "rejects", 2000, 500, 400, n =>
    inside(`f: func(); ${"\ud83d ".repeat(n)}${"\ude00".repeat(n)}`),
  ),
  "functions with halves of characters in names, strings and comments": text(2_000, "rejects", 5500, 2250, 400, n =>
    inside(times(n, i => `/// \ud83d\n@external-id("\ude00") fn${i}\ud83d: func(); // \ude00`)),
  ),
  "functions in other alphabets": text(3_000, "rejects", 4500, 1500, 400, n =>
    inside(times(n, i => `名${i}é😀: func(ñ: Ωmega);`)),
  ),
  "lines that end as in Windows": text(5_000, "accepts", 3500, 1500, 400, n =>
    inside(times(n, i => `fn${i}: func();`)).replaceAll("\n", "\r\n"),
  ),
  "carriage returns alone": text(4_000, "rejects", 3500, 1500, 400, n =>
    inside(times(n, i => `fn${i}: func();`, "\r")),
  ),
  "times four keywords": text(
    10_000,
    "rejects",
    4000,
    1500,
    400,
    n => header + "interface world record use ".repeat(n),
  ),
  "names and colons": text(50_000, "rejects", 4000, 2500, 400, n => inside("a: ".repeat(n))),
};
