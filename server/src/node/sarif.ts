// Prints problems as SARIF 2.1.0, which code scanning services take.
import { pathToFileURL } from "node:url";
import { documentationUrl } from "../lsp/diagnostics.ts";
import type { Severity } from "../semantics/problem.ts";
import type { CheckResult } from "./paths.ts";
import { type Place, placesIn, relativePath } from "./places.ts";
import { version } from "./version.ts";

const levels: Readonly<Record<Severity, string>> = {
  error: "error",
  warning: "warning",
  information: "note",
  hint: "none",
};

export function printSarif(result: CheckResult, output: { write(text: string): unknown }): void {
  const place = placesIn(result, "utf-16");
  const codes = [...new Set(result.problems.map(({ problem }) => problem.code))].sort();
  const rules = codes.map(id => ({ id, helpUri: documentationUrl(id) }));
  const results = result.problems.map(({ file, problem }) => {
    const at = file && place(file.source.uri, problem.start, problem.end);
    const related = (problem.related ?? []).flatMap(r => {
      // What a revision holds is no file that others could open.
      const there = r.place.uri.startsWith("file:") && place(r.place.uri, r.place.start, r.place.end);
      return there ? [{ ...location(there), message: { text: r.message } }] : [];
    });
    return {
      ruleId: problem.code,
      ruleIndex: codes.indexOf(problem.code),
      level: levels[problem.severity],
      message: { text: problem.message },
      locations: at ? [location(at)] : [],
      ...(related.length > 0 ? { relatedLocations: related } : {}),
    };
  });
  const driver = { name: "wit check", version, rules };
  const run = { tool: { driver }, columnKind: "utf16CodeUnits", results };
  output.write(
    `${JSON.stringify({ $schema: "https://json.schemastore.org/sarif-2.1.0.json", version: "2.1.0", runs: [run] }, undefined, 2)}\n`,
  );
}

function location(at: Place): object {
  const short = relativePath(at.file);
  const uri = short === at.file ? pathToFileURL(at.file).href : encodeURI(short);
  return {
    physicalLocation: {
      artifactLocation: { uri },
      region: { startLine: at.line, startColumn: at.col, endLine: at.endLine, endColumn: at.endCol },
    },
  };
}
