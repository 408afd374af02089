// The names that stand in a unit or a container, as far as the text alone tells what they are. Kept with what they stand
// in, which an edit elsewhere leaves as it is.
import { memo } from "../../base/memo.ts";
import type { Span } from "../../base/span.ts";
import { isDeprecated } from "../../semantics/gates.ts";
import { eachName } from "../../semantics/outline.ts";
import {
  type Container,
  type ExternUnit,
  type FieldsUnit,
  type FuncType,
  type FuncUnit,
  type Ident,
  type IncludeName,
  isContainer,
  type TypeExpr,
  type Unit,
  type UseName,
  type UsePath,
} from "../../syntax/ast.ts";
import { type TokenCode, tokenCode } from "./legend.ts";

/** A name; offsets count from its unit or its container. */
export interface Mark extends Span {
  /** Absent where it is to be looked up. */
  readonly code: TokenCode | undefined;
  readonly lookup: Lookup | undefined;
  /** Where its unit starts. */
  readonly unit: number;
}

/** What has to be looked up to know what a name is. */
export type Lookup =
  | { readonly kind: "type"; readonly name: string }
  /** The interface or world that a path ends with. */
  | { readonly kind: "path"; readonly path: UsePath }
  | { readonly kind: "used" | "used-as"; readonly path: UsePath | undefined; readonly used: UseName }
  /** What an `include` gives another name. */
  | { readonly kind: "included"; readonly path: UsePath | undefined; readonly name: string };

/** The names of a unit in the order of the text; none overlaps another. */
export const marksOf: (unit: Unit) => readonly Mark[] = memo(unit => collect(unit, "function"));
const resourceMarks = memo((unit: Unit) => collect(unit, "method"));

/** The names of a container's members, in pieces; behind a piece may come an interface that is written in place. */
export interface MarksInside {
  readonly pieces: readonly { readonly marks: readonly Mark[]; readonly body?: number }[];
}

/** The names in an interface, a world or an interface written in a world; offsets count from the container. */
export const marksInside: (container: Container) => MarksInside = memo(container => {
  const pieces: { marks: Mark[]; body?: number }[] = [{ marks: [] }];
  const add = (marks: readonly Mark[], offset: number): void => {
    for (const { start, end, code, lookup } of marks)
      pieces.at(-1)!.marks.push({ start: start + offset, end: end + offset, code, lookup, unit: offset });
  };
  for (const [i, member] of container.members.entries()) {
    const offset = container.starts[i]!;
    if (!isContainer(member)) {
      if (isDeclared(member, container)) add(marksOf(member), offset);
      continue;
    }
    const { head } = member;
    if (head?.kind === "resource" && head.name) {
      add(marksOf(head), offset);
      for (const [j, inner] of member.members.entries())
        if (!isContainer(inner) && (inner.kind === "func" || inner.kind === "constructor"))
          add(resourceMarks(inner), offset + member.starts[j]!);
    } else if (head?.kind === "import" || head?.kind === "export") {
      add(marksOf(head), offset);
      pieces.at(-1)!.body = offset;
      pieces.push({ marks: [] });
    }
  }
  return { pieces };
});

/** Whether a member declares something where it stands; what a world declares as if it were an interface does not count. */
function isDeclared({ kind }: Unit, container: Container): boolean {
  if (kind === "func") return container.kind !== "world";
  return kind !== "package" && kind !== "top-use" && kind !== "constructor" && kind !== "other";
}

function collect(unit: Unit, functions: "function" | "method"): readonly Mark[] {
  const found: Mark[] = [];
  addUnit(found, unit, functions);
  found.sort((a, b) => a.start - b.start || a.end - b.end);
  let end = 0;
  return found.filter(mark => {
    if (mark.start < end || mark.end <= mark.start) return false;
    end = mark.end;
    return true;
  });
}

function push(found: Mark[], { start, end }: Span, code: TokenCode): void {
  found.push({ start, end, code, lookup: undefined, unit: 0 });
}

function pushLookup(found: Mark[], { start, end }: Span, lookup: Lookup): void {
  found.push({ start, end, code: undefined, lookup, unit: 0 });
}

function addUnit(found: Mark[], unit: Unit, functions: "function" | "method"): void {
  const old = isDeprecated(unit) ? "deprecated" : undefined;
  switch (unit.kind) {
    case "package":
      if (unit.name) push(found, unit.name, tokenCode("namespace", "declaration"));
      break;
    case "interface":
    case "world": {
      const type = unit.kind === "world" ? "namespace" : "interface";
      if (unit.name) push(found, unit.name, tokenCode(type, "declaration", old));
      break;
    }
    case "top-use":
      if (unit.path) addPath(found, unit.path);
      if (unit.alias) push(found, unit.alias, tokenCode("interface", "declaration"));
      break;
    case "use":
      if (unit.path) addPath(found, unit.path);
      for (const used of unit.names) addUsed(found, unit.path, used);
      break;
    case "include":
      if (unit.path) addPath(found, unit.path);
      for (const name of unit.names) addIncluded(found, unit.path, name);
      break;
    case "type":
    case "resource":
    case "record":
    case "variant":
    case "enum":
    case "flags":
      if (!unit.name) break;
      push(found, unit.name, tokenCode(definedTypes[unit.kind], "declaration", old));
      if (unit.kind === "type") addType(found, unit.type);
      else if (unit.kind !== "resource") addFields(found, unit);
      break;
    case "func":
      if (unit.name) addFunction(found, unit, unit.name, tokenCode(functions, "declaration", old));
      break;
    case "constructor":
      // Its name is a keyword.
      addSignature(found, unit.func);
      break;
    case "import":
    case "export":
      addExtern(found, unit, old);
      break;
    case "other":
      break;
  }
}

/** What a definition is shown as. */
export const definedTypes = {
  resource: "class",
  record: "struct",
  variant: "enum",
  enum: "enum",
  flags: "enum",
  type: "type",
} as const;

function addPath(found: Mark[], path: UsePath): void {
  if (path.package) push(found, path.package, tokenCode("namespace"));
  pushLookup(found, path.name, { kind: "path", path });
}

function addUsed(found: Mark[], path: UsePath | undefined, used: UseName): void {
  pushLookup(found, used.name, { kind: "used", path, used });
  if (used.alias) pushLookup(found, used.alias, { kind: "used-as", path, used });
}

function addIncluded(found: Mark[], path: UsePath | undefined, { name, alias }: IncludeName): void {
  pushLookup(found, name, { kind: "included", path, name: name.text });
  if (alias) push(found, alias, tokenCode("variable", "declaration"));
}

function addFields(found: Mark[], unit: FieldsUnit): void {
  const code = tokenCode(unit.kind === "record" ? "property" : "enumMember", "declaration");
  for (const { name, type } of unit.fields) {
    push(found, name, code);
    addType(found, type);
  }
}

function addType(found: Mark[], type: TypeExpr | undefined): void {
  if (type) eachName(type, name => pushLookup(found, name, { kind: "type", name: name.text }));
}

const asyncBit = tokenCode("type", "async") & ~tokenCode("type");
const staticBit = tokenCode("type", "static") & ~tokenCode("type");

function addFunction(found: Mark[], unit: FuncUnit | ExternUnit, name: Ident, code: TokenCode): void {
  const { func } = unit;
  const isStatic = unit.kind === "func" && unit.static;
  push(found, name, code | (func?.async ? asyncBit : 0) | (isStatic ? staticBit : 0));
  if (func) addSignature(found, func);
}

function addSignature(found: Mark[], func: FuncType): void {
  const code = tokenCode("parameter", "declaration");
  for (const { name, type } of func.params) {
    push(found, name, code);
    addType(found, type);
  }
  addType(found, func.result);
}

function addExtern(found: Mark[], unit: ExternUnit, old: "deprecated" | undefined): void {
  if (unit.path) addPath(found, unit.path);
  if (!unit.name) return;
  if (unit.func) addFunction(found, unit, unit.name, tokenCode("function", "declaration", old));
  else push(found, unit.name, tokenCode("interface", "declaration", old));
}
