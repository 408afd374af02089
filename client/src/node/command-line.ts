// Reads a line that a person typed as the arguments of a program. Nothing in it is a command: no shell ever sees it.

/** The words of a line; double or single quotes keep spaces together, also within a word. */
export function splitArguments(line: string): readonly string[] {
  const words = line.matchAll(/(?:"[^"]*"|'[^']*'|[^\s"']|["'])+/g);
  return [...words].map(([word]) => word.replace(/"([^"]*)"|'([^']*)'/g, (_all, double, single) => double ?? single));
}
