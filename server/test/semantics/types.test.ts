// Types that can't be, and types that can.
import { test } from "node:test";
import { checkMarks } from "./marked.ts";

function check(name: string, source: string): void {
  test(name, () => checkMarks(source));
}

check(
  "types that hold nothing",
  `
  package a:b;
  interface i {
      record r {}
  //         ^ error[empty-type]: this record must have at least one field
      variant v {}
  //          ^ error[empty-type]: this variant must have at least one case
      enum e {}
  //       ^ error[empty-type]: this enum must have at least one case
      flags f {}
  //        ^ error[empty-type]: these flags must have at least one flag
      type t = list<tuple<>>;
  //                ^^^^^^^ error[empty-type]: a tuple must have at least one element
      g: func(x: tuple<>) -> option<tuple<>>;
  //             ^^^^^^^ error[empty-type]: a tuple must have at least one element
  //                                ^^^^^^^ error[empty-type]: a tuple must have at least one element
  }
  `,
);

check(
  "what is still being written is not empty",
  `
  package a:b;
  interface i {
  //          ^ error[unclosed-brace]: interface \`i\` is never closed: \`}\` is missing before the end of the file
      record r { x }
  //               ^ error[expected-colon]: expected \`:\`, found \`}\`
      enum e {
  //         ^ error[expected-name]: expected a name, but the file ends here
  `,
);

check(
  "keys of maps",
  `
  package a:b;
  interface i {
      type name = string;
      record r { x: map<string, u8>, y: map<f32, u8> }
  //                                        ^^^ error[map-key]: the key of a map must be \`bool\`, \`char\`, \`string\` or an integer type
      f: func(a: map<name, u8>, b: list<map<list<u8>, u8>>) -> map<bool, map<f64, u8>>;
  //                 ^^^^ error[map-key]: the key of a map must be \`bool\`, \`char\`, \`string\` or an integer type (an alias of one does not count)
  //                                        ^^^^^^^^ error[map-key]: the key of a map must be \`bool\`, \`char\`, \`string\` or an integer type
  //                                                                         ^^^ error[map-key]: the key of a map must be \`bool\`, \`char\`, \`string\` or an integer type
  }
  `,
);

check(
  "flags fit in 32 bits",
  `
  package a:b;
  interface i {
      flags most { a0, a1, a2, a3, a4, a5, a6, a7, b0, b1, b2, b3, b4, b5, b6, b7, c0, c1, c2, c3, c4, c5, c6, c7, d0, d1, d2, d3, d4, d5, d6, d7 }
      flags more { a0, a1, a2, a3, a4, a5, a6, a7, b0, b1, b2, b3, b4, b5, b6, b7, c0, c1, c2, c3, c4, c5, c6, c7, d0, d1, d2, d3, d4, d5, d6, d7, e0, e1 }
  //                                                                                                                                               ^^ error[too-many-flags]: there can be 32 flags at most
  }
  `,
);

check(
  "what accepts anything",
  `
  package a:b;
  interface i {
      resource r;
      variant v { a, b(r), c(list<v2>) }
      enum v2 { x }
      type t = result<_, option<future<stream<u8>>>>;
      f: async func(a: own<r>, b: borrow<r>, c: list<u8, 4>, d: error-context) -> tuple<t, v>;
      g: func() -> result;
      h: func() -> stream;
      j: func() -> future;
  }
  `,
);
