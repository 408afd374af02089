// String literals stand for what their escapes say, and a broken one ends where the text can be read on.
import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import { scanString } from "../../src/syntax/strings.ts";

function value(literal: string, expected: string): void {
  test(`${literal} is ${JSON.stringify(expected)}`, () => {
    const scanned = scanString(`${literal} ;`, 0, literal.length + 2);
    deepEqual([scanned.value, scanned.error, scanned.end], [expected, undefined, literal.length]);
  });
}

value('""', "");
value('"\ufeffa\ufeff"', "a\ufeff");
value('"é 名 😀"', "é 名 😀");
value('"\\"\\\'\\\\"', "\"'\\");
value('"\\t\\n\\r"', "\t\n\r");
value('"\\41\\c3\\A9"', "Aé");
value('"\\u{41}\\u{1F600}\\u{1_f6_00}"', "A😀😀");

/** The text goes on behind `rest`; `at` is where the reference stops, `part` what is wrong where that is not all of it. */
function broken(text: string, code: string, at: number, rest: string, part?: string): void {
  test(`${JSON.stringify(text)} is broken: ${code}`, () => {
    const scanned = scanString(text, 0, text.length);
    const wrong = scanned.error?.part;
    equal(wrong && text.slice(wrong.start, wrong.end), part);
    deepEqual([scanned.error?.code, scanned.error?.at, scanned.value], [code, at, undefined]);
    equal(text.slice(scanned.end), rest);
  });
}

broken('"ab', "string-unterminated", 3, "");
broken('"ab\\', "string-unterminated", 4, "");
broken('"ab\nc" d', "string-unterminated", 3, '\nc" d');
broken('"ab\r\nc', "string-unterminated", 3, "\nc");
broken('"a\tb" c', "string-character", 2, " c", "\t");
broken('"a\\qb" c', "string-escape", 3, " c", "\\q");
broken('"a\\u41" c', "string-escape", 4, " c", "\\u41");
broken('"a\\😀" c', "string-escape", 3, " c", "\\😀");
broken('"\\u{41" c', "string-escape", 6, " c", '\\u{41"');
broken('"\\4" c', "string-number", 3, " c", '\\4"');
broken('"\\u{}" c', "string-number", 4, " c", "\\u{}");
broken('"\\u{fffffffff}" c', "string-number", 12, " c", "\\u{fffffffff}");
broken('"\\u{d800}" c', "string-unicode", 2, " c", "\\u{d800}");
broken('"\\ff" c', "string-utf8", 0, " c");
