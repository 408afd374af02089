// Merges and sorts the `use`s of a file: those of one interface become one, and each list is put in order.

import { append } from "../../base/append.ts";
import { withoutEnd } from "../../base/ends.ts";
import type { RootAnalysis } from "../../semantics/analysis.ts";
import type { ContainerAnalysis } from "../../semantics/item.ts";
import type { UseDecl } from "../../semantics/outline.ts";
import type { ParsedFile } from "../../syntax/file.ts";
import type { TextEdit } from "../../syntax/recut.ts";
import { written } from "./words.ts";

/** Edits (UTF-16 offsets of the file) that leave each run of `use`s merged and sorted; none where it is so already. */
export function organizedUses(root: RootAnalysis, file: ParsedFile): readonly TextEdit[] {
  const edits: TextEdit[] = [];
  for (const pkg of root.packages) {
    for (const { item, analysis } of pkg.items.values()) {
      if (item.scope.file !== file) continue;
      const start = item.scope.offset + item.item.offset;
      append(edits, organize(analysis, start));
      for (const [offset, body] of analysis.bodies) append(edits, organize(body, start + offset));
    }
  }
  return edits.sort((a, b) => a.start - b.start);
}

/** A comment inside or between them belongs to one `use`, so only runs without comments are touched. */
function organize(analysis: ContainerAnalysis, start: number): readonly TextEdit[] {
  return runsOf(analysis).flatMap(run => {
    const text = sortedRun(run);
    const [first, last] = [run[0]!, run.at(-1)!];
    const [from, to] = [first.offset + first.unit.start, last.offset + last.unit.end];
    const before = run.map((u, i) => u.unit.text.slice(i === 0 ? u.unit.start : 0, u.unit.end)).join("");
    const leading = first.unit.text.slice(0, first.unit.start);
    const indent = leading.slice(withoutEnd(leading, c => c === " " || c === "\t").length);
    const insert = text.join(`\n${indent}`);
    return insert === before ? [] : [{ start: start + from, end: start + to, insert }];
  });
}

/** Uses that follow each other with nothing between them, without gates, comments or mistakes. */
function runsOf({ container, scope }: ContainerAnalysis): readonly (readonly UseDecl[])[] {
  const runs: UseDecl[][] = [];
  let end = -1;
  for (const use of scope.outline.uses) {
    const { unit, offset } = use;
    const whole = unit.problems.length === 0 && unit.attributes.length === 0 && unit.path !== undefined;
    if (!whole || /\/[/*]/.test(unit.text.slice(unit.start))) {
      end = -1;
      continue;
    }
    const joined = offset === end && unit.text.slice(0, unit.start).trim() === "" && runs.length > 0;
    if (joined) runs.at(-1)!.push(use);
    else runs.push([use]);
    end = offset + unit.text.length;
  }
  return container.closed ? runs : [];
}

function sortedRun(run: readonly UseDecl[]): readonly string[] {
  const names = new Map<string, Map<string, string>>();
  for (const { unit } of run) {
    const path = unit.text.slice(unit.path!.start, unit.path!.end);
    const known = names.get(path) ?? new Map<string, string>();
    for (const { name, alias } of unit.names) {
      const key = (alias ?? name).text;
      const text = written(name.text) + (alias ? ` as ${written(alias.text)}` : "");
      // A name that stands there twice with two meanings is a mistake to be seen, not to be tidied away.
      known.set(known.has(key) && known.get(key) !== text ? `${key} ${text}` : key, text);
    }
    names.set(path, known);
  }
  const paths = [...names.keys()].sort(byPath);
  return paths.map(path => {
    const list = [...names.get(path)!].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, text]) => text);
    return `use ${path}.{${list.join(", ")}};`;
  });
}

/** The package's own interfaces first. */
function byPath(a: string, b: string): number {
  return Number(a.includes(":")) - Number(b.includes(":")) || (a < b ? -1 : 1);
}
