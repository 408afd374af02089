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

test("no colours but on a terminal", async () => {
  equal((await wit(["check", "wit"], bad)).stdout.includes("\u001b"), false);
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
  const { code, stderr, stdout } = await wit(["check", "nowhere"]);
  equal(code, 2);
  match(stderr, /nowhere holds no WIT file/);
  equal(stdout, "");
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
  match(stdout, /^0 errors and 1 warning in 1 package \(2 files\)\.$/m);
  equal((await wit(["check", "wit", "--deny", "lock-out-of-sync"], files)).code, 1);
  equal(
    (await wit(["check", "wit", "--allow", "lock-out-of-sync"], files)).stdout,
    "No problems in 1 package (2 files).\n",
  );
  const { problems } = JSON.parse((await wit(["check", "wit", "--format", "json"], files)).stdout);
  deepEqual([problems[0].line, problems[0].related[0].line], [5, 3]);
});
