// Valid text never has a `missing` node. The scanner gives one for a character such as `;`, so in no state of the
// parser may both the empty token and that character be right: checked here for every state there is.
import assert from "node:assert/strict";
import { test } from "node:test";
import { language, readGrammarFile } from "./support/grammar.mjs";

const itemWords = ["package", "interface", "world", "use", "import", "export", "include"].concat([
  "type",
  "record",
  "variant",
  "enum",
  "flags",
  "resource",
]);

/** The numbers of the scanner's empty tokens, from the parser: `{ 72: "no_part" }`. */
function emptyTokens() {
  const found = [...readGrammarFile("src/parser.c").matchAll(/^ {2}sym__(no_\w+) = (\d+),$/gm)];
  return new Map(found.map(([, name, number]) => [Number(number), name]));
}

/** These decline every word that starts an item. */
const declineItems = new Set(["no_mark", "no_func_colon", "no_func", "no_body_end", "no_comma", "no_item"]);

/** For each empty token the tokens before which the scanner gives it, from its table. */
function triggers() {
  const rows = readGrammarFile("src/scanner.c").matchAll(/^ {4}\{(NO_\w+), (true|false), "([^"]*)", \w+\},$/gm);
  const entries = [...rows].map(([, type, atEnd, marks]) => {
    const name = type.toLowerCase();
    const tokens = [...marks].map(mark => (mark === "-" ? "->" : mark));
    if (atEnd === "true") tokens.push("end");
    if (!declineItems.has(name)) tokens.push(...itemWords);
    return [name, tokens];
  });
  return new Map(entries);
}

/** The names of the tokens that are right in a state, empty ones apart. */
function tokensOf(state, empty) {
  const iterator = language.lookaheadIterator(state);
  const tokens = new Set();
  const gaps = new Set();
  for (const name of iterator ?? []) {
    const gap = empty.get(iterator.currentTypeId);
    if (gap) gaps.add(gap);
    else tokens.add(name);
  }
  iterator?.delete();
  return { tokens, gaps };
}

test("no empty token competes with a token that may stand there", () => {
  const empty = emptyTokens();
  const triggersOf = triggers();
  assert.deepEqual(
    [...triggersOf.keys()].sort(),
    [...empty.values()].sort(),
    "scanner and parser know different tokens",
  );
  let seen = 0;
  for (let state = 1; state < language.stateCount; state++) {
    const { tokens, gaps } = tokensOf(state, empty);
    for (const gap of gaps) {
      seen++;
      const both = triggersOf.get(gap).filter(trigger => tokens.has(trigger));
      // The scanner leaves out the one item word that a label can stand before.
      const expected = gap === "no_label_target" ? ["interface"] : [];
      assert.deepEqual(both, expected, `state ${state}, ${gap}`);
    }
  }
  assert.ok(seen > 500, "the states were not read");
});
