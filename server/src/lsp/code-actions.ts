// Answers about repairs and refactorings: quick fixes of problems, what can be made of a selection, and what mends or tidies a whole file.
import {
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  type CreateFile,
  type TextDocumentEdit,
  type WorkspaceEdit,
} from "vscode-languageserver";
import type { Span } from "../base/span.ts";
import {
  codeActions,
  problemsAt,
  type CodeAction as Repair,
  refactorings,
  sourceActions,
} from "../features/code-actions.ts";
import type { FileEdit } from "../features/edits/file-edit.ts";
import type { RootAnalysis } from "../semantics/analysis.ts";
import type { Problem } from "../semantics/problem.ts";
import { toSpan } from "./convert.ts";
import { toDiagnostic } from "./diagnostics.ts";
import { fetchAction } from "./fetch.ts";
import { fileAt, type Located, libraryOf, textEdits, workspaceRoots } from "./places.ts";
import type { Snapshot } from "./session.ts";
import { isVirtual } from "./virtual-documents.ts";

const fixAll = `${CodeActionKind.SourceFixAll}.wit`;

/** What the server says that it can answer. */
export const codeActionKinds = [
  CodeActionKind.QuickFix,
  CodeActionKind.RefactorExtract,
  CodeActionKind.RefactorInline,
  CodeActionKind.RefactorRewrite,
  CodeActionKind.RefactorMove,
  fixAll,
  CodeActionKind.SourceOrganizeImports,
];

export function answerCodeActions(s: Snapshot, params: CodeActionParams): CodeAction[] | undefined {
  const at = fileAt(s, params.textDocument.uri);
  if (!at || isVirtual(params.textDocument.uri)) return undefined;
  const { only } = params.context;
  const wants = (kind: string): boolean => !only || only.some(o => kind === o || kind.startsWith(`${o}.`));
  const span = toSpan(s.lines(at.file), params.range, s.encoding);
  const roots = [...workspaceRoots(s)];
  const fixes = wants(CodeActionKind.QuickFix) ? quickFixes(s, at, span, roots) : [];
  // What tidies a whole file is looked for where it is asked for, as it takes longer and is seldom wanted.
  const tidied = only ? sourceActions(at.root, at.file, roots).filter(a => wants(sourceKinds[a.kind])) : [];
  return [
    ...fixes,
    ...refactoringsAt(s, at, span, roots).filter(({ kind }) => kind !== undefined && wants(kind)),
    ...tidied.map(({ title, kind, edits }) => ({ title, kind: sourceKinds[kind], edit: workspaceEdit(s, edits) })),
  ];
}

const sourceKinds = { "fix-all": fixAll, "organize-uses": CodeActionKind.SourceOrganizeImports } as const;

const refactoringKinds = {
  extract: CodeActionKind.RefactorExtract,
  inline: CodeActionKind.RefactorInline,
  rewrite: CodeActionKind.RefactorRewrite,
  move: CodeActionKind.RefactorMove,
} as const;

/** What it takes to make the edits of a refactoring once it is chosen. */
interface RefactoringData {
  readonly uri: string;
  readonly version: number | null;
  readonly span: Span;
}

/** Refactorings, with their edits only for clients that can't ask for them later. */
function refactoringsAt(
  s: Snapshot,
  { root, file }: Located,
  span: Span,
  roots: readonly RootAnalysis[],
): readonly CodeAction[] {
  const data: RefactoringData = { uri: file.source.uri, version: file.source.version, span };
  return refactorings({ root, file, range: span, roots }).flatMap(({ title, kind, edits }) => {
    // A client that knows no creations of files can't be given them.
    if (kind === "move" && !s.client.creations) return [];
    const action = { title, kind: refactoringKinds[kind] };
    return [s.client.lazyEdits ? { ...action, data } : { ...action, edit: workspaceEdit(s, edits()) }];
  });
}

/** The action with its edits; without them where the text has changed since it was offered. */
export function answerCodeActionResolve(s: Snapshot, action: CodeAction): CodeAction {
  const data = action.data as Partial<RefactoringData> | undefined;
  const at = data?.uri === undefined ? undefined : fileAt(s, data.uri);
  if (!at || !data?.span || at.file.source.version !== data.version) return action;
  const { root, file } = at;
  const all = refactorings({ root, file, range: data.span, roots: [...workspaceRoots(s)] });
  const chosen = all.find(r => r.title === action.title && refactoringKinds[r.kind] === action.kind);
  return chosen ? { ...action, edit: workspaceEdit(s, chosen.edits()) } : action;
}

/** The sure fixes come first, then what a tool outside can do. */
function quickFixes(s: Snapshot, at: Located, span: Span, roots: readonly RootAnalysis[]): readonly CodeAction[] {
  const fixes = codeActions(at.root, at.file, span, roots, libraryOf(s, at.root)).map(fix => quickFix(s, at, fix));
  const missing = problemsAt(at.root, at.file, span).filter(({ code }) => code === "missing-package");
  const fetches = fetchAction(
    s,
    at,
    missing.map(problem => diagnostic(s, at, problem)),
  );
  if (fetches.length === 0) return fixes;
  return [...fixes.filter(fix => fix.isPreferred), ...fetches, ...fixes.filter(fix => !fix.isPreferred)];
}

function quickFix(s: Snapshot, at: Located, { title, edits, preferred, problem }: Repair): CodeAction {
  return {
    title,
    kind: CodeActionKind.QuickFix,
    diagnostics: [diagnostic(s, at, problem)],
    edit: workspaceEdit(s, edits),
    ...(preferred ? { isPreferred: true } : {}),
  };
}

function diagnostic(s: Snapshot, { file }: Located, problem: Problem): ReturnType<typeof toDiagnostic> {
  const linesAt = (uri: string): ReturnType<Snapshot["lines"]> | undefined => {
    const other = s.file(uri);
    return other && s.lines(other);
  };
  return toDiagnostic(problem, s.lines(file), linesAt, s.encoding);
}

/** Creations need the list of changes that newer clients know; everything else goes without. */
function workspaceEdit(s: Snapshot, edits: readonly FileEdit[]): WorkspaceEdit {
  if (edits.some(edit => edit.create)) return { documentChanges: edits.flatMap(edit => documentChanges(s, edit)) };
  const changes = edits.flatMap(({ uri, edits: list }) => {
    const file = s.file(uri);
    return file ? [[uri, textEdits(s, file, list)] as const] : [];
  });
  return { changes: Object.fromEntries(changes) };
}

function documentChanges(s: Snapshot, { uri, edits, create }: FileEdit): (CreateFile | TextDocumentEdit)[] {
  const file = s.file(uri);
  const textDocument = { uri, version: null };
  if (!create) return file ? [{ textDocument, edits: textEdits(s, file, edits) }] : [];
  const start = { line: 0, character: 0 };
  const written = edits.map(({ insert }) => ({ range: { start, end: start }, newText: insert }));
  return [
    { kind: "create", uri, options: { ignoreIfExists: true } },
    { textDocument, edits: written },
  ];
}
