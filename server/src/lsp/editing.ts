// Answers that change files: rename, and whether something can be renamed.
import {
  type ChangeAnnotation,
  ErrorCodes,
  type ExecuteCommandParams,
  type PrepareRenameParams,
  type PrepareRenameResult,
  type RenameParams,
  ResponseError,
  type WorkspaceEdit,
} from "vscode-languageserver";
import { copyDependencies } from "../features/copy-dependency.ts";
import type { RenamedFile, RenameOptions } from "../features/rename/edits.ts";
import { prepareRename, rename } from "../features/rename.ts";
import { type AddDependency, addDependencyCommand } from "./completion.ts";
import { placeAt, rangeIn, rootsToCopy, textEdits, workspaceRoots } from "./places.ts";
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
  const found = prepareRename(at.root, at.file, at.offset, renameOptions(s));
  if (found.kind === "refused") return refuse(found.reason);
  return { range: rangeIn(s, at.file, found.span), placeholder: found.text };
}

export function answerRename(s: Snapshot, params: RenameParams): WorkspaceEdit | ResponseError<void> | undefined {
  const at = placeAt(s, params);
  if (!at) return undefined;
  const renaming = rename(at.root, at.file, at.offset, params.newName, [...workspaceRoots(s)], renameOptions(s));
  if (renaming.kind === "refused") return refuse(renaming.reason);
  const { files } = renaming;
  return files.some(edit => edit.dependency) ? withConfirmation(s, files) : { changes: changesOf(s, files) };
}

/** What lies in `deps` is changed where the client asks its person first. */
function renameOptions({ client }: Snapshot): RenameOptions {
  return { dependencies: client.confirmations };
}

function changesOf(s: Snapshot, files: readonly RenamedFile[]): NonNullable<WorkspaceEdit["changes"]> {
  const changes: NonNullable<WorkspaceEdit["changes"]> = {};
  for (const { uri, edits } of files) {
    const file = s.file(uri);
    if (file) changes[uri] = textEdits(s, file, edits);
  }
  return changes;
}

const annotationId = "dependencies";

/** Edits of which those that touch `deps`, and those that only fit with them, are to be confirmed. */
function withConfirmation(s: Snapshot, files: readonly RenamedFile[]): WorkspaceEdit {
  const annotation: ChangeAnnotation = {
    label: "Change packages in deps",
    description: "They are copies: the next time they are fetched, they are what they were.",
    needsConfirmation: true,
  };
  const documentChanges = files.flatMap(({ uri, edits, dependency }) => {
    const file = s.file(uri);
    const changes = file ? textEdits(s, file, edits) : [];
    const marked = dependency ? changes.map(change => ({ ...change, annotationId })) : changes;
    return marked.length === 0 ? [] : [{ textDocument: { uri, version: null }, edits: marked }];
  });
  return { documentChanges, changeAnnotations: { [annotationId]: annotation } };
}

/** Files to make for the command that copies packages into `deps/`; the client is asked to make them. */
export function answerCommand(s: Snapshot, params: ExecuteCommandParams): WorkspaceEdit | ResponseError<void> {
  const wanted = params.arguments?.[0] as Partial<AddDependency> | undefined;
  if (params.command !== addDependencyCommand || typeof wanted?.root !== "string" || !Array.isArray(wanted.packages))
    return refuse(`There is no command \`${params.command}\` with these arguments.`);
  const made = copyDependencies(rootsToCopy(s), wanted.root, wanted.packages);
  if (!made) return refuse("The package is not in the workspace any more, so it can't be copied.");
  const start = { line: 0, character: 0 };
  return {
    documentChanges: made.flatMap(({ uri, text }) => [
      { kind: "create" as const, uri },
      { textDocument: { uri, version: null }, edits: [{ range: { start, end: start }, newText: text }] },
    ]),
  };
}
