// How much is tried at once: the longer a file and the more mistakes in it, the fewer of them are looked at, and the fewer
// changes tried for each. In files that people write, that is all of them.
import { type ParsedFile, syntaxProblems } from "../../syntax/file.ts";

/** What it takes to look at a changed file once, in the time that ten characters take to be read. */
function effort(file: ParsedFile): number {
  return 1000 + file.source.text.length / 10 + 30 * syntaxProblems(file).length;
}

/** So many changes may mend a mistake, or nearly so. */
const mostTries = 40;

/** How many changes to try for one mistake. */
export function triesFor(file: ParsedFile): number {
  return Math.min(Math.floor(800_000 / effort(file)), mostTries);
}

/** How many problems to look for fixes of at once. Where no change is tried, each takes some looks at the file all the same. */
export function problemsFor(file: ParsedFile): number {
  const looks = 12 + (syntaxProblems(file).length > 0 ? triesFor(file) : 0);
  return Math.max(1, Math.floor(20_000_000 / (effort(file) * looks)));
}
