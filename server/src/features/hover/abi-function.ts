// The core signatures of a function, and which of its values lie in memory.
import { codeSpan } from "../../base/markdown.ts";
import type { RootAnalysis } from "../../semantics/analysis.ts";
import type { ContainerAnalysis } from "../../semantics/item.ts";
import { type CoreType, type Layout, recordLayout } from "../../semantics/model/layout.ts";
import {
  type AbiVariant,
  type FunctionLayout,
  functionLayout,
  most,
  signatureFor,
  taskReturnParams,
} from "../../semantics/model/signature.ts";
import type { FuncDecl } from "../../semantics/outline.ts";
import { note, type Section } from "../sections.ts";
import { coreTypes, heading, layoutWords, sizeWords } from "./abi-words.ts";

/** The signatures of an import and an export; those of asynchronous calls for an `async` function. */
export function functionSections(root: RootAnalysis, analysis: ContainerAnalysis, decl: FuncDecl): readonly Section[] {
  const layout = functionLayout(root, analysis, decl);
  if (!layout) return [];
  const isAsync = decl.func?.async === true;
  const rows = isAsync ? asyncRows(layout) : syncRows(layout);
  const table: Section = { kind: "table", head: ["Core function", "Signature"], rows };
  return [heading(isAsync ? "called asynchronously" : "", "flattening"), table, ...spillNotes(layout, isAsync)];
}

type Row = readonly [what: string, signature: string];

function syncRows(layout: FunctionLayout): readonly Row[] {
  return [rowOf("import", layout, "import"), rowOf("export", layout, "export")];
}

function asyncRows(layout: FunctionLayout): readonly Row[] {
  return [
    rowOf("import", layout, "async-import"),
    rowOf("export", layout, "async-export"),
    ["its `callback`", signatureText(["I32", "I32", "I32"], ["I32"])],
    rowOf("export without `callback`", layout, "async-export-stackful"),
    ["`task.return`", signatureText(taskReturnParams(layout), [])],
  ];
}

function rowOf(what: string, layout: FunctionLayout, variant: AbiVariant): Row {
  const { params, results } = signatureFor(layout, variant);
  return [what, signatureText(params, results)];
}

/** As the text format of WebAssembly has it. */
function signatureText(params: readonly CoreType[], results: readonly CoreType[]): string {
  const clause = (word: string, types: readonly CoreType[]): string =>
    types.length === 0 ? "" : ` (${word} ${coreTypes(types)})`;
  return codeSpan(`(func${clause("param", params)}${clause("result", results)})`);
}

/** What lies in memory, and who points there. */
function spillNotes({ params, result }: FunctionLayout, isAsync: boolean): readonly Section[] {
  const whole = parametersLayout(params);
  const limit = isAsync ? most.asyncImportParams : most.params;
  const notes: string[] = [];
  if (whole.flat.length > limit) {
    const whose = whole.flat.length > most.params ? "they" : "those of the import";
    notes.push(
      `The parameters flatten to ${countWords(whole, limit)}: ${whose} lie in memory (${sizeWords(whole)}), and a pointer is passed.`,
    );
  }
  const place = result && `in memory (${sizeWords(result)})`;
  if (result && isAsync)
    notes.push(
      `The import leaves its result ${place}, where its last parameter points; the export gives it by \`task.return\`.`,
    );
  else if (result && result.flat.length > most.results)
    notes.push(
      `The result flattens to ${countWords(result, most.results)}: it lies ${place}. The import is given a pointer to it as its last parameter; the export returns one.`,
    );
  return notes.map(note);
}

function countWords({ flat: { length: count } }: Layout, limit: number): string {
  if (count > most.params) return `more than ${most.params} core values`;
  return `${count} core values, more than ${limit}`;
}

/** Parameters that lie in memory lie there as a tuple. */
function parametersLayout(params: readonly Layout[]): Layout {
  return recordLayout(params.map((layout, i) => ({ name: String(i), layout })));
}

/** Which core parameters a parameter is, or where in memory it lies. */
export function parameterSections(
  root: RootAnalysis,
  analysis: ContainerAnalysis,
  decl: FuncDecl,
  name: string,
): readonly Section[] {
  const layout = functionLayout(root, analysis, decl);
  const position = decl.func?.params.findIndex(p => p.name.text === name) ?? -1;
  if (!layout || position < 0) return [];
  const index = position + (layout.method ? 1 : 0);
  const variants: readonly AbiVariant[] = decl.func?.async ? ["async-import", "async-export"] : ["import", "export"];
  const [imported, exported] = variants.map(variant => parameterWords(layout, index, variant));
  const words = imported === exported ? imported! : `${imported} of the import, ${exported} of the export`;
  return [heading(`${words}; ${layoutWords(layout.params[index]!)}`, "flattening")];
}

function parameterWords(layout: FunctionLayout, index: number, variant: AbiVariant): string {
  const whole = parametersLayout(layout.params);
  const { params, indirectParams, retptr } = signatureFor(layout, variant);
  if (indirectParams) return `at offset ${whole.parts![index]!.offset} of the parameters in memory`;
  const before = layout.params.slice(0, index).reduce((sum, { flat }) => sum + flat.length, 0);
  const own = layout.params[index]!.flat.length;
  if (own === 0) return "no core parameter";
  const total = params.length - (retptr && variant !== "export" ? 1 : 0);
  if (own === 1) return `core parameter ${before + 1} of ${total}`;
  return `core parameters ${before + 1} to ${before + own} of ${total}`;
}
