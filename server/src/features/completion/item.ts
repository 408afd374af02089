// What completion offers, as plain data.
import type { Span } from "../../base/span.ts";
import type { SymbolId } from "../../semantics/symbols.ts";
import type { TextEdit } from "../../syntax/recut.ts";
import type { MissingDependency } from "../elsewhere.ts";

export type CompletionKind =
  | "keyword"
  | "builtin"
  | "type"
  | "resource"
  | "interface"
  | "world"
  | "function"
  | "package"
  | "version"
  | "feature"
  | "snippet";

/** Nearer things come first: what is here, in this package, in its deps, in the workspace. */
export const ranks = { near: 0, here: 1, word: 2, package: 3, deps: 4, workspace: 5, library: 6 } as const;
export type Rank = (typeof ranks)[keyof typeof ranks];

export interface Completion {
  readonly label: string;
  readonly kind: CompletionKind;
  /** What the text at `span` (UTF-16 offsets of the file) becomes. */
  readonly insert: string;
  /** Where in `insert` the cursor ends up; at its end where absent. */
  readonly cursor?: number;
  /** How much of `insert` behind `cursor` is selected, to be typed over. */
  readonly selected?: number;
  readonly span: Span;
  readonly rank: Rank;
  /** Where it comes among those of its rank; 0 where absent. */
  readonly order?: number;
  readonly detail?: string;
  /** Further edits in the same file that make the offer valid. */
  readonly edits?: readonly TextEdit[];
  /** What it is, for its documentation. */
  readonly id?: SymbolId;
  /** URI of the package root that knows `id`. */
  readonly root?: string;
  readonly deprecated?: boolean;
  readonly missingDependency?: MissingDependency;
}
