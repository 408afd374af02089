// The test dialect reads files, cursors and marks as they are seen.
import { deepEqual, equal, throws } from "node:assert/strict";
import { test } from "node:test";
import { fixture, mark, onlyCursor } from "./fixture.ts";

function marked(source: string): readonly string[] {
  const of = fixture(source);
  return of.marks.map(m => `${m.label}=${of.files.find(f => f.uri === m.uri)!.text.slice(m.start, m.end)}`);
}

test("files are split at their headers and lose the common indentation", () => {
  const of = fixture(`
    //- /wit/a.wit
    package a:b;

    //- /wit/deps/my io/x.wit
    interface x {
      f: func();
    }
  `);
  deepEqual(
    of.files.map(f => [f.uri, f.text]),
    [
      ["file:///wit/a.wit", "package a:b;\n"],
      ["file:///wit/deps/my%20io/x.wit", "interface x {\n  f: func();\n}\n"],
    ],
  );
});

test("marks name what is seen above them, also beside a cursor and in several lines", () => {
  const source = `
    record point { x: u32 }
        // ^^^^^ def
    f: func(a: po$0int, b: point);
            // ^^^^^^^ use
                       //  ^^^^^ other one
    // <---- start
    // | bar
  `;
  deepEqual(marked(source), ["def=point", "use=point", "other one=point", "start=f: fu", "bar="]);
});

test("a cursor is left out of the text", () => {
  const of = fixture("f: func(a: po$0int);");
  deepEqual([of.files[0]!.text, onlyCursor(of).offset], ["f: func(a: point);", 13]);
  throws(() => onlyCursor(fixture("a")), /one \$0 was expected, there are 0/);
});

test("a mark is asked for by its label", () => {
  const of = fixture("package a:b;\n     // ^^^ name");
  equal(mark(of, "name").start, 8);
  throws(() => mark(of, "nothing"), /"nothing" was expected, there are 0/);
});
