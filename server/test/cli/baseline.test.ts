// `wit check --baseline`: against a revision and a folder, in every format, and where there is neither.
import { deepEqual, equal, match } from "node:assert/strict";
import { spawn } from "node:child_process";
import { test } from "node:test";
import { type Repository, withRepository } from "../support/repository.ts";
import { program } from "../support/wire.ts";

const first = {
  "wit/a.wit": "package a:b@1.0.0;\n\ninterface i {\n  use x:y/z.{t};\n  f: func(a: t);\n  g: func();\n}\n",
  "wit/deps/x.wit": "package x:y;\ninterface z { type t = u8; }\n",
};
const broken = {
  "wit/a.wit": "package a:b@1.1.0;\n\ninterface i {\n  use x:y/z.{t};\n  f: func(a: list<t>);\n  g: func();\n}\n",
};

interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

function wit(cwd: string, args: readonly string[], env: NodeJS.ProcessEnv = process.env): Promise<Ended> {
  const child = spawn(process.execPath, [program, ...args], {
    cwd,
    env,
    stdio: ["ignore", "pipe", "pipe"],
    timeout: 30_000,
  });
  let [stdout, stderr] = ["", ""];
  child.stdout.setEncoding("utf8").on("data", text => (stdout += text));
  child.stderr.setEncoding("utf8").on("data", text => (stderr += text));
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", code => resolve({ code, stdout, stderr }));
  });
}

/** A repository in which `f` takes something else since `v1`. */
function changed(use: (repository: Repository) => Promise<void>): Promise<void> {
  return withRepository(first, async repository => {
    await repository.write(broken);
    await use(repository);
  });
}

test("against a revision: what breaks is an error, with what it was", () =>
  changed(async ({ folder }) => {
    const { code, stdout } = await wit(folder, ["check", "--baseline", "v1", "wit"]);
    equal(code, 1);
    match(
      stdout,
      /^error\[breaking-change\]: parameter `a` of `f` is `list<t>` now, not `t`, which breaks whoever imports or exports `i`; version 1\.1\.0 must work where 1\.0\.0 did, a breaking change needs 2\.0\.0$/m,
    );
    match(stdout, /^ {2}--> wit\/a\.wit:5:14$/m);
    match(stdout, /^ {2}--> v1:wit\/a\.wit:5:3$[\s\S]*^5 \| {3}f: func\(a: t\);\n {2}\| {3}\^ in `v1` it was this$/m);
    match(stdout, /^1 error in 1 package \(2 files\)\.$/m);
    const below = await wit(`${folder}/wit`, ["check", "--baseline", "HEAD", "a.wit"]);
    match(below.stdout, /^ {2}--> HEAD:a\.wit:5:3$/m);
    const outside = await wit(`${folder}/wit/deps`, ["check", "--baseline", "HEAD", ".."]);
    match(outside.stdout, /^ {2}--> HEAD:\.\.\/a\.wit:5:3$/m);
  }));

test("a major version, or a revision that is the same, has no problems", () =>
  changed(async ({ folder, write, commit }) => {
    await commit("v2", {});
    equal((await wit(folder, ["check", "--baseline", "v2", "wit"])).code, 0);
    await write({ "wit/a.wit": broken["wit/a.wit"].replace("1.1.0", "2.0.0") });
    deepEqual(await wit(folder, ["check", "--baseline", "v1", "wit"]), {
      code: 0,
      stdout: "No problems in 1 package (2 files).\n",
      stderr: "",
    });
  }));

test("against a folder: of the same layout, or with the package itself", () =>
  changed(async ({ folder, write }) => {
    await write({ "old/wit/a.wit": first["wit/a.wit"], "old/wit/deps/x.wit": first["wit/deps/x.wit"] });
    for (const name of ["old", "./old", "./old/wit", `${folder}/old`]) {
      const { code, stdout } = await wit(folder, ["check", "--baseline", name, "wit"]);
      equal(code, 1, name);
      match(stdout, /^ {2}--> old\/wit\/a\.wit:5:3$/m);
    }
  }));

test("levels: allowed it is not said, otherwise it is an error whatever else is denied", () =>
  changed(async ({ folder }) => {
    const codes = async (...args: readonly string[]): Promise<number | null> =>
      (await wit(folder, ["check", "wit", "--baseline", "v1", ...args])).code;
    equal(await codes("--allow", "breaking-change"), 0);
    equal(await codes("--allow", "newer-item"), 1);
    equal(await codes("--deny", "newer-item"), 1);
  }));

test("programs get places in the baseline, code scanning only files", () =>
  changed(async ({ folder }) => {
    const json = JSON.parse((await wit(folder, ["check", "--format", "json", "--baseline", "v1", "wit"])).stdout);
    const { severity, code, line, related } = json.problems[0];
    deepEqual([severity, code, line], ["error", "breaking-change", 5]);
    deepEqual([related[0].file, related[0].line, related[0].col], ["v1:wit/a.wit", 5, 3]);
    const sarif = JSON.parse((await wit(folder, ["check", "--format", "sarif", "--baseline", "v1", "wit"])).stdout);
    equal(sarif.runs[0].results[0].ruleId, "breaking-change");
    equal(sarif.runs[0].results[0].relatedLocations, undefined);
    const github = await wit(folder, ["check", "--format", "github", "--baseline", "v1", "wit"]);
    match(
      github.stdout,
      /^::error file=wit\/a\.wit,line=5,endLine=5,col=14,endColumn=20,title=breaking-change::parameter/,
    );
  }));

test("what can't be read ends with 2, and one line that says why", () =>
  changed(async ({ folder, write }) => {
    await write({ "empty/x.txt": "" });
    const said = async (name: string, env = process.env): Promise<string> => {
      const { code, stdout, stderr } = await wit(folder, ["check", "wit", `--baseline=${name}`], env);
      deepEqual([code, stdout], [2, ""]);
      return stderr;
    };
    const neither = "is no revision of the git repository, nor is there a folder of that name.\n";
    equal(await said("v9"), `wit: can't compare with \`v9\`: \`v9\` ${neither}`);
    equal(await said("--output=x"), `wit: can't compare with \`--output=x\`: \`--output=x\` ${neither}`);
    equal(await said("./empty"), "wit: can't compare with `./empty`: the folder `./empty` holds no WIT file.\n");
    equal(
      await said("v1", { ...process.env, PATH: "" }),
      "wit: can't compare with `v1`: git is not on `PATH`, and revisions are read by it.\n",
    );
    match(await said(""), /^wit: `--baseline` needs a git revision or a folder\.\n\nUsage:/);
  }));

test("lines of packages take no baseline", async () => {
  const { code, stderr } = await wit(process.cwd(), ["check", "--jsonl", "--baseline", "v1"]);
  equal(code, 2);
  match(stderr, /`--jsonl` takes no `--baseline`/);
});
