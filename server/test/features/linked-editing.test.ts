// Linked editing: the ranges that follow what is typed at `$0`, marked `same`.
import { deepEqual, match } from "node:assert/strict";
import { test } from "node:test";
import { linkedRanges, linkedWord } from "../../src/features/linked-editing.ts";
import { analysed, cursorIn, inWords } from "./support.ts";

function check(name: string, source: string): void {
  test(name, () => {
    const of = analysed(source);
    const { root, file, offset } = cursorIn(of);
    const found = (linkedRanges(root, file, offset) ?? []).map(span => inWords(of, file.source.uri, span));
    const wanted = of.fixture.marks.map(m => inWords(of, m.uri, m));
    deepEqual(found, wanted);
    for (const each of found) match(each, new RegExp(` ${linkedWord}$`));
  });
}

check(
  "a type with its uses in the file, whoever uses it",
  `
    package a:b;
    interface i {
      record poi$0nt { x: u32 }
      //     ^^^^^^^ same
      f: func(point: point) -> list<point>;
      //             ^^^^^ same
      //                            ^^^^^ same
    }
    interface j {
      use i.{point};
      //     ^^^^^ same
      g: func(a: point);
      //         ^^^^^ same
    }
    interface k { type point = u8; }
  `,
);
check(
  "the sign of an escaped name stays",
  `
    package a:b;
    interface i {
      type %lis$0t = u8;
      //    ^^^^^^ same
      f: func(a: %list);
      //          ^^^^ same
    }
  `,
);
check(
  "an alias",
  `
    package a:b;
    interface t { type id = u8; }
    interface i {
      use t.{id as $0key};
      //           ^^^^^ same
      f: func(a: key) -> key;
      //         ^^^ same
      //                 ^^^ same
    }
  `,
);
check(
  "an interface",
  `
    package a:b;
    interface i$0 { type t = u8; }
    //        ^ same
    world w { use i.{t}; import i; }
    //            ^ same
    //                          ^ same
  `,
);
check(
  "a resource, not its constructor",
  `
    package a:b;
    interface i {
      resource $0r { constructor(); f: static func() -> r; }
      //       ^^^ same
      //                                                ^ same
    }
  `,
);
check("nothing at a place that only names it", "package a:b; interface i { type t = u8; f: func(a: $0t); }");
check("nothing that nothing else names", "package a:b; interface i { f: func($0a: u8, b: u8); }");
check("no package", "package a$0:b; world w { import a:b/i; }");
