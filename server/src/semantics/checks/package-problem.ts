// How the rules about packages say what they found.
import type { Scope } from "../packages.ts";
import type { FilePlace, FileProblem, Problem, Related } from "../problem.ts";

interface Extra {
  readonly at?: number | "nowhere";
  readonly related?: NonNullable<Problem["related"]>;
  readonly data?: NonNullable<Problem["data"]>;
}

/** An error at a place of a scope's file; UTF-16 offsets of the file. */
export function problem(
  scope: Scope,
  code: string,
  place: { start: number; end: number },
  message: string,
  extra: Extra = {},
): FileProblem {
  const { at = place.start, ...rest } = extra;
  return {
    uri: scope.file.source.uri,
    code,
    severity: "error",
    message,
    start: place.start,
    end: place.end,
    at: at === "nowhere" ? undefined : at,
    ...rest,
  };
}

/** A place of a scope's file that explains a problem. */
export function related(scope: Scope, place: { start: number; end: number }, message: string): Related<FilePlace> {
  return { message, place: { uri: scope.file.source.uri, start: place.start, end: place.end } };
}
