// Getters and setters.
import { test } from "node:test";
import { checkMarks } from "./marked.ts";

function check(name: string, source: string): void {
  test(name, () => checkMarks(source));
}

check(
  "getters and setters",
  `
  package a:b;
  interface i {
      one: get() -> u8;
      two: get() -> u8;
      two: set(value: u8);
      three: set(value: u8) -> result<_, string>;
      three: get() -> u8;
  }
  `,
);

check(
  "wrong signatures",
  `
  package a:b;
  interface i {
      one: get(x: u8) -> u8;
  //           ^ error[accessor-signature]: a getter takes no parameters
      two: get();
  //       ^^^ error[accessor-signature]: a getter must return a value
      three: get() -> u8;
      three: set();
  //         ^^^ error[accessor-signature]: a setter takes exactly one parameter
      four: get() -> u8;
      four: set(a: u8, b: u8);
  //                   ^ error[accessor-signature]: a setter takes exactly one parameter
      five: get() -> u8;
      five: set(a: u8) -> result<u8>;
  //                      ^^^^^^^^^^ error[accessor-signature]: a setter returns nothing, or a \`result\` without an \`ok\` type: \`result<_, …>\`
  }
  `,
);

check(
  "setters without a getter",
  `
  package a:b;
  interface i {
      one: set(value: u8);
  //  ^^^ error[setter-without-getter]: \`one\` has a setter but no getter
      resource r {
          two: set(value: u8);
  //      ^^^ error[setter-without-getter]: \`two\` has a setter but no getter
          three: get() -> u8;
          three: static set(value: u8);
  //      ^^^^^ error[setter-without-getter]: \`three\` has a static setter and a getter that is not; make both static, or none
          four: get() -> u8;
          four: set(value: u8);
      }
  }
  world w {
      import five: set(value: u8);
  //         ^^^^ error[setter-without-getter]: the import \`five\` has a setter but no getter in this world
      export five: get() -> u8;
      import six: get() -> u8;
      import six: set(value: u8);
  }
  `,
);

check(
  "accessors share their name with nothing else",
  `
  package a:b;
  interface i {
      x: get() -> u8;
      x: func();
  //  ^ error[name-clash]: \`x\` clashes with the getter \`x\`: one name can't be both
      y: func();
      y: set(v: u8);
  //  ^ error[setter-without-getter]: \`y\` has a setter but no getter
      z: get() -> u8;
      z: get() -> u8;
  //  ^ error[name-clash]: the getter \`z\` is there already
  }
  `,
);

check(
  "names get and set are free",
  `
  package a:b;
  interface i {
      get: func() -> u8;
      set: func(v: u8);
      resource r { get: func() -> u8; set: func(v: u8); }
  }
  `,
);
