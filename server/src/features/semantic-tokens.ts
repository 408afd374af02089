// Semantic tokens: what each name is, which its text alone doesn't tell.
import type { Span } from "../base/span.ts";
import type { RootAnalysis } from "../semantics/analysis.ts";
import type { PackageAnalysis } from "../semantics/package.ts";
import type { Scope } from "../semantics/packages.ts";
import type { PathTarget } from "../semantics/targets.ts";
import { type Container, isContainer, type UsePath } from "../syntax/ast.ts";
import type { ParsedFile } from "../syntax/file.ts";
import type { TokenCode } from "./semantic-tokens/legend.ts";
import { marksOf } from "./semantic-tokens/marks.ts";
import { outerTokens, type Tokens, tokensIn } from "./semantic-tokens/tokens.ts";

/** Takes a token; `start` and `end` are UTF-16 offsets of the file. */
export type Emit = (start: number, end: number, code: TokenCode) => void;

/** Takes tokens that stand one behind the other, counted from `start`, a UTF-16 offset of the file. */
export type EmitAll = (start: number, tokens: Tokens) => void;

/**
 * Every name of a file, or of the members that touch a range of it, in the order of the text; none overlaps another.
 * What an item tells is kept with it; each answer only looks up the names that stand for something of other items.
 */
export function eachSemanticToken(root: RootAnalysis, file: ParsedFile, emit: Emit, range?: Span): void {
  const emitAll: EmitAll = (base, tokens) => {
    for (let i = 0; i < tokens.length; i += 3) {
      const start = base + tokens[i]!;
      const end = base + tokens[i + 1]!;
      if (!range || (end >= range.start && range.end >= start)) emit(start, end, tokens[i + 2]!);
    }
  };
  eachTokens(root, file, emitAll, range);
}

/** The same, item by item: a list of tokens is the same object as in an earlier answer while nothing in it changed. */
export function eachTokens(root: RootAnalysis, file: ParsedFile, emit: EmitAll, range?: Span): void {
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
  readonly emit: EmitAll;
  readonly range: Span | undefined;
}

function addScope(w: Walk, { pkg, scope }: Place): void {
  const { container, offset: base } = scope;
  const target = (path: UsePath): PathTarget => pkg.resolve(scope, path, "use");
  let next = 0;
  for (let i = 0; i < container.members.length; i++) {
    const member = container.members[i]!;
    const start = base + container.starts[i]!;
    if (!isContainer(member)) {
      const isHeader = member.kind === "package" && i === 0 && container.kind === "file";
      if (isHeader || member.kind === "top-use") w.emit(start, outerTokens(marksOf(member), target));
      continue;
    }
    const item = scope.items[next]?.container === member ? scope.items[next++] : undefined;
    const { range } = w;
    if (!member.head || (range && (range.end < start || start + member.length < range.start))) continue;
    const block = w.places.get(member);
    const known = item && pkg.items.get(item.name.text);
    if (block) {
      w.emit(start, outerTokens(marksOf(member.head), target));
      addScope(w, block);
    } else if (known?.item.item === item && known) w.emit(start, tokensIn(w.root, known.analysis));
  }
}
