// Names that are not valid, or stand for nothing.
import { fixes } from "./support.ts";

fixes(
  "a name becomes kebab case wherever the package has it",
  `
    package a:b;
    interface i {
      type $0fooBar = u32;
      f: func(a: fooBar) -> list<fooBar>;
    }
  `,
  "Convert to kebab case: `foo-bar`",
  `
    package a:b;
    interface i {
      type foo-bar = u32;
      f: func(a: foo-bar) -> list<foo-bar>;
    }
  `,
);

fixes(
  "a type spelt alike",
  `
    package a:b;
    interface i {
      record point { x: u32 }
      f: func(a: $0piont);
    }
  `,
  "Did you mean `point`?",
  `
    package a:b;
    interface i {
      record point { x: u32 }
      f: func(a: point);
    }
  `,
);

fixes(
  "a built-in type spelt alike",
  `
    package a:b;
    interface i {
      f: func(a: $0strng);
    }
  `,
  "Did you mean `string`?",
  `
    package a:b;
    interface i {
      f: func(a: string);
    }
  `,
);

fixes(
  "only resources can be held",
  `
    package a:b;
    interface i {
      resource blob;
      type blab = u32;
      f: func(a: borrow<$0blub>);
    }
  `,
  "Did you mean `blob`?",
  `
    package a:b;
    interface i {
      resource blob;
      type blab = u32;
      f: func(a: borrow<blob>);
    }
  `,
);

fixes(
  "an old type name",
  `
    package a:b;
    interface i {
      f: func(a: $0float32);
    }
  `,
  "Replace `float32` with `f32`",
  `
    package a:b;
    interface i {
      f: func(a: f32);
    }
  `,
);

fixes(
  "another language's type name",
  `
    package a:b;
    interface i {
      f: func(a: $0bytes);
    }
  `,
  "Replace `bytes` with `list<u8>`",
  `
    package a:b;
    interface i {
      f: func(a: list<u8>);
    }
  `,
);

fixes(
  "unit is nothing",
  `
    package a:b;
    interface i {
      f: func() -> result<$0unit, string>;
    }
  `,
  "Write `result<_, string>`",
  `
    package a:b;
    interface i {
      f: func() -> result<_, string>;
    }
  `,
);

fixes(
  "void is nothing",
  `
    package a:b;
    interface i {
      f: func() -> $0void;
    }
  `,
  "Return nothing",
  `
    package a:b;
    interface i {
      f: func();
    }
  `,
);

fixes(
  "a type of another interface is used",
  `
    package a:b;
    interface shapes {
      record point { x: u32 }
    }
    interface i {
      f: func(a: $0point);
    }
  `,
  "Use `point` from `shapes`",
  `
    package a:b;
    interface shapes {
      record point { x: u32 }
    }
    interface i {
      use shapes.{point};
      f: func(a: point);
    }
  `,
);

fixes(
  "a name more in a use that is there",
  `
    package a:b;
    interface shapes {
      record point { x: u32 }
      record line { a: point }
    }
    interface i {
      use shapes.{point};
      f: func(a: point, b: $0line);
    }
  `,
  "Use `line` from `shapes`",
  `
    package a:b;
    interface shapes {
      record point { x: u32 }
      record line { a: point }
    }
    interface i {
      use shapes.{point, line};
      f: func(a: point, b: line);
    }
  `,
);

fixes(
  "a type of a dependency is used",
  `
    //- /wit/main.wit
    package a:b;
    interface i {
      f: func(a: borrow<$0input-stream>);
    }
    //- /wit/deps/io/io.wit
    package wasi:io@0.2.0;
    interface streams {
      resource input-stream;
    }
  `,
  "Use `input-stream` from `wasi:io/streams@0.2.0`",
  `
    //- /wit/main.wit
    package a:b;
    interface i {
      use wasi:io/streams@0.2.0.{input-stream};
      f: func(a: borrow<input-stream>);
    }
    //- /wit/deps/io/io.wit
    package wasi:io@0.2.0;
    interface streams {
      resource input-stream;
    }
  `,
);

fixes(
  "a new type",
  `
    package a:b;
    interface i {
      g: func();
      /// How big it is.
      f: func() -> $0size;
    }
  `,
  "Create a type `size`",
  `
    package a:b;
    interface i {
      g: func();
      type size = u32;
      /// How big it is.
      f: func() -> size;
    }
  `,
  { preferred: false },
);

fixes(
  "what is held is a new resource",
  `
    package a:b;
    interface i {
      f: func(a: borrow<$0file>);
    }
  `,
  "Create a resource `file`",
  `
    package a:b;
    interface i {
      resource file;
      f: func(a: borrow<file>);
    }
  `,
  { preferred: false },
);

fixes(
  "a type made for a resource's function goes in front of the resource",
  `
    package a:b;
    interface i {
      resource file {
        size: func() -> $0size;
      }
    }
  `,
  "Create a type `size`",
  `
    package a:b;
    interface i {
      type size = u32;
      resource file {
        size: func() -> size;
      }
    }
  `,
  { preferred: false },
);

fixes(
  "a used type spelt alike keeps what the interface calls it",
  `
    package a:b;
    interface shapes {
      record point { x: u32 }
    }
    interface i {
      use shapes.{$0piont};
      f: func(a: piont);
    }
  `,
  "Did you mean `point`?",
  `
    package a:b;
    interface shapes {
      record point { x: u32 }
    }
    interface i {
      use shapes.{point as piont};
      f: func(a: piont);
    }
  `,
);

fixes(
  "the interface that has the type",
  `
    package a:b;
    interface shapes {
      record point { x: u32 }
    }
    interface other {}
    interface i {
      use other.{$0point};
      f: func(a: point);
    }
  `,
  "Use it from `shapes`",
  `
    package a:b;
    interface shapes {
      record point { x: u32 }
    }
    interface other {}
    interface i {
      use shapes.{point};
      f: func(a: point);
    }
  `,
  { preferred: false },
);

fixes(
  "a new type in the interface that is used",
  `
    package a:b;
    interface shapes {
      f: func();
    }
    interface i {
      use shapes.{$0point};
    }
  `,
  "Create a type `point` in `shapes`",
  `
    package a:b;
    interface shapes {
      f: func();
      type point = u32;
    }
    interface i {
      use shapes.{point};
    }
  `,
  { preferred: false },
);

fixes(
  "a used name that is not there and not needed goes",
  `
    package a:b;
    interface shapes {
      record point { x: u32 }
    }
    interface i {
      use shapes.{point, $0line};
    }
  `,
  "Remove `line` from the `use`",
  `
    package a:b;
    interface shapes {
      record point { x: u32 }
    }
    interface i {
      use shapes.{point};
    }
  `,
  { preferred: false },
);

fixes(
  "a used type is defined here instead",
  `
    //- /wit/main.wit
    package a:b;
    interface i {
      use x:y/shapes.{point, $0line};
      f: func(a: point, b: line);
    }
    //- /wit/deps/y/y.wit
    package x:y;
    interface shapes {
      record point { x: u32 }
    }
  `,
  "Define `line` here instead",
  `
    //- /wit/main.wit
    package a:b;
    interface i {
      use x:y/shapes.{point};
      type line = u32;
      f: func(a: point, b: line);
    }
    //- /wit/deps/y/y.wit
    package x:y;
    interface shapes {
      record point { x: u32 }
    }
  `,
  { preferred: false },
);
