// What a package is on disk: the shapes between the workspace, which finds files, and semantics, which reads them.
import type { ParsedFile } from "../syntax/file.ts";
import type { Manifests } from "./manifests/types.ts";

/** What the reference parser takes as one input: a folder with its `deps`, or a single file (WIT.md "Package format"). */
export interface PackageRoot {
  /** URI of the folder, without a trailing slash, or of the single file. */
  readonly uri: string;
  readonly kind: "folder" | "file";
  /** All `*.wit` directly in the folder, sorted by path; or the one file. */
  readonly main: readonly ParsedFile[];
  /** Entries of `deps/`, sorted by name; empty for a single file. */
  readonly deps: readonly DepEntry[];
  /** Whether files that belong to it are still being read, or can't be: a name missing from it is no error (yet). */
  readonly loading: boolean;
  /** Where its dependencies come from, by the files of the tools that fetch them; absent where there are none. */
  readonly manifests?: Manifests;
}

/** `deps/x/` with its direct `*.wit`, or `deps/x.wit`, or a package in binary form: `deps/x.wasm`, `deps/x.wat`. */
export interface DepEntry {
  /** The entry's file name: `x` or `x.wit`. */
  readonly name: string;
  readonly uri: string;
  readonly files: readonly ParsedFile[];
  /**
   * For a link whose files are known by their own names, which they have here too: whether these are another package's
   * `own` files, or lie in the `deps` of one.
   */
  readonly linked?: "own" | "dep";
  /** For a package in binary form, whose `files` hold the WIT read from it; `fault` says why it could not be read. */
  readonly binary?: { readonly fault?: string };
}

/** What switches gates: settings `wit.features` and `wit.allFeatures`. */
export interface Features {
  readonly names: readonly string[];
  readonly all: boolean;
  /** Severities of lints by name, in place of their defaults: setting `wit.lints`. */
  readonly lints?: Readonly<Record<string, LintSeverity>>;
}

export type LintSeverity = "off" | "hint" | "information" | "warning" | "error";
