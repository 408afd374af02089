// Problems that come from where a file is, not from what it says: no text, or dependencies outside the workspace.
import type { Problem } from "../semantics/problem.ts";
import { isForbiddenKind, type ParsedFile, syntaxProblems } from "../syntax/file.ts";
import { type Files, unreadable } from "../workspace/files.ts";
import type { PackageRoot } from "../workspace/layout-types.ts";
import { shownUri, uriKey } from "../workspace/uri.ts";

/** Those of one file in its root. A document with a NUL character is taken for a binary file. */
export function hostProblems(files: Files, root: PackageRoot, file: ParsedFile): readonly Problem[] {
  const problems: Problem[] = [];
  const reason = notText(files, file);
  if (reason !== undefined) problems.push(atStart("not-text", "error", reason));
  if (root.main[0] !== file) return problems;
  for (const { uri, target } of files.listings.get(uriKey(root.uri))?.outside ?? []) {
    const message = `${shownUri(uri)} is a link that leads out of the workspace, to ${shownUri(target)}; links inside it are not followed`;
    problems.push(atStart("deps-outside-workspace", "information", message));
  }
  return problems;
}

/** Why a file is no text; what else is said about it then means nothing. */
export function notText(files: Files, file: ParsedFile): string | undefined {
  // It is one of the characters that are problems of the syntax: where there is none, the text need not be read.
  return syntaxProblems(file).some(({ code }) => isForbiddenKind(code)) && file.source.text.includes("\0")
    ? "this file holds a NUL character, so it is taken for binary data and not read as WIT"
    : unreadable(files, file.source.uri);
}

function atStart(code: string, severity: Problem["severity"], message: string): Problem {
  return { code, severity, message, start: 0, end: 0, at: undefined };
}
