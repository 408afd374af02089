// Canonical ABI figures of all of a root's types and functions, as data for programs.
import type { RootAnalysis } from "../analysis.ts";
import { buildModel } from "./build.ts";
import type { FunctionNode, Model, TypeNode, TypeOwner } from "./nodes.ts";
import { type Signature, signatureOf } from "./signature.ts";
import { layoutOfEntry } from "./type-layout.ts";
import { written } from "./types.ts";

interface Named {
  readonly package: string | null;
  /** The interface or world; null for an interface written inside a world. */
  readonly owner: string | null;
}

export interface TypeFigures extends Named {
  readonly type: string;
  /** In bytes. */
  readonly size: number;
  readonly align: number;
}

export interface FunctionFigures extends Named {
  readonly function: string;
  readonly async: boolean;
  /** An async function's are those of its synchronous use; `signatureOf` has the others. */
  readonly import: Signature;
  readonly export: Signature;
}

export interface AbiModel {
  readonly types: readonly TypeFigures[];
  readonly functions: readonly FunctionFigures[];
}

/** For another name of a resource the reference prints the largest number there is: only its handles have a size. */
const noSize = 2 ** 64;

/** Figures for 32-bit memories. Nothing where a type is larger than any memory. Only for an analysis without errors. */
export function abiModel(root: RootAnalysis): AbiModel | undefined {
  const model = buildModel(root);
  const types = model.types.flatMap(type => typeFigures(root, type));
  if (types.some(({ size }) => size > noSize)) return undefined;
  return { types, functions: functionFigures(root, model) };
}

function typeFigures(root: RootAnalysis, node: TypeNode): readonly TypeFigures[] {
  const { name, origin, owner, kind } = node;
  if (name === undefined || !origin || !owner || kind.kind === "resource") return [];
  const base = { package: owner.package.name, owner: ownerName(owner), type: name };
  if (node.resource) return [{ ...base, size: noSize, align: noSize }];
  const { size, align } = written(layoutOfEntry(root, origin.analysis, origin.entry));
  return [{ ...base, size, align }];
}

function ownerName(owner: TypeOwner): string | null {
  return owner.name ?? null;
}

function functionFigures(root: RootAnalysis, model: Model): readonly FunctionFigures[] {
  return model.interfaces.flatMap(owner =>
    [...owner.functions.values()].map(f => ({
      package: owner.package.name,
      owner: ownerName(owner),
      function: f.name,
      async: f.kind.startsWith("async-"),
      import: signature(root, f, "import"),
      export: signature(root, f, "export"),
    })),
  );
}

function signature(root: RootAnalysis, { origin }: FunctionNode, variant: "import" | "export"): Signature {
  return written(signatureOf(root, origin.analysis, origin.decl, variant));
}

/** JSON text of figures with the one number that JavaScript prints otherwise than the reference. */
export function exactNumbers(json: string): string {
  return json.replaceAll(/("(?:size|align)"):18446744073709552000\b/g, "$1:18446744073709551615");
}
