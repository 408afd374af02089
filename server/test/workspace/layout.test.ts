// Which files form which package, as data: files, and the roots that they make.
import { deepEqual, equal, notEqual } from "node:assert/strict";
import { test } from "node:test";
import { fileIn, isMain, type Layout, layout, replaceFile, rootOf, rootsWith } from "../../src/workspace/layout.ts";
import { folderSchemes, parse, testWorkspace } from "../support/workspace.ts";

/** `main files | dep: files` for each root, paths below the root. */
function shape(of: Layout): Readonly<Record<string, string>> {
  return Object.fromEntries(
    of.roots.map(root => {
      const below = (uri: string): string => uri.slice(root.uri.length + (root.kind === "folder" ? 1 : 0));
      const main = root.main.map(file => below(file.source.uri)).join(" ");
      const deps = root.deps.map(dep => `${dep.name}: ${dep.files.map(file => below(file.source.uri)).join(" ")}`);
      return [`${root.kind} ${root.uri}`, [main, ...deps].join(" | ")];
    }),
  );
}

function check(source: string, expected: Readonly<Record<string, string>>): void {
  deepEqual(shape(testWorkspace(source).layout), expected);
}

test("a folder is a package: its own files, sorted, and one level of deps", () => {
  check(
    `
    //- /wit/b.wit
    //- /wit/a.wit
    package a:b;
    //- /wit/deps/io/streams.wit
    //- /wit/deps/io/poll.wit
    //- /wit/deps/clocks.wit
    `,
    {
      "folder file:///wit": "a.wit b.wit | clocks.wit: deps/clocks.wit | io: deps/io/poll.wit deps/io/streams.wit",
    },
  );
});

test("files deeper than one level of deps are a package of their own", () => {
  check(
    `
    //- /wit/a.wit
    //- /wit/deps/io/more/x.wit
    `,
    { "folder file:///wit": "a.wit", "folder file:///wit/deps/io/more": "x.wit" },
  );
});

test("only a dependency is known: it belongs to the folder above deps", () => {
  check("//- /p/wit/deps/io/streams.wit\n", { "folder file:///p/wit": " | io: deps/io/streams.wit" });
  check("//- /p/wit/deps/io.wit\n", { "folder file:///p/wit": " | io.wit: deps/io.wit" });
});

test("each wit folder keeps its own deps", () => {
  check(
    `
    //- /one/wit/a.wit
    //- /one/wit/deps/io/x.wit
    //- /two/wit/a.wit
    //- /two/wit/deps/io/x.wit
    `,
    {
      "folder file:///one/wit": "a.wit | io: deps/io/x.wit",
      "folder file:///two/wit": "a.wit | io: deps/io/x.wit",
    },
  );
});

test("a folder without deps whose files name different packages is a set of single files", () => {
  const names = "//- /t/a.wit\npackage a:a;\n//- /t/b.wit\npackage a:b;\n//- /t/c.wit\ninterface i {}\n";
  check(names, { "file file:///t/a.wit": "", "file file:///t/b.wit": "", "file file:///t/c.wit": "" });
  check(`${names}//- /t/deps/x/x.wit\n`, { "folder file:///t": "a.wit b.wit c.wit | x: deps/x/x.wit" });
  check("//- /t/a.wit\npackage a:a@1.0.0;\n//- /t/b.wit\npackage a:a@2.0.0;\n", {
    "file file:///t/a.wit": "",
    "file file:///t/b.wit": "",
  });
  check("//- /t/a.wit\npackage a:a;\n//- /t/b.wit\npackage  a : a;\n//- /t/c.wit\n", {
    "folder file:///t": "a.wit b.wit c.wit",
  });
});

test("a dependency with dependencies of its own is read with both, and belongs to the outer package", () => {
  const { layout: of } = testWorkspace("//- /w/a.wit\n//- /w/deps/x/x.wit\n//- /w/deps/x/deps/y/y.wit\n");
  deepEqual(shape(of), {
    "folder file:///w": "a.wit | x: deps/x/x.wit",
    "folder file:///w/deps/x": "x.wit | y: deps/y/y.wit",
  });
  equal(rootOf(of, "file:///w/deps/x/x.wit")?.uri, "file:///w");
  equal(rootsWith(of, "file:///w/deps/x/x.wit").length, 2);
  deepEqual([isMain(of, "file:///w/deps/x/x.wit"), isMain(of, "file:///w/a.wit")], [false, true]);
});

test("documents that lie in no folder stand alone", () => {
  const files = ["untitled:Untitled-1", "git:/wit/a.wit?ref", "file:///wit/a.wit"].map(uri => parse(uri, ""));
  deepEqual(shape(layout({ files, schemes: folderSchemes })), {
    "file git:/wit/a.wit?ref": "",
    "file untitled:Untitled-1": "",
    "folder file:///wit": "a.wit",
  });
});

test("a folder in deps is an entry also where it holds no WIT file", () => {
  const files = [parse("file:///wit/a.wit", "")];
  const of = layout({ files, depFolders: ["file:///wit/deps/io"], schemes: folderSchemes });
  deepEqual(shape(of), { "folder file:///wit": "a.wit | io: " });
});

test("a file is found by any spelling of its URI, and keeps its own", () => {
  const files = [parse("file:///c%3A/my%20wit/a.wit", ""), parse("file:///C:/my wit/deps/x%2By/b.wit", "")];
  const of = layout({ files, schemes: folderSchemes });
  equal(of.roots.length, 1);
  equal(fileIn(of, "file:///C:/my%20wit/a.wit"), files[0]);
  equal(fileIn(of, "file:///c:/my%20wit/deps/x+y/b.wit")?.source.uri, files[1]!.source.uri);
});

test("an edit renews the roots that hold the file and no others", () => {
  const workspace = testWorkspace("//- /one/a.wit\npackage a:a;\n//- /one/deps/x/x.wit\n//- /two/a.wit\n");
  const before = workspace.layout;
  const edited = parse("file:///one/deps/x/x.wit", "interface i {}", 2);
  const after = replaceFile(before, edited)!;
  equal(fileIn(after, edited.source.uri), edited);
  notEqual(after.roots[0], before.roots[0]);
  equal(after.roots[0]!.main, before.roots[0]!.main);
  equal(after.roots[1], before.roots[1]);
  notEqual(fileIn(before, edited.source.uri), edited);
});

test("an edit that may move files between packages asks for the layout anew, and gets what is left alone", () => {
  const { layout: before, files } = testWorkspace(
    "//- /t/a.wit\npackage a:a;\n//- /t/b.wit\npackage a:a;\n//- /u/c.wit\n",
  );
  const edited = parse("file:///t/b.wit", "package a:b;");
  equal(replaceFile(before, edited), undefined);
  const after = layout({ files: [files[0]!, edited, files[2]!], schemes: folderSchemes }, before);
  deepEqual(Object.keys(shape(after)), ["file file:///t/a.wit", "file file:///t/b.wit", "folder file:///u"]);
  equal(after.roots[2], before.roots[1]);
});

test("loading marks the root, and a root that is loaded is another object", () => {
  const files = [parse("file:///wit/a.wit", "")];
  const before = layout({ files, schemes: folderSchemes, loading: new Set(["file:///wit"]) });
  const after = layout({ files, schemes: folderSchemes }, before);
  deepEqual([before.roots[0]!.loading, after.roots[0]!.loading], [true, false]);
  equal(layout({ files, schemes: folderSchemes }, after).roots[0], after.roots[0]);
});
