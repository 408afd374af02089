// Highlights: which places declare what the cursor is on, and which mention it. Which places there are is tested with references.
import { deepEqual } from "node:assert/strict";
import { test } from "node:test";
import { highlights } from "../../src/features/highlight.ts";
import { analysed, cursorIn } from "./support.ts";

/** Marks: `write` and `read`. */
function check(name: string, source: string): void {
  test(`highlights: ${name}`, () => {
    const of = analysed(source);
    const { root, file, offset } = cursorIn(of);
    const words = (kind: string, start: number, end: number): string => `${kind} ${start}-${end}`;
    deepEqual(
      highlights(root, file, offset).map(({ span, kind }) => words(kind, span.start, span.end)),
      of.fixture.marks.map(({ label, start, end }) => words(label, start, end)),
    );
  });
}

check(
  "a type, where it is declared, brought in and mentioned",
  `
    package a:b;
    interface i {
      record thing { x: u8 }
          // ^^^^^ write
      f: func(a: thing$0);
              // ^^^^^ read
    }
    interface j {
      use i.{thing};
          // ^^^^^ write
      f: func() -> thing;
                // ^^^^^ read
    }
    interface k {
      use i.{thing as other};
          // ^^^^^ read
    }
  `,
);
check(
  "a name given by `as`",
  `
    package a:b;
    interface i { type t = u8; }
    interface j {
      use i.{t as mine$0};
               // ^^^^ write
      f: func() -> mine;
                // ^^^^ read
    }
  `,
);
check(
  "an interface and the worlds that have it",
  `
    package a:b;
    interface thing {}
           // ^^^^^ write
    world w { import $0thing; export thing; }
                    // ^^^^^ read
                                  // ^^^^^ read
  `,
);
