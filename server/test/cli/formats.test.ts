// `wit check` for programs and services: SARIF, GitHub's commands, levels, and watching.
import { deepEqual, equal, match, ok } from "node:assert/strict";
import { spawn } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { test } from "node:test";
import { program } from "../support/wire.ts";
import { wit } from "./support.ts";

const wrong = { "wit/a.wit": "package a:b;\ninterface i { f: func(/* 😀 */ b: nope); type t = u8; type t = u16; }\n" };
const replaced = {
  "wit/a.wit": "package a:b;\ninterface i { type t = u8; use j.{t}; }\ninterface j { type t = u16; }\n",
};

test("--format sarif names rules, and places in UTF-16 columns", async () => {
  const { code, stdout } = await wit(["check", "wit", "--format", "sarif"], wrong);
  const [run] = JSON.parse(stdout).runs;
  equal(code, 1);
  deepEqual(
    run.tool.driver.rules.map((r: { id: string }) => r.id),
    ["duplicate-name", "unresolved-name"],
  );
  const unresolved = run.results.find((r: { ruleId: string }) => r.ruleId === "unresolved-name");
  const { artifactLocation, region } = unresolved.locations[0].physicalLocation;
  deepEqual([artifactLocation.uri, region.startLine, region.startColumn, region.endColumn], ["wit/a.wit", 2, 35, 39]);
  const double = run.results.find((r: { ruleId: string }) => r.ruleId === "duplicate-name");
  equal(double.relatedLocations.length, 1);
});

test("--format github gives one command a problem", async () => {
  const { stdout } = await wit(["check", "wit", "--format", "github"], wrong);
  match(stdout, /^::error file=wit\/a\.wit,line=2,endLine=2,col=35,endColumn=38,title=unresolved-name::.*nope/m);
});

test("warnings end with 0 unless they are denied, and are silent when allowed", async () => {
  const warned = await wit(["check", "wit"], replaced);
  equal(warned.code, 0);
  match(warned.stdout, /^warning\[replaced-type\]/m);
  equal((await wit(["check", "wit", "--deny", "warnings"], replaced)).code, 1);
  equal((await wit(["check", "wit", "--deny", "replaced-type,unused-use"], replaced)).code, 1);
  equal((await wit(["check", "wit", "--allow", "replaced-type"], replaced)).stdout.includes("replaced-type"), false);
});

test("errors of the language can't be allowed", async () => {
  equal((await wit(["check", "wit", "--allow", "warnings"], wrong)).code, 1);
});

test("lints that are off are looked for where they are denied or warned of", async () => {
  const undocumented = { "wit/a.wit": "package a:b;\ninterface i { %type: func(); }\n" };
  equal((await wit(["check", "wit"], undocumented)).stdout, "No problems in 1 package (1 file).\n");
  const denied = await wit(["check", "wit", "--deny", "keyword-name"], undocumented);
  equal(denied.code, 1);
  match(denied.stdout, /^error\[keyword-name\]/m);
  const warned = await wit(["check", "wit", "--warn", "keyword-name,missing-docs"], undocumented);
  equal(warned.code, 0);
  match(warned.stdout, /^3 warnings in/m);
  equal((await wit(["check", "wit", "--warn", "keyword-name", "--deny", "keyword-name"], undocumented)).code, 1);
});

test("hints are for editors, unless they are asked for", async () => {
  const shouted = { "wit/a.wit": "package a:b;\ninterface i { LOUDEST: func(); }\n" };
  equal(JSON.parse((await wit(["check", "wit", "--format", "sarif"], shouted)).stdout).runs[0].results.length, 0);
  equal((await wit(["check", "wit", "--format", "github"], shouted)).stdout, "");
  match(
    (await wit(["check", "wit", "--format", "github", "--warn", "upper-case-name"], shouted)).stdout,
    /^::warning /,
  );
});

test("--format sarif shows a problem of a package as a whole with its folder, and paths as URIs", async () => {
  const { stdout } = await wit(["check", ".", "--format", "sarif"], {
    "wit/a.wit": "package a:b;\n",
    "wit/deps/x/readme.md": "",
    "b #1/b.wit": "package a:b\n",
  });
  const [run] = JSON.parse(stdout).runs;
  const uris = run.results.map((r: Result) => r.locations[0]!.physicalLocation.artifactLocation.uri);
  deepEqual(uris.sort(), ["b%20%231/b.wit", "wit"]);
  deepEqual(Object.keys(run.tool.driver.rules[0]).sort(), [
    "fullDescription",
    "help",
    "helpUri",
    "id",
    "shortDescription",
  ]);
  deepEqual(run.invocations, [{ executionSuccessful: true }]);
});

interface Result {
  readonly locations: readonly { readonly physicalLocation: { readonly artifactLocation: { readonly uri: string } } }[];
}

test("--watch checks again when a file changes, and ends with the last result", async () => {
  const folder = await mkdtemp(path.join(tmpdir(), "wit-watch-"));
  const file = path.join(folder, "a.wit");
  await writeFile(file, "package a:b;\ninterface i { f: func() -> nope; }\n");
  const child = spawn(process.execPath, [program, "check", folder, "--watch"], { stdio: "pipe", timeout: 30_000 });
  try {
    let printed = "";
    const seen = (text: string): Promise<void> =>
      new Promise((resolve, reject) => {
        const look = (): void => (printed.includes(text) ? resolve() : undefined);
        child.stdout.on("data", look);
        child.once("close", () => reject(new Error(`it ended before printing ${text}: ${printed}`)));
        look();
      });
    child.stdout.setEncoding("utf8").on("data", (text: string) => (printed += text));
    await seen("1 error");
    await writeFile(file, "package a:b;\ninterface i { f: func() -> u8; }\n");
    await seen("No problems");
    child.kill("SIGTERM");
    const code = await new Promise(resolve => child.once("close", resolve));
    ok(code === 0, `exit code ${code}`);
  } finally {
    child.kill("SIGKILL");
    await rm(folder, { recursive: true, force: true });
  }
});
