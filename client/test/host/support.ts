// What the tests in the editor share: the sample's files, waiting, and the answers of language features.
import assert from "node:assert/strict";
import {
  type CodeLens,
  type CompletionList,
  commands,
  type Diagnostic,
  DiagnosticSeverity,
  extensions,
  type Hover,
  type Location,
  type LocationLink,
  languages,
  type Position,
  Range,
  type TextDocument,
  Uri,
  WorkspaceEdit,
  window,
  workspace,
} from "vscode";
import type { WitTools } from "../../src/node/extension.ts";
import type { WorldInfo, WorldsParams } from "../../src/protocol.ts";

const PATIENCE_MS = 30_000;

export function folder(): Uri {
  const found = workspace.workspaceFolders?.[0]?.uri;
  assert.ok(found, "the tests need an open folder");
  return found;
}

export function file(name: string): Uri {
  return Uri.joinPath(folder(), ...name.split("/"));
}

/** The extension's own answers. */
export async function witTools(): Promise<WitTools> {
  const extension = extensions.getExtension<WitTools>("wit-tools.wit-tools");
  assert.ok(extension, "the extension is not installed");
  return extension.activate();
}

export async function open(name: string): Promise<TextDocument> {
  const document = await workspace.openTextDocument(file(name));
  await window.showTextDocument(document);
  return document;
}

/** The position right before `text`, or inside it after `within` characters. */
export function positionOf(document: TextDocument, text: string, within = 0): Position {
  const offset = document.getText().indexOf(text);
  assert.ok(offset >= 0, `${text} is not in the document`);
  return document.positionAt(offset + within);
}

/** Replaces the whole text of a document without saving it. */
export async function setText(document: TextDocument, text: string): Promise<void> {
  const edit = new WorkspaceEdit();
  const all = document.validateRange(new Range(0, 0, document.lineCount, 0));
  edit.replace(document.uri, all, text);
  assert.ok(await workspace.applyEdit(edit));
}

/** Asks again and again until there is an answer; fails with `what` when there is none for long. */
export async function eventually<Value>(
  what: string,
  get: () => Value | undefined | PromiseLike<Value | undefined>,
): Promise<Value> {
  const end = Date.now() + PATIENCE_MS;
  for (;;) {
    const value = await get();
    if (value !== undefined) return value;
    if (Date.now() > end) assert.fail(`${what}: not within ${PATIENCE_MS / 1000} s`);
    await sleep(25);
  }
}

export function sleep(ms: number): Promise<void> {
  return new Promise(resolve => setTimeout(resolve, ms));
}

export function errorsOf(uri: Uri): readonly Diagnostic[] {
  return languages.getDiagnostics(uri).filter(({ severity }) => severity === DiagnosticSeverity.Error);
}

export function firstErrors(uri: Uri): Promise<readonly Diagnostic[]> {
  return eventually(`an error in ${uri.path}`, () => {
    const errors = errorsOf(uri);
    return errors.length > 0 ? errors : undefined;
  });
}

/** The text of all hovers at a position; waits until there is one. */
export function hoverAt(document: TextDocument, position: Position): Promise<string> {
  return eventually(`a hover in ${document.uri.path}`, async () => {
    const hovers = await commands.executeCommand<Hover[]>("vscode.executeHoverProvider", document.uri, position);
    const text = hovers.flatMap(({ contents }) => contents).map(part => (typeof part === "string" ? part : part.value));
    return text.length > 0 ? text.join("\n") : undefined;
  });
}

/** Where a name is defined, as paths and lines from 1. */
export function definitionAt(document: TextDocument, position: Position): Promise<readonly string[]> {
  return eventually(`a definition from ${document.uri.path}`, async () => {
    const found = await commands.executeCommand<(Location | LocationLink)[]>(
      "vscode.executeDefinitionProvider",
      document.uri,
      position,
    );
    const places = found.map(place =>
      "uri" in place
        ? { uri: place.uri, line: place.range.start.line }
        : { uri: place.targetUri, line: (place.targetSelectionRange ?? place.targetRange).start.line },
    );
    return places.length > 0
      ? places.map(({ uri, line }) => `${workspace.asRelativePath(uri)}:${line + 1}`)
      : undefined;
  });
}

/** The labels that completion offers. */
export async function completionsAt(document: TextDocument, position: Position): Promise<readonly string[]> {
  const list = await commands.executeCommand<CompletionList>(
    "vscode.executeCompletionItemProvider",
    document.uri,
    position,
  );
  return list.items.map(({ label }) => (typeof label === "string" ? label : label.label));
}

/** Runs `action` with a setting of the workspace changed, and takes the change back. */
export async function withSetting<Result>(
  name: string,
  value: unknown,
  action: () => Promise<Result>,
  section = "wit",
): Promise<Result> {
  const settings = workspace.getConfiguration(section);
  await settings.update(name, value);
  try {
    return await action();
  } finally {
    await settings.update(name, undefined);
  }
}

/** Of folders that are made and filled at once an editor may not tell: here it never tells. */
export function withoutFileEvents<Result>(action: () => Promise<Result>): Promise<Result> {
  return withSetting("watcherExclude", { "**": true }, action, "files");
}

/** As in the explorer, which tells the server and closes documents; returns when the server knows no world of it any more. */
export async function removeProject(name: string): Promise<void> {
  const edit = new WorkspaceEdit();
  edit.deleteFile(file(name), { recursive: true });
  assert.ok(await workspace.applyEdit(edit));
  const { server } = await witTools();
  await eventually("no world of it", async () => {
    const params: WorldsParams = { uri: file(name).toString() };
    return (await server.request<readonly WorldInfo[]>("wit/worlds", params)).length === 0 || undefined;
  });
}

/** All lenses of a document, with what they say. */
export function codeLensesOf(uri: Uri): Thenable<CodeLens[]> {
  return commands.executeCommand<CodeLens[]>("vscode.executeCodeLensProvider", uri, 100);
}
