// How a function differs from what it was: to a component its kind, names and types of parameters and its result all count.
import type { Span } from "../../base/span.ts";
import type { Field, FuncType } from "../../syntax/ast.ts";
import type { Holder } from "../holders.ts";
import type { FuncDecl } from "../outline.ts";
import { type Difference, named, quoted } from "./change.ts";
import type { Comparison } from "./comparison.ts";
import { sameType } from "./same-type.ts";

export interface FunctionAt {
  readonly holder: Holder;
  readonly decl: FuncDecl;
}

/** What is another in a function; offsets of the container that holds it now. */
export function functionDifferences(c: Comparison, was: FunctionAt, now: FunctionAt): readonly Difference[] {
  const [old, func] = [was.decl.func, now.decl.func];
  if (!old || !func || was.decl.unit.problems.length > 0 || now.decl.unit.problems.length > 0) return [];
  const pair: Pair = { c, was, now, old, func };
  return [...asyncDifference(pair), ...parameterDifferences(pair), ...resultDifference(pair)];
}

interface Pair {
  readonly c: Comparison;
  readonly was: FunctionAt;
  readonly now: FunctionAt;
  readonly old: FuncType;
  readonly func: FuncType;
}

function at({ now }: Pair, what: string, place: Span = now.decl.name): Difference {
  return { what, start: now.decl.offset + place.start, end: now.decl.offset + place.end };
}

/** As people call it: a constructor by its resource. */
export function functionName({ name, kind, resource }: FuncDecl): string {
  if (kind === "constructor") return `the constructor of \`${resource}\``;
  return named(resource === undefined ? name.text : `${resource}.${name.text}`);
}

function asyncDifference(pair: Pair): readonly Difference[] {
  if (pair.old.async === pair.func.async) return [];
  return [at(pair, `${functionName(pair.now.decl)} ${pair.func.async ? "is `async` now" : "is no longer `async`"}`)];
}

function parameterDifferences(pair: Pair): readonly Difference[] {
  const [old, params] = [pair.old.params, pair.func.params];
  const names = params.map(p => p.name.text);
  const oldNames = old.map(p => p.name.text);
  if (names.length === oldNames.length && names.every((name, i) => name === oldNames[i]))
    return params.flatMap((param, i) => typeDifference(pair, old[i]!, param));
  return [renamedOrMoved(pair, old, params)];
}

function renamedOrMoved(pair: Pair, old: readonly Field[], params: readonly Field[]): Difference {
  const name = functionName(pair.now.decl);
  const gone = old.filter(p => !params.some(({ name }) => name.text === p.name.text));
  const fresh = params.filter(p => !old.some(({ name }) => name.text === p.name.text));
  const [first, added] = [gone[0], fresh[0]];
  if (!first && !added) return at(pair, `${name} takes its parameters in another order`);
  if (!first) return at(pair, `${name} takes another parameter, ${listed(pair.now, fresh)}`, added);
  if (!added) return at(pair, `${name} no longer takes ${listed(pair.was, gone)}`);
  if (gone.length === 1 && fresh.length === 1 && old.indexOf(first) === params.indexOf(added))
    return at(pair, `parameter \`${first.name.text}\` of ${name} is called \`${added.name.text}\` now`, added.name);
  return at(pair, `${name} takes ${listed(pair.now, fresh)} now, not ${listed(pair.was, gone)}`, added);
}

function listed({ decl: { unit } }: FunctionAt, params: readonly Field[]): string {
  return params.map(param => quoted(unit, param)).join(", ");
}

function typeDifference(pair: Pair, was: Field, now: Field): readonly Difference[] {
  if (!was.type || !now.type) return [];
  const { c, was: before, now: after } = pair;
  if (sameType(c, { expr: was.type, holder: before.holder }, { expr: now.type, holder: after.holder })) return [];
  const [old, type] = [quoted(before.decl.unit, was.type), quoted(after.decl.unit, now.type)];
  const whose = `parameter \`${now.name.text}\` of ${functionName(after.decl)}`;
  return [at(pair, isNow(whose, old, type), now.type)];
}

/** "… is `b` now, not `a`"; where both are written alike, the name means something else. */
export function isNow(whose: string, was: string, now: string): string {
  return was === now ? `${whose} is another ${now} now` : `${whose} is ${now} now, not ${was}`;
}

function resultDifference(pair: Pair): readonly Difference[] {
  const { c, was, now, old, func } = pair;
  const name = functionName(now.decl);
  if (!old.result && !func.result) return [];
  if (!func.result) return [at(pair, `${name} no longer returns ${quoted(was.decl.unit, old.result!)}`)];
  const type = quoted(now.decl.unit, func.result);
  if (!old.result) return [at(pair, `${name} returns ${type} now, and nothing before`, func.result)];
  if (sameType(c, { expr: old.result, holder: was.holder }, { expr: func.result, holder: now.holder })) return [];
  const before = quoted(was.decl.unit, old.result);
  const what = before === type ? `${name} returns another ${type} now` : `${name} returns ${type} now, not ${before}`;
  return [at(pair, what, func.result)];
}
