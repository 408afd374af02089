// THE list of features: each entry yields both what the server advertises and what answers.
import type { ServerCapabilities } from "vscode-languageserver";
import { typedTriggers } from "../features/format/on-type.ts";
import { answerCodeActionResolve, answerCodeActions, codeActionKinds } from "./code-actions.ts";
import { answerCodeLens, answerCodeLenses } from "./code-lens.ts";
import { addDependencyCommand, answerCompletion, answerResolve } from "./completion.ts";
import { answerCommand, answerPrepareRename, answerRename } from "./editing.ts";
import { answerFetchPlans } from "./fetch.ts";
import { answerFit } from "./fit.ts";
import {
  answerFormatting,
  answerOnTypeFormatting,
  answerRangeFormatting,
  answerRangesFormatting,
} from "./formatting.ts";
import {
  answerIncoming,
  answerOutgoing,
  answerSubtypes,
  answerSupertypes,
  prepareCalls,
  prepareTypes,
} from "./hierarchies.ts";
import { answerInlayHint, answerInlayHints } from "./inlay-hints.ts";
import { answerLinkedEditing, answerLinks } from "./links.ts";
import {
  answerDeclaration,
  answerDefinition,
  answerHighlights,
  answerHover,
  answerImplementation,
  answerReferences,
  answerTypeDefinition,
} from "./navigation.ts";
import { answerFolding, answerSelection } from "./outline.ts";
import { fetchPlansRequest, fitRequest, resolveRequest, virtualDocumentRequest, worldsRequest } from "./protocol.ts";
import { answerResolvePackage } from "./resolve.ts";
import {
  answerSemanticTokens,
  answerSemanticTokensDelta,
  answerSemanticTokensOfRange,
  semanticTokensLegend,
} from "./semantic-tokens.ts";
import type { Snapshot } from "./session.ts";
import { answerSignatureHelp } from "./signature-help.ts";
import { answerSymbols, answerWorkspaceSymbols } from "./symbols.ts";
import { answerVirtualDocument } from "./virtual-documents.ts";
import { worlds } from "./worlds.ts";

export interface Feature {
  /** The user's word for it, as logs name it. */
  readonly name: string;
  readonly method: string;
  readonly capabilities: Partial<ServerCapabilities>;
  /** The answer where there is none, and where the feature fails. */
  readonly empty: unknown;
  /** Whether it is about the whole workspace, so that it waits for the scan. */
  readonly needsWorkspace?: boolean;
  /** Whether it tells of packages as a whole, those below a folder: none of them may be half read. */
  readonly readsPackages?: boolean;
  /** Whether its answer is an edit of the workspace that the client is asked to make. */
  readonly applies?: boolean;
  /** Synchronous and total: waits for nothing, and what it throws costs this one answer. */
  readonly answer: (snapshot: Snapshot, params: never) => unknown;
}

export const features: readonly Feature[] = [
  {
    name: "definition",
    method: "textDocument/definition",
    capabilities: { definitionProvider: true },
    empty: null,
    answer: answerDefinition,
  },
  {
    name: "declaration",
    method: "textDocument/declaration",
    capabilities: { declarationProvider: true },
    empty: null,
    answer: answerDeclaration,
  },
  {
    name: "type definition",
    method: "textDocument/typeDefinition",
    capabilities: { typeDefinitionProvider: true },
    empty: null,
    answer: answerTypeDefinition,
  },
  {
    name: "implementation",
    method: "textDocument/implementation",
    capabilities: { implementationProvider: true },
    empty: null,
    needsWorkspace: true,
    answer: answerImplementation,
  },
  {
    name: "references",
    method: "textDocument/references",
    capabilities: { referencesProvider: true },
    empty: null,
    needsWorkspace: true,
    answer: answerReferences,
  },
  {
    name: "call hierarchy",
    method: "textDocument/prepareCallHierarchy",
    capabilities: { callHierarchyProvider: true },
    empty: null,
    answer: prepareCalls,
  },
  {
    name: "call hierarchy, incoming",
    method: "callHierarchy/incomingCalls",
    capabilities: {},
    empty: [],
    needsWorkspace: true,
    answer: answerIncoming,
  },
  {
    name: "call hierarchy, outgoing",
    method: "callHierarchy/outgoingCalls",
    capabilities: {},
    empty: [],
    needsWorkspace: true,
    answer: answerOutgoing,
  },
  {
    name: "type hierarchy",
    method: "textDocument/prepareTypeHierarchy",
    capabilities: { typeHierarchyProvider: true },
    empty: null,
    answer: prepareTypes,
  },
  {
    name: "type hierarchy, supertypes",
    method: "typeHierarchy/supertypes",
    capabilities: {},
    empty: [],
    needsWorkspace: true,
    answer: answerSupertypes,
  },
  {
    name: "type hierarchy, subtypes",
    method: "typeHierarchy/subtypes",
    capabilities: {},
    empty: [],
    needsWorkspace: true,
    answer: answerSubtypes,
  },
  {
    name: "highlights",
    method: "textDocument/documentHighlight",
    capabilities: { documentHighlightProvider: true },
    empty: null,
    answer: answerHighlights,
  },
  {
    name: "hover",
    method: "textDocument/hover",
    capabilities: { hoverProvider: true },
    empty: null,
    answer: answerHover,
  },
  {
    name: "document symbols",
    method: "textDocument/documentSymbol",
    capabilities: { documentSymbolProvider: true },
    empty: [],
    answer: answerSymbols,
  },
  {
    name: "workspace symbols",
    method: "workspace/symbol",
    capabilities: { workspaceSymbolProvider: true },
    empty: [],
    needsWorkspace: true,
    answer: answerWorkspaceSymbols,
  },
  {
    name: "rename",
    method: "textDocument/rename",
    capabilities: { renameProvider: { prepareProvider: true } },
    empty: null,
    needsWorkspace: true,
    answer: answerRename,
  },
  {
    name: "what can be renamed",
    method: "textDocument/prepareRename",
    capabilities: {},
    empty: null,
    answer: answerPrepareRename,
  },
  {
    name: "linked editing",
    method: "textDocument/linkedEditingRange",
    capabilities: { linkedEditingRangeProvider: true },
    empty: null,
    answer: answerLinkedEditing,
  },
  {
    name: "document links",
    method: "textDocument/documentLink",
    capabilities: { documentLinkProvider: { resolveProvider: false } },
    empty: [],
    answer: answerLinks,
  },
  {
    name: "code lenses",
    method: "textDocument/codeLens",
    capabilities: { codeLensProvider: { resolveProvider: true } },
    empty: [],
    needsWorkspace: true,
    answer: answerCodeLenses,
  },
  {
    name: "a code lens",
    method: "codeLens/resolve",
    capabilities: {},
    empty: null,
    needsWorkspace: true,
    answer: answerCodeLens,
  },
  {
    name: "inlay hints",
    method: "textDocument/inlayHint",
    capabilities: { inlayHintProvider: { resolveProvider: true } },
    empty: [],
    answer: answerInlayHints,
  },
  {
    name: "what an inlay hint tells",
    method: "inlayHint/resolve",
    capabilities: {},
    empty: null,
    answer: answerInlayHint,
  },
  {
    name: "folding",
    method: "textDocument/foldingRange",
    capabilities: { foldingRangeProvider: true },
    empty: [],
    answer: answerFolding,
  },
  {
    name: "selection ranges",
    method: "textDocument/selectionRange",
    capabilities: { selectionRangeProvider: true },
    empty: [],
    answer: answerSelection,
  },
  {
    name: "semantic tokens",
    method: "textDocument/semanticTokens/full",
    capabilities: { semanticTokensProvider: { legend: semanticTokensLegend, full: { delta: true }, range: true } },
    empty: null,
    answer: answerSemanticTokens,
  },
  {
    name: "semantic tokens that changed",
    method: "textDocument/semanticTokens/full/delta",
    capabilities: {},
    empty: null,
    answer: answerSemanticTokensDelta,
  },
  {
    name: "semantic tokens of a range",
    method: "textDocument/semanticTokens/range",
    capabilities: {},
    empty: null,
    answer: answerSemanticTokensOfRange,
  },
  {
    name: "formatting",
    method: "textDocument/formatting",
    capabilities: { documentFormattingProvider: true },
    empty: null,
    answer: answerFormatting,
  },
  {
    name: "range formatting",
    method: "textDocument/rangeFormatting",
    capabilities: { documentRangeFormattingProvider: { rangesSupport: true } },
    empty: null,
    answer: answerRangeFormatting,
  },
  {
    name: "formatting of several ranges",
    method: "textDocument/rangesFormatting",
    capabilities: {},
    empty: null,
    answer: answerRangesFormatting,
  },
  {
    name: "formatting while typing",
    method: "textDocument/onTypeFormatting",
    capabilities: {
      documentOnTypeFormattingProvider: {
        firstTriggerCharacter: typedTriggers[0],
        moreTriggerCharacter: typedTriggers.slice(1),
      },
    },
    empty: null,
    answer: answerOnTypeFormatting,
  },
  {
    name: "adding a dependency",
    method: "workspace/executeCommand",
    capabilities: { executeCommandProvider: { commands: [addDependencyCommand] } },
    empty: null,
    needsWorkspace: true,
    applies: true,
    answer: answerCommand,
  },
  {
    name: "completion",
    method: "textDocument/completion",
    capabilities: {
      completionProvider: { resolveProvider: true, triggerCharacters: [":", "/", ".", "{", "@", "<", "("] },
    },
    empty: null,
    answer: answerCompletion,
  },
  {
    name: "signature help",
    method: "textDocument/signatureHelp",
    capabilities: {
      signatureHelpProvider: { triggerCharacters: ["(", "<", ","], retriggerCharacters: [")", ">"] },
    },
    empty: null,
    answer: answerSignatureHelp,
  },
  {
    name: "completion's documentation",
    method: "completionItem/resolve",
    capabilities: {},
    empty: null,
    answer: answerResolve,
  },
  {
    name: "code actions",
    method: "textDocument/codeAction",
    capabilities: { codeActionProvider: { codeActionKinds, resolveProvider: true } },
    empty: null,
    needsWorkspace: true,
    answer: answerCodeActions,
  },
  {
    name: "a code action's edits",
    method: "codeAction/resolve",
    capabilities: {},
    empty: null,
    needsWorkspace: true,
    answer: answerCodeActionResolve,
  },
  {
    name: "worlds",
    method: worldsRequest,
    capabilities: {},
    empty: [],
    needsWorkspace: true,
    readsPackages: true,
    answer: worlds,
  },
  {
    name: "resolved packages",
    method: resolveRequest,
    capabilities: {},
    empty: null,
    needsWorkspace: true,
    readsPackages: true,
    answer: answerResolvePackage,
  },
  {
    name: "whether a component fits a world",
    method: fitRequest,
    capabilities: {},
    empty: null,
    needsWorkspace: true,
    readsPackages: true,
    answer: answerFit,
  },
  {
    name: "how to fetch dependencies",
    method: fetchPlansRequest,
    capabilities: {},
    empty: [],
    needsWorkspace: true,
    readsPackages: true,
    answer: answerFetchPlans,
  },
  {
    name: "virtual documents",
    method: virtualDocumentRequest,
    capabilities: {},
    empty: null,
    needsWorkspace: true,
    answer: answerVirtualDocument,
  },
];

/** What features advertise, taken together. */
export function capabilitiesOf(list: readonly Feature[]): Partial<ServerCapabilities> {
  return Object.assign({}, ...list.map(feature => feature.capabilities));
}
