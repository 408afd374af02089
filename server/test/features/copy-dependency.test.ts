// Copying a package into `deps/`: which files are made, and that what lacked it is whole afterwards.
import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import { completions } from "../../src/features/completion.ts";
import { copyDependencies } from "../../src/features/copy-dependency.ts";
import { parse } from "../support/workspace.ts";
import { problemsIn } from "./edits.ts";
import { analysed, cursorIn } from "./support.ts";

/** Takes the offer `label` at the cursor with the files that it needs; the whole workspace must be free of errors. */
function check(name: string, source: string, label: string, wanted: readonly string[]): void {
  test(name, () => {
    const of = analysed(source);
    const { root, file, offset } = cursorIn(of);
    const item = completions(root, file, offset, of.roots).items.find(i => i.label === label);
    const missing = item?.missingDependency;
    if (!item || !missing) throw new Error(`${label} is not offered with a dependency`);
    const made = copyDependencies(of.layout.roots, root.root.uri, [missing, ...missing.needs]) ?? [];
    deepEqual(
      made.map(f => f.uri),
      wanted.map(path => `file://${path}`),
    );
    const { text, uri } = file.source;
    const now = parse(uri, text.slice(0, item.span.start) + item.insert + text.slice(item.span.end));
    const files = of.files.map(f => (f === file ? now : f));
    deepEqual(problemsIn([...files, ...made.map(f => parse(f.uri, f.text))]), []);
  });
}

const library = `
    //- /lib/wit/lib.wit
    package my:lib@1.2.0;
    interface things { use wasi:io/poll@0.2.0.{pollable}; }
    //- /lib/wit/more.wit
    interface others {}
    //- /lib/wit/deps/io/poll.wit
    package wasi:io@0.2.0;
    interface poll { resource pollable; }
`;
check(
  "a package of the workspace with what it needs",
  `
    //- /app/wit/main.wit
    package a:b;
    world w { import $0 }
    ${library.trim()}
  `,
  "my:lib/things@1.2.0",
  ["/app/wit/deps/lib/lib.wit", "/app/wit/deps/lib/more.wit", "/app/wit/deps/io/poll.wit"],
);
check(
  "another version beside the one that is there",
  `
    //- /app/wit/main.wit
    package a:b;
    world w { import $0 }
    //- /app/wit/deps/io/poll.wit
    package wasi:io@0.1.0;
    interface poll {}
    ${library.trim()}
  `,
  "wasi:io/poll@0.2.0",
  ["/app/wit/deps/wasi-io/poll.wit"],
);

test("what is not in the workspace can't be copied", () => {
  const of = analysed("//- /wit/a.wit\npackage a:b;");
  equal(copyDependencies(of.layout.roots, "file:///wit", [{ package: "x:y", from: "file:///x" }]), undefined);
});
