// README's table of features and the list of features say the same.
import { deepEqual } from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { features } from "../../src/lsp/registry.ts";
import { repositoryFile } from "../support/parser.ts";

/** Rows of README about what is no request of an editor, or one of the answers to such a request. */
const others: ReadonlySet<string> = new Set([
  "diagnostics",
  "breaking changes",
  "lints",
  "packages",
  "dependencies",
  "quick fixes",
  "refactorings",
  "highlighting",
]);

/** What the first column of README's table for every editor names, in lower case. */
function rows(): readonly string[] {
  const readme = readFileSync(repositoryFile("README.md"), "utf8");
  const table = /^\| In every editor \|.*\n\|[ -|]*\n((?:\|.*\n)*)/m.exec(readme)?.[1] ?? "";
  return table
    .trim()
    .split("\n")
    .flatMap(row =>
      row
        .split("|")[1]!
        .toLowerCase()
        .split(/,| and /),
    )
    .map(name => name.trim());
}

test("each feature that the server advertises has a row in README", () => {
  const named = rows();
  const missing = features.filter(f => Object.keys(f.capabilities).length > 0 && !named.includes(f.name));
  deepEqual(
    missing.map(f => f.name),
    [],
  );
});

test("each row in README is a feature that the server has, once", () => {
  const named = rows();
  const known = new Set([...features.map(f => f.name), ...others]);
  deepEqual(
    named.filter((name, i) => !known.has(name) || named.indexOf(name) !== i),
    [],
  );
});
