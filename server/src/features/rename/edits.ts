// What a rename comes to: the edits of each file, or why there are none.
import type { RootAnalysis } from "../../semantics/analysis.ts";
import type { ParsedFile } from "../../syntax/file.ts";
import type { TextEdit } from "../../syntax/recut.ts";
import { originOf } from "../references.ts";

/** Edits of one file; UTF-16 offsets. */
export interface RenamedFile {
  readonly uri: string;
  readonly edits: readonly TextEdit[];
  /** Whether the file lies in `deps/`, or must change because one there does: a person may not want that. */
  readonly dependency: boolean;
}

/** Why something can't be renamed: what is wrong, and what to do. */
export interface Refusal {
  readonly kind: "refused";
  readonly reason: string;
}

export type Renaming = { readonly kind: "edits"; readonly files: readonly RenamedFile[] } | Refusal;

export interface RenameOptions {
  /** Whether files in `deps/` may be changed. */
  readonly dependencies: boolean;
}

export function refused(reason: string): Refusal {
  return { kind: "refused", reason };
}

/** Why a file that names what is renamed can't be changed. */
export function untouchable(
  { root }: RootAnalysis,
  file: ParsedFile,
  { dependencies }: RenameOptions,
): Refusal | undefined {
  const dep = root.main.includes(file) ? undefined : root.deps.find(each => each.files.includes(file));
  if (!dep || dep.linked === "own") return undefined;
  const { uri } = file.source;
  if (dep.binary) return refused(`A package in binary form names it too, and can't be changed: ${uri}`);
  return dependencies
    ? undefined
    : refused(`A file in \`deps\` names it too, and what lies there is left as it is: ${uri}`);
}

/** Whether a file lies in `deps`, or names what lies there; `key` is the package that has it. */
export function isOfDependency(root: RootAnalysis, file: ParsedFile, key: string | undefined): boolean {
  if (key !== undefined && originOf(root, key) === "dep") return true;
  return root.root.deps.some(dep => dep.linked !== "own" && dep.files.includes(file)) && !root.root.main.includes(file);
}
