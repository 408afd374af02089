// Resources, their functions, and handles of them.
import { test } from "node:test";
import { checkMarks } from "./marked.ts";

function check(name: string, source: string): void {
  test(name, () => checkMarks(source));
}

check(
  "handles are of resources",
  `
  package a:b;
  interface i {
      resource r;
      type s = r;
      type n = u8;
      record p { x: own<r>, y: own<n> }
  //                               ^ error[not-a-resource]: \`own\` takes a resource, and \`n\` is another kind of type
      f: func(a: borrow<r>, b: borrow<s>, c: list<borrow<n>>, d: own<p>);
  //                                                     ^ error[not-a-resource]: \`borrow\` takes a resource, and \`n\` is another kind of type
  //                                                                 ^ error[not-a-resource]: \`own\` takes a resource, and \`p\` is another kind of type
  }
  `,
);

check(
  "handles of what can't be made out are not judged",
  `
  package a:b;
  interface i {
      use j.{t};
  //      ^ error[unresolved-path]: this package has no interface \`j\`
      f: func(a: borrow<t>, b: own<u>) -> borrow<t>;
  //                               ^ error[unresolved-name]: there is no type \`u\` here: define it or bring it in with \`use\`
  //                                      ^^^^^^^^^ error[borrow-in-result]: \`f\` returns a \`borrow\`, which ends with the call
  }
  `,
);

check(
  "a borrow can't be returned, also not inside a type",
  `
  package a:b;
  interface i {
      resource r {
          get-it: func() -> borrow<r>;
  //                        ^^^^^^^^^ error[borrow-in-result]: \`get-it\` returns a \`borrow\`, which ends with the call
          make: static func(x: borrow<r>) -> option<r>;
      }
      record holder { it: borrow<r> }
      type alias = option<holder>;
      f: func(x: alias);
      g: func() -> result<alias, string>;
  //               ^^^^^^^^^^^^^^^^^^^^^ error[borrow-in-result]: \`g\` returns a type that holds a \`borrow\`, which ends with the call
  }
  `,
);

check(
  "constructors",
  `
  package a:b;
  interface i {
      resource one { constructor(); }
      resource two { constructor(a: u8) -> result<two>; }
      resource three { constructor() -> three; }
  //                                    ^^^^^ error[constructor-result]: a constructor gives its resource without saying so
      resource four { constructor() -> result<_, string>; }
  //                                   ^^^^^^^^^^^^^^^^^ error[constructor-result]: the constructor of \`four\` must give \`four\` as its \`ok\` type
      resource five { constructor() -> result<one, string>; }
  //                                          ^^^ error[constructor-result]: the constructor of \`five\` must give \`five\` as its \`ok\` type
      type outcome = result<six, string>;
      resource six { constructor() -> outcome; }
      resource seven { constructor(); constructor(a: u8); }
  //                                  ^^^^^^^^^^^ error[name-clash]: a resource has one constructor at most
  }
  `,
);

check(
  "functions of a resource",
  `
  package a:b;
  interface i {
      resource file {
          read: func();
          read: static func();
  //      ^^^^ error[name-clash]: the static function \`read\` of \`file\` clashes with the method \`read\` of \`file\`: one name can't be both
          file: func();
  //      ^^^^ error[name-clash]: the method \`file\` of \`file\` clashes with \`file\`: a function of a resource can't have its name
          write: func();
      }
      file: func();
  //  ^^^^ error[name-clash]: \`file\` is there already
      read: func();
  }
  `,
);
