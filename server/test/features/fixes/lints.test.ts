// What lints advise.
import { deepEqual, ok } from "node:assert/strict";
import { test } from "node:test";
import { codeActions } from "../../../src/features/code-actions.ts";
import { rootProblems } from "../../../src/semantics/analysis.ts";
import { type Analysed, analysed, cursorIn } from "../support.ts";
import { fixes, made, offers } from "./support.ts";

fixes(
  "an import is written out",
  `
    package a:b;
    interface i { type t = u32; }
    world w {
      use $0i.{t};
      export f: func() -> t;
    }
  `,
  "Write the import out: `import i;`",
  `
    package a:b;
    interface i { type t = u32; }
    world w {
      import i;
      use i.{t};
      export f: func() -> t;
    }
  `,
);

fixes(
  "a name is written in lower case wherever it is mentioned",
  `
    package a:b;
    interface i {
      record $0MAP-TYPE { a: u8 }
      f: func() -> MAP-TYPE;
    }
  `,
  "Rename it to `map-type`",
  `
    package a:b;
    interface i {
      record map-type { a: u8 }
      f: func() -> map-type;
    }
  `,
  { preferred: false },
);

offers(
  "no name is offered that is taken",
  `
    package a:b;
    interface i {
      type $0MAP-TYPE = u8;
      type map-type = u8;
    }
  `,
  ["Allow `upper-case-name` here", "Allow `upper-case-name` in this file"],
);

fixes(
  "a name loses what it repeats",
  `
    package a:b;
    interface i {
      enum color { $0color-red, blue }
    }
  `,
  "Rename it to `red`",
  `
    package a:b;
    interface i {
      enum color { red, blue }
    }
  `,
  { preferred: false },
);

fixes(
  "a name is spelt as the dependency spells it",
  `
    //- /wit/main.wit
    package a:b;
    interface i {
      use c:d/streams.{error};
      type $0inputstream = error;
      f: func(s: inputstream);
    }
    //- /wit/deps/d.wit
    package c:d;
    interface streams { type error = u8; type input-stream = u8; }
  `,
  "Rename it to `input-stream`",
  `
    //- /wit/main.wit
    package a:b;
    interface i {
      use c:d/streams.{error};
      type input-stream = error;
      f: func(s: input-stream);
    }
    //- /wit/deps/d.wit
    package c:d;
    interface streams { type error = u8; type input-stream = u8; }
  `,
  { preferred: false },
);

fixes(
  "a mark that nothing follows is left out of a version",
  `
    package a:b@1.0.0$0-;
    interface i {}
  `,
  "Write the version as `1.0.0`",
  `
    package a:b@1.0.0;
    interface i {}
  `,
);

fixes(
  "a definition that is ignored is removed",
  `
    package a:b;
    interface i {
      type $0t = u8;
      use j.{t};
    }
    interface j { type t = u16; }
  `,
  "Remove this definition",
  `
    package a:b;
    interface i {
      use j.{t};
    }
    interface j { type t = u16; }
  `,
);

fixes(
  "a gate is raised to the version of what is named",
  `
    package a:b@1.1.0;
    interface i {
      @since(version = 1.1.0) type t = u8;
      @since(version = 1.0.0) f: func() -> $0t;
    }
  `,
  "Change the version to 1.1.0",
  `
    package a:b@1.1.0;
    interface i {
      @since(version = 1.1.0) type t = u8;
      @since(version = 1.1.0) f: func() -> t;
    }
  `,
  { preferred: false },
);

fixes(
  "a member whose interface is older gets a gate of its own",
  `
    package a:b@1.1.0;
    @since(version = 1.0.0)
    interface i {
      @since(version = 1.1.0) type t = u8;
      f: func() -> $0t;
    }
  `,
  "Add `@since(version = 1.1.0)`",
  `
    package a:b@1.1.0;
    @since(version = 1.0.0)
    interface i {
      @since(version = 1.1.0) type t = u8;
      @since(version = 1.1.0)
      f: func() -> t;
    }
  `,
  { preferred: false },
);

fixes(
  "a lint is allowed for an item",
  `
    package a:b;
    interface i {
      enum color { $0color-red, blue }
    }
  `,
  "Allow `repeated-name` here",
  `
    package a:b;
    interface i {
      enum color /* wit-allow: repeated-name */ { color-red, blue }
    }
  `,
  { preferred: false },
);

fixes(
  "a lint is allowed for a function",
  `
    package a:b;
    interface i {
      f: func($0ADDRESS: u8);
    }
  `,
  "Allow `upper-case-name` here",
  `
    package a:b;
    interface i {
      f: func(ADDRESS: u8) /* wit-allow: upper-case-name */;
    }
  `,
  { preferred: false },
);

fixes(
  "a lint is allowed for a file",
  `
    package a:b@1.0.0$0-;
    interface i {}
  `,
  "Allow `version-suffix` in this file",
  `
    package a:b@1.0.0-;
    interface i {}
    // wit-allow-file: version-suffix
  `,
  { preferred: false },
);

silences("a lint that is allowed here is silent", "package a:b;\ninterface i { f: func($0ADDRESS: u8); }\n");
silences("a lint that is allowed in the header is silent", "package a:b@1.0.0$0-;\n");
silences(
  "a lint that is allowed in a use is silent",
  "package a:b;\nworld w { use $0i.{t}; }\ninterface i { type t = u8; }\n",
);
silences(
  "a lint that is allowed in the file is silent",
  "package a:b;\ninterface i { f: func($0ADDRESS: u8); }",
  " in this file",
);

/** Makes the fix that allows the lint at `$0`, and looks for it again. */
function silences(name: string, source: string, where = " here"): void {
  test(name, () => {
    const of = analysed(source);
    const { root, file, offset } = cursorIn(of);
    const fix = codeActions(root, file, { start: offset, end: offset }, of.roots).find(f => f.title.endsWith(where));
    ok(fix);
    const [text] = made(of, fix.edits);
    const after = analysed(text!.text);
    deepEqual(
      allCodes(after),
      allCodes(of).filter(code => code !== fix.problem.code),
    );
  });
}

function allCodes({ roots }: Analysed): readonly string[] {
  return roots.flatMap(root => rootProblems(root).map(({ problem }) => problem.code));
}

fixes(
  "a used type that nothing mentions goes",
  `
    package a:b;
    interface types { type t = u8; type s = u8; }
    interface i {
      use types.{t, $0s};
      f: func() -> t;
    }
  `,
  "Remove `s` from the `use`",
  `
    package a:b;
    interface types { type t = u8; type s = u8; }
    interface i {
      use types.{t};
      f: func() -> t;
    }
  `,
  { preferred: false, lints: { "unused-use": "hint" } },
);
