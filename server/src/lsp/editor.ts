// What an editor can show, by its capabilities, and what its settings ask for.
import { type ClientCapabilities, type MarkupContent, MarkupKind } from "vscode-languageserver";
import type { LensChoice } from "../features/code-lens.ts";
import type { HintChoice } from "../features/inlay-hints.ts";
import { markdownOf, plainTextOf, type Section } from "../features/sections.ts";

/** What a client can take. */
export interface Abilities {
  /** Whether hovers, and the documentation of completions and of signatures, may be Markdown. */
  readonly hoverMarkdown: boolean;
  readonly completionMarkdown: boolean;
  readonly signatureMarkdown: boolean;
  /** Whether inlay hints' tooltips are asked for one by one. They are in the form that hovers have. */
  readonly resolvesHints: boolean;
  /** Whether the symbols of a document may be a tree. */
  readonly symbolTrees: boolean;
  /** Whether completions may say where the cursor ends up. */
  readonly snippets: boolean;
  /** Whether what all offers of a completion replace may be said once. */
  readonly completionRange: boolean;
  /** Whether edits may create files. */
  readonly creations: boolean;
  /** Whether the edits of a code action may be asked for once it is chosen. */
  readonly lazyEdits: boolean;
  /** Whether edits may be such as a person must confirm. */
  readonly confirmations: boolean;
}

export function abilitiesOf({ textDocument, workspace }: ClientCapabilities): Abilities {
  const item = textDocument?.completion?.completionItem;
  return {
    hoverMarkdown: takesMarkdown(textDocument?.hover?.contentFormat),
    completionMarkdown: takesMarkdown(item?.documentationFormat),
    signatureMarkdown: takesMarkdown(textDocument?.signatureHelp?.signatureInformation?.documentationFormat),
    resolvesHints: textDocument?.inlayHint?.resolveSupport?.properties.includes("tooltip") === true,
    symbolTrees: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
    snippets: item?.snippetSupport === true,
    completionRange: textDocument?.completion?.completionList?.itemDefaults?.includes("editRange") === true,
    creations: workspace?.workspaceEdit?.resourceOperations?.includes("create") === true,
    lazyEdits: textDocument?.codeAction?.resolveSupport?.properties.includes("edit") === true,
    confirmations:
      workspace?.workspaceEdit?.documentChanges === true &&
      workspace.workspaceEdit.changeAnnotationSupport !== undefined,
  };
}

/** A client that says nothing gets Markdown, which can be read as it is. */
function takesMarkdown(formats: readonly MarkupKind[] | undefined): boolean {
  return formats === undefined || formats.length === 0 || formats.includes(MarkupKind.Markdown);
}

export function markup(sections: readonly Section[], markdown: boolean): MarkupContent {
  return markdown
    ? { kind: MarkupKind.Markdown, value: markdownOf(sections) }
    : { kind: MarkupKind.PlainText, value: plainTextOf(sections) };
}

/** Settings of features that are asked, section `wit`. */
export interface EditorSettings {
  /** Settings `wit.codeLens.*`. */
  readonly codeLens: LensChoice & {
    /** Whether components can be built and run, and functions called, from where they stand. */
    readonly components: boolean;
  };
  /** Setting `wit.hover.abi`. */
  readonly hoverAbi: boolean;
  /** Settings `wit.inlayHints.*`. */
  readonly inlayHints: HintChoice;
}

export const defaultSettings: EditorSettings = {
  codeLens: { references: "items", worlds: true, components: true },
  hoverAbi: true,
  inlayHints: { implicitImports: true, includes: true, aliases: true, versions: true },
};

/** The settings, whatever they hold. */
export function readEditorSettings(settings: unknown): EditorSettings {
  const hover = section(settings, "hover");
  const lens = section(settings, "codeLens");
  const hints = section(settings, "inlayHints");
  const { codeLens, hoverAbi, inlayHints } = defaultSettings;
  return {
    codeLens: {
      references: lensChoices.find(choice => choice === lens.references) ?? codeLens.references,
      worlds: switchOf(lens, "worlds", codeLens.worlds),
      components: switchOf(lens, "components", codeLens.components),
    },
    hoverAbi: switchOf(hover, "abi", hoverAbi),
    inlayHints: {
      implicitImports: switchOf(hints, "implicitImports", inlayHints.implicitImports),
      includes: switchOf(hints, "includes", inlayHints.includes),
      aliases: switchOf(hints, "aliases", inlayHints.aliases),
      versions: switchOf(hints, "versions", inlayHints.versions),
    },
  };
}

const lensChoices = ["off", "items", "all"] as const;

function section(settings: unknown, name: string): Readonly<Record<string, unknown>> {
  const found = typeof settings === "object" && settings !== null ? Object.entries(settings) : [];
  const value: unknown = found.find(([key]) => key === name)?.[1];
  return typeof value === "object" && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
}

function switchOf(given: Readonly<Record<string, unknown>>, name: string, otherwise: boolean): boolean {
  const value = given[name];
  return typeof value === "boolean" ? value : otherwise;
}
