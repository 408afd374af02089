// Workspace symbols: what any file of the workspace declares, found by some of its letters.
import { memo } from "../base/memo.ts";
import type { Span } from "../base/span.ts";
import { isDeprecated } from "../semantics/gates.ts";
import { type Container, isContainer, type Unit, unitOf } from "../syntax/ast.ts";
import type { ParsedFile } from "../syntax/file.ts";
import { fieldKind, kindOf, nameOf, type OutlineKind } from "./symbols.ts";

/** UTF-16 offsets of the file `uri`. */
export interface WorkspaceSymbol {
  readonly name: string;
  readonly kind: OutlineKind;
  readonly uri: string;
  /** The name. */
  readonly span: Span;
  /** What it is declared in: `a:b/types`. */
  readonly container: string;
  readonly deprecated: boolean;
}

/** More than these nobody looks through: a longer query finds the rest. */
const maxSymbols = 400;

/**
 * What matches `query`, the best first: some letters of a name in their order, or, behind the last `/`, `:`, `.` or `#`,
 * with what stands before that in what declares it. A package is named by all of `a:b@1.0.0`. An empty query gives the
 * first up to a limit.
 */
export function workspaceSymbols(files: Iterable<ParsedFile>, query: string): readonly WorkspaceSymbol[] {
  const wanted = wantedOf(query);
  const byScore: Match[][] = [];
  const seen = new Set<string>();
  for (const file of files) {
    if (seen.has(file.source.uri)) continue;
    seen.add(file.source.uri);
    addMatches(byScore, file, wanted);
    // Without letters all are equal.
    if (wanted.name === "" && (byScore[1]?.length ?? 0) >= maxSymbols) break;
  }
  return described(best(byScore));
}

interface Wanted {
  /** All that is typed, where that may be a package's name. */
  readonly whole: string | undefined;
  readonly name: string;
  readonly container: string;
  readonly letters: number;
}

function wantedOf(query: string): Wanted {
  const text = query.replace(/\s+/g, "").toLowerCase();
  const at = Math.max(...["/", ":", ".", "#"].map(mark => text.lastIndexOf(mark)));
  const name = text.slice(at + 1);
  const whole = text.includes(":") && !text.includes("/") ? text : undefined;
  return { whole, name, container: text.slice(0, Math.max(at, 0)), letters: lettersOf(name) };
}

/** Which letters and digits a text has, a bit each: what lacks one of those that are wanted need not be looked at. */
function lettersOf(text: string): number {
  let bits = 0;
  for (let i = 0; i < text.length; i++) bits |= 1 << (text.charCodeAt(i) & 31);
  return bits;
}

/** The n-th declaration of a file. */
interface Match {
  readonly file: ParsedFile;
  readonly index: number;
  readonly name: string;
}

function addMatches(byScore: Match[][], file: ParsedFile, wanted: Wanted): void {
  const { names, letters, within, containers } = declared(file);
  const fits =
    wanted.container === ""
      ? undefined
      : containers.map(container => container.toLowerCase().includes(wanted.container));
  for (let index = 0; index < names.length; index++) {
    if ((letters[index]! & wanted.letters) !== wanted.letters) continue;
    const name = names[index]!;
    if (wanted.whole !== undefined && name.startsWith(wanted.whole)) add(byScore, 0, { file, index, name });
    if (fits && !fits[within[index]!]) continue;
    const score = wanted.name === "" ? 0 : scoreOf(name, wanted.name);
    if (score !== undefined) add(byScore, score + 1, { file, index, name });
  }
}

function add(byScore: Match[][], score: number, match: Match): void {
  byScore[score] ??= [];
  byScore[score].push(match);
}

/**
 * How well a name fits, the smaller the better; undefined where the letters are not in it in their order. The name
 * itself is best, then what it starts with, the start of one of its words, letters side by side, letters anywhere.
 */
export function scoreOf(name: string, wanted: string): number | undefined {
  if (name.startsWith(wanted)) return name.length === wanted.length ? 0 : 1;
  if (name.includes(`-${wanted}`)) return 2;
  if (name.includes(wanted)) return 3;
  let gaps = 0;
  let at = -1;
  for (const letter of wanted) {
    const next = name.indexOf(letter, at + 1);
    if (next < 0) return undefined;
    if (next > at + 1 && name[next - 1] !== "-") gaps++;
    at = next;
  }
  return 4 + gaps;
}

/** The best up to the limit; of equal ones the shorter name first, then in the order of the alphabet. */
function best(byScore: readonly (readonly Match[] | undefined)[]): readonly Match[] {
  const found: Match[] = [];
  for (const group of byScore) {
    if (!group) continue;
    const sorted = [...group].sort(
      (a, b) =>
        a.name.length - b.name.length || compare(a.name, b.name) || compare(a.file.source.uri, b.file.source.uri),
    );
    for (const match of sorted.slice(0, maxSymbols - found.length)) found.push(match);
    if (found.length === maxSymbols) break;
  }
  return found;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** What there is to know of matches: the rest of each file is gone through for them alone. */
function described(matches: readonly Match[]): readonly WorkspaceSymbol[] {
  const byFile = new Map<ParsedFile, Map<number, WorkspaceSymbol | undefined>>();
  for (const { file, index } of matches) {
    const chosen = byFile.get(file) ?? new Map<number, WorkspaceSymbol | undefined>();
    byFile.set(file, chosen.set(index, undefined));
  }
  for (const [file, chosen] of byFile) {
    let index = 0;
    eachDeclaration(file, (name, kind, start, end, container, unit) => {
      const deprecated = unit !== undefined && isDeprecated(unit);
      const symbol = { name, kind, uri: file.source.uri, span: { start, end }, container, deprecated };
      if (chosen.has(index)) chosen.set(index, symbol);
      index++;
    });
  }
  return matches.flatMap(({ file, index }) => byFile.get(file)?.get(index) ?? []);
}

/** The names that a file declares, in lower case; lists side by side, for there are hundreds of thousands in a workspace. */
interface Declared {
  readonly names: readonly string[];
  readonly letters: Int32Array;
  /** For each name, which of `containers` it stands in. */
  readonly within: Uint32Array;
  readonly containers: readonly string[];
}

/** Makes ahead what a search needs of a file. */
export function prepareSymbols(file: ParsedFile): void {
  declared(file);
}

const declared: (file: ParsedFile) => Declared = memo(file => {
  const names: string[] = [];
  const letters: number[] = [];
  const within: number[] = [];
  const containers: string[] = [];
  eachDeclaration(file, (name, _kind, _start, _end, container) => {
    if (containers.at(-1) !== container) containers.push(container);
    const lower = name.toLowerCase();
    names.push(lower);
    letters.push(lettersOf(lower));
    within.push(containers.length - 1);
  });
  return { names, letters: new Int32Array(letters), within: new Uint32Array(within), containers };
});

/** `start` and `end` are those of the name; `unit` is what has gates of its own. */
type Visit = (
  name: string,
  kind: OutlineKind,
  start: number,
  end: number,
  container: string,
  unit: Unit | undefined,
) => void;

/** Everything that a file declares; what it merely includes or imports by path is declared elsewhere. */
function eachDeclaration({ root }: ParsedFile, visit: Visit): void {
  addContainer(root, 0, "", visit);
}

/** `path` is what the container's members are declared in: `a:b/types`. */
function addContainer(container: Container, base: number, path: string, visit: Visit): void {
  let within = path;
  for (let i = 0; i < container.members.length; i++) {
    const member = container.members[i]!;
    const unit = unitOf(member);
    const named = unit && nameOf(unit);
    if (!unit || !named) continue;
    const start = base + container.starts[i]!;
    const kind = kindOf(unit, container.kind === "resource");
    const { text: name } = named;
    if (kind !== "include" && !name.includes("/"))
      visit(name, kind, start + named.start, start + named.end, within, unit);
    const inner = kind === "package" || within === "" ? name : `${within}/${name}`;
    if (isContainer(member)) addContainer(member, start, inner, visit);
    else if (kind === "package") within = name;
    else if ("fields" in unit)
      for (const field of unit.fields)
        visit(field.name.text, fieldKind(unit), start + field.name.start, start + field.name.end, inner, undefined);
  }
}
