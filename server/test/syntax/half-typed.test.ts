// Text as it is while it is typed: what is there already has its kind and name, and the message names what comes next.
import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import { syntaxProblems } from "../../src/syntax/file.ts";
import { parse } from "../support/workspace.ts";
import { outlineText } from "./outline-text.ts";

/** Compares the members of a text that ends where it is being typed, and what is expected there. */
function check(text: string, members: string, expected: string): void {
  test(JSON.stringify(text), () => {
    const file = parse("file:///wit/main.wit", text);
    equal(outlineText(file), members);
    const here = syntaxProblems(file).filter(problem => problem.code !== "unclosed-brace");
    deepEqual(
      here.map(({ message, at }) => [message, at]),
      [[`expected ${expected}, but the file ends here`, text.length]],
    );
  });
}

check("package", "package!;", "a name");
check("package a", "package a!;", "`:` and the package's name, as in `namespace:name`");
check("package a:", "package a:!;", "a name");
check("package a:b", "package a:b!;", "`;`");
check("package a:b@", "package a:b@!;", "a number (a version has three, as in `1.2.3`)");
check("package a:b@1", "package a:b@1!;", "`.` (a version has three numbers)");
check("package a:b@1.0", "package a:b@1.0!;", "`.` (a version has three numbers)");
check("interface", "interface!;", "a name");
check("interface i", "interface i!;", "`{`");
check("interface i { f", "interface i { func f!; …", "`:`");
check("interface i { f:", "interface i { func f!; …", "the keyword `func`");
check("interface i { f: func", "interface i { func f!; …", "`(`");
check("interface i { f: func(", "interface i { func f!; …", "a name");
check("interface i { f: func(a", "interface i { func f!; …", "`:`");
check("interface i { f: func(a:", "interface i { func f!; …", "a type");
check("interface i { f: func(a: list", "interface i { func f!; …", "`<`");
check("interface i { f: func(a: list<", "interface i { func f!; …", "a type");
check("interface i { f: func(a: list<u8", "interface i { func f!; …", "`>`");
check("interface i { f: func()", "interface i { func f!; …", "`;`");
check("interface i { f: func() ->", "interface i { func f!; …", "a type");
check("interface i { f: func() -> u8", "interface i { func f!; …", "`;`");
check("interface i { type", "interface i { type!; …", "a name");
check("interface i { type t", "interface i { type t!; …", "`=`");
check("interface i { type t =", "interface i { type t!; …", "a type");
check("interface i { type t = u8", "interface i { type t!; …", "`;`");
check("interface i { record r {", "interface i { record r!; …", "a name");
check("interface i { record r { a", "interface i { record r!; …", "`:`");
check("interface i { record r { a:", "interface i { record r!; …", "a type");
check("interface i { record r { a: u8,", "interface i { record r!; …", "a name");
check("interface i { enum e { a", "interface i { enum e!; …", "`,` or `}`");
check("interface i { resource r { f: static", "interface i { resource r { func f!; … …", "the keyword `func`");
check("interface i { use", "interface i { top-use!; …", "a name");
check("interface i { use a", "interface i { top-use a!; …", "`.{` and the names to use");
check("interface i { use a:", "interface i { top-use a!; …", "a name");
check("interface i { use a:b", "interface i { top-use b!; …", "`/`");
check("interface i { use a:b/", "interface i { top-use b!; …", "a name");
check("interface i { use a:b/c", "interface i { top-use c!; …", "`.{` and the names to use");
check("interface i { use a:b/c@1.0.0", "interface i { top-use c!; …", "`.{` and the names to use");
check("interface i { use a:b/c.", "interface i { use c!; …", "`{`");
check("interface i { use a:b/c.{", "interface i { use c!; …", "a name");
check("interface i { use a:b/c.{d", "interface i { use c!; …", "`,` or `}`");
check("interface i { use a:b/c.{d}", "interface i { use c!; …", "`;`");
check("interface i { @", "interface i { other!; …", "a name");
check("interface i { @since", "interface i { other!; …", "`(`");
check("interface i { @since(", "interface i { other!; …", "`version = 1.2.3`");
check("interface i { @since(version =", "interface i { other!; …", "a number (a version has three, as in `1.2.3`)");
check("world w { import", "world w { import!; …", "a name");
check("world w { import a", "world w { import a!; …", "`;`");
check("world w { import a:", "world w { import a!; …", "a name");
check("world w { import a: interface", "world w { import a!; …", "`{`");
check("world w { include v", "world w { include v!; …", "`;`");
check("world w { include v with", "world w { include v!; …", "`{`");
check("world w { include v with { a", "world w { include v!; …", "the keyword `as`");
check("world w { include v with { a as", "world w { include v!; …", "a name");
check("use a:b/c as", "top-use c!;", "a name");
