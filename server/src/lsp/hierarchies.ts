// Answers about what depends on what: call hierarchy and type hierarchy.
import type {
  CallHierarchyIncomingCall,
  CallHierarchyIncomingCallsParams,
  CallHierarchyItem,
  CallHierarchyOutgoingCall,
  CallHierarchyOutgoingCallsParams,
  CallHierarchyPrepareParams,
  TypeHierarchyItem,
  TypeHierarchyPrepareParams,
  TypeHierarchySubtypesParams,
  TypeHierarchySupertypesParams,
} from "vscode-languageserver";
import { callHierarchyItem, type HierarchyLink, incoming, outgoing } from "../features/call-hierarchy.ts";
import type { HierarchyItem } from "../features/hierarchy.ts";
import { subtypes, supertypes, typeHierarchyItem } from "../features/type-hierarchy.ts";
import type { RootAnalysis } from "../semantics/analysis.ts";
import { placeAt, rangeIn, workspaceRoots } from "./places.ts";
import type { Snapshot } from "./session.ts";
import { symbolKinds } from "./symbols.ts";

export function prepareCalls(s: Snapshot, params: CallHierarchyPrepareParams): CallHierarchyItem[] | undefined {
  const at = placeAt(s, params);
  const item = at && callHierarchyItem(at.root, at.file, at.offset, workspaceRoots(s));
  return item && wireItems(s, [item]);
}

export function answerIncoming(s: Snapshot, { item }: CallHierarchyIncomingCallsParams): CallHierarchyIncomingCall[] {
  const at = itemAt(s, item);
  const links = at ? incoming(at.root, at.id, at.roots) : [];
  return links.flatMap(link =>
    wireItems(s, [link.item], said(link)).map(from => ({
      from,
      fromRanges: rangesIn(s, link.item.uri, link),
    })),
  );
}

export function answerOutgoing(s: Snapshot, { item }: CallHierarchyOutgoingCallsParams): CallHierarchyOutgoingCall[] {
  const at = itemAt(s, item);
  const links = at ? outgoing(at.root, at.id, at.roots) : [];
  return links.flatMap(link =>
    wireItems(s, [link.item], said(link)).map(to => ({
      to,
      fromRanges: rangesIn(s, item.uri, link),
    })),
  );
}

export function prepareTypes(s: Snapshot, params: TypeHierarchyPrepareParams): TypeHierarchyItem[] | undefined {
  const at = placeAt(s, params);
  const item = at && typeHierarchyItem(at.root, at.file, at.offset, workspaceRoots(s));
  return item && wireItems(s, [item]);
}

export function answerSupertypes(s: Snapshot, { item }: TypeHierarchySupertypesParams): TypeHierarchyItem[] {
  const at = itemAt(s, item);
  return at ? wireItems(s, supertypes(at.root, at.id, at.roots)) : [];
}

export function answerSubtypes(s: Snapshot, { item }: TypeHierarchySubtypesParams): TypeHierarchyItem[] {
  const at = itemAt(s, item);
  return at ? wireItems(s, subtypes(at.root, at.id, at.roots)) : [];
}

interface Asked {
  readonly root: RootAnalysis;
  readonly roots: readonly RootAnalysis[];
  readonly id: string;
}

/** What a client sends back of an item that it was given; it may be about a state that has passed. */
function itemAt(s: Snapshot, { uri, data }: { readonly uri: string; readonly data?: unknown }): Asked | undefined {
  const root = s.analysisOf(uri);
  return root && typeof data === "string" ? { root, roots: [...workspaceRoots(s)], id: data } : undefined;
}

/** How the one names the other, in WIT's words, and what package it is of. */
function said({ relations, item }: HierarchyLink): string {
  return `${relations.join(", ")} · ${item.home}`;
}

function wireItems(s: Snapshot, items: readonly HierarchyItem[], detail?: string): CallHierarchyItem[] {
  return items.flatMap(({ id, name, kind, home, uri, span, full }) => {
    const file = s.file(uri);
    if (!file) return [];
    const range = rangeIn(s, file, full);
    const selectionRange = rangeIn(s, file, span);
    const wire = { name, kind: symbolKinds[kind], uri: s.shown(uri), range, selectionRange, data: id };
    return [{ ...wire, detail: detail ?? home }];
  });
}

function rangesIn(s: Snapshot, uri: string, { spans }: HierarchyLink): CallHierarchyIncomingCall["fromRanges"] {
  const file = s.file(uri);
  return file ? spans.map(span => rangeIn(s, file, span)) : [];
}
