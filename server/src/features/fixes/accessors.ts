// Getters take nothing and return something, setters take one value, and what can be set can be read.
import { isContainer } from "../../syntax/ast.ts";
import { removeElement } from "../edits/remove.ts";
import { indentAt, levelIn, lineBreak, startsItsLine, tokensIn } from "../edits/words.ts";
import {
  type Fix,
  type FixContext,
  type FixRule,
  fixHere,
  headSpan,
  homeAt,
  insertAt,
  type ProblemMember,
  problemMember,
  replace,
} from "./fix.ts";
import { fieldSpan, funcOf, spanIn, textOf } from "./parts.ts";

export const accessorSignatureFix: FixRule = { codes: ["accessor-signature"], fix: mendSignature };

function mendSignature(c: FixContext): Fix | undefined {
  const member = problemMember(c);
  const func = member && funcOf(member.unit);
  if (!member || !func?.accessor) return undefined;
  return func.accessor === "get" ? mendGetter(c, member) : mendSetter(c, member);
}

function mendGetter(c: FixContext, member: ProblemMember): Fix | undefined {
  const func = funcOf(member.unit)!;
  const tokens = tokensIn(c.file, headSpan(member));
  if (c.problem.start !== member.start + func.start) {
    const open = tokens.findIndex(t => t.start > member.start + func.start && t.kind === "(");
    const close = tokens.findIndex(
      (t, i) => i > open && t.kind === ")" && t.start >= member.start + func.params.at(-1)!.end,
    );
    if (open < 0 || close < 0) return undefined;
    return fixHere(
      c,
      "Remove the parameters",
      replace({ start: tokens[open]!.end, end: tokens[close]!.start }, ""),
      true,
    );
  }
  const type = partnerType(member, "set") ?? "u32";
  const close = tokens.findLast(t => t.kind === ")");
  return close && fixHere(c, `Return a value: \`-> ${type}\``, insertAt(close.end, ` -> ${type}`), true);
}

function mendSetter(c: FixContext, member: ProblemMember): Fix | undefined {
  const func = funcOf(member.unit)!;
  const { result } = func;
  if (result && member.start + result.start === c.problem.start) return mendSetterResult(c, member);
  const [first, ...others] = func.params;
  if (first && others.length > 0) {
    const within = headSpan(member);
    const from = removeElement(c.file, within, fieldSpan(member, others[0]!)).start;
    const end = fieldSpan(member, others.at(-1)!).end;
    return fixHere(
      c,
      `Keep only the parameter \`${first.name.text}\``,
      replace({ start: Math.min(from, member.start + first.end), end }, ""),
      true,
    );
  }
  const type = partnerType(member, "get") ?? "u32";
  const open = tokensIn(c.file, headSpan(member)).find(t => t.kind === "(" && t.start > member.start + func.start);
  return open && fixHere(c, `Take a value: \`value: ${type}\``, insertAt(open.end, `value: ${type}`), true);
}

function mendSetterResult(c: FixContext, member: ProblemMember): Fix | undefined {
  const result = funcOf(member.unit)!.result!;
  if (result.kind === "result" && result.ok) {
    const err = result.err ? `result<_, ${textOf(c, member, result.err)}>` : "result";
    return fixHere(c, `Return \`${err}\``, replace(spanIn(member, result), err), true);
  }
  const tokens = tokensIn(c.file, headSpan(member));
  const at = tokens.findLastIndex(t => t.kind === "->" && t.start < c.problem.start);
  const before = tokens[at - 1];
  return (
    before && fixHere(c, "Return nothing", replace({ start: before.end, end: member.start + result.end }, ""), true)
  );
}

/** The type that the property's other accessor reads or takes, as it is written there. */
function partnerType(member: ProblemMember, kind: "get" | "set"): string | undefined {
  const { unit } = member;
  const name = "name" in unit && unit.name && "text" in unit.name ? unit.name.text : undefined;
  for (const sibling of member.around.at(-1)!.container.members) {
    if ("members" in sibling || !("name" in sibling) || !sibling.name || !("text" in sibling.name)) continue;
    const func = funcOf(sibling);
    if (sibling.name.text !== name || func?.accessor !== kind) continue;
    const type = kind === "get" ? func.result : func.params[0]?.type;
    if (type) return sibling.text.slice(type.start, type.end);
  }
  return undefined;
}

export const addGetter: FixRule = { codes: ["setter-without-getter"], fix: insertGetter };

function insertGetter(c: FixContext): Fix | undefined {
  const member = problemMember(c);
  const func = member && funcOf(member.unit);
  if (!member || func?.accessor !== "set") return includedGetter(c);
  const other = asItsGetter(c, member);
  if (other) return other;
  const { text } = c.file.source;
  const tokens = tokensIn(c.file, { start: member.span.start, end: member.start + func.start });
  const words = tokens.slice(tokens.findLastIndex(t => t.kind === ")" || t.kind === "@") + 1);
  const first = words.findIndex(t => t.start === c.problem.start);
  const direction = first > 0 && /^(import|export)$/.test(words[first - 1]!.kind) ? `${words[first - 1]!.kind} ` : "";
  const fixed = words
    .slice(first + 1)
    .map(t => t.text)
    .filter(t => t === "static")
    .join("");
  const type = func.params[0]?.type ? textOf(c, member, func.params[0].type) : "u32";
  const name = text.slice(c.problem.start, c.problem.end);
  const getter = `${direction}${name}: ${fixed === "" ? "" : "static "}get() -> ${type};`;
  const { start } = member.span;
  const apart = startsItsLine(text, start) ? lineBreak(text) + indentAt(text, start) : " ";
  return fixHere(c, `Add a getter: \`${name}: get() -> ${type}\``, insertAt(start, getter + apart), true);
}

/** A setter that is static while its getter is not, or the other way around, becomes what the getter is. */
function asItsGetter(c: FixContext, member: ProblemMember): Fix | undefined {
  const { unit } = member;
  const holder = member.around.at(-1)!.container;
  if (unit.kind !== "func" || !unit.name || !unit.func || holder.kind !== "resource") return undefined;
  const { text } = unit.name;
  const getter = holder.members.some(
    m => !isContainer(m) && m.kind === "func" && m.name?.text === text && m.func?.accessor === "get",
  );
  if (!getter) return undefined;
  const keyword = member.start + unit.func.start;
  if (!unit.static) return fixHere(c, "Make the setter static, as the getter is", insertAt(keyword, "static "), true);
  const word = tokensIn(c.file, { start: member.span.start, end: keyword }).findLast(t => t.kind === "static");
  return (
    word &&
    fixHere(c, "Make the setter not static, as the getter is", replace({ start: word.start, end: keyword }, ""), true)
  );
}

/** A setter that an include brings without its getter: the world declares the getter itself. */
function includedGetter(c: FixContext): Fix | undefined {
  const home = homeAt(c);
  const world = home?.item.world;
  if (!home || !world) return undefined;
  for (const direction of ["import", "export"] as const) {
    const items = world[`${direction}s`];
    const setter = items.find(
      i => i.func?.func?.accessor === "set" && !items.some(g => g.key === i.key.replace("[set]", "[get]")),
    );
    const type = setter?.func?.func?.params[0]?.type;
    if (!setter?.func || type?.kind !== "primitive") continue;
    const at = home.base + home.analysis.container.starts[0]!;
    const text = `${direction} ${setter.func.name.text}: get() -> ${type.name};`;
    const indent = indentAt(c.file.source.text, c.problem.start);
    return fixHere(
      c,
      `Add a getter: \`${text}\``,
      insertAt(at, lineBreak(c.file.source.text) + indent + levelIn(c.file.source.text) + text),
      true,
    );
  }
  return undefined;
}
