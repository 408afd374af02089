// What an inlay hint is, and what the files that make them share.
import type { Span } from "../../base/span.ts";
import type { RootAnalysis } from "../../semantics/analysis.ts";
import { itemById } from "../../semantics/symbol-lookup.ts";
import type { SymbolId } from "../../semantics/symbols.ts";
import type { KnownContainer } from "../containers.ts";
import type { Section } from "../sections.ts";

/** As the settings `wit.inlayHints.*` name them. */
export type HintKind = "implicitImports" | "includes" | "aliases" | "versions";

export interface InlayHint {
  readonly kind: HintKind;
  /** UTF-16 offset of the file. */
  readonly at: number;
  readonly parts: readonly HintPart[];
  /** Whether a space sets it off from what stands before it. */
  readonly spaced: boolean;
  /** What is told of it when it is looked at, besides what a hover says where its parts lead; made only then. */
  readonly tooltip?: () => readonly Section[];
}

export interface HintPart {
  readonly text: string;
  /** Where it leads. */
  readonly target?: HintTarget;
}

/** A name; UTF-16 offsets of the file `uri`. */
export interface HintTarget extends Span {
  readonly uri: string;
}

/** A container whose hints are wanted. */
export interface Place {
  readonly root: RootAnalysis;
  readonly container: KnownContainer;
  /** Whether something so far into the container, and so long, is to be looked at. */
  readonly isNear: (from: number, length: number) => boolean;
}

/** The name of an interface or world. */
export function itemTarget(root: RootAnalysis, id: SymbolId): HintTarget | undefined {
  const item = itemById(root, id);
  if (!item || id !== item.id) return undefined;
  const { scope, item: decl } = item.item;
  const base = scope.offset + decl.offset;
  return { uri: scope.file.source.uri, start: base + decl.name.start, end: base + decl.name.end };
}

/** A part that leads to its target where that is known. */
export function part(text: string, target: HintTarget | undefined): HintPart {
  return target ? { text, target } : { text };
}

export function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? "" : "s"}`;
}
