// Answers about names: where they lead, where they are mentioned, what they mean.
import {
  type DeclarationParams,
  type DefinitionParams,
  type DocumentHighlight,
  DocumentHighlightKind,
  type DocumentHighlightParams,
  type Hover,
  type HoverParams,
  type ImplementationParams,
  type Location,
  type ReferenceParams,
  type TypeDefinitionParams,
} from "vscode-languageserver";
import { declaration } from "../features/declaration.ts";
import { type Definitions, definition } from "../features/definition.ts";
import { highlights } from "../features/highlight.ts";
import { hover } from "../features/hover.ts";
import { implementation } from "../features/implementation.ts";
import { references } from "../features/references.ts";
import { typeDefinition } from "../features/type-definition.ts";
import { markup } from "./editor.ts";
import { locationOf, placeAt, rangeIn, workspaceRoots } from "./places.ts";
import type { Snapshot } from "./session.ts";

export function answerDefinition(s: Snapshot, params: DefinitionParams): Location[] | undefined {
  const at = placeAt(s, params);
  return at && locations(s, definition(at.root, at.file, at.offset, workspaceRoots(s)));
}

export function answerDeclaration(s: Snapshot, params: DeclarationParams): Location[] | undefined {
  const at = placeAt(s, params);
  return at && locations(s, declaration(at.root, at.file, at.offset, workspaceRoots(s)));
}

export function answerTypeDefinition(s: Snapshot, params: TypeDefinitionParams): Location[] | undefined {
  const at = placeAt(s, params);
  return at && locations(s, typeDefinition(at.root, at.file, at.offset, workspaceRoots(s)));
}

export function answerImplementation(s: Snapshot, params: ImplementationParams): Location[] | undefined {
  const at = placeAt(s, params);
  return at && locations(s, implementation(at.root, at.file, at.offset, [...workspaceRoots(s)]));
}

function locations(s: Snapshot, found: Definitions | undefined): Location[] | undefined {
  return found?.targets.flatMap(({ uri, span }) => locationOf(s, uri, span) ?? []);
}

export function answerReferences(s: Snapshot, params: ReferenceParams): Location[] | undefined {
  const at = placeAt(s, params);
  if (!at) return undefined;
  const { includeDeclaration } = params.context;
  return references(at.root, at.file, at.offset, [...workspaceRoots(s)]).flatMap(({ uri, span, role }) =>
    role === "reference" || includeDeclaration ? (locationOf(s, uri, span) ?? []) : [],
  );
}

export function answerHighlights(s: Snapshot, params: DocumentHighlightParams): DocumentHighlight[] | undefined {
  const at = placeAt(s, params);
  if (!at) return undefined;
  return highlights(at.root, at.file, at.offset).map(({ span, kind }) => ({
    range: rangeIn(s, at.file, span),
    kind: kind === "write" ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
  }));
}

export function answerHover(s: Snapshot, params: HoverParams): Hover | undefined {
  const at = placeAt(s, params);
  const found = at && hover(at.root, at.file, at.offset, workspaceRoots(s), { abi: s.settings.hoverAbi });
  if (!at || !found) return undefined;
  return {
    contents: markup(found.sections, s.client.hoverMarkdown),
    range: rangeIn(s, at.file, found.span),
  };
}
