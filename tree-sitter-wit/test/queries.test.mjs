// The queries compile, and give the colours and tags that the files in highlight/ and tags/ ask for.
import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { test } from "node:test";
import { assertions, covers } from "./support/assertions.mjs";
import { grammarFile, loadQuery, readGrammarFile, withTree } from "./support/grammar.mjs";

for (const file of readdirSync(grammarFile("queries"))) {
  test(`queries/${file} compiles`, () => {
    const query = loadQuery(file.replace(/\.scm$/, ""));
    assert.ok(query.captureNames.length > 0);
    query.delete();
  });
}

/** The names of the highlights at a place. */
function highlightsAt(query, root) {
  const captures = query.captures(root);
  return place => captures.filter(c => covers(c.node, place)).map(c => c.name);
}

/** The kinds of the definitions and references whose name stands at a place. */
function tagsAt(query, root) {
  const matches = query.matches(root);
  return place =>
    matches.flatMap(({ captures }) => {
      const isNamed = captures.some(c => c.name === "name" && covers(c.node, place));
      return isNamed ? captures.map(c => c.name).filter(name => /^(definition|reference)\./.test(name)) : [];
    });
}

const kinds = [
  { folder: "highlight", query: "highlights", namesAt: highlightsAt },
  { folder: "tags", query: "tags", namesAt: tagsAt },
];

for (const { folder, query: queryName, namesAt } of kinds) {
  for (const file of readdirSync(grammarFile(`test/${folder}`))) {
    test(`${folder}/${file}`, () => {
      const query = loadQuery(queryName);
      const text = readGrammarFile(`test/${folder}/${file}`);
      const claims = assertions(text);
      assert.ok(claims.length > 0, "the file asserts nothing");
      withTree(text, root => {
        const names = namesAt(query, root);
        for (const claim of claims) {
          const found = names(claim);
          const place = `${file}:${claim.row + 1}:${claim.column + 1}`;
          assert.ok(
            found.includes(claim.expected),
            `${place}: expected ${claim.expected}, found ${found.join(", ") || "nothing"}`,
          );
        }
      });
      query.delete();
    });
  }
}

test("each token has one colour", () => {
  const query = loadQuery("highlights");
  for (const file of readdirSync(grammarFile("test/highlight"))) {
    withTree(readGrammarFile(`test/highlight/${file}`), root => {
      const seen = new Map();
      for (const { node, name } of query.captures(root)) {
        const before = seen.get(node.startIndex);
        assert.ok(before === undefined || before === name, `${file}: ${node.text} is ${before} and ${name}`);
        seen.set(node.startIndex, name);
      }
    });
  }
  query.delete();
});
