// Compares a package with its earlier state and checks what is said about the changes, as marks in the text.
import { deepEqual, ok } from "node:assert/strict";
import { test } from "node:test";
import { testWorkspace } from "../../support/workspace.ts";
import { allProblems, checkMarks } from "../marked.ts";

export interface Change {
  /** What is done to the package. */
  readonly name: string;
  /** The package before, its header left out. */
  readonly was: string;
  /** The package now, likewise; what is said about it is marked. */
  readonly now: string;
  /** What the reference's `component semver-check` of its worlds says: wasm-tools 1.262.0. Absent: nothing, there is no world. */
  readonly reference?: "accepts" | "rejects";
  /** 1.0.0 and 1.0.1 where absent. */
  readonly versions?: readonly [was: string, now: string];
}

/** Each is a test: the marks in it are all that is said, and what the reference rejects is not passed over. */
export function testChanges(changes: readonly Change[]): void {
  for (const change of changes) {
    test(`${change.name}${change.reference ? `, which the reference ${change.reference}` : ""}`, () => {
      const [was, now] = change.versions ?? ["1.0.0", "1.0.1"];
      const [before, after] = [header(was) + lines(change.was), header(now) + lines(change.now)];
      const text = `//- /baseline/wit/main.wit\n${before}\n//- /wit/main.wit\n${after}`;
      checkMarks(text);
      if (change.reference === "rejects") ok(change.now.includes("warning[breaking-change]"));
      if (change.now.includes("[version-not-bumped]")) return;
      deepEqual(
        allProblems(testWorkspace(text)).filter(({ code }) => code === "version-not-bumped"),
        [],
      );
    });
  }
}

function header(version: string): string {
  return version === "" ? "package a:b;\n" : `package a:b@${version};\n`;
}

/** Without the indentation that a text has in common. */
function lines(text: string): string {
  const all = text.replace(/^\n/, "").trimEnd().split("\n");
  const indent = Math.min(...all.filter(line => line.trim() !== "").map(line => /^ */.exec(line)![0].length));
  return all.map(line => line.slice(indent)).join("\n");
}
