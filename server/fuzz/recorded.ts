// Cases in which the analyser once differed from the reference, with the reference's verdict, so that they are tested
// without it. The fuzzer asks the reference about them again.
import type { FuzzCase } from "./case.ts";

export interface Recorded {
  readonly name: string;
  /** Files, each after a line `//- path`. */
  readonly text: string;
  readonly features?: readonly string[];
  readonly root?: string;
  /** `accept`, or the place of the error: `a.wit:8:5`, or `nowhere`. */
  readonly reference: string;
}

export function caseOf({ text, features = [], root = "." }: Recorded): FuzzCase {
  const files: Record<string, string> = {};
  for (const part of text.split(/^\/\/- /m).slice(1)) {
    const newline = part.indexOf("\n");
    files[part.slice(0, newline).trim()] = part.slice(newline + 1);
  }
  return { files, root, features, allFeatures: false };
}

export const recorded: readonly Recorded[] = [
  {
    name: "a world that is switched off may use what is switched off",
    text: `//- a.wit
package a:b;
interface i { resource r; enum e { x } }
@unstable(feature = alpha) world w {
  @unstable(feature = alpha) use i.{e};
  @unstable(feature = alpha) use i.{r};
}
`,
    reference: "accept",
  },
  {
    name: "a type without a name takes the gate of where the package first writes it",
    text: `//- a.wit
package n:cli;
interface x {
  @unstable(feature = alpha) record w { qux: result }
}
interface c {
  record a {
    qux: list<result>
  }
}
`,
    reference: "a.wit:7:5",
  },
  {
    name: "the gate of a type without a name does not matter where its feature is activated",
    text: `//- a.wit
package n:cli;
interface x { @unstable(feature = alpha) record w { qux: result } }
interface c { record a { qux: list<result> } }
`,
    features: ["alpha"],
    reference: "accept",
  },
  {
    name: "a method borrows its resource after the types of its interface",
    text: `//- a.wit
package a:cli;
interface f {
  resource a {
    s: func();
  }
  @unstable(feature = beta) record h { node: option<borrow<a>> }
}
`,
    reference: "a.wit:4:5",
  },
  {
    name: "a name at the top of a file leads to an interface that is switched off",
    text: `//- a.wit
package x-y:b;
@unstable(feature = alpha) interface set { @unstable(feature = alpha) type v = u8; }
//- deps/x.wit
package n:b;
use x-y:b/set as node;
`,
    reference: "deps/x.wit:2:11",
  },
  {
    name: "a type of another package that is switched off at its first use stays so",
    text: `//- b.wit
package wasi:io@0.0.1;
interface t { type x = u8; }
//- deps/x.wit
package n:q@0.0.1;
@unstable(feature = beta) world t {
  @unstable(feature = beta) use wasi:io/t@0.0.1.{x};
}
interface bar {
  @since(version = 0.0.1) use wasi:io/t@0.0.1.{x};
}
`,
    reference: "deps/x.wit:6:48",
  },
  {
    name: "an include renames an interface that stands behind the world",
    text: `//- a.wit
package a:b;
world node { import ab: c; }
interface c { flags y { node } }
world z { include node with { ab as d } }
`,
    reference: "accept",
  },
  {
    name: "what a world that is switched off includes is not looked at",
    text: `//- a.wit
package n:q;
world e {}
@unstable(feature = beta) world x { include e with { node as b } }
`,
    reference: "accept",
  },
  {
    name: "a byte-order mark stands at the start of a file alone",
    text: `//- b.wit
package n:q;
world w {
}\ufeffworld v {}
`,
    reference: "b.wit:3:2",
  },
  {
    name: "a character that is no token ends a version behind its dot",
    text: "//- b.wit\npackage x-y:cli@0.2.0-rc.\ufeffx;\n",
    reference: "b.wit:1:26",
  },
  {
    name: "exports that come with two gates are placed where the included world has them",
    text: `//- b.wit
package n:cli;
interface r {}
//- deps/y.wit
package wasi:q@0.1.0;
world qux {
  @since(version = 0.1.0) export n:cli/r;
}
world h {
  @since(version = 0.0.0-0) export n:cli/r;
  include qux;
}
`,
    reference: "deps/y.wit:3:40",
  },
  {
    name: "a version that is not out is placed at the first type made behind its gate",
    text: `//- main.wit
package n:io@2.0.0;
interface a {
  resource d;
  @since(version = 10.0.0)
  type s = tuple<borrow<d>>;
}
`,
    reference: "main.wit:5:25",
  },
  {
    name: "the result of a setter is placed at the resource of a handle",
    text: `//- main.wit
package n:io;
interface a {
  resource d;
  x: get() -> u8;
  x: set(a: u8) -> own<d>;
}
`,
    reference: "main.wit:5:24",
  },
  {
    name: "comments may stand inside the name of a package",
    text: `//- main.wit
package n/* */:/* */q;
interface i { type t = u8; }
//- deps/x.wit
package x:x;
interface j { use n:q/i.{t}; }
`,
    reference: "accept",
  },
  {
    name: "a type is switched off at its first use also where that use goes by a name from the top of the file",
    text: `//- a.wit
package n:q;
interface baz { enum e { x } }
//- deps/y.wit
package a:q;
use n:q/baz as r;
interface h {
  @unstable(feature = beta) use r.{e};
  use n:q/baz.{e as a};
}
`,
    reference: "deps/y.wit:5:16",
  },
  {
    name: "an interface of a missing package is imported twice",
    text: `//- b.wit
package x-y:io;
use wasi:b/h as d;
world w {
  import d;
  import wasi:b/h;
}
`,
    reference: "b.wit:5:17",
  },
  {
    name: "comments may stand between the word of an accessor and its parameters",
    text: `//- a.wit
package n:q;
interface i {
  x: get /* a */ /// b
    () -> u8;
  x: set /** c */(v: u8);
  resource r { y: set // d
    (v: u8); y: get/* e */() -> u8; }
}
world w { import z: get /* f */() -> u8; import z: set /* g */(v: u8); }
`,
    reference: "accept",
  },
  {
    name: "lines may break anywhere in what is valid",
    text: `//- a.wit
package n:q;
world b { import g: interface {} }
world x {
  import g: interface {}
  include b with { g

as %list }
  use
i
.
{
t

as

%resource
}
;
}
interface i { type t
=
u8
; }
`,
    reference: "accept",
  },
  {
    name: "nothing is looked at in a type that a use below takes the place of",
    text: `//- a.wit
package n:q;
interface j { type t = u8; type u = u8; type v = u8; type w = u8; type x = u8; type y = u8; }
interface i {
  type k = u8;
  type t = map<k, borrow<k>>;
  record u { a: nope, A: tuple<> }
  @since(version = 1.0.0) @since(version = 1.0.0) flags v {}
  type w = y;
  type x = w;
  use j.{t, u, v, w, x};
}
`,
    reference: "accept",
  },
  {
    name: "files of a package come in the order of their names' bytes",
    text: `//- ｚ.wit
package a:b;
interface i {}
//- 🐘.wit
interface i {}
`,
    reference: "🐘.wit:1:11",
  },
  {
    name: "a file may be called by its extension alone",
    text: `//- .wit
package a:b;
interface i { type t = nope; }
`,
    reference: ".wit:2:24",
  },
  {
    name: "in deps a file that is called by its extension alone has none",
    text: `//- a.wit
package a:b;
//- deps/.wit
nope
`,
    reference: "accept",
  },
  {
    name: "in a folder of deps a file may be called by its extension alone",
    text: `//- a.wit
package a:b;
//- deps/x/.wit
nope
`,
    reference: "deps/x/.wit:1:1",
  },
  {
    name: "what a missing package has is taken for what its first mention takes it for",
    text: `//- a.wit
package a:b;
use x:y/z;
world w { include z; }
`,
    reference: "a.wit:3:19",
  },
  {
    name: "what an include takes for a world is none for an import, also where its package is missing",
    text: `//- a.wit
package a:b;
world w { include x:y/z; import x:y/z; }
`,
    reference: "a.wit:2:37",
  },
  {
    name: "what is switched off everywhere is taken for what its first mention takes it for",
    text: `//- a.wit
package a:b;
world w { @unstable(feature = f) import x:y/z; @unstable(feature = f) include x:y/z; }
//- deps/x.wit
package x:y;
interface z {}
`,
    reference: "a.wit:2:45",
  },
  {
    name: "a character that is no token, behind a word that may start an accessor",
    text: `//- a.wit
package a:b;
interface i { x: get # }
`,
    reference: "a.wit:2:22",
  },
  {
    name: "a character that is no token, behind a word that may start an accessor of a world",
    text: `//- a.wit
package a:b;
world w { import x: set # }
`,
    reference: "a.wit:2:25",
  },
  {
    name: "a type of another package is not looked for where it is first used behind a gate that is off",
    text: `//- a.wit
package a:b;
interface i {
  use x:y/z.{t};
  @unstable(feature = f) use x:y/z.{nope, t as u};
}
//- deps/x.wit
package x:y;
interface z { type t = u8; }
`,
    reference: "accept",
  },
  {
    name: "a type of the own package is looked for also behind a gate that is off",
    text: `//- a.wit
package a:b;
interface i { @unstable(feature = f) use j.{nope}; }
interface j {}
`,
    reference: "a.wit:2:45",
  },
  {
    name: "of two types of one name the second is one too many, also where a use below takes their place",
    text: `//- a.wit
package a:b;
interface i {
  type t = u8;
  type t = u8;
  use j.{t};
}
interface j { type t = u8; }
`,
    reference: "a.wit:4:8",
  },
];
