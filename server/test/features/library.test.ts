// WASI's packages: offered where the workspace lacks them, and whole once they are copied into `deps/`.
import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import { codeActions } from "../../src/features/code-actions.ts";
import { completions } from "../../src/features/completion.ts";
import { copyDependencies } from "../../src/features/copy-dependency.ts";
import { libraryFor } from "../../src/features/library.ts";
import { analyzeRoot, newAnalysisCache, type RootAnalysis } from "../../src/semantics/analysis.ts";
import { releaseRoots } from "../../src/workspace/library.ts";
import { maker } from "../support/parser.ts";
import { parse } from "../support/workspace.ts";
import { problemsIn } from "./edits.ts";
import { analysed, cursorIn } from "./support.ts";

const packages = {
  io: "package wasi:io@0.2.12;\ninterface poll { resource pollable; }\n",
  clocks:
    "package wasi:clocks@0.2.12;\ninterface time { use wasi:io/poll@0.2.12.{pollable}; record instant { at: u64 } type span = u64; }\n",
};

const root = [...releaseRoots({ version: "0.2.12", packages }, maker)].at(-1)!;
const library: readonly RootAnalysis[] = [analyzeRoot(root, { names: [], all: false }, newAnalysisCache())];

interface Wanted {
  readonly offered: string;
  /** Files made by taking the last offer; the workspace must be free of errors then. */
  readonly made?: readonly string[];
}

/** The offers at the cursor that are the library's. */
function check(name: string, source: string, { offered, made = [] }: Wanted): void {
  test(name, () => {
    const of = analysed(source);
    const { root: into, file, offset } = cursorIn(of);
    const { items } = completions(into, file, offset, of.roots, libraryFor(into, library));
    const found = items.filter(item => item.missingDependency?.from.startsWith("wit-library:"));
    equal(found.map(({ label }) => label).join(", "), offered);
    const last = found.at(-1);
    if (!last?.missingDependency) return deepEqual(made, []);
    const { missingDependency: missing, span, insert, edits = [] } = last;
    const roots = [...of.layout.roots, root];
    const copies = copyDependencies(roots, into.root.uri, [missing, ...missing.needs]) ?? [];
    deepEqual(
      copies.map(({ uri }) => uri.slice("file://".length)),
      made,
    );
    const all = [...edits, { ...span, insert }].sort((a, b) => b.start - a.start);
    let { text } = file.source;
    for (const edit of all) text = text.slice(0, edit.start) + edit.insert + text.slice(edit.end);
    const now = [...of.files.filter(f => f !== file), parse(file.source.uri, text)];
    deepEqual(problemsIn([...now, ...copies.map(({ uri, text: copy }) => parse(uri, copy))]), []);
  });
}

check("an interface with what it needs", "package a:b; world w { import wasi:clocks$0 }", {
  offered: "wasi:clocks/time@0.2.12",
  made: ["/wit/deps/clocks/package.wit", "/wit/deps/io/package.wit"],
});
check(
  "beside what is there already in the same version",
  `
    //- /wit/main.wit
    package a:b; world w { import wasi:clocks$0 }
    //- /wit/deps/io.wit
    package wasi:io@0.2.12; interface poll { resource pollable; }
  `,
  { offered: "wasi:clocks/time@0.2.12", made: ["/wit/deps/clocks/package.wit"] },
);
check(
  "never beside a compatible version",
  `
    //- /wit/main.wit
    package a:b; world w { import wasi:clocks$0 }
    //- /wit/deps/io.wit
    package wasi:io@0.2.3; interface poll { resource pollable; }
  `,
  { offered: "" },
);
check(
  "beside one that is not compatible",
  `
    //- /wit/main.wit
    package a:b; world w { import wasi:io$0 }
    //- /wit/deps/io.wit
    package wasi:io@0.3.0; interface poll { resource pollable; }
  `,
  { offered: "wasi:io/poll@0.2.12", made: ["/wit/deps/wasi-io/package.wit"] },
);
check(
  "what the workspace has itself comes from there",
  `
    //- /app/wit/main.wit
    package a:b; world w { import wasi:$0 }
    //- /lib/wit/io.wit
    package wasi:io@0.2.12; interface poll { resource pollable; }
  `,
  {
    offered: "wasi:clocks/time@0.2.12",
    made: ["/app/wit/deps/clocks/package.wit", "/app/wit/deps/io/package.wit"],
  },
);
check("types once two letters are typed", "package a:b; interface i { f: func(x: sp$0); }", {
  offered: "span",
  made: ["/wit/deps/clocks/package.wit", "/wit/deps/io/package.wit"],
});
check("no types where nothing is typed", "package a:b; interface i { f: func(x: $0); }", { offered: "" });

test("a missing package is added by a fix", () => {
  const of = analysed("package a:b; world w { import wasi:$0io/poll@0.2.12; }");
  const { root: into, file, offset } = cursorIn(of);
  const fixes = codeActions(into, file, { start: offset, end: offset }, of.roots, library);
  const fix = fixes.find(({ title }) => title === "Add `wasi:io@0.2.12` to `deps`");
  equal(fix?.preferred, true);
  deepEqual(
    fix.edits.map(({ uri }) => uri),
    ["file:///wit/deps/io/package.wit"],
  );
});
