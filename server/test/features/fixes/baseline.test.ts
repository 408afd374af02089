// Fixes of what breaks: what is gone comes back, what changed is as it was, or the version says that it may break.
import { deepEqual, ok } from "node:assert/strict";
import { test } from "node:test";
import { codeActions } from "../../../src/features/code-actions.ts";
import { rootProblems } from "../../../src/semantics/analysis.ts";
import { onlyCursor } from "../../support/fixture.ts";
import { allAnalyses, testWorkspace } from "../../support/workspace.ts";
import { analysed, cursorIn } from "../support.ts";
import { made } from "./support.ts";

interface Fixed {
  /** Breaking changes that are left. */
  readonly left?: number;
}

/** Makes the fix called `title` of the problem at `$0` of `/wit/main.wit`, which is compared with `was`. */
function fixes(name: string, was: string, now: string, title: string, after: string, { left = 0 }: Fixed = {}): void {
  test(name, () => {
    const earlier = `//- /baseline/wit/main.wit\n${dedent(was)}//- /wit/main.wit\n`;
    const of = analysed(earlier + dedent(now));
    const { root, file, offset } = cursorIn(of);
    const offered = codeActions(root, file, { start: offset, end: offset }, of.roots);
    const fix = offered.find(f => f.title === title);
    ok(fix, `not offered; there is ${offered.map(f => `"${f.title}"`).join(", ") || "nothing"}`);
    const { uri } = onlyCursor(of.fixture);
    const text = made(of, fix.edits).find(f => f.uri === uri)?.text;
    deepEqual(text, dedent(after));
    const problems = allAnalyses(testWorkspace(earlier + text)).flatMap(analysis => rootProblems(analysis));
    const codes = problems.flatMap(({ problem: { code, severity } }) =>
      severity === "error" || code === "breaking-change" ? [code] : [],
    );
    deepEqual(
      codes,
      Array.from({ length: left }, () => "breaking-change"),
    );
  });
}

function dedent(text: string): string {
  const lines = text.replace(/^\n/, "").trimEnd().split("\n");
  const indent = Math.min(...lines.filter(line => line.trim() !== "").map(line => /^ */.exec(line)![0].length));
  return `${lines.map(line => line.slice(indent)).join("\n")}\n`;
}

fixes(
  "a function comes back with its documentation",
  `
    package a:b@1.0.0;
    interface i {
      f: func();
      /// Does it.
      /// Twice.
      @since(version = 1.0.0)
      g: func(a: u8);
    }
  `,
  `
    package a:b@1.0.0;
    interface $0i {
        f: func();
        // The end.
    }
  `,
  "Put `g` back as it was in `v1`",
  `
    package a:b@1.0.0;
    interface i {
        f: func();
        // The end.
        /// Does it.
        /// Twice.
        @since(version = 1.0.0)
        g: func(a: u8);
    }
  `,
);

fixes(
  "a type of several lines comes back in an interface of one",
  `
    package a:b@1.0.0;
    interface i {
      record r {
        a: u8,
      }
    }
  `,
  `
    package a:b@1.0.0;
    interface $0i {}
  `,
  "Put type `r` back as it was in `v1`",
  `
    package a:b@1.0.0;
    interface i { record r {
      a: u8,
    } }
  `,
);

fixes(
  "a resource comes back with its functions, one at a time where it is there",
  `
    package a:b@1.0.0;
    interface i {
      resource r { constructor(); m: func(); }
      resource s { n: func(); }
    }
  `,
  `
    package a:b@1.0.0;
    interface $0i {
      resource s { }
    }
  `,
  "Put type `r` back as it was in `v1`",
  `
    package a:b@1.0.0;
    interface i {
      resource s { }
      resource r { constructor(); m: func(); }
    }
  `,
  { left: 1 },
);

fixes(
  "a function of a resource comes back",
  `
    package a:b@1.0.0;
    interface i {
      resource s { n: func(); }
    }
  `,
  `
    package a:b@1.0.0;
    interface $0i {
      resource s {
        constructor();
      }
    }
  `,
  "Put `s.n` back as it was in `v1`",
  `
    package a:b@1.0.0;
    interface i {
      resource s {
        constructor();
        n: func();
      }
    }
  `,
);

fixes(
  "what changed is as it was, its new documentation stays",
  `
    package a:b@1.0.0;
    interface i {
      f: func(a: u8);
    }
  `,
  `
    package a:b@1.0.0;
    interface i {
      /// Better.
      f: async func(a: $0u16);
    }
  `,
  "Put `f` back as it was in `v1`",
  `
    package a:b@1.0.0;
    interface i {
      /// Better.
      f: func(a: u8);
    }
  `,
);

fixes(
  "a type is as it was",
  `
    package a:b@1.0.0;
    interface i {
      enum e { a, b }
    }
  `,
  `
    package a:b@1.0.0;
    interface i {
      enum e { a, $0c, b }
    }
  `,
  "Put type `e` back as it was in `v1`",
  `
    package a:b@1.0.0;
    interface i {
      enum e { a, b }
    }
  `,
);

fixes(
  "an import comes back",
  `
    package a:b@1.0.0;
    interface i { f: func(); }
    world w {
      // What it needs.
      import i;
      import k: interface {
        f: func();
      }
    }
  `,
  `
    package a:b@1.0.0;
    interface i { f: func(); }
    world $0w {
      import k: interface {
        f: func();
      }
      export run: func();
    }
  `,
  "Put import `a:b/i@1.0.0` back as it was in `v1`",
  `
    package a:b@1.0.0;
    interface i { f: func(); }
    world w {
      import k: interface {
        f: func();
      }
      export run: func();
      // What it needs.
      import i;
    }
  `,
  { left: 1 },
);

fixes(
  "an interface written in a world gets its function back",
  `
    package a:b@1.0.0;
    world w {
      import k: interface {
        f: func();
        g: func();
      }
    }
  `,
  `
    package a:b@1.0.0;
    world w {
      import $0k: interface {
        f: func();
      }
    }
  `,
  "Put `g` back as it was in `v1`",
  `
    package a:b@1.0.0;
    world w {
      import k: interface {
        f: func();
        g: func();
      }
    }
  `,
);

fixes(
  "the version is raised wherever the package is named",
  `
    package a:b@1.0.0;
    interface i { f: func(); }
    package c:d { world w { import a:b/i@1.0.0; } }
  `,
  `
    package a:b@1.2.0;
    interface $0i {}
    package c:d { world w { import a:b/i@1.2.0; } }
  `,
  "Raise the version to 2.0.0, which may break",
  `
    package a:b@2.0.0;
    interface i {}
    package c:d { world w { import a:b/i@2.0.0; } }
  `,
  // The other package has another import now.
  { left: 1 },
);

fixes(
  "the version tells of what is new",
  `
    package a:b@0.2.0;
    interface i { f: func(); }
  `,
  `
    package a:b@0$0.2.0;
    interface i { f: func(); g: func(); }
  `,
  "Raise the version to 0.2.1",
  `
    package a:b@0.2.1;
    interface i { f: func(); g: func(); }
  `,
);
