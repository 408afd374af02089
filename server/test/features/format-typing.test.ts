// Formatting of ranges and while one types: only what was touched changes.
import { equal } from "node:assert/strict";
import { test } from "node:test";
import type { Span } from "../../src/base/span.ts";
import { applyEdits } from "../../src/features/edits/file-edit.ts";
import { typedEdits } from "../../src/features/format/on-type.ts";
import { defaultStyle } from "../../src/features/format/style.ts";
import { formatEdits } from "../../src/features/format.ts";
import type { ParsedFile } from "../../src/syntax/file.ts";
import type { TextEdit } from "../../src/syntax/recut.ts";
import { fixture } from "../support/fixture.ts";
import { parse } from "../support/workspace.ts";
import { sameWords } from "./format-text.ts";

function edits(
  before: string,
  after: string,
  make: (file: ParsedFile, at: readonly number[]) => readonly TextEdit[],
): void {
  const { files, cursors } = fixture(before);
  const [{ uri, text }] = files as [(typeof files)[0]];
  const changed = applyEdits(
    text,
    make(
      parse(uri, text),
      cursors.map(({ offset }) => offset),
    ),
  );
  equal(changed, fixture(after).files[0]!.text);
  sameWords(text, changed);
}

/** Formats the ranges between the first and second, third and fourth … cursor. */
function range(name: string, before: string, after: string): void {
  test(`range: ${name}`, () =>
    edits(before, after, (file, at) => {
      const spans: Span[] = [];
      for (let i = 0; i < at.length; i += 2) spans.push({ start: at[i]!, end: at[i + 1]! });
      return formatEdits(file, defaultStyle, spans);
    }));
}

/** What happens after the character in front of the cursor was typed. */
function typed(name: string, before: string, after = before.replace("$0", "")): void {
  test(`typed: ${name}`, () =>
    edits(before, after, (file, [at = 0]) =>
      typedEdits(
        file,
        at,
        file.source.text.slice(0, at).trimEnd().length < at ? "\n" : file.source.text[at - 1]!,
        defaultStyle,
      ),
    ));
}

range(
  "one member of several",
  `
    interface  i {
        f:func();
        $0g:func( );$0
        h:func();
      }
  `,
  `
    interface  i {
        f:func();
      g: func();
        h:func();
      }
  `,
);

range(
  "whole lines end in front of the next member",
  `
    interface  i {
        f:func();
    $0    // of g
        g:func( );
    $0    h:func();
      }
  `,
  `
    interface  i {
        f:func();
      // of g
      g: func();
        h:func();
      }
  `,
);

range(
  "a cursor touches the item around it",
  `
    interface  i {
      record r { a:u8,$0$0
        b:u8 }
      f:func();
    }
  `,
  `
    interface  i {
      record r {
        a: u8,
        b: u8,
      }
      f:func();
    }
  `,
);

range(
  "several ranges",
  `
    package  a:b;$0
    interface  i { // i
      f:func$0();
      g:func();
      $0h:func();
    } // end$0
    world  w {}
  `,
  `
    package  a:b;
    interface i { // i
      f: func();
      g:func();
      h: func();
    } // end
    world  w {}
  `,
);

range(
  "what is broken stays",
  "interface i { $0f: func(  a:;  g:func();$0 }",
  "interface i { f: func(  a:;  g: func(); }",
);

typed(
  "`;` ends an item",
  "interface  i {\n  f:func();\n    g :func( );$0\n  h:func();\n}\n",
  "interface  i {\n  f:func();\n  g: func();\n  h:func();\n}\n",
);
typed("`;` ends a header", "package  a:b;$0\ninterface  i {}\n", "package a:b;\ninterface  i {}\n");
typed("`;` inside a comment ends nothing", "interface i {\n  // a;$0\n  f:func();\n}\n");
typed("`;` that ends something broken", "interface i {\n    f: func(;$0\n}\n");
typed(
  "`}` ends a record",
  "interface  i {\n    record r { a:u8 }$0\n  f:func();\n}\n",
  "interface  i {\n  record r { a: u8 }\n  f:func();\n}\n",
);
typed(
  "`}` ends an interface",
  "package  a:b;\ninterface i {\n    f:func();\n    }$0\nworld  w {}\n",
  "package  a:b;\ninterface i {\n  f: func();\n}\nworld  w {}\n",
);
typed("`}` of a `use` ends nothing yet", "interface i {\n    use  a.{b}$0\n  f: func();\n}\n");

typed("a line in an interface", "interface i {\n$0\n}\n", "interface i {\n  \n}\n");
typed("a line that is right already", "interface i {\n  $0\n}\n");
typed(
  "a line in front of a member",
  "interface i {\n    f: func();\n    $0g: func();\n}\n",
  "interface i {\n    f: func();\n  g: func();\n}\n",
);
typed(
  "a line in a record",
  "interface i {\n  record r {\n  $0\n  }\n}\n",
  "interface i {\n  record r {\n    \n  }\n}\n",
);
typed(
  "a line in parameters",
  "interface i {\n  f: func(\n$0a: u8);\n}\n",
  "interface i {\n  f: func(\n    a: u8);\n}\n",
);
typed("a closing brace", "interface i {\n  f: func();\n  $0}\n", "interface i {\n  f: func();\n}\n");
typed(
  "a closing bracket of a list",
  "interface i {\n  use a.{\n    b\n    $0};\n}\n",
  "interface i {\n  use a.{\n    b\n  };\n}\n",
);
typed(
  "behind an attribute",
  "interface i {\n  @since(version = 1.0.0)\n$0\n}\n",
  "interface i {\n  @since(version = 1.0.0)\n  \n}\n",
);
typed("an item that goes on", "interface i {\n  f: func()\n      $0\n}\n");
typed("behind a block", "interface i {}\n  $0\n", "interface i {}\n\n");
typed("in a block that is not closed yet", "interface i {\n$0\n", "interface i {\n  \n");
typed("in one with another behind it", "interface i {\n$0\ninterface j {}\n", "interface i {\n  \ninterface j {}\n");
typed(
  "in a record that is not closed yet",
  "interface i {\n  record r {\n$0\n  f: func();\n}\n",
  "interface i {\n  record r {\n    \n  f: func();\n}\n",
);
typed(
  "in a resource that is not closed yet",
  "interface i {\n  resource r {\n$0\n",
  "interface i {\n  resource r {\n    \n",
);
typed("in a comment", "interface i {\n  /*\n$0\n  */\n}\n");
typed("in a line comment", "interface i {\n    // a\n$0    // b\n}\n", "interface i {\n    // a\n  // b\n}\n");
typed("at the start of a file", "\n$0package a:b;\n");
