// Go to definition: from a name to where what it stands for is declared, across files, packages and versions.
import type { Span } from "../base/span.ts";
import type { RootAnalysis } from "../semantics/analysis.ts";
import type { ParsedFile } from "../syntax/file.ts";
import { nameAt } from "./locate.ts";
import { behindAliases, type Target, targetsOf } from "./targets.ts";

/** What a name under the cursor leads to; UTF-16 offsets. */
export interface Definitions {
  /** The name itself, in the file that was asked about. */
  readonly origin: Span;
  readonly targets: readonly Target[];
}

/**
 * Where the name at an offset is declared: one place, or each header of a package. A name given by `as` leads to what
 * it stands for, a declared name to itself. `roots` are the workspace's others, for packages that `root` lacks.
 */
export function definition(
  root: RootAnalysis,
  file: ParsedFile,
  offset: number,
  roots: Iterable<RootAnalysis> = [],
): Definitions | undefined {
  const name = nameAt(root, file, offset);
  if (!name) return undefined;
  const targets = targetsOf(root, roots, behindAliases(root, name));
  return targets.length === 0 ? undefined : { origin: { start: name.start, end: name.end }, targets };
}
