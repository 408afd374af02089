// Semantic tokens: what each name is, which its text alone doesn't tell.
import type { Span } from "../base/span.ts";
import type { RootAnalysis } from "../semantics/analysis.ts";
import type { ContainerAnalysis } from "../semantics/item.ts";
import type { PackageAnalysis } from "../semantics/package.ts";
import type { Scope } from "../semantics/packages.ts";
import { type Container, isContainer } from "../syntax/ast.ts";
import type { ParsedFile } from "../syntax/file.ts";
import type { TokenCode } from "./semantic-tokens/legend.ts";
import { type Mark, marksInside, marksOf } from "./semantic-tokens/marks.ts";
import { codeOf, inContainer, outside, type Surroundings } from "./semantic-tokens/surroundings.ts";

/** Takes a token; `start` and `end` are UTF-16 offsets of the file. */
export type Emit = (start: number, end: number, code: TokenCode) => void;

/**
 * Every name of a file, or of the members that touch a range of it, in the order of the text; none overlaps another.
 * What the text alone tells is kept with its container; each answer only looks up the names that are mentioned.
 */
export function eachSemanticToken(root: RootAnalysis, file: ParsedFile, emit: Emit, range?: Span): void {
  const places = new Map<Container, Place>();
  for (const pkg of root.packages)
    for (const scope of pkg.package.scopes) if (scope.file === file) places.set(scope.container, { pkg, scope });
  const outermost = places.get(file.root);
  if (outermost) addScope({ root, places, emit, range }, outermost);
}

/** A file or a package block, and the package that it belongs to. */
interface Place {
  readonly pkg: PackageAnalysis;
  readonly scope: Scope;
}

interface Walk {
  readonly root: RootAnalysis;
  readonly places: ReadonlyMap<Container, Place>;
  readonly emit: Emit;
  readonly range: Span | undefined;
}

function addScope(w: Walk, { pkg, scope }: Place): void {
  const { container, offset: base } = scope;
  const around = outside(path => pkg.resolve(scope, path, "use"));
  let next = 0;
  for (const [i, member] of container.members.entries()) {
    const start = base + container.starts[i]!;
    if (!isContainer(member)) {
      const isHeader = member.kind === "package" && i === 0 && container.kind === "file";
      if (isHeader || member.kind === "top-use") addMarks(w, marksOf(member), start, around);
      continue;
    }
    const item = scope.items[next]?.container === member ? scope.items[next++] : undefined;
    const { range } = w;
    if (!member.head || (range && (range.end < start || start + member.length < range.start))) continue;
    const block = w.places.get(member);
    const known = item && pkg.items.get(item.name.text);
    if (!block && (!known || known.item.item !== item)) continue;
    addMarks(w, marksOf(member.head), start, around);
    if (block) addScope(w, block);
    else if (known) addContainer(w, known.analysis, start);
  }
}

/** What stands in an interface, a world or an interface written in a world. */
function addContainer(w: Walk, analysis: ContainerAnalysis, base: number): void {
  const around = inContainer(w.root, analysis);
  const { pieces } = marksInside(analysis.container);
  for (const { marks, body } of pieces) {
    addMarks(w, marks, base, around);
    const inner = body === undefined ? undefined : analysis.bodies.get(body);
    if (inner) addContainer(w, inner, base + body!);
  }
}

function addMarks({ emit, range }: Walk, marks: readonly Mark[], base: number, around: Surroundings): void {
  for (const mark of marks) {
    const start = base + mark.start;
    const end = base + mark.end;
    if (range && (end < range.start || range.end < start)) continue;
    const code = mark.code ?? codeOf(mark, around);
    if (code !== undefined) emit(start, end, code);
  }
}
