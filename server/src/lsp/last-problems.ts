// What was found at the last edit of a document. The next edit may only move it: comments are typed in by the letter.
import type { Diagnostic } from "vscode-languageserver";
import { movedProblems } from "../semantics/moved-problems.ts";
import type { Problem } from "../semantics/problem.ts";
import type { ParsedFile } from "../syntax/file.ts";
import { type Layout, rootOf, rootsWith } from "../workspace/layout.ts";
import type { Features, PackageRoot } from "../workspace/layout-types.ts";
import type { Snapshot } from "./session.ts";

/** A file's problems, and all that they were found in. */
export interface LastProblems {
  readonly root: PackageRoot;
  readonly file: ParsedFile;
  readonly features: Features;
  readonly problems: readonly Problem[];
}

/** Keeps what is wrong with a file of a single root that is read; nothing where more may be found soon. */
export function lastProblems(
  { layout, features }: Snapshot,
  file: ParsedFile,
  problems: readonly Problem[],
): LastProblems | undefined {
  const [root, ...others] = rootsWith(layout, file.source.uri);
  const alone = root !== undefined && others.length === 0 && !root.loading && root.main.includes(file);
  return alone ? { root, file, features, problems } : undefined;
}

interface Told {
  readonly last: LastProblems | undefined;
  /** Which file belonged where when the layout was looked at last. */
  readonly slots: Layout["slots"] | undefined;
  /** What the client was told last. */
  readonly told: ReadonlyMap<string, { readonly uri: string; readonly diagnostics: readonly Diagnostic[] }>;
}

/** A file's problems where nothing but the comments and white space in one place of it changed since they were found. */
export function movedSince(
  { last, told, slots }: Told,
  { layout, features }: Snapshot,
  file: ParsedFile,
): readonly Problem[] | undefined {
  const { uri } = file.source;
  if (last?.file.source.uri !== uri || last.features !== features || layout.slots !== slots) return undefined;
  const root = rootOf(layout, uri);
  if (!root || root.deps !== last.root.deps || !sameMain(root.main, last.root.main, file)) return undefined;
  for (const { uri: other, diagnostics } of told.values())
    if (other !== uri && diagnostics.some(d => isAbout(d, uri))) return undefined;
  return movedProblems(last, file, features);
}

function sameMain(now: readonly ParsedFile[], before: readonly ParsedFile[], edited: ParsedFile): boolean {
  return now.length === before.length && now.every((file, i) => file === edited || file === before[i]);
}

/** Whether a diagnostic of another file names a place in this one, which may have moved. */
function isAbout({ relatedInformation }: Diagnostic, uri: string): boolean {
  return relatedInformation?.some(({ location }) => location.uri === uri) ?? false;
}
