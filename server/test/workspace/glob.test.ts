// Patterns of `.gitignore` and the paths that they match.
import { equal } from "node:assert/strict";
import { test } from "node:test";
import { globMatcher } from "../../src/workspace/glob.ts";

/** `paths` are separated by spaces; those after `|` don't match. */
function check(pattern: string, paths: string): void {
  test(`${pattern} of ${paths}`, () => {
    const [yes = "", no = ""] = paths.split(" | ");
    for (const path of yes.split(" ")) equal(globMatcher(pattern)?.(path), true, path);
    for (const path of no.split(" ").filter(Boolean)) equal(globMatcher(pattern)?.(path), false, path);
  });
}

check("a", "a | b a/b aa");
check("*.wit", "a.wit .wit a.b.wit | a.wi d/a.wit a.wit/");
check("**/x", "x a/x a/b/x | xx a/xb ax");
check("a/**", "a/b a/b/c | a ab");
check("a/**/b", "a/b a/x/b a/x/y/b | ab a/xb");
check("a**b", "ab axb | a/b");
check("?.wit", "a.wit 名.wit 😀.wit | ab.wit /.wit");
check("[a-c]x", "ax cx | dx x");
check("[!a-c]x", "dx | ax");
check("\\*x", "*x | ax");
check("a.b+c", "a.b+c | axb+c a.bbc");

test("a pattern that can't be read matches nothing", () => equal(globMatcher("[z-a]"), undefined));

test("a pattern of many stars is no harder than its length", () => {
  const stars = globMatcher(`${"*a".repeat(100)}b`)!;
  equal(stars("a".repeat(1000)), false);
  const folders = globMatcher(`${"**/a/".repeat(50)}b`)!;
  equal(folders("a/".repeat(500)), false);
});
