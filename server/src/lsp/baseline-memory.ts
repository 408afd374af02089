// What the session knows of the baselines: their analyses, and their files for showing them.
import { type AnalysisCache, newAnalysisCache } from "../semantics/analysis.ts";
import type { ParsedFile } from "../syntax/file.ts";
import type { BaselineFiles } from "../workspace/baseline.ts";
import { uriKey } from "../workspace/uri.ts";
import { baselineUri } from "./virtual-documents.ts";

export interface BaselineMemory {
  readonly baselines: readonly BaselineFiles[];
  readonly cache: AnalysisCache;
  /** Files that can be shown, by key of the URI under which they are. */
  readonly files: ReadonlyMap<string, ParsedFile>;
}

/** Files of revisions can be shown only to clients that open virtual documents. */
export function newBaselineMemory(baselines: readonly BaselineFiles[], virtualDocuments: boolean): BaselineMemory {
  const files = new Map<string, ParsedFile>();
  for (const baseline of baselines) {
    if (baseline.from === undefined && !virtualDocuments) continue;
    for (const { main, deps } of baseline.roots)
      for (const file of [...main, ...deps.flatMap(dep => dep.files)])
        files.set(uriKey(shown(baseline, file.source.uri)), file);
  }
  return { baselines, cache: newAnalysisCache(), files };
}

/** The URI under which a file of a baseline is shown: a folder's files are there to be opened. */
export function shown({ from, name }: BaselineFiles, uri: string): string {
  return from === undefined ? baselineUri(uri, name) : uri;
}
