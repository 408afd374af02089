// The core signature of a function (CanonicalABI.md, "Flattening": `flatten_functype`).
import type { RootAnalysis } from "../analysis.ts";
import type { ContainerAnalysis } from "../item.ts";
import type { FuncDecl } from "../outline.ts";
import { type CoreType, handleLayout, type Layout, pushFlat } from "./layout.ts";
import { layoutOf } from "./type-layout.ts";

/**
 * As a component calls it (`import`) or offers it (`export`); `async-` where it is called or offered asynchronously, and
 * `async-export-stackful` where it is offered so without a callback.
 */
export type AbiVariant = "import" | "export" | "async-import" | "async-export" | "async-export-stackful";

export interface Signature {
  readonly params: readonly CoreType[];
  readonly results: readonly CoreType[];
  /** Whether the parameters are too many and lie in memory. */
  readonly indirectParams: boolean;
  /** Whether the result lies in memory. */
  readonly retptr: boolean;
}

/** What a function takes, a method's `self` first, and what it gives. */
export interface FunctionLayout {
  readonly params: readonly Layout[];
  readonly result?: Layout;
  readonly method: boolean;
}

/** The most core values that are passed directly (MAX_FLAT_PARAMS, MAX_FLAT_ASYNC_PARAMS, MAX_FLAT_RESULTS). */
export const most = { params: 16, asyncImportParams: 4, results: 1 } as const;

/** Nothing where a type of the function can't be laid out. */
export function signatureOf(
  root: RootAnalysis,
  analysis: ContainerAnalysis,
  decl: FuncDecl,
  variant: AbiVariant,
): Signature | undefined {
  const layout = functionLayout(root, analysis, decl);
  return layout && signatureFor(layout, variant);
}

/** Nothing where a type of the function can't be laid out. */
export function functionLayout(
  root: RootAnalysis,
  analysis: ContainerAnalysis,
  decl: FuncDecl,
): FunctionLayout | undefined {
  const method = decl.kind === "method";
  const params: Layout[] = method ? [handleLayout] : [];
  for (const { type } of decl.func?.params ?? []) {
    const layout = type && layoutOf(root, analysis, type);
    if (!layout) return undefined;
    params.push(layout);
  }
  const written = decl.func?.result;
  const result = written ? layoutOf(root, analysis, written) : decl.kind === "constructor" ? handleLayout : undefined;
  if (written && !result) return undefined;
  return { params, method, ...(result ? { result } : {}) };
}

export function signatureFor({ params: layouts, result, method }: FunctionLayout, variant: AbiVariant): Signature {
  let params: CoreType[] = [];
  for (const { flat } of layouts) pushFlat(params, flat);
  const indirectParams = params.length > (variant === "async-import" ? most.asyncImportParams : most.params);
  if (indirectParams) params = ["Pointer"];
  // What an exported method gets as `self` is its own representation, which bindings take for a pointer.
  else if (method && (variant === "export" || variant.startsWith("async-export"))) params[0] = "Pointer";
  const retptr =
    variant === "async-import"
      ? result !== undefined
      : !variant.startsWith("async-") && (result?.flat.length ?? 0) > most.results;
  if (retptr && variant !== "export") params.push("Pointer");
  return { params, results: resultsOf(result, variant, retptr), indirectParams, retptr };
}

function resultsOf(result: Layout | undefined, variant: AbiVariant, retptr: boolean): readonly CoreType[] {
  // Nothing is returned but by `task.return`.
  if (variant === "async-export-stackful") return [];
  // A status of the call, or what the caller is to do next.
  if (variant.startsWith("async-")) return ["I32"];
  if (retptr) return variant === "export" ? ["Pointer"] : [];
  return result?.flat ?? [];
}

/** The parameters of `task.return`, with which an asynchronous export gives its result (CanonicalABI.md, "canon task.return"). */
export function taskReturnParams({ result }: FunctionLayout): readonly CoreType[] {
  const flat = result?.flat ?? [];
  return flat.length > most.params ? ["Pointer"] : flat;
}
