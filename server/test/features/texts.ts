// Texts that the property tests walk through: much of WIT in little room, whole and broken.

/** A workspace of several packages; valid. */
export const valid = `
  //- /wit/main.wit
  /// The package's documentation.
  package a:b@1.2.0;

  use wasi:io/streams@0.2.0 as s;

  /// What things look like.
  interface shapes {
    use s.{input-stream, output-stream as sink};
    use ids.{id};

    /// A point.
    @since(version = 1.0.0)
    record point { x: f32, /* up */ y: f32 }
    variant shape { circle(point), square(tuple<point, u32>), none }
    enum color { red, green }
    flags access { read, %list }
    type points = list<point>;
    type grid = list<points, 4>;
    type handle = own<canvas>;
    resource canvas {
      constructor(size: u32);
      /// Draws.
      draw: func(s: shape, on: borrow<canvas>) -> result<_, color>;
      new: static func() -> canvas;
      later: async func(source: input-stream) -> future<string>;
      width: get() -> u32;
      width: set(value: u32);
    }
    @unstable(feature = fancy)
    paint: func(c: borrow<canvas>, to: sink, key: map<string, id>) -> option<points>;
    error-of: func() -> result<stream<u8>, error-context>;
  }

  world painter {
    use shapes.{color as tint, point};
    import shapes;
    import log: func(text: string);
    import tools: interface {
      use ids.{id};
      type key = id;
      get: func(k: key) -> id;
    }
    import other: ids;
    export run: async func(p: point);
    export wasi:io/poll@0.2.0;
  }
  //- /wit/more.wit
  package a:b@1.2.0;
  interface ids { type id = u64; type again = id; }
  world all { include painter with { log as print, run as go } include wasi:io/imports@0.2.0; }
  world more { include all with { print as write } }
  //- /wit/deps/io/io.wit
  package wasi:io@0.2.0;
  interface streams { resource input-stream; resource output-stream; }
  interface poll { resource pollable; }
  world imports { import streams; import poll; }
  //- /wit/deps/nested.wit
  package n:k;
  package n:m {
    interface i { type t = u8; }
  }
  package n:o {
    interface i { use n:m/i.{t}; f: func(a: t); }
  }
`;

/** Texts with a mistake, or cut off. */
export const broken: readonly string[] = [
  "",
  "\uFEFF",
  "package",
  "package a:",
  "package a:b@",
  "interface",
  "interface {",
  "interface i { use",
  "interface i { use x.",
  "interface i { use x.{",
  "interface i { use x.{a as",
  "world w { import",
  "world w { import a:",
  "world w { import a: interface { type t = ",
  "world w { include x with {",
  "package a:b; interface i { f: func(a: list<",
  "package a:b; interface i { resource r { constructor(",
  "package a:b; interface i { @since(version = ",
  "package a:b; interface i { @",
  "package a:b; interface i { /* never closed",
  'package a:b; interface i { @external-id("',
  "}}}}",
  "package a:b; interface i { } }",
  "package a:b { package c:d { interface i {",
  "package a:b; interface i { type a = b; type b = a; }",
  "package a:b; interface i { use j.{t}; } interface j { use i.{t}; }",
  "package a:b; interface i { type t = u8; } interface i { type t = u16; }",
  "package a:b; world w { include w; }",
  "package a:b; use i as i; interface i {}",
  "package a:b; interface 😀 { type é = u8; }",
  "\r\npackage a:b;\r\ninterface i {\r\n\ttype t = u8;\r\n}\r\n",
];
