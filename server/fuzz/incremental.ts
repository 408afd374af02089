// Whether an edit, followed by an analysis that keeps what it knows, gives what a fresh start gives.
import { analyzeRoot, newAnalysisCache, type RootAnalysis, rootProblems } from "../src/semantics/analysis.ts";
import { type Container, isContainer, type Member } from "../src/syntax/ast.ts";
import type { UnitMaker } from "../src/syntax/cut.ts";
import { type ParsedFile, reparseFile } from "../src/syntax/file.ts";
import type { TextEdit } from "../src/syntax/recut.ts";
import type { GivenFile } from "../src/workspace/given-files.ts";
import type { FuzzCase } from "./case.ts";
import { withFile } from "./case.ts";
import type { Difference } from "./compare.ts";
import type { Dice } from "./dice.ts";
import { mutateItem } from "./mutate-items.ts";
import { mutateBytes, mutateName, mutateToken } from "./mutate-tokens.ts";
import { parseCase, rootOf } from "./ours.ts";

/** Makes a few edits, one after the other, and compares after each; gives the first difference. */
export function checkEdits(of: FuzzCase, make: UnitMaker, d: Dice): Difference | undefined {
  let given = parseCase(of, make);
  const cache = newAnalysisCache();
  const features = { names: of.features, all: of.allFeatures };
  const analyze = (files: readonly GivenFile[], now: FuzzCase, kept = cache): RootAnalysis =>
    analyzeRoot(rootOf(now, files, make), features, kept);
  analyze(given, of);
  let now = of;
  for (let i = 0; i < 4; i++) {
    const next = d.pick([mutateItem, mutateToken, mutateName, mutateBytes])(d, now).of;
    for (const [index, { path, file }] of given.entries()) {
      const text = next.files[path] ?? file.source.text;
      if (text === file.source.text) continue;
      const edit = editBetween(file.source.text, text);
      const source = { uri: file.source.uri, text, version: i + 1 };
      const edited = reparseFile(file, source, edit, make, (from, to) => text.slice(from, to));
      given = given.with(index, { path, file: edited });
      now = withFile(now, path, text);
      const fresh = parseCase(now, make);
      const [kept, anew] = [seen(given, analyze(given, now)), seen(fresh, analyze(fresh, now, newAnalysisCache()))];
      if (kept === anew) continue;
      const detail = `after ${JSON.stringify(edit)} to ${JSON.stringify(file.source.text)}\n${firstDifference(kept, anew)}`;
      return { kind: "incremental", key: "edit", detail };
    }
  }
  return undefined;
}

/** The one edit that leads from a text to another. */
export function editBetween(before: string, after: string): TextEdit {
  let start = 0;
  while (start < before.length && before[start] === after[start]) start++;
  let end = before.length;
  let tail = after.length;
  while (end > start && tail > start && before[end - 1] === after[tail - 1]) {
    end--;
    tail--;
  }
  return { start, end, insert: after.slice(start, tail) };
}

/** All that people see of a state, as text. */
function seen(given: readonly GivenFile[], analysis: RootAnalysis): string {
  return JSON.stringify([given.map(({ file }: { file: ParsedFile }) => dump(file.root)), rootProblems(analysis)]);
}

function dump(member: Member): unknown {
  if (!isContainer(member)) return [member.kind, member.text];
  const { kind, head, members, starts, tail, closed, length }: Container = member;
  return [kind, head?.text, starts, tail, closed, length, members.map(dump)];
}

function firstDifference(a: string, b: string): string {
  let i = 0;
  while (a[i] === b[i]) i++;
  const from = Math.max(0, i - 200);
  return `kept:  …${a.slice(from, i + 200)}\nfresh: …${b.slice(from, i + 200)}`;
}
