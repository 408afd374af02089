// `wit format`: which files are changed and how, what is printed, and the exit code.
import { deepEqual, equal, match } from "node:assert/strict";
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { test } from "node:test";
import { wit, witWrites } from "./support.ts";

const messy = "package a:b;\ninterface i { f:func(); }\n";
const neat = "package a:b;\ninterface i {\n  f: func();\n}\n";

test("files are formatted in place, and those that changed are listed", async () => {
  const { code, stdout, stderr, after } = await witWrites(["format", "wit"], {
    "wit/a.wit": messy,
    "wit/b.wit": neat,
    "wit/notes.txt": messy,
  });
  deepEqual([code, stdout, stderr], [0, "formatted wit/a.wit\n1 of 2 files changed.\n", ""]);
  deepEqual(after, { "wit/a.wit": neat, "wit/b.wit": neat, "wit/notes.txt": messy });
});

test("--check changes nothing and ends with 1 where a file is not formatted", async () => {
  const files = { "wit/a.wit": messy, "wit/b.wit": neat };
  const { code, stdout, after } = await witWrites(["format", "--check", "wit"], files);
  deepEqual([code, stdout], [1, "wit/a.wit is not formatted\n1 of 2 files would change.\n"]);
  deepEqual(after, files);
  deepEqual(await wit(["format", "--check", "wit/b.wit"], files), {
    code: 0,
    stdout: "The file is formatted.\n",
    stderr: "",
  });
});

test("deps and what is ignored stay, unless they are named", async () => {
  const files = {
    "wit/a.wit": neat,
    "wit/deps/x.wit": messy,
    "wit/deps/y/y.wit": messy,
    "node_modules/z.wit": messy,
    ".gitignore": "out/\n",
    "out/o.wit": messy,
  };
  equal((await wit(["format", "--check", "."], files)).code, 0);
  const { code, after } = await witWrites(["format", "wit/deps", "out/o.wit"], files);
  equal(code, 0);
  deepEqual(after, { ...files, "wit/deps/x.wit": neat, "wit/deps/y/y.wit": neat, "out/o.wit": neat });
});

test("links in a folder are not followed; a link that is named is", async () => {
  const folder = await mkdtemp(path.join(tmpdir(), "wit-links-"));
  try {
    await mkdir(path.join(folder, "inside"));
    await mkdir(path.join(folder, "outside"));
    await writeFile(path.join(folder, "outside", "a.wit"), messy);
    await symlink(path.join("..", "outside", "a.wit"), path.join(folder, "inside", "link.wit"));
    await symlink(path.join("..", "outside"), path.join(folder, "inside", "link"), "dir");
    const { code, stderr } = await wit(["format", path.join(folder, "inside")]);
    equal(code, 2);
    match(stderr, /inside holds no WIT file/);
    equal(await readFile(path.join(folder, "outside", "a.wit"), "utf8"), messy);
    equal((await wit(["format", path.join(folder, "inside", "link.wit")])).code, 0);
    equal(await readFile(path.join(folder, "outside", "a.wit"), "utf8"), neat);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

test("--indent wins over a file's own indentation", async () => {
  const own = "interface i {\n    f: func();\n}\n";
  equal((await wit(["format", "-"], {}, own)).stdout, own);
  equal((await wit(["format", "--indent", "2", "-"], {}, own)).stdout, "interface i {\n  f: func();\n}\n");
  equal((await wit(["format", "--indent", "tab", "-"], {}, own)).stdout, "interface i {\n\tf: func();\n}\n");
});

test("standard input is formatted to standard output", async () => {
  deepEqual(await wit(["format", "-"], {}, messy), { code: 0, stdout: neat, stderr: "" });
  deepEqual(await wit(["format", "--check", "-"], {}, messy), { code: 1, stdout: "", stderr: "" });
});

test("line ends and a byte-order mark stay", async () => {
  const { after } = await witWrites(["format", "a.wit"], { "a.wit": `\uFEFF${messy.replaceAll("\n", "\r\n")}` });
  equal(after["a.wit"], `\uFEFF${neat.replaceAll("\n", "\r\n")}`);
});

test("what is broken stays, and is told", async () => {
  const { code, stderr, after } = await witWrites(["format", "a.wit"], {
    "a.wit": "interface i { f:func(; g:func(); }\n",
  });
  equal(code, 0);
  match(stderr, /a\.wit has syntax errors; what is broken stays as it is/);
  equal(after["a.wit"], "interface i { f:func(; g: func();\n}\n");
});

test("what is no text is left alone and ends with 2; the other files are formatted all the same", async () => {
  const files = { "wit/a.wit": messy, "wit/b.wit": new Uint8Array([0x80, 0x20]) };
  const { code, stdout, stderr, after } = await witWrites(["format", "wit", "nowhere", "notes.txt"], files);
  deepEqual([code, stdout], [2, "formatted wit/a.wit\n1 of 1 file changed.\n"]);
  match(stderr, /wit\/b\.wit: this file is not valid UTF-8 text/);
  match(stderr, /nowhere holds no WIT file/);
  equal(after["wit/a.wit"], neat);
});

test("wrong use ends with 2 and says what is wrong", async () => {
  for (const [args, message] of [
    [["format"], /needs the path of a file or a folder/],
    [["format", "-", "a.wit"], /stands alone/],
    [["format", "--indent", "9", "."], /takes a number from 1 to 8, or `tab`/],
    [["format", "--nope", "."], /Unknown option '--nope'/],
  ] as const) {
    const { code, stderr, stdout } = await wit(args);
    deepEqual([code, stdout], [2, ""]);
    match(stderr, message);
  }
});
