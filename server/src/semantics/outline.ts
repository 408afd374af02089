// What a container declares and uses, read off its members alone. Offsets of members count from the container.
import { memo } from "../base/memo.ts";
import type {
  AliasUnit,
  Attribute,
  ConstructorUnit,
  Container,
  ExternUnit,
  FieldsUnit,
  FuncType,
  FuncUnit,
  Ident,
  IncludeUnit,
  ResourceUnit,
  TypeExpr,
  Unit,
  UseName,
  UsePath,
  UseUnit,
} from "../syntax/ast.ts";
import { isContainer } from "../syntax/ast.ts";

/** Something declared by a unit that starts `offset` UTF-16 units into the container. */
export interface Declared<U extends Unit> {
  readonly unit: U;
  readonly offset: number;
}

export type UseDecl = Declared<UseUnit>;
export type IncludeDecl = Declared<IncludeUnit>;

export interface TypeDecl extends Declared<AliasUnit | FieldsUnit | ResourceUnit> {
  readonly name: Ident;
  /** The body of a resource that has one. */
  readonly body?: Container;
}

export type FuncKind = "free" | "method" | "static" | "constructor";

export interface FuncDecl extends Declared<FuncUnit | ConstructorUnit | ExternUnit> {
  readonly name: Ident;
  /** As component names have it: `f`, `[get]f`, `[method]r.f`, `[constructor]r`. */
  readonly mangled: string;
  readonly kind: FuncKind;
  readonly func?: FuncType;
  /** Name of the resource it belongs to. */
  readonly resource?: string;
}

/** An import or export; `body` holds the members of an interface written in place. */
export interface ExternDecl extends Declared<ExternUnit> {
  readonly body?: Container;
}

/** A path that a container mentions, in the order in which the reference parser visits them. */
export interface Mention {
  readonly path: UsePath;
  readonly offset: number;
  readonly role: "use" | "include" | "extern";
  /** For a `use`: the types that it names. */
  readonly names: readonly UseName[];
  readonly attributes: readonly Attribute[];
  /** Whether the member that mentions it is not WIT (yet), so that the path may not be what is meant. */
  readonly broken: boolean;
  /** Whether it stands in an interface that is written in place, which has checks of its own. */
  readonly inner: boolean;
}

export interface Outline {
  readonly container: Container;
  readonly uses: readonly UseDecl[];
  readonly types: readonly TypeDecl[];
  readonly functions: readonly FuncDecl[];
  readonly externs: readonly ExternDecl[];
  readonly includes: readonly IncludeDecl[];
  readonly mentions: readonly Mention[];
}

/** Outline of an interface, a world or an interface written inside a world. */
export const outline: (container: Container) => Outline = memo(container => {
  const o = {
    uses: [] as UseDecl[],
    types: [] as TypeDecl[],
    functions: [] as FuncDecl[],
    externs: [] as ExternDecl[],
    includes: [] as IncludeDecl[],
  };
  const { members, starts } = container;
  for (let i = 0; i < members.length; i++) {
    const member = members[i]!;
    if (isContainer(member)) addContainer(o, member, starts[i]!);
    else addUnit(o, member, starts[i]!, container.kind === "world");
  }
  return { container, ...o, mentions: mentionsOf(o.uses, o.includes, o.externs) };
});

interface Building {
  readonly uses: UseDecl[];
  readonly types: TypeDecl[];
  readonly functions: FuncDecl[];
  readonly externs: ExternDecl[];
  readonly includes: IncludeDecl[];
}

function addContainer(o: Building, member: Container, offset: number): void {
  const head = member.head;
  if (head?.kind === "resource" && head.name) {
    o.types.push({ unit: head, offset, name: head.name, body: member });
    const { members, starts } = member;
    for (let i = 0; i < members.length; i++) {
      const inner = members[i]!;
      if (!isContainer(inner)) addResourceFunction(o, inner, offset + starts[i]!, head.name.text);
    }
  } else if (head?.kind === "import" || head?.kind === "export") {
    o.externs.push({ unit: head, offset, body: member });
  }
}

function addUnit(o: Building, unit: Unit, offset: number, inWorld: boolean): void {
  switch (unit.kind) {
    case "use":
      o.uses.push({ unit, offset });
      break;
    case "type":
    case "record":
    case "variant":
    case "enum":
    case "flags":
    case "resource":
      if (unit.name) o.types.push({ unit, offset, name: unit.name });
      break;
    case "func":
      if (unit.name && !inWorld) o.functions.push(funcDecl(unit, offset, unit.name));
      break;
    case "import":
    case "export":
      o.externs.push({ unit, offset });
      break;
    case "include":
      o.includes.push({ unit, offset });
      break;
  }
}

function funcDecl(unit: FuncUnit, offset: number, name: Ident): FuncDecl {
  const accessor = unit.func?.accessor;
  const mangled = accessor ? `[${accessor}]${name.text}` : name.text;
  return { unit, offset, name, mangled, kind: "free", ...(unit.func ? { func: unit.func } : {}) };
}

function addResourceFunction(o: Building, unit: Unit, offset: number, resource: string): void {
  if (unit.kind === "constructor") {
    o.functions.push({
      unit,
      offset,
      name: unit.name,
      mangled: `[constructor]${resource}`,
      kind: "constructor",
      func: unit.func,
      resource,
    });
  } else if (unit.kind === "func" && unit.name) {
    const kind = unit.static ? "static" : "method";
    const accessor = unit.func?.accessor ? `[${unit.func.accessor}]` : "";
    const mangled = `[${kind}]${accessor}${resource}.${unit.name.text}`;
    o.functions.push({
      unit,
      offset,
      name: unit.name,
      mangled,
      kind,
      resource,
      ...(unit.func ? { func: unit.func } : {}),
    });
  }
}

/** The function that an import or export declares. */
export function externFunction(extern: ExternDecl): FuncDecl | undefined {
  const { unit, offset } = extern;
  if (!unit.name || !unit.func) return undefined;
  const accessor = unit.func.accessor ? `[${unit.func.accessor}]` : "";
  return { unit, offset, name: unit.name, mangled: `${accessor}${unit.name.text}`, kind: "free", func: unit.func };
}

/** Uses and includes come in the order of the text, then imports, then exports. */
function mentionsOf(
  uses: readonly UseDecl[],
  includes: readonly IncludeDecl[],
  externs: readonly ExternDecl[],
): readonly Mention[] {
  const found: Mention[] = [];
  for (const { unit, offset } of [...uses, ...includes].sort((a, b) => a.offset - b.offset)) {
    const names = unit.kind === "use" ? unit.names : [];
    if (unit.path) found.push({ path: unit.path, offset, role: unit.kind, names, ...about(unit) });
  }
  for (const direction of ["import", "export"]) {
    for (const extern of externs) if (extern.unit.kind === direction) addExtern(found, extern);
  }
  return found;
}

function about({ attributes, problems }: Unit): Pick<Mention, "attributes" | "broken" | "inner"> {
  return { attributes, broken: problems.length > 0, inner: false };
}

function addExtern(found: Mention[], { unit, offset, body }: ExternDecl): void {
  if (unit.path) found.push({ path: unit.path, offset, role: "extern", names: [], ...about(unit) });
  if (body) for (const m of outline(body).mentions) found.push({ ...m, offset: m.offset + offset, inner: true });
}

/** What types are written in: a definition, or a function's signature. */
export type TypeHolder = AliasUnit | FieldsUnit | ResourceUnit | FuncType;

/** The named types that a definition or function mentions, in the reference's order; a resource mentions none. */
export const mentionedTypes: (holder: TypeHolder) => readonly Ident[] = memo(holder => {
  const names: Ident[] = [];
  for (const expr of heldTypes(holder)) eachName(expr, name => names.push(name));
  return names;
});

/** Every type written in a definition or function, those inside others too: outer before inner, in the order of the text. */
export const typesWithin: (holder: TypeHolder) => readonly TypeExpr[] = memo(holder => {
  const found: TypeExpr[] = [];
  const add = (expr: TypeExpr): void => {
    found.push(expr);
    for (const part of typeParts(expr)) add(part);
  };
  for (const expr of heldTypes(holder)) add(expr);
  return found;
});

function heldTypes(holder: TypeHolder): readonly TypeExpr[] {
  return "params" in holder ? typesOfFunction(holder) : typesOf(holder);
}

/** The types written in a definition. */
export const typesOf: (unit: AliasUnit | FieldsUnit | ResourceUnit) => readonly TypeExpr[] = memo(unit => {
  if (unit.kind === "type") return unit.type ? [unit.type] : [];
  return unit.kind === "resource" ? [] : unit.fields.flatMap(f => f.type ?? []);
});

/** The types written in a function, parameters first. */
export const typesOfFunction: (func: FuncType) => readonly TypeExpr[] = memo(func => {
  const params = func.params.flatMap(p => p.type ?? []);
  return func.result ? [...params, func.result] : params;
});

/** Calls `visit` for each name in a type, in the order of the text. */
export function eachName(expr: TypeExpr, visit: (name: Ident) => void): void {
  if (expr.kind === "name") visit(expr.name);
  else if (expr.kind === "own" || expr.kind === "borrow") {
    if (expr.name) visit(expr.name);
  } else for (const part of typeParts(expr)) eachName(part, visit);
}

/** Where the reference places a type as a whole: a handle at its resource. */
export function referencePlace(expr: TypeExpr): { readonly start: number; readonly end: number } {
  return (expr.kind === "own" || expr.kind === "borrow") && expr.name ? expr.name : expr;
}

/** The types directly inside a type. */
export function typeParts(expr: TypeExpr): readonly TypeExpr[] {
  switch (expr.kind) {
    case "list":
    case "option":
    case "stream":
    case "future":
      return expr.element ? [expr.element] : [];
    case "map":
      return [expr.key, expr.value].filter(t => t !== undefined);
    case "result":
      return [expr.ok, expr.err].filter(t => t !== undefined);
    case "tuple":
      return expr.elements;
    default:
      return [];
  }
}
