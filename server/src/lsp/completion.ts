// Answers to completion, and the documentation of one offer when it is looked at.
import {
  type CompletionItem,
  CompletionItemKind,
  CompletionItemTag,
  type CompletionList,
  type CompletionParams,
  InsertTextFormat,
} from "vscode-languageserver";
import type { Span } from "../base/span.ts";
import type { CompletionKind } from "../features/completion/item.ts";
import { type Completion, completionDocs, completions } from "../features/completion.ts";
import type { MissingDependency } from "../features/elsewhere.ts";
import type { ParsedFile } from "../syntax/file.ts";
import { markup } from "./editor.ts";
import { libraryOf, placeAt, rangeIn, rootsToCopy, textEdits, workspaceRoots } from "./places.ts";
import type { Snapshot } from "./session.ts";

const kinds: Readonly<Record<CompletionKind, CompletionItemKind>> = {
  keyword: CompletionItemKind.Keyword,
  builtin: CompletionItemKind.TypeParameter,
  type: CompletionItemKind.Struct,
  resource: CompletionItemKind.Class,
  interface: CompletionItemKind.Interface,
  world: CompletionItemKind.Module,
  function: CompletionItemKind.Function,
  package: CompletionItemKind.Module,
  version: CompletionItemKind.Constant,
  feature: CompletionItemKind.Constant,
  snippet: CompletionItemKind.Snippet,
};

/** The command that a client may offer: it copies a package, and what that needs, into `deps/`. Its arguments are `AddDependency`. */
export const addDependencyCommand = "wit.addDependency";

/** Arguments of the command: the package root that lacks the packages, and where each is. */
export interface AddDependency {
  readonly root: string;
  readonly packages: readonly { readonly package: string; readonly from: string }[];
}

interface ItemData {
  readonly root: string;
  readonly id: string;
}

export function answerCompletion(s: Snapshot, params: CompletionParams): CompletionList | undefined {
  const at = placeAt(s, params);
  if (!at) return undefined;
  const found = completions(at.root, at.file, at.offset, [...workspaceRoots(s)], libraryOf(s, at.root));
  // Right behind a brace just typed one would rather break the line than take a keyword.
  const atBrace = params.context?.triggerCharacter === "{";
  const items = atBrace ? found.items.filter(({ kind }) => kind !== "keyword" && kind !== "snippet") : found.items;
  const { incomplete } = found;
  // Nearly all offers take the place of the same word: clients that can be told so once are.
  const span = s.client.completionRange ? items[0]?.span : undefined;
  const list = { s, file: at.file, into: at.root.root.uri, span };
  return {
    isIncomplete: incomplete,
    ...(span ? { itemDefaults: { editRange: rangeIn(s, at.file, span) } } : {}),
    items: items.map((item, i) => wireItem(list, item, i)),
  };
}

interface List {
  readonly s: Snapshot;
  readonly file: ParsedFile;
  /** URI of the root that a package would be added to. */
  readonly into: string;
  /** What is replaced unless an item says otherwise. */
  readonly span: Span | undefined;
}

function wireItem({ s, file, into, span }: List, item: Completion, index: number): CompletionItem {
  const { label, kind, detail, deprecated, edits, id, root, missingDependency } = item;
  const asSnippet = s.client.snippets && item.cursor !== undefined;
  const newText = asSnippet ? snippet(item) : item.insert;
  const wire: CompletionItem = { label, kind: kinds[kind], sortText: String(index).padStart(4, "0") };
  if (asSnippet) wire.insertTextFormat = InsertTextFormat.Snippet;
  if (isSame(item.span, span)) wire.textEditText = newText;
  else wire.textEdit = { range: rangeIn(s, file, item.span), newText };
  if (detail !== undefined) wire.detail = detail;
  if (deprecated) wire.tags = [CompletionItemTag.Deprecated];
  if (edits) wire.additionalTextEdits = textEdits(s, file, edits);
  if (id !== undefined && root !== undefined) wire.data = { id, root } satisfies ItemData;
  if (missingDependency) wire.command = addDependency(into, missingDependency);
  return wire;
}

function isSame(a: Span, b: Span | undefined): boolean {
  return b !== undefined && a.start === b.start && a.end === b.end;
}

/** Text to insert, with the place where the cursor is to end up. */
function snippet({ insert, cursor = insert.length, selected = 0 }: Completion): string {
  const quoted = (text: string): string => text.replace(/[\\$}]/g, "\\$&");
  const end = cursor + selected;
  const stop = selected > 0 ? `\${0:${quoted(insert.slice(cursor, end))}}` : "$0";
  return `${quoted(insert.slice(0, cursor))}${stop}${quoted(insert.slice(end))}`;
}

function addDependency(root: string, missing: MissingDependency): NonNullable<CompletionItem["command"]> {
  const packages = [{ package: missing.package, from: missing.from }, ...missing.needs];
  const argument: AddDependency = { root, packages };
  return { title: `Add ${missing.package} to deps`, command: addDependencyCommand, arguments: [argument] };
}

export function answerResolve(s: Snapshot, item: CompletionItem): CompletionItem {
  const data = item.data as Partial<ItemData> | undefined;
  const root = rootsToCopy(s).find(r => r.uri === data?.root);
  if (!root || data?.id === undefined) return item;
  const documentation = markup(completionDocs(s.analyze(root), data.id), s.client.completionMarkdown);
  return documentation.value === "" ? item : { ...item, documentation };
}
