// A type that is not there: one spelt alike, one of another interface, or a new one.
import { typeBits } from "../../semantics/targets.ts";
import { canonicalName } from "../../syntax/names.ts";
import { useEdit } from "../completion/auto-use.ts";
import { reachable } from "../completion/reach.ts";
import { freeName, indentAt, lineBreak, plain, startsItsLine, written } from "../edits/words.ts";
import {
  type Fix,
  type FixContext,
  type FixRule,
  fixHere,
  type Home,
  homeAt,
  insertAt,
  type ProblemMember,
  problemMember,
  replace,
  underlined,
} from "./fix.ts";
import { nearest } from "./nearest.ts";
import { funcOf, namesIn, spanIn, textOf, typeAt } from "./parts.ts";

/** What other languages, and older WIT, call the built-in types. */
const foreign: Readonly<Record<string, string>> = {
  float32: "f32",
  float64: "f64",
  float: "f32",
  double: "f64",
  int: "s32",
  int8: "s8",
  int16: "s16",
  int32: "s32",
  int64: "s64",
  i8: "s8",
  i16: "s16",
  i32: "s32",
  i64: "s64",
  long: "s64",
  short: "s16",
  uint: "u32",
  uint8: "u8",
  uint16: "u16",
  uint32: "u32",
  uint64: "u64",
  byte: "u8",
  usize: "u64",
  isize: "s64",
  boolean: "bool",
  str: "string",
  text: "string",
  bytes: "list<u8>",
  "byte-array": "list<u8>",
  rune: "char",
};

const builtIn = "bool u8 u16 u32 u64 s8 s16 s32 s64 f32 f64 char string".split(" ");

export const oldTypeName: FixRule = { codes: ["unresolved-name"], fix: replaceOld };

/** `float32` and what other languages say; `unit` and `void` are written as nothing. */
function replaceOld(c: FixContext): Fix | undefined {
  const name = plain(underlined(c));
  const member = problemMember(c);
  const now = foreign[name];
  if (now) return fixHere(c, `Replace \`${name}\` with \`${now}\``, replace(c.problem, now), true);
  if (!member || (name !== "unit" && name !== "void")) return undefined;
  const func = funcOf(member.unit);
  if (func?.result && member.start + func.result.start === c.problem.start) {
    const arrow = c.file.source.text.lastIndexOf("->", c.problem.start);
    const from = member.start + c.file.source.text.slice(member.start, arrow).trimEnd().length;
    return fixHere(c, "Return nothing", replace({ start: from, end: c.problem.end }, ""), true);
  }
  const result = typeAt(member, c.problem.start, t => t.kind === "result");
  if (result?.kind !== "result") return undefined;
  const is = (part: typeof result.ok): boolean => part !== undefined && member.start + part.start === c.problem.start;
  const text = is(result.ok)
    ? result.err
      ? `result<_, ${textOf(c, member, result.err)}>`
      : "result"
    : is(result.err) && result.ok
      ? `result<${textOf(c, member, result.ok)}>`
      : undefined;
  return text === undefined ? undefined : fixHere(c, `Write \`${text}\``, replace(spanIn(member, result), text), true);
}

export const meantType: FixRule = { codes: ["unresolved-name"], fix: didYouMean };

function didYouMean(c: FixContext): readonly Fix[] {
  const home = homeAt(c);
  const member = problemMember(c);
  if (!home || !member) return [];
  const handle = inHandle(c, member);
  const entries = [...home.analysis.scope.entries.values()].filter(
    e => (e.bits & typeBits.off) === 0 && e.name !== ownName(member) && (!handle || (e.bits & typeBits.resource) !== 0),
  );
  const names = nearest(plain(underlined(c)), [...entries.map(e => e.name), ...(handle ? [] : builtIn)]);
  return names.map((name, i) =>
    fixHere(
      c,
      `Did you mean \`${name}\`?`,
      replace(c.problem, builtIn.includes(name) ? name : written(name)),
      i === 0 && names.length === 1,
    ),
  );
}

/** A definition that names itself would close a circle. */
function ownName({ unit }: ProblemMember): string | undefined {
  return "name" in unit && unit.name && "text" in unit.name ? unit.name.text : undefined;
}

function inHandle(c: FixContext, member: ProblemMember): boolean {
  return typeAt(member, c.problem.start, t => t.kind === "own" || t.kind === "borrow") !== undefined;
}

export const addUse: FixRule = { codes: ["unresolved-name"], fix: useFromElsewhere };

/** More places than these are for completion to show. */
const mostPlaces = 5;

/** A type of that name in an interface that this one can use. */
function useFromElsewhere(c: FixContext): readonly Fix[] {
  const home = homeAt(c);
  const member = problemMember(c);
  if (!home || !member) return [];
  const wanted = plain(underlined(c));
  const handle = inHandle(c, member);
  const standpoint = { root: c.root, roots: c.roots, pkg: home.pkg, scope: home.scope, self: home.item };
  const taken = namesIn(home.analysis);
  const found = reachable(standpoint, "interface").flatMap(({ path, item, missingDependency }) => {
    if (missingDependency) return [];
    const name = [...item.analysis.scope.entries.values()].find(
      e =>
        canonicalName(e.name) === canonicalName(wanted) &&
        (e.bits & typeBits.off) === 0 &&
        (!handle || (e.bits & typeBits.resource) !== 0),
    )?.name;
    if (name === undefined) return [];
    const free = freeName(name, taken);
    const alias = free === name ? undefined : free;
    const use = useEdit({ analysis: home.analysis, start: home.base, file: c.file }, item.id, path, name, alias);
    const edits = free === wanted ? [use] : [use, replace(c.problem, written(free))];
    return [{ name, fix: fixHere(c, `Use \`${name}\` from \`${path}\``, edits) }];
  });
  const exact = found.filter(f => f.name === wanted);
  return [...exact, ...found.filter(f => f.name !== wanted)]
    .slice(0, mostPlaces)
    .map(({ fix }) => (exact.length === 1 ? { ...fix, preferred: fix === exact[0]!.fix } : fix));
}

export const createType: FixRule = { codes: ["unresolved-name"], fix: create };

/** A new type in front of the item that names it; a handle's is a resource. */
function create(c: FixContext): Fix | undefined {
  const home = homeAt(c);
  const member = problemMember(c);
  if (!home || !member) return undefined;
  const wanted = plain(underlined(c));
  const taken = namesIn(home.analysis);
  const name = freeName(wanted, taken);
  const definition = inHandle(c, member) ? `resource ${written(name)};` : `type ${written(name)} = u32;`;
  const inserted = insertAt(...beforeItem(c, home, member, definition));
  const edits = name === wanted ? [inserted] : [inserted, replace(c.problem, written(name))];
  return fixHere(c, `Create ${inHandle(c, member) ? "a resource" : "a type"} \`${name}\``, edits);
}

/** Where a definition goes: in front of the item, or of the resource whose function the item is. */
function beforeItem(c: FixContext, { base }: Home, member: ProblemMember, definition: string): [number, string] {
  const holder = member.around.at(-1)!;
  const resource = holder.container.kind === "resource" ? holder : undefined;
  const at = resource ? resource.start + resource.container.head!.start : member.span.start;
  const { text } = c.file.source;
  const docs = commentsStart(text, resource ? resource.start : member.start, at);
  const start = Math.max(docs, base);
  const newline = lineBreak(text);
  return startsItsLine(text, at) ? [start, `${definition}${newline}${indentAt(text, at)}`] : [at, `${definition} `];
}

/** Where the comments that belong to an item start: those that no empty line sets apart. */
function commentsStart(text: string, from: number, to: number): number {
  const leading = text.slice(from, to);
  const gap = Math.max(leading.lastIndexOf("\n\n"), leading.lastIndexOf("\n\r\n"));
  const first = gap >= 0 ? gap + 1 : leading.indexOf("\n");
  const start = first < 0 ? to : from + first;
  return start + /^\s*/.exec(text.slice(start, to))![0].length;
}
