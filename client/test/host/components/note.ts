// Puts figures into the report, below the test that they belong to.
import { appendFileSync } from "node:fs";

export function note(text: string): void {
  const report = process.env.EXT_TEST_OUTPUT;
  if (report !== undefined) appendFileSync(report, `      ${text}\n`);
}
