// Diagnostics of manifests and locks, which no package holds: they belong to every package that reads them.
import type { Diagnostic } from "vscode-languageserver";
import { lineIndex } from "../base/line-index.ts";
import { manifestProblems } from "../semantics/checks/manifests.ts";
import type { PackageRoot } from "../workspace/layout-types.ts";
import { manifestFiles } from "../workspace/manifests/types.ts";
import { toDiagnostic } from "./diagnostics.ts";
import type { Snapshot } from "./session.ts";

/** URIs of the manifests and locks of a root. */
export function manifestUris({ manifests }: PackageRoot): readonly string[] {
  return manifests ? manifestFiles(manifests).map(({ source }) => source.uri) : [];
}

/** What is wrong with a manifest or lock; nothing where no package reads a file with this URI. */
export function manifestDiagnostics(s: Snapshot, uri: string): readonly Diagnostic[] {
  const readers = s.layout.roots.filter(root => manifestUris(root).includes(uri));
  const files = readers.flatMap(({ manifests }) => (manifests ? manifestFiles(manifests) : []));
  const source = files.find(file => file.source.uri === uri)?.source;
  if (!source) return [];
  const lines = lineIndex(source.text);
  const linesAt = (other: string): ReturnType<Snapshot["lines"]> | undefined => {
    const file = s.file(other);
    return file && s.lines(file);
  };
  return manifestProblems(readers.map(s.analyze)).flatMap(problem =>
    problem.uri === source.uri ? [toDiagnostic(problem, lines, linesAt, s.encoding)] : [],
  );
}
