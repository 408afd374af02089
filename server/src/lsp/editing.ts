// Answers that change files: rename, and whether something can be renamed.
import {
  ErrorCodes,
  type ExecuteCommandParams,
  type PrepareRenameParams,
  type PrepareRenameResult,
  type RenameParams,
  ResponseError,
  type WorkspaceEdit,
} from "vscode-languageserver";
import { copyDependencies } from "../features/copy-dependency.ts";
import { prepareRename, rename } from "../features/rename.ts";
import { type AddDependency, addDependencyCommand } from "./completion.ts";
import { placeAt, rangeIn, textEdits, workspaceRoots } from "./places.ts";
import type { Snapshot } from "./session.ts";

/** A refusal is an error of the request: editors show its text. */
function refuse(reason: string): ResponseError<void> {
  return new ResponseError(ErrorCodes.InvalidRequest, reason);
}

export function answerPrepareRename(
  s: Snapshot,
  params: PrepareRenameParams,
): PrepareRenameResult | ResponseError<void> | undefined {
  const at = placeAt(s, params);
  if (!at) return undefined;
  const found = prepareRename(at.root, at.file, at.offset);
  if (found.kind === "refused") return refuse(found.reason);
  return { range: rangeIn(s, at.file, found.span), placeholder: found.text };
}

export function answerRename(s: Snapshot, params: RenameParams): WorkspaceEdit | ResponseError<void> | undefined {
  const at = placeAt(s, params);
  if (!at) return undefined;
  const renaming = rename(at.root, at.file, at.offset, params.newName, [...workspaceRoots(s)]);
  if (renaming.kind === "refused") return refuse(renaming.reason);
  const changes: NonNullable<WorkspaceEdit["changes"]> = {};
  for (const { uri, edits } of renaming.files) {
    const file = s.file(uri);
    if (file) changes[uri] = textEdits(s, file, edits);
  }
  return { changes };
}

/** Files to make for the command that copies packages into `deps/`; the client is asked to make them. */
export function answerCommand(s: Snapshot, params: ExecuteCommandParams): WorkspaceEdit | ResponseError<void> {
  const wanted = params.arguments?.[0] as Partial<AddDependency> | undefined;
  if (params.command !== addDependencyCommand || typeof wanted?.root !== "string" || !Array.isArray(wanted.packages))
    return refuse(`There is no command \`${params.command}\` with these arguments.`);
  const made = copyDependencies(s.layout.roots, wanted.root, wanted.packages);
  if (!made) return refuse("The package is not in the workspace any more, so it can't be copied.");
  const start = { line: 0, character: 0 };
  return {
    documentChanges: made.flatMap(({ uri, text }) => [
      { kind: "create" as const, uri },
      { textDocument: { uri, version: null }, edits: [{ range: { start, end: start }, newText: text }] },
    ]),
  };
}
