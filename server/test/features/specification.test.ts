// Links into the specification: each leads to a heading that is there (as of 21 August 2026).
import { ok } from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { attributeWords, keywordWords } from "../../src/features/hover/words.ts";
import { keywords } from "../../src/syntax/tokens.ts";
import { repositoryFile } from "../support/parser.ts";

/** The headings of its pages; of the longer ones, those that texts lead to. */
const headings: Readonly<Record<string, string>> = {
  WIT:
    "The WIT text format | Package Names | WIT Interfaces | WIT Worlds | Union of Worlds with `include` | " +
    "De-duplication of interfaces | Name Conflicts and `with` | A Note on Subtyping | " +
    "WIT Packages and `use` | Interfaces, worlds, and `use` | Top-level `use` | " +
    "Transitive imports and worlds | WIT Functions | WIT Types | WIT Identifiers | Filesystem structure | " +
    'Specifying a "Root Package" | Root Package: A File | Root Package: A Directory | Specifying a World | ' +
    "Lexical structure | Whitespace | Comments | Operators | Keywords | Integers | String Literals | " +
    "Top-level items | Feature Gates | Feature gate syntax | Rules for feature gate usage | " +
    "Scenario: Stabilization of a new feature | Scenario: Deprecation of an existing stable feature | " +
    "Package declaration | Item: `toplevel-use` | Item: `world` | Item: `include` | Item: `interface` | " +
    "Item: `use` | Items: type | Item: `type` (alias) | Item: `record` (bag of named fields) | " +
    "Item: `flags` (bag-of-bools) | Item: `variant` (one of a set of types) | " +
    "Item: `enum` (variant but with no payload) | Item: `resource` | Types | Handles | Name resolution | " +
    "Package Format",
  CanonicalABI: "Alignment | Element Size | Flattening",
  Concurrency: "Streams and Futures",
  Explainer: "📝 Error Context type | Type Checking | 🔗 Canonical Interface Name",
};

/** The anchor that GitHub gives a heading. */
function anchor(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\w\s-]/gu, "")
    .replace(/\s/g, "-");
}

const anchors = new Set(
  Object.entries(headings).flatMap(([page, list]) => list.split(" | ").map(heading => `${page}.md#${anchor(heading)}`)),
);

function check(markdown: string): void {
  for (const [, place] of markdown.matchAll(/design\/mvp\/(\w+\.md#[\w-]*)/g)) ok(anchors.has(place!), place);
}

test("every keyword has a meaning and a link to a heading", () => {
  for (const word of keywords) {
    const said = keywordWords(word);
    ok(said, word);
    check(said.join());
    ok(/#[\w-]+\)$/.test(said[1]), said[1]);
  }
  for (const word of ["since", "unstable", "deprecated", "external-id"]) check(attributeWords(word)!.join());
});

test("every link of the pages about diagnostics leads to a heading", () => {
  const folder = repositoryFile("docs/diagnostics/");
  for (const name of readdirSync(folder)) check(readFileSync(new URL(name, folder), "utf8"));
});
