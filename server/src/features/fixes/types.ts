// Types that can't be: empty ones, lists too long, keys that are none, handles of what is no resource.

import { typeParts, typesOf } from "../../semantics/outline.ts";
import type { TypeExpr } from "../../syntax/ast.ts";
import type { TextEdit } from "../../syntax/recut.ts";
import { fieldsOf } from "../brackets.ts";
import { removeMember } from "../edits/remove.ts";
import { indentAt, levelIn, lineBreak, tokensIn } from "../edits/words.ts";
import {
  type Fix,
  type FixContext,
  type FixRule,
  fixHere,
  type Home,
  headSpan,
  homeAt,
  insertAt,
  type ProblemMember,
  problemMember,
  replace,
} from "./fix.ts";
import { fieldSpan, funcOf, mentionsOf, spanIn, textOf, typeAt } from "./parts.ts";

export const fillEmptyType: FixRule = { codes: ["empty-type"], fix: fill };

const firstPart = {
  record: { word: "field", text: "value: u32" },
  variant: { word: "case", text: "none" },
  enum: { word: "case", text: "none" },
  flags: { word: "flag", text: "none" },
} as const;

function fill(c: FixContext): readonly Fix[] {
  const member = problemMember(c);
  if (!member) return [];
  const { unit } = member;
  if (!("fields" in unit) || c.problem.start !== member.start + (unit.name?.start ?? -1)) return fillTuple(c, member);
  const part = firstPart[unit.kind];
  const open = tokensIn(c.file, headSpan(member)).find(t => t.kind === "{");
  if (!open) return [];
  const added = fixHere(c, `Add a ${part.word}: \`${part.text}\``, fillBraces(c, open.end, part.text), true);
  const home = homeAt(c);
  const unused = home && unit.name && mentionsOf(home.analysis, unit.name.text) === 0;
  return unused ? [added, fixHere(c, `Remove the empty ${unit.kind}`, removeMember(c.file, member))] : [added];
}

function fillBraces(c: FixContext, at: number, text: string): ReturnType<typeof insertAt> {
  const behind = /^\s*/.exec(c.file.source.text.slice(at))![0];
  if (!behind.includes("\n")) return replace({ start: at, end: at + behind.length }, ` ${text} `);
  const indent = indentAt(c.file.source.text, at);
  return insertAt(at, `${lineBreak(c.file.source.text)}${indent}${levelIn(c.file.source.text)}${text},`);
}

/** A tuple of nothing stands for nothing: no result, `_`, or else it gets an element. */
function fillTuple(c: FixContext, member: ProblemMember): readonly Fix[] {
  const tuple = typeAt(member, c.problem.start, t => t.kind === "tuple");
  if (!tuple) return [];
  const place = spanIn(member, tuple);
  const filled = fixHere(c, "Add an element: `tuple<u32>`", replace(place, "tuple<u32>"));
  const func = funcOf(member.unit);
  if (func?.result === tuple) {
    const tokens = tokensIn(c.file, headSpan(member));
    const arrow = tokens.findLastIndex(t => t.kind === "->" && t.start < place.start);
    return [fixHere(c, "Return nothing", replace({ start: tokens[arrow - 1]!.end, end: place.end }, ""), true), filled];
  }
  const result = typeAt(member, c.problem.start, t => t.kind === "result");
  if (result?.kind === "result" && result.ok === tuple) {
    const plain = result.err ? `result<_, ${textOf(c, member, result.err)}>` : "result";
    return [fixHere(c, `Write \`${plain}\``, replace(spanIn(member, result), plain), true), filled];
  }
  return [{ ...filled, preferred: true }];
}

export const shortenList: FixRule = { codes: ["list-too-long"], fix: shorten };

function shorten(c: FixContext): readonly Fix[] {
  const member = problemMember(c);
  const tokens = member ? tokensIn(c.file, headSpan(member)) : [];
  const comma = tokens[tokens.findIndex(t => t.start === c.problem.start) - 1];
  const most = fixHere(c, "Use the greatest length, 4294967295", replace(c.problem, "4294967295"));
  if (comma?.kind !== ",") return [most];
  return [fixHere(c, "Leave the length open", replace({ start: comma.start, end: c.problem.end }, ""), true), most];
}

export const mapKeyFix: FixRule = { codes: ["map-key"], fix: mendKey };

const keys: Readonly<Record<string, string>> = { f32: "u32", f64: "u64" };

/** An alias of a type that may be a key is written out; what has no order becomes text. */
function mendKey(c: FixContext): Fix | undefined {
  const member = problemMember(c);
  const map = member && typeAt(member, c.problem.start, t => t.kind === "map");
  if (map?.kind !== "map" || !map.key) return undefined;
  const { key } = map;
  const behind = key.kind === "name" ? homeAt(c)?.analysis.scope.entries.get(key.name.text) : undefined;
  const alias = behind?.kind === "def" && behind.decl.unit.kind === "type" ? behind.decl.unit.type : undefined;
  const wanted =
    key.kind === "primitive"
      ? keys[key.name]
      : alias?.kind === "primitive"
        ? (keys[alias.name] ?? alias.name)
        : undefined;
  const text = wanted ?? "string";
  return fixHere(c, `Use \`${text}\` as the key`, replace(spanIn(member!, key), text), true);
}

export const unwrapHandle: FixRule = { codes: ["not-a-resource"], fix: unwrap };

function unwrap(c: FixContext): Fix | undefined {
  const member = problemMember(c);
  const handle = member && typeAt(member, c.problem.start, t => t.kind === "own" || t.kind === "borrow");
  if ((handle?.kind !== "own" && handle?.kind !== "borrow") || !handle.name) return undefined;
  const name = textOf(c, member!, handle.name);
  return fixHere(
    c,
    `Remove \`${handle.kind}\`: only resources are passed as handles`,
    replace(spanIn(member!, handle), name),
    true,
  );
}

export const ownResult: FixRule = { codes: ["borrow-in-result"], fix: own };

/** A borrow ends with the call, so what is returned must be owned; also where an alias holds it. */
function own(c: FixContext): Fix | undefined {
  const member = problemMember(c);
  const home = homeAt(c);
  const result = member && funcOf(member.unit)?.result;
  if (!home || !result) return undefined;
  const edits = ownedEdits(c, home, { type: result, start: member.start });
  const name = edits[0]?.insert;
  return name === undefined ? undefined : fixHere(c, `Return the resource itself: \`${name}\``, edits, true);
}

/** A type, and where the unit that it is written in starts in the file. */
interface PlacedType {
  readonly type: TypeExpr;
  readonly start: number;
}

/** Each `borrow<r>` that a type holds, directly or through the types of the same interface, as `r`. */
function ownedEdits({ file }: FixContext, home: Home, first: PlacedType): readonly TextEdit[] {
  const { text } = file.source;
  const edits: TextEdit[] = [];
  const seen = new Set<string>();
  const ahead = [first];
  for (let next = ahead.pop(); next; next = ahead.pop()) {
    const { type, start } = next;
    if (type.kind === "borrow" && type.name) {
      const place = { start: start + type.start, end: start + type.end };
      edits.push(replace(place, text.slice(start + type.name.start, start + type.name.end)));
    } else for (const part of held(home, seen, next).toReversed()) ahead.push(part);
  }
  return edits;
}

/** The types directly inside a type, or those of the definition that it names; of each definition once. */
function held(home: Home, seen: Set<string>, { type, start }: PlacedType): readonly PlacedType[] {
  if (type.kind !== "name") return typeParts(type).map(part => ({ type: part, start }));
  const entry = home.analysis.scope.entries.get(type.name.text);
  if (entry?.kind !== "def" || seen.has(entry.name)) return [];
  seen.add(entry.name);
  return typesOf(entry.decl.unit).map(each => ({ type: each, start: home.base + entry.decl.offset }));
}

export const constructorResultFix: FixRule = { codes: ["constructor-result"], fix: mendConstructor };

function mendConstructor(c: FixContext): readonly Fix[] {
  const member = problemMember(c);
  const func = member && funcOf(member.unit);
  const head = member?.around.at(-1)?.container.head;
  if (!func?.result || head?.kind !== "resource" || !head.name) return [];
  const resource = head.text.slice(head.name.start, head.name.end);
  const { result } = func;
  const err = result.kind === "result" && result.err ? textOf(c, member!, result.err) : undefined;
  const wanted = err === undefined ? `result<${resource}>` : `result<${resource}, ${err}>`;
  const corrected = fixHere(
    c,
    `Return \`${wanted}\``,
    replace(spanIn(member!, result), wanted),
    result.kind === "result",
  );
  const tokens = tokensIn(c.file, headSpan(member!));
  const arrow = tokens.findLastIndex(t => t.kind === "->" && t.start < member!.start + result.start);
  const removal = replace({ start: tokens[arrow - 1]!.end, end: member!.start + result.end }, "");
  return [
    corrected,
    fixHere(c, "Return nothing: a constructor gives its resource anyway", removal, result.kind !== "result"),
  ];
}

export const splitFlags: FixRule = { codes: ["too-many-flags"], fix: split };

/** Flags beyond the 32nd go, or into a type of their own. */
function split(c: FixContext): readonly Fix[] {
  const member = problemMember(c);
  const flags = member ? fieldsOf(member.unit) : [];
  const [last, over, final] = [flags[31], flags[32], flags.at(-1)];
  if (!member || !last || !over || !final || member.unit.kind !== "flags" || !member.unit.name) return [];
  const { text } = c.file.source;
  const cut = replace({ start: fieldSpan(member, last).end, end: fieldSpan(member, final).end }, "");
  const rest = text.slice(fieldSpan(member, over).start, fieldSpan(member, final).end);
  const taken = new Set(homeAt(c)?.analysis.scope.entries.keys());
  let name = `${member.unit.name.text}2`;
  while (taken.has(name)) name += "2";
  const [newline, indent] = [lineBreak(text), indentAt(text, member.span.start)];
  const second = insertAt(
    member.span.end,
    `${newline}${newline}${indent}flags ${name} {${newline}${indent}${levelIn(text)}${rest},${newline}${indent}}`,
  );
  return [
    fixHere(c, `Move what is more than 32 flags to \`${name}\``, [cut, second], true),
    fixHere(c, "Remove what is more than 32 flags", cut),
  ];
}
