// The entry of the extension's own suite: runs inside VS Code's extension host and reports to the file named by $EXT_TEST_OUTPUT.
import { appendFileSync } from "node:fs";
import { format } from "node:util";
import Mocha from "mocha";

/** Runs all tests; rejects when one failed, which makes the extension host end with an error. */
export async function run(): Promise<void> {
  report();
  const grep = process.env.EXT_TEST_GREP ?? "";
  const mocha = new Mocha({ ui: "tdd", reporter: "spec", timeout: 60_000, slow: 5_000, color: false, grep });
  // The bundle holds the test files: they are not read from disk by Mocha, so it is told here to define suite() and test().
  mocha.suite.emit("pre-require", globalThis, "", mocha);
  await suites(process.env.EXT_TEST_SUITE);
  await new Promise<void>((resolve, reject) => {
    mocha.run(failures => (failures === 0 ? resolve() : reject(new Error(`${failures} tests failed`))));
  });
}

/** What takes minutes and toolchains, and what is about a workspace that nobody trusts, are suites of their own. */
function suites(name: string | undefined): Promise<unknown> {
  if (name === "components") return import("./components/suites.ts");
  return name === "untrusted" ? import("./untrusted.test.ts") : import("./suites.ts");
}

/** Mocha writes to the console, which the workbench fills with lines of its own: a file holds the report alone. */
function report(): void {
  const file = process.env.EXT_TEST_OUTPUT;
  if (file === undefined) return;
  Mocha.reporters.Base.consoleLog = (...parts: unknown[]) => appendFileSync(file, `${format(...parts)}\n`);
}
