// The formatter's style, as texts before and after.
import { equal } from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import type { Style } from "../../src/features/format/style.ts";
import { fixture } from "../support/fixture.ts";
import { repositoryFile } from "../support/parser.ts";
import { formattedSafely } from "./format-text.ts";

const two: Style = { indent: "  " };

function check(name: string, before: string, after: string, style: Style = two): void {
  test(name, () => equal(formattedSafely(fixture(before).files[0]!.text, style), fixture(after).files[0]!.text));
}

/** Nothing is to be done. */
function keeps(name: string, text: string, style: Style = two): void {
  check(name, text, text, style);
}

/** For what the dialect of test texts has no room for: line ends, marks, white space at ends. */
function exact(name: string, before: string, after: string, style: Style = two): void {
  test(name, () => equal(formattedSafely(before, style), after));
}

check(
  "all in one line becomes members of their own",
  `package a:b;interface i{record r{x:u32,y:u32}f:func(a:r)->r;resource s{constructor();g:static func();}}world w{import i;}`,
  `
    package a:b;

    interface i {
      record r { x: u32, y: u32 }
      f: func(a: r) -> r;
      resource s {
        constructor();
        g: static func();
      }
    }

    world w {
      import i;
    }
  `,
);

check(
  "spaces between tokens",
  `
    package  wasi : io @0.2.0-rc.1+x ;
    use  wasi : clocks / types@0.2.0 as  clocks;
    interface i{
      use  a : b / c @1.0.0 . { d,e  as  f };
      type t=list<u8,4>;
      type m = map < string , option< tuple < u8,s8 > > >;
      type e = result < _ , error-context >;
      flags  %list{a,b}
      variant v { a ( u8 ),b }
      f :async  func ( x:own<r> , y:borrow< r > )->future< u8 >;
      r-get : get ( ) -> u8;
      r-set: set(x : u8);
    }
    world w{
      import  x:func( ) ;
      import a:b / c;
      import y : a : b/c@1.0.0;
      export z  :  interface{ }
      include q  with{a as b,c  as d}
      include  a:b/q@1.0.0;
    }
  `,
  `
    package wasi:io@0.2.0-rc.1+x;
    use wasi:clocks/types@0.2.0 as clocks;
    interface i {
      use a:b/c@1.0.0.{d, e as f};
      type t = list<u8, 4>;
      type m = map<string, option<tuple<u8, s8>>>;
      type e = result<_, error-context>;
      flags %list { a, b }
      variant v { a(u8), b }
      f: async func(x: own<r>, y: borrow<r>) -> future<u8>;
      r-get: get() -> u8;
      r-set: set(x: u8);
    }
    world w {
      import x: func();
      import a:b/c;
      import y: a:b/c@1.0.0;
      export z: interface {}
      include q with { a as b, c as d }
      include a:b/q@1.0.0;
    }
  `,
);

check(
  "gates stand on lines of their own",
  `
    interface i {
      @since( version=0.2.0 )  @deprecated(version = 0.3.0)  f: func();
      @unstable(feature=x)

      @external-id ( "y" )
      /// Of g.
      g: func();
    }
  `,
  `
    interface i {
      @since(version = 0.2.0)
      @deprecated(version = 0.3.0)
      f: func();
      @unstable(feature = x)
      @external-id("y")
      /// Of g.
      g: func();
    }
  `,
);

check(
  "at most one empty line, none at the start and end of a block",
  `


    package a:b;



    interface i {

      f: func();


      // One.


      // Two.
      g: func();
      h: func();

      record r {

        a: u8,


        b: u8,

      }

    }


  `,
  `
    package a:b;

    interface i {
      f: func();

      // One.

      // Two.
      g: func();
      h: func();

      record r {
        a: u8,

        b: u8,
      }
    }
  `,
);

check(
  "parts stay on one line only where all of them are on one",
  `
    interface i {
      record a { x: u8, y: u8 }
      record b { x: u8,
        y: u8 }
      enum c {
        x, y }
      flags d { x, y
      }
      variant e {}
      record f {
      }
      variant g { x(tuple<
        u8, u16>), y }
    }
  `,
  `
    interface i {
      record a { x: u8, y: u8 }
      record b {
        x: u8,
        y: u8,
      }
      enum c {
        x,
        y,
      }
      flags d {
        x,
        y,
      }
      variant e {}
      record f {}
      variant g {
        x(tuple<
          u8,
          u16,
        >),
        y,
      }
    }
  `,
);

check(
  "other lists stay broken where their first element starts a line, or a comma and a line break end them",
  `
    interface i {
      use types.{
        a, b };
      use types.{a,
        b};
      use types.{a,
        b,
      };
      f: func(
        a: u8) -> tuple<
        u8, u8>;
      g: func(a: u8,
        b: u8) ->
          u8;
      h: func(
      );
      type t = result<
        u8, u8>;
      type l = list<
        u8
      >;
      type r = result<
        u8
      >;
      type o = result<tuple<
        u8, u8>>;
    }
    world w {
      include v with {
        a as b }
    }
  `,
  `
    interface i {
      use types.{
        a,
        b,
      };
      use types.{a, b};
      use types.{
        a,
        b,
      };
      f: func(
        a: u8,
      ) -> tuple<
        u8,
        u8,
      >;
      g: func(a: u8, b: u8) -> u8;
      h: func();
      type t = result<
        u8,
        u8
      >;
      type l = list<u8>;
      type r = result<u8>;
      type o = result<tuple<
        u8,
        u8,
      >>;
    }
    world w {
      include v with {
        a as b,
      }
    }
  `,
);

check(
  "lines wider than 100 columns are broken, the outermost list first",
  `
    interface i {
      use wasi:filesystem/types@0.2.0.{descriptor, descriptor-type, descriptor-flags, error-code, path};
      use wasi:filesystem/types@0.2.0.{descriptor, descriptor-type, descriptor-flags, error-code, paths};
      fits: func(parameter-one: string, parameter-two: list<string>, three: u64) -> result<u64, err>;
      fits-not: func(parameter-one: string, parameter-two: list<string>, three: u64) -> result<u64, err>;
      deep: func(p: tuple<a-rather-long-name-of-a-type, a-rather-long-name-of-a-type, another-long-name-of-a-type>) -> u8;
      none: func() -> tuple<a-rather-long-name-of-a-type, a-rather-long-name-of-a-type, another-name-type>;
      type t = option<result<list<tuple<string, option<list<u8>>>>, a-rather-long-name-of-an-error-type-x>>;
      record r { parameter-one: string, parameter-two: list<string>, parameter-three: u64, four: string }
      type too-long = list<list<list<list<list<list<list<list<list<list<list<list<list<list<list<list<u8>>>>>>>>>>>>>>>>;
    }
  `,
  `
    interface i {
      use wasi:filesystem/types@0.2.0.{descriptor, descriptor-type, descriptor-flags, error-code, path};
      use wasi:filesystem/types@0.2.0.{
        descriptor,
        descriptor-type,
        descriptor-flags,
        error-code,
        paths,
      };
      fits: func(parameter-one: string, parameter-two: list<string>, three: u64) -> result<u64, err>;
      fits-not: func(
        parameter-one: string,
        parameter-two: list<string>,
        three: u64,
      ) -> result<u64, err>;
      deep: func(
        p: tuple<
          a-rather-long-name-of-a-type,
          a-rather-long-name-of-a-type,
          another-long-name-of-a-type,
        >,
      ) -> u8;
      none: func() -> tuple<
        a-rather-long-name-of-a-type,
        a-rather-long-name-of-a-type,
        another-name-type,
      >;
      type t = option<result<
        list<tuple<string, option<list<u8>>>>,
        a-rather-long-name-of-an-error-type-x
      >>;
      record r {
        parameter-one: string,
        parameter-two: list<string>,
        parameter-three: u64,
        four: string,
      }
      type too-long = list<list<list<list<list<list<list<list<list<list<list<list<list<list<list<list<u8>>>>>>>>>>>>>>>>;
    }
  `,
);

keeps(
  "what is well formatted",
  `
    /// A package.
    package wasi:io@0.2.0;

    /// Streams.
    @since(version = 0.2.0)
    interface streams {
      @since(version = 0.2.0)
      use error.{error};

      // A group of its own.
      /// How it ends.
      variant stream-error {
        /// It failed.
        last-operation-failed(error),
        /// It is over.
        closed, // for good
      }
      resource input-stream {
        read: func(
          /// How many bytes.
          len: u64,
        ) -> result<list<u8>, stream-error>;
      }
    }
    // The end.
  `,
);

keeps(
  "a comma behind the last element of a list on one line",
  `
    interface i {
      use a.{b, c,};
      f: func(a: u8,);
    }
  `,
);

check(
  "nested package blocks",
  `
    package a:b{interface i{}
    interface j{}}
    package c:d@1.0.0 { world w{ export x: interface{ use i.{t}; } } }
  `,
  `
    package a:b {
      interface i {}
      interface j {}
    }
    package c:d@1.0.0 {
      world w {
        export x: interface {
          use i.{t};
        }
      }
    }
  `,
);

check(
  "comments at ends of lines stay there, others stand above what follows",
  `
    package a:b;// header
    interface i {// open
    f: func(); // f
        // above g
    g: func();/* g */
    /* h */ h: func(); /* both */ // ends
      /// of k
    k: func(); /* l */ l: func();
    // last
    } // i
    // end
  `,
  `
    package a:b; // header
    interface i { // open
      f: func(); // f
      // above g
      g: func(); /* g */
      /* h */ h: func(); /* both */ // ends
      /// of k
      k: func();
      /* l */ l: func();
      // last
    } // i
    // end
  `,
);

check(
  "comments in lists",
  `
    interface i {
      record r { // open
        a: u8 // a
        , b: u8, // b
        c: u8 /* c */, d: u8 // d
        // last
      }
      f: func(/* none */);
      g: func(/* a */ a: u8, /* b */ b: u8 /* after */) -> /* r */ u8;
      h: func(a: u8, // a
        b: u8);
      enum e { a, b // b
      }
      use x.{/* a */ a, b /* b */};
      flags n { /* only */ a }
      variant v {
        /* alone */
      }
      type t = tuple<u8, /* second */
        u16>;
    }
  `,
  `
    interface i {
      record r { // open
        a: u8 // a
          ,
        b: u8, // b
        c: u8 /* c */,
        d: u8, // d
        // last
      }
      f: func(/* none */);
      g: func(/* a */ a: u8, /* b */ b: u8 /* after */) -> /* r */ u8;
      h: func(
        a: u8, // a
        b: u8,
      );
      enum e {
        a,
        b, // b
      }
      use x.{/* a */ a, b /* b */};
      flags n { /* only */ a }
      variant v {
        /* alone */
      }
      type t = tuple<
        u8, /* second */
        u16,
      >;
    }
  `,
);

check(
  "comments between any two tokens",
  `
    package /* 1 */ a /* 2 */ : /* 3 */ b /* 4 */ @ /* 5 */ 1.0.0 /* 6 */ ;
    use a // 7
      : b / c;
    interface i {
      @since /* 8 */ ( // 9
        version = 1.0.0)
      // 10
      @deprecated(version = 1.0.0) /* 11 */
      f /* 12 */ : // 13
        func // 14
        ( // 15
        ) -> list< // 16
        u8 /* 17 */ > /* 18 */ ; // 19
      type t
      // 20
      = u8;
    }
  `,
  `
    package /* 1 */ a /* 2 */: /* 3 */ b /* 4 */ @ /* 5 */ 1.0.0 /* 6 */;
    use a // 7
      :b/c;
    interface i {
      @since /* 8 */ ( // 9
        version = 1.0.0)
      // 10
      @deprecated(version = 1.0.0) /* 11 */
      f /* 12 */: // 13
        func // 14
        ( // 15
      ) -> list< // 16
        u8 /* 17 */> /* 18 */; // 19
      type t
        // 20
        = u8;
    }
  `,
);

check(
  "comments below each other at ends of lines stay below each other",
  `
    interface i {
      type a=u8;          // one
      type bcd = u16;     // two
      type c = u32; // three
      type very-long=u64; // four
      record r {
        a : u8,      // a
        bc:u8,       // bc
        d: u8        // d
      }
    }
  `,
  `
    interface i {
      type a = u8;        // one
      type bcd = u16;     // two
      type c = u32; // three
      type very-long = u64; // four
      record r {
        a: u8,       // a
        bc: u8,      // bc
        d: u8,       // d
      }
    }
  `,
);

check(
  "a comment of several lines is left where it is",
  `
    interface i {
        /**
         * Of f.
         */
        f: func();

        g: func(a: u8 /* of
           a */, b: u8);
      }
  `,
  `
    interface i {
        /**
         * Of f.
         */
      f: func();

      g: func(
        a: u8 /* of
           a */,
        b: u8,
      );
    }
  `,
);

check(
  "broken items stay, their neighbours do not",
  `
    interface i {
        f:func();
        // of g
        g: func(a:u8
        h:func( );
          record  r { a: , b:u8 }   type t=u8;
    }
    interface   {
        f:func();
    }
    interface j {
        k:func();
      l:func();
  `,
  `
    interface i {
      f: func();
        // of g
        g: func(a:u8
      h: func();
          record  r { a: , b:u8 }   type t = u8;
    }
    interface   {
      f: func();
    }
    interface j {
        k:func();
      l:func();
  `,
);

check(
  "four spaces",
  "interface i { resource r { f: func(); } }",
  "interface i {\n    resource r {\n        f: func();\n    }\n}\n",
  {
    indent: "    ",
  },
);
check(
  "tabs, which count four columns",
  "interface i { resource r { f: func(); } }",
  "interface i {\n\tresource r {\n\t\tf: func();\n\t}\n}\n",
  {
    indent: "\t",
  },
);

function own(name: string, before: string, after: string): void {
  test(name, () => equal(formattedSafely(before), after));
}

own("a file's own indentation", "interface i {\n    f:func();\n}\n", "interface i {\n    f: func();\n}\n");
own(
  "its own tabs",
  "interface i {\n\tf:func();\n\tg:func();\n g: func();\n}\n",
  "interface i {\n\tf: func();\n\tg: func();\n\tg: func();\n}\n",
);
own("without a habit, two spaces", "interface i {\nf:func();\n}\n", "interface i {\n  f: func();\n}\n");

exact(
  "line ends stay what they are",
  "interface i {\r\nf:func();// f\r\n\r\n\r\n  /* a\r\n b */}\r\n",
  "interface i {\r\n  f: func(); // f\r\n\r\n  /* a\r\n b */\r\n}\r\n",
);
exact(
  "mixed line ends become those of the first line",
  "package a:b;\r\ninterface i {\nf: func();\n}",
  "package a:b;\r\ninterface i {\r\n  f: func();\r\n}\r\n",
);
exact("a byte-order mark stays", "\uFEFF  package a:b;\n", "\uFEFFpackage a:b;\n");
exact("a byte-order mark before a comment", "\uFEFF\n// c\npackage a:b;", "\uFEFF// c\npackage a:b;\n");
exact("the last line ends", "package a:b;\n// end", "package a:b;\n// end\n");
exact("nothing at all", "", "");
exact("nothing but white space", " \n\n", "");
exact("a comment alone", "\n  // c", "// c\n");
exact("the text of a comment is its author's", "// c  \npackage a:b; //d\t\n", "// c  \npackage a:b; //d\t\n");

test("what the page on the style shows is what the formatter does", () => {
  const page = readFileSync(repositoryFile("docs/formatting.md"), "utf8");
  const [before, after] = ["before", "after"].map(
    which => new RegExp(`^\`\`\`wit ${which}\\n([^]*?)^\`\`\`$`, "m").exec(page)?.[1],
  );
  equal(formattedSafely(before!, { indent: "    " }), after);
});
