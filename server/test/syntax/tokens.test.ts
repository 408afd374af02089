// Text is read token by token as the specification's lexical structure has it.
import { deepEqual } from "node:assert/strict";
import { test } from "node:test";
import { kindAt, textAt, tokens } from "../../src/syntax/tokens.ts";

/** Compares the tokens of a text, each as its kind, or as `kind text` where the kind does not say it all. */
function check(text: string, ...expected: readonly string[]): void {
  test(JSON.stringify(text), () => {
    const t = tokens(text);
    const found: string[] = [];
    for (let i = 0; kindAt(t, i) !== "end"; i++) {
      const [kind, word] = [kindAt(t, i), textAt(t, i)];
      found.push(kind === word ? kind : `${kind} ${word}`);
    }
    deepEqual(found, expected);
  });
}

check("");
check(" \t\r\n\n");
check("interface i {}", "interface", "id i", "{", "}");
check("a-b A1-B2 -a a-", "id a-b", "id A1-B2", "-", "id a", "id a-");
check("%interface % %1", "%id %interface", "%id %", "%id %", "integer 1");
check("interfaces func-1 usefunc", "id interfaces", "id func-1", "id usefunc");
check("error-context error context", "error-context", "id error", "id context");
check("get set constructor static async", "id get", "id set", "constructor", "static", "async");
check("1.0.0-rc.1+b", "integer 1", ".", "integer 0", ".", "integer 0", "-", "id rc", ".", "integer 1", "+", "id b");
check("a->b - > ->", "id a-", ">", "id b", "-", ">", "->");
check("->() => -1", "->", "(", ")", "=", ">", "-", "integer 1");
check("_ _a", "_", "id _a");
check("é naïve 名前", "id é", "id naïve", "id 名前");
check(
  "@since(version = 1.0.0)",
  "@",
  "id since",
  "(",
  "id version",
  "=",
  "integer 1",
  ".",
  "integer 0",
  ".",
  "integer 0",
  ")",
);
check("a // b\nc /// d", "id a", "id c");
check("a/**/b/* /* x */ */c", "id a", "id b", "id c");
check("a/b /c", "id a", "/", "id b", "/", "id c");
check("a /* b", "id a", "error /* b");
check('"a" "b\\"c"', 'string-literal "a"', 'string-literal "b\\"c"');
check('"a\n b', 'error "a', "id b");
check('"a\\q" b', 'error "a\\q"', "id b");
check("#😀\r", "error #", "error 😀", "error \r");
check("???? ##a😀😀", "error ????", "error ##", "id a", "error 😀😀");
