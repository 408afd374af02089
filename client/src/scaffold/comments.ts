// Documentation of WIT as line comments of other languages.

/** The lines of a doc comment, each behind `mark`; none where there is no documentation. */
export function lineComments(docs: string, mark: string): readonly string[] {
  if (docs.trim() === "") return [];
  // A backslash at a line's end would draw the next line into the comment, in C.
  return docs
    .trim()
    .split("\n")
    .map(line => `${mark} ${line.trimEnd().replace(/\\+$/, "")}`.trimEnd());
}
