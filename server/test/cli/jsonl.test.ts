// `wit check --jsonl`: one answer a line, in order, for whatever a line holds.
import { deepEqual, equal, match } from "node:assert/strict";
import { test } from "node:test";
import { wit } from "./support.ts";

interface Answer {
  readonly id: unknown;
  readonly ok: boolean;
  readonly errors: readonly {
    readonly file: string | null;
    readonly line: number | null;
    readonly col: number | null;
    readonly endCol: number | null;
    readonly code: string;
    readonly message: string;
  }[];
}

async function ask(...lines: readonly unknown[]): Promise<readonly Answer[]> {
  const input = lines.map(line => (typeof line === "string" ? line : JSON.stringify(line))).join("\n");
  const { code, stdout, stderr } = await wit(["check", "--jsonl"], {}, `${input}\n`);
  deepEqual([code, stderr], [0, ""]);
  return stdout
    .trimEnd()
    .split("\n")
    .map(line => JSON.parse(line));
}

test("places count from 1, columns in UTF-8 bytes, where the reference parser has them", async () => {
  const text = "package a:b;\ninterface i { /* 😀é */ f: func(x: nope); }\n";
  const [answer] = await ask({ id: "x", files: { "a.wit": text }, root: "a.wit", features: [], allFeatures: false });
  deepEqual([answer!.id, answer!.ok], ["x", false]);
  const places = answer!.errors.map(({ file, line, col }) => [file, line, col]);
  deepEqual(places, [["a.wit", 2, 39]]);
});

test("a folder is its direct files and deps; a single file is alone", async () => {
  const files = {
    "a.wit": "package a:b;\nworld w { import x:io/i; }\n",
    "deps/io/i.wit": "package x:io;\ninterface i {}\n",
    "deps/io/deeper/no.wit": "oops",
    "sub/no.wit": "oops",
    "readme.md": "",
  };
  const answers = await ask({ id: 1, files, root: "." }, { id: 2, files, root: "a.wit" });
  deepEqual(
    answers.map(({ id, ok, errors }) => [id, ok, errors.map(({ line, col }) => [line, col])]),
    [
      [1, true, []],
      [2, false, [[2, 18]]],
    ],
  );
});

test("an error without a place says so with nulls", async () => {
  const [answer] = await ask({ id: 1, files: { "a.wit": "interface i {}\n" }, root: "." });
  const [error] = answer!.errors;
  deepEqual([error!.code, error!.file, error!.line, error!.endCol], ["no-package-header", null, null, null]);
});

test("features switch gates on", async () => {
  const files = {
    "a.wit":
      "package a:b;\ninterface i {\n  @unstable(feature = x)\n  type t = u8;\n}\ninterface j {\n  use i.{t};\n}\n",
  };
  const answers = await ask({ id: 1, files }, { id: 2, files, features: ["x"] }, { id: 3, files, allFeatures: true });
  deepEqual(
    answers.map(({ ok }) => ok),
    [false, true, true],
  );
});

test("what is no text, no JSON or no package is answered, and the next line too", async () => {
  const answers = await ask(
    { id: 1, files: { "a.wit": { base64: "/w==" } } },
    "{not json",
    { id: 3 },
    { id: 4, files: { "a.wit": "" }, root: "b.wit" },
    { id: 5, files: { "a.wit": { base64: Buffer.from("package a:b;").toString("base64") } } },
  );
  deepEqual(
    answers.map(({ ok, errors }) => [ok, errors[0]?.code]),
    [
      [false, "not-text"],
      [false, "invalid-request"],
      [false, "invalid-request"],
      [false, "invalid-request"],
      [true, undefined],
    ],
  );
  match(answers[3]!.errors[0]!.message, /b\.wit/);
});

test("thousands of lines are answered in one run, in order", async () => {
  const lines = Array.from({ length: 3000 }, (_, id) => ({
    id,
    files: { "a.wit": `package a:b${id};\ninterface i {}\n` },
  }));
  const answers = await ask(...lines);
  equal(answers.length, 3000);
  equal(
    answers.every(({ id, ok }, i) => id === i && ok),
    true,
  );
});
