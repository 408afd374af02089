// The entry of the suite for the web: runs inside the web extension host, and reports by marked lines on the console.
import "mocha/mocha.js";

/** What the lines of the report start with: an editor's console has others too. */
const mark = "TEST| ";

/** Runs all tests; rejects when one failed, which makes the extension host end with an error. */
export async function run(): Promise<void> {
  // The browser's default reporter needs a page; a worker has none.
  mocha.setup({ ui: "tdd", reporter: "spec", timeout: 60_000, slow: 5_000, color: false });
  Mocha.reporters.Base.consoleLog = (text = "", ...values: unknown[]) => {
    let next = 0;
    const line = String(text).replace(/%[sd]/g, () => String(values[next++]));
    for (const part of line.split("\n")) console.log(`${mark}${part}`);
  };
  await import("./suites.ts");
  await new Promise<void>((resolve, reject) => {
    mocha.run(failures => (failures === 0 ? resolve() : reject(new Error(`${failures} tests failed`))));
  });
}
