// `wit check` and the program's other arguments: what is printed, and the exit code.
import { deepEqual, equal, match } from "node:assert/strict";
import { test } from "node:test";
import { wit } from "./support.ts";

const good = {
  "wit/a.wit": "package a:b;\nworld w {\n  import x:io/streams;\n}\n",
  "wit/deps/io/s.wit": "package x:io;\ninterface streams {}\n",
};
const bad = {
  "wit/a.wit": "package a:b;\n\ninterface i {\n\tf: func(/* 漢😀 */ b: nope);\n  type t = u8;\n  type t = u16;\n}\n",
};

test("a package without problems ends with 0", async () => {
  deepEqual(await wit(["check", "wit"], good), {
    code: 0,
    stdout: "No problems in 1 package (2 files).\n",
    stderr: "",
  });
});

test("errors show the line, what is meant, and related places, and end with 1", async () => {
  const { code, stdout } = await wit(["check", "wit"], {
    "wit/a.wit": "package a:b;\n\ninterface i {\n\tf: func(b: nope);\n  type t = u8;\n  type t = u16;\n}\n",
  });
  equal(code, 1);
  match(stdout, /^error\[unresolved-name\]: .*nope/m);
  match(stdout, /^ {2}--> wit\/a\.wit:4:13$/m);
  match(stdout, /^4 \| \tf: func\(b: nope\);\n {2}\| \t {11}\^{4}$/m);
  match(stdout, /^ {2}--> wit\/a\.wit:6:8$[\s\S]*^ {2}--> wit\/a\.wit:5:8$/m);
  match(stdout, /^2 errors in 1 package \(1 file\)\.$/m);
});

test("carets stand below wide characters", async () => {
  const { stdout } = await wit(["check", "wit"], bad);
  match(stdout, /^ {2}\| \t {22}\^{4}$/m);
});

test("a file stands for the package it is in, a folder above packages for all of them", async () => {
  equal((await wit(["check", "wit/a.wit"], good)).code, 0);
  equal((await wit(["check", "wit/deps/io/s.wit"], good)).stdout, "No problems in 1 package (2 files).\n");
  const { stdout } = await wit(["check", "."], { ...good, "other/c.wit": "package o:c;\n" });
  equal(stdout, "No problems in 2 packages (3 files).\n");
});

test("no colours but on a terminal, unless they are asked for", async () => {
  equal((await wit(["check", "wit"], bad)).stdout.includes("\u001b"), false);
  equal((await wit(["check", "wit"], bad, "", { FORCE_COLOR: "1" })).stdout.includes("\u001b[1;31merror"), true);
  equal((await wit(["check", "wit"], bad, "", { FORCE_COLOR: "1", NO_COLOR: "1" })).stdout.includes("\u001b"), false);
});

test("of a long line the part around the marks is shown", async () => {
  const functions = Array.from({ length: 500 }, (_, i) => `g${i}: func();`).join(" ");
  const { stdout } = await wit(["check", "wit"], {
    "wit/a.wit": `package a:b;\ninterface i { ${functions} f: func(b: nope); ${functions.replaceAll("g", "h")} }\n`,
  });
  const [, line = "", marks = ""] = /^2 \| (.*)\n {2}\| (.*)$/m.exec(stdout) ?? [];
  match(line, /^….* f: func\(b: nope\); .*…$/);
  equal(line.length < 170, true);
  equal(line.slice(marks.indexOf("^"), marks.length), "nope");
  match(stdout, /wit\/a\.wit:2:\d{4}$/m);
});

test("nothing of a text moves the cursor, or turns the direction of the line", async () => {
  const { stdout } = await wit(["check", "wit"], { "wit/a.wit": "package a:b;\n// \u001b[2J\u202e x\n" });
  match(stdout, /^2 \| \/\/ \ufffd\[2J\ufffd x$/m);
  equal(stdout.includes("\u001b") || stdout.includes("\u202e"), false);
});

test("what is no error is counted as a note", async () => {
  const { code, stdout } = await wit(["check", "wit"], {
    "wit/a.wit": "package a:b@1.0.0-;\nworld w { use i.{t}; }\ninterface i { type t = u8; }\n",
  });
  equal(code, 0);
  match(stdout, /^1 warning and 1 note in 1 package \(1 file\)\.$/m);
});

test("`-` is a file on standard input", async () => {
  const { code, stdout } = await wit(["check", "-"], {}, "package a:b;\ninterface i { f: func(x: nope); }\n");
  equal(code, 1);
  match(stdout, /^ {2}--> <stdin>:2:26$/m);
  equal((await wit(["check", "-", "wit"], good, "package a:b;\n")).stdout, "No problems in 2 packages (3 files).\n");
});

test("a dependency's folder stands for the package that holds it", async () => {
  for (const folder of ["wit/deps/io", "wit/deps"])
    equal((await wit(["check", folder], good)).stdout, "No problems in 1 package (2 files).\n");
});

test("--format json gives problems with places", async () => {
  const { code, stdout } = await wit(["check", "wit", "--format", "json"], bad);
  const { ok, problems } = JSON.parse(stdout);
  deepEqual([code, ok], [1, false]);
  const unresolved = problems.find((p: { code: string }) => p.code === "unresolved-name");
  deepEqual([unresolved.severity, unresolved.line, unresolved.col, unresolved.endCol], ["error", 4, 27, 31]);
  match(unresolved.file, /wit[\\/]a\.wit$/);
  const double = problems.find((p: { line: number }) => p.line === 6);
  equal(double.related[0].line, 5);
});

test("features decide what gates switch on", async () => {
  const gated = {
    "a.wit":
      "package a:b;\ninterface i {\n  @unstable(feature = x)\n  type t = u8;\n}\ninterface j {\n  use i.{t};\n}\n",
  };
  equal((await wit(["check", "."], gated)).code, 1);
  equal((await wit(["check", ".", "--features", "y,x"], gated)).code, 0);
  equal((await wit(["check", ".", "--all-features"], gated)).code, 0);
});

test("what can't be read ends with 2 and says so", async () => {
  const files = { "empty/readme.md": "", "x.txt": "x", ...good };
  const { code, stderr, stdout } = await wit(["check", "nowhere", "empty", "x.txt", "wit"], files);
  equal(code, 2);
  equal(
    stderr,
    [
      "wit: nowhere: there is no such file or folder",
      "wit: empty: there is no WIT package here: no `.wit` file lies in this folder or below it",
      "wit: x.txt: this is no WIT file, or it can't be read",
      "",
    ].join("\n"),
  );
  equal(stdout, "No problems in 1 package (2 files).\n");
});

test("a binary file is one error", async () => {
  const { code, stdout } = await wit(["check", "wit"], { "wit/a.wit": new Uint8Array([0, 1, 2, 255]) });
  equal(code, 1);
  match(stdout, /^error\[not-text\]: this file is not valid UTF-8 text/m);
  match(stdout, /^1 error in/m);
});

test("wrong use ends with 2, says what is wrong and how to use it", async () => {
  for (const [args, message] of [
    [["--nope"], /Unknown option '--nope'/],
    [["chekc"], /There is no command `chekc`/],
    [[], /Say what to do/],
    [["check"], /needs the path of a package/],
    [["check", "--format", "xml", "."], /There is no format `xml`/],
    [["check", "--jsonl", "."], /takes no path/],
    [["check", "--deny", "nope", "."], /`nope` is nothing that can be denied or allowed.*unused-use/],
    [["check", "--allow", "unresolved-name", "."], /errors always count/],
    [["check", "--watch", "-"], /can't be watched/],
  ] as const) {
    const { code, stderr, stdout } = await wit(args);
    deepEqual([code, stdout], [2, ""]);
    match(stderr, message);
    match(stderr, /^Usage:$/m);
  }
});

test("--version and --help answer and end with 0", async () => {
  match((await wit(["--version"])).stdout, /^\d+\.\d+\.\d+\n$/);
  const { code, stdout } = await wit(["--help"]);
  equal(code, 0);
  match(stdout, /wit check PATH/);
  for (const args of [["help"], ["check", "--help"], ["format", "-h"]])
    deepEqual(await wit(args), { code: 0, stdout, stderr: "" });
});

const lockFile =
  'version = 1\n[[packages]]\nname = "x:io"\n[[packages.versions]]\nversion = "1.0.0"\ndigest = "sha256:00"\n';

test("a lock that `deps` does not match is a warning, which can be denied or allowed", async () => {
  const files = {
    "wit/a.wit": "package a:b;\nworld w {\n  import x:io/streams@1.0.1;\n}\n",
    "wit/deps/io/s.wit": "package x:io@1.0.1;\ninterface streams {}\n",
    "wkg.lock": lockFile,
  };
  const { code, stdout } = await wit(["check", "wit"], files);
  equal(code, 0);
  match(
    stdout,
    /^warning\[lock-out-of-sync\]: .*1\.0\.0 is locked[\s\S]*--> wkg\.lock:5:12$[\s\S]*--> wit\/a\.wit:3:10$/m,
  );
  match(stdout, /^1 warning in 1 package \(2 files\)\.$/m);
  equal((await wit(["check", "wit", "--deny", "lock-out-of-sync"], files)).code, 1);
  equal(
    (await wit(["check", "wit", "--allow", "lock-out-of-sync"], files)).stdout,
    "No problems in 1 package (2 files).\n",
  );
  const { problems } = JSON.parse((await wit(["check", "wit", "--format", "json"], files)).stdout);
  deepEqual([problems[0].line, problems[0].related[0].line], [5, 3]);
});
