// Types, written out: expressions over the types in scope, and definitions of every kind.
import type { Dice } from "./dice.ts";
import { docs } from "./docs.ts";
import { Taken } from "./names.ts";
import { mayName, type Scope, type TypeInfo } from "./scope.ts";

export interface TypeContext {
  readonly scope: Scope;
  /** Types that may be named, whatever their gate. */
  readonly types: readonly TypeInfo[];
  readonly feature: string | undefined;
}

interface Written {
  readonly text: string;
  readonly borrow: boolean;
}

const primitives = "bool u8 u16 u32 u64 s8 s16 s32 s64 f32 f64 char string error-context".split(" ");
const keys = "bool u8 u16 u32 u64 s8 s16 s32 s64 char string".split(" ");

function named(c: TypeContext, fits: (t: TypeInfo) => boolean): readonly TypeInfo[] {
  return c.types.filter(t => fits(t) && mayName(c.scope, c.feature, t.feature));
}

/** A type that may stand where it is asked for; without `borrow`, it holds none. */
export function typeExpression(c: TypeContext, depth: number, borrow: boolean): Written {
  const d = c.scope.d;
  const roll = d.below(depth > 2 ? 8 : 20);
  if (roll < 4) return plain(d.pick(primitives));
  if (roll < 8) {
    const usable = named(c, t => borrow || !t.borrow);
    if (usable.length === 0) return plain(d.pick(primitives));
    const type = d.pick(usable);
    return { text: type.name, borrow: type.borrow };
  }
  if (roll < 10) return handle(c, borrow);
  return composed(c, depth + 1, borrow);
}

function plain(text: string): Written {
  return { text, borrow: false };
}

function handle(c: TypeContext, borrow: boolean): Written {
  const d = c.scope.d;
  const resources = named(c, t => t.resource);
  if (resources.length === 0) return plain(d.pick(primitives));
  const { name } = d.pick(resources);
  return borrow && d.chance(0.6) ? { text: `borrow<${name}>`, borrow: true } : plain(`own<${name}>`);
}

function composed(c: TypeContext, depth: number, borrow: boolean): Written {
  const d = c.scope.d;
  const part = (): Written => typeExpression(c, depth, borrow);
  const wrap = (before: string, parts: readonly Written[], after = ">"): Written => ({
    text: `${before}${parts.map(p => p.text).join(", ")}${after}`,
    borrow: parts.some(p => p.borrow),
  });
  switch (d.below(10)) {
    case 0:
    case 1:
      return wrap("list<", [part()]);
    case 2:
      return wrap("list<", [part()], `, ${d.pick(["0", "1", "4", "00012", "4294967295"])}>`);
    case 3:
      return wrap("option<", [part()]);
    case 4:
      return d.chance(0.3) ? plain("result") : wrap("result<", [part()]);
    case 5:
      return d.chance(0.5) ? wrap("result<_, ", [part()]) : wrap("result<", [part(), part()]);
    case 6:
    case 7:
      return wrap("tuple<", Array.from({ length: 1 + d.below(3) }, part), d.chance(0.2) ? ",>" : ">");
    case 8:
      return wrap(`map<${d.pick(keys)}, `, [part()]);
    default:
      return d.chance(0.3) ? plain(d.pick(["future", "stream"])) : wrap(`${d.pick(["future", "stream"])}<`, [part()]);
  }
}

/** Names for fields, cases and flags of one type. */
function fieldNames(d: Dice, least: number, more: number): readonly string[] {
  const taken = new Taken();
  return Array.from({ length: least + d.below(more) }, () => taken.fresh(d));
}

interface Definition {
  readonly text: string;
  readonly info: Omit<TypeInfo, "feature">;
}

/** Any type but a resource, defined under a name. */
export function typeDefinition(c: TypeContext, name: string): Definition {
  const d = c.scope.d;
  switch (d.below(6)) {
    case 0:
      return fields(c, "record", name, field => ({ text: `${field}: `, type: true }));
    case 1:
      return fields(c, "variant", name, field =>
        d.chance(0.6) ? { text: `${field}(`, type: true, close: ")" } : { text: field },
      );
    case 2:
      return fields(c, "enum", name, field => ({ text: field }));
    case 3:
      return fields(c, "flags", name, field => ({ text: field }));
    default:
      return alias(c, name);
  }
}

interface FieldText {
  readonly text: string;
  readonly type?: true;
  readonly close?: string;
}

function fields(c: TypeContext, word: string, name: string, write: (field: string) => FieldText): Definition {
  const d = c.scope.d;
  let borrow = false;
  const parts = fieldNames(d, 1, word === "flags" && d.chance(0.05) ? 32 : 4).map(field => {
    const { text, type, close = "" } = write(field);
    const head = d.chance(0.3) ? docs(d, "    ") : "";
    if (!type) return head + text;
    const written = typeExpression(c, 0, true);
    borrow ||= written.borrow;
    return `${head}${text}${written.text}${close}`;
  });
  const body = `${parts.join(d.chance(0.5) ? ", " : ",\n    ")}${d.chance(0.4) ? "," : ""}`;
  return { text: `${word} ${name} { ${body} }`, info: { name, resource: false, borrow } };
}

function alias(c: TypeContext, name: string): Definition {
  const d = c.scope.d;
  const usable = named(c, () => true);
  if (usable.length > 0 && d.chance(0.3)) {
    const of = d.pick(usable);
    return { text: `type ${name} = ${of.name};`, info: { name, resource: of.resource, borrow: of.borrow } };
  }
  const { text, borrow } = typeExpression(c, 0, true);
  return { text: `type ${name} = ${text};`, info: { name, resource: false, borrow, ...resultOf(text) } };
}

/** For a `result` written out: its `ok` type, where that is a name or nothing. */
function resultOf(text: string): { result?: { ok: string | undefined } } {
  if (!/^result\b/.test(text)) return {};
  const ok = /^result<(%?[A-Za-z][A-Za-z0-9-]*)[,>]/.exec(text)?.[1];
  return { result: { ok: text === "result" || text.startsWith("result<_") ? undefined : ok } };
}

/** A function's type after its name: parameters and result. */
export function signature(c: TypeContext, taken = new Taken()): string {
  const d = c.scope.d;
  const params = Array.from({ length: d.below(4) }, () => `${taken.fresh(d)}: ${typeExpression(c, 0, true).text}`);
  const comma = params.length > 0 && d.chance(0.15) ? "," : "";
  const result = d.chance(0.5) ? ` -> ${typeExpression(c, 0, false).text}` : "";
  return `(${params.join(", ")}${comma})${result}`;
}

/** Functions under one name: a plain one, or a getter with or without its setter. */
export function functions(c: TypeContext, name: string, fixed = "", taken: () => Taken = () => new Taken()): string[] {
  const d = c.scope.d;
  if (d.chance(0.85)) return [`${name}: ${fixed}${d.chance(0.2) ? "async " : ""}func${signature(c, taken())};`];
  const getter = `${name}: ${fixed}get() -> ${typeExpression(c, 0, false).text};`;
  if (d.chance(0.4)) return [getter];
  const error = d.chance(0.3) ? ` -> ${d.pick(["result", `result<_, ${typeExpression(c, 1, false).text}>`])}` : "";
  const setter = `${name}: ${fixed}set(${taken().fresh(d)}: ${typeExpression(c, 0, true).text})${error};`;
  return d.shuffle([getter, setter]);
}

/** A resource with its functions, each behind what `attribute` gives it. */
export function resource(c: TypeContext, name: string, attribute: () => string): string {
  const d = c.scope.d;
  if (d.chance(0.3)) return `resource ${name};`;
  const taken = new Taken([name]);
  const members: string[] = [];
  if (d.chance(0.4)) {
    const params = signature(c).replace(/ -> .*$/, "");
    const result = d.chance(0.4) ? ` -> result<${d.pick([name, `${name}, ${typeExpression(c, 1, false).text}`])}>` : "";
    members.push(`constructor${params}${result};`);
  }
  for (let i = d.below(3); i > 0; i--) {
    const fixed = d.chance(0.3) ? "static " : "";
    const withSelf = (): Taken => new Taken(fixed === "" ? ["self"] : []);
    members.push(...functions(c, taken.fresh(d), fixed, withSelf));
  }
  return `resource ${name} {\n    ${d
    .shuffle(members)
    .map(m => (d.chance(0.4) ? docs(d, "    ") : "") + attribute() + m)
    .join("\n    ")}\n  }`;
}
