// Not a mistake: worlds that include each other over and over have more imports and exports than can be kept. Those beyond
// the bound (see package-worlds.ts) are not elaborated, and that is said once.
import type { FileProblem, Problem } from "../problem.ts";
import type { PackageCheck } from "./packages.ts";

/** Whether a problem says that worlds are not elaborated: a package with such worlds can't be resolved. */
export function isLeftOut(problem: Problem): boolean {
  return problem.code === "worlds-left-out";
}

export function worldsLeftOut({ items }: PackageCheck): FileProblem[] {
  const leftOut = [...items.values()].filter(item => item.leftOut);
  const [first] = leftOut;
  if (!first) return [];
  const { scope, item } = first.item;
  const start = scope.offset + item.offset;
  const place = { start: start + item.name.start, end: start + item.name.end };
  const others = leftOut.length === 1 ? "" : `, and neither are ${leftOut.length - 1} others`;
  const message = `what \`${item.name.text}\` imports and exports is not checked${others}: the worlds of this package have too much together; include fewer of them in each other`;
  return [
    { uri: scope.file.source.uri, code: "worlds-left-out", severity: "warning", message, ...place, at: place.start },
  ];
}
