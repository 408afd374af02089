// What is wrong with a package, as plain data. Codes are stable and each has a page of documentation.
import type { Container } from "../syntax/ast.ts";

export type Severity = "error" | "warning" | "information" | "hint";
export type ProblemTag = "unnecessary" | "deprecated";

/** Another place that explains a problem. */
export interface Related<P> {
  readonly message: string;
  readonly place: P;
}

export interface ProblemBase<P> {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly tags?: readonly ProblemTag[];
  readonly related?: readonly Related<P>[];
  /** What a quick fix needs to know; plain JSON. */
  readonly data?: Readonly<Record<string, string | number | boolean | readonly string[]>>;
}

/** A place inside a container that may move as a whole: offsets count from the container's start, in UTF-16 units. */
export interface Anchor {
  readonly container: Container;
  readonly start: number;
  readonly end: number;
}

/**
 * Something by its name: an interface or world (by its id), a type or function of one, or a package's header. It is
 * looked up when the problem is shown, so that a problem stays as it is while the text around the other thing changes.
 */
export type Declaration = { readonly item: string; readonly member?: string } | { readonly package: string };

/** A problem found while looking at one container. `at` is where the reference parser places it, or -1 where it names no place. */
export interface Finding extends ProblemBase<Anchor | Declaration> {
  /** Name of the lint that found it; rules have none. */
  readonly lint?: string;
  readonly start: number;
  readonly end: number;
  readonly at: number;
  /** The container that its places count from, where that is another one than was looked at. */
  readonly within?: Container;
}

export interface FilePlace {
  readonly uri: string;
  readonly start: number;
  readonly end: number;
}

/** A problem at its place in a file; UTF-16 offsets of the file. `at` is undefined where the reference names no place. */
export interface Problem extends ProblemBase<FilePlace> {
  readonly start: number;
  readonly end: number;
  readonly at: number | undefined;
  /** Where the reference places it, where that is in another file; `at` is undefined then. */
  readonly elsewhere?: FilePlace;
}

/** A problem with the file that it is in. */
export interface FileProblem extends Problem {
  readonly uri: string;
}
