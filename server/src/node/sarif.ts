// Prints problems as SARIF 2.1.0, which code scanning services take.
import { fileURLToPath, pathToFileURL } from "node:url";
import { documentationUrl } from "../lsp/diagnostics.ts";
import type { Severity } from "../semantics/problem.ts";
import type { CheckResult, FoundProblem } from "./paths.ts";
import { type Place, placesIn, relativePath } from "./places.ts";
import { version } from "./version.ts";

const levels: Readonly<Record<Exclude<Severity, "hint">, string>> = {
  error: "error",
  warning: "warning",
  information: "note",
};

/** Hints are left out: they are for editors. */
export function printSarif(result: CheckResult, output: { write(text: string): unknown }): void {
  const place = placesIn(result, "utf-16");
  const shown = result.problems.filter(({ problem }) => problem.severity !== "hint");
  const codes = [...new Set(shown.map(({ problem }) => problem.code))].sort();
  const results = shown.map(found => ({
    ruleId: found.problem.code,
    ruleIndex: codes.indexOf(found.problem.code),
    level: found.problem.severity === "hint" ? "none" : levels[found.problem.severity],
    message: { text: found.problem.message },
    ...locations(found, place),
  }));
  const driver = {
    name: "wit check",
    informationUri: documentationUrl(""),
    version,
    semanticVersion: version,
    rules: codes.map(rule),
  };
  const invocations = [{ executionSuccessful: result.unreadable.length === 0 }];
  const run = { tool: { driver }, invocations, columnKind: "utf16CodeUnits", results };
  output.write(
    `${JSON.stringify({ $schema: "https://json.schemastore.org/sarif-2.1.0.json", version: "2.1.0", runs: [run] }, undefined, 2)}\n`,
  );
}

/** What services show of a rule; the rest is on its page. */
function rule(id: string): object {
  const words = id.replaceAll("-", " ");
  const url = documentationUrl(id);
  return {
    id,
    shortDescription: { text: words.charAt(0).toUpperCase() + words.slice(1) },
    fullDescription: { text: `What \`${id}\` means, with examples, and how to mend it: ${url}` },
    help: { text: `See ${url}`, markdown: `See [${id}](${url}).` },
    helpUri: url,
  };
}

function locations({ file, root, problem }: FoundProblem, place: ReturnType<typeof placesIn>): object {
  const at = file && place(file.source.uri, problem.start, problem.end);
  const related = (problem.related ?? []).flatMap(r => {
    // What a revision holds is no file that others could open.
    const there = r.place.uri.startsWith("file:") && place(r.place.uri, r.place.start, r.place.end);
    return there ? [{ ...location(there), message: { text: r.message } }] : [];
  });
  // A problem of a package as a whole is shown with its folder.
  const whole = { physicalLocation: { artifactLocation: artifact(root.uri) } };
  return { locations: [at ? location(at) : whole], ...(related.length > 0 ? { relatedLocations: related } : {}) };
}

function location(at: Place): object {
  return {
    physicalLocation: {
      artifactLocation: artifact(at.file),
      region: { startLine: at.line, startColumn: at.col, endLine: at.endLine, endColumn: at.endCol },
    },
  };
}

/** A file or folder by its path or URI: relative to the current folder where it lies in it. */
function artifact(of: string): { readonly uri: string } {
  const file = of.startsWith("file:") ? fileURLToPath(of) : of;
  const short = relativePath(file);
  if (short === "") return { uri: "./" };
  return { uri: short === file ? pathToFileURL(file).href : encodeURI(short).replace(/[?#]/g, encodeURIComponent) };
}
