// Makes units: text in, typed view and syntax problem out. The same text in the same kind of container is made once.
import { textCache } from "../base/memo.ts";
import type { ContainerKind, SyntaxProblem, Unit } from "./ast.ts";
import { badCharacters } from "./bad-characters.ts";
import type { UnitMaker } from "./cut.ts";
import { syntaxProblem } from "./expect.ts";
import {
  all,
  attributes,
  child,
  fields,
  firstName,
  funcType,
  ident,
  includeNames,
  type Parts,
  packageName,
  parts,
  topUseAlias,
  typeAmong,
  useNames,
  usePath,
} from "./lower.ts";
import { moved } from "./moved.ts";
import { onOneLine } from "./one-line.ts";
import type { ParseTree, SyntaxNode } from "./parser.ts";
import { endAt, isName, kindAt, startAt, type Tokens, textAt, tokens } from "./tokens.ts";

/** How many distinct texts are remembered: what makes the same dependency in many packages cost once. */
const remembered = 20_000;

/** How many texts that came of edits are remembered: what is taken away and put back costs once. */
const rememberedTyped = 100;

/** How many views are kept by their tokens, for edits of the comments and white space in front of them. */
const viewsKept = 32;

/** Makers share what they remember as long as they are made by one call of this function. */
export function unitMaker(parse: ParseTree): UnitMaker {
  const kinds = new Map<ContainerKind, KindMaker>();
  return {
    unit: (context, text, first, typed) => {
      const shared = context === "inline" ? "interface" : context === "package" ? "file" : context;
      const kind = kinds.get(shared) ?? kindMaker(parse, shared);
      kinds.set(shared, kind);
      if (!first && hasMark(text)) return kind.make(text, 0);
      return typed ? kind.typed(text) : kind.known(text);
    },
  };
}

/** Makes the units of one kind of container; `known` remembers them, and `typed` the last ones. */
interface KindMaker {
  readonly make: (text: string, from: number) => Unit;
  readonly known: (text: string) => Unit;
  readonly typed: (text: string) => Unit;
}

function kindMaker(parse: ParseTree, context: ContainerKind): KindMaker {
  const views = textCache<View>(viewsKept, () => ({}));
  const make = (text: string, from: number): Unit => makeUnit({ parse, views }, context, text, from);
  const first = (text: string): Unit => make(text, hasMark(text) ? 1 : 0);
  return { make, known: textCache(remembered, first), typed: textCache(rememberedTyped, first) };
}

/** The unit last seen with certain tokens, at certain distances from each other. */
interface View {
  unit?: Unit;
}

interface Making {
  readonly parse: ParseTree;
  readonly views: (source: string) => View;
}

interface Base {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly attributes: Unit["attributes"];
  readonly problems: readonly SyntaxProblem[];
}

/** Whether a text starts with a byte-order mark. */
function hasMark(text: string): boolean {
  return text.charCodeAt(0) === 0xfeff;
}

function makeUnit(m: Making, context: ContainerKind, text: string, from: number): Unit {
  const t = tokens(text, from);
  const problem = syntaxProblem(t, context);
  let count = 0;
  while (kindAt(t, count) !== "end") count++;
  const base: Base = {
    text,
    start: startAt(t, 0),
    end: endAt(t, count - 1),
    attributes: [],
    problems: problem ? [...badCharacters(text), problem] : badCharacters(text),
  };
  const isHead = kindAt(t, count - 1) === "{";
  // Comments in front are blanked out: the tree does not need them, and each line would cost a node.
  const blanked = problem
    ? " ".repeat(base.start) + text.slice(base.start, treeEnd(text, problem))
    : onOneLine(text, t);
  const source = isHead ? `${blanked}}` : blanked;
  const read = (): Unit => m.parse(source, root => lower(root, base, t)) ?? { kind: "other", ...base };
  if (problem) return read();
  const view = m.views(source.slice(base.start));
  view.unit = view.unit ? movedTo(view.unit, base) : read();
  return view.unit;
}

/** The unit as it is in another place. */
function movedTo(unit: Unit, { text, start, end, problems }: Base): Unit {
  return Object.assign({}, moved(unit, start - unit.start), { text, start, end, problems });
}

/** From this length on, in UTF-16 units, broken text is given to tree-sitter only up to its mistake. */
const longUnit = 8192;

/** Where the text for the tree ends: tree-sitter's search for a way past a mistake can take the square of what follows. */
function treeEnd(text: string, problem: SyntaxProblem | undefined): number {
  return problem && text.length >= longUnit ? problem.end : text.length;
}

// Objects start with a property of their own, not with a spread: in Node 20 each object that starts with a spread gets a
// hidden class of its own, which makes all that reads it slow.

/** The view of the item in the tree; where the tree has none, what the words alone tell. */
function lower(root: SyntaxNode, base: Base, t: Tokens): Unit | undefined {
  for (const node of root.namedChildren) {
    const unit = lowerItem(node, base);
    if (unit) return unit;
  }
  return fromWords(root, base, t);
}

function lowerItem(node: SyntaxNode, bare: Base): Unit | undefined {
  const p = parts(node);
  const { text, start, end, problems } = bare;
  const base: Base = { text, start, end, attributes: attributes(p), problems };
  const name = firstName(p);
  const named = name ? { name } : {};
  switch (node.type) {
    case "package_declaration":
    case "package_block": {
      const of = child(p, "package_name");
      return { kind: "package", ...base, ...(of ? { name: packageName(of) } : {}) };
    }
    case "toplevel_use":
      return { kind: "top-use", ...base, ...path(p), ...optional("alias", topUseAlias(p)) };
    case "use_item":
      return { kind: "use", ...base, ...path(p), names: useNames(p) };
    case "include_item":
      return { kind: "include", ...base, ...path(p), names: includeNames(p) };
    case "interface_definition":
      return { kind: "interface", ...base, ...named };
    case "world_definition":
      return { kind: "world", ...base, ...named };
    case "resource_definition":
      return { kind: "resource", ...base, ...named };
    case "type_alias":
      return { kind: "type", ...base, ...named, ...optional("type", typeAmong(p, 0)) };
    default:
      return lowerFields(node, p, base) ?? lowerFunction(node, p, base);
  }
}

function lowerFields(node: SyntaxNode, p: Parts, base: Base): Unit | undefined {
  const shape = fieldShapes[node.type];
  if (!shape) return undefined;
  return {
    kind: shape.kind,
    ...base,
    ...optional("name", firstName(p)),
    fields: fields(child(p, shape.body), shape.field),
  };
}

const fieldShapes: Readonly<
  Record<string, { kind: "record" | "variant" | "enum" | "flags"; body: string; field: string }>
> = {
  record_definition: { kind: "record", body: "record_body", field: "record_field" },
  variant_definition: { kind: "variant", body: "variant_body", field: "variant_case" },
  enum_definition: { kind: "enum", body: "enum_body", field: "enum_case" },
  flags_definition: { kind: "flags", body: "flags_body", field: "flag" },
};

function lowerFunction(node: SyntaxNode, p: Parts, base: Base): Unit | undefined {
  const func = child(p, "func_type");
  const typed = func ? { func: funcType(func) } : {};
  switch (node.type) {
    case "func_item":
    case "resource_method":
      return {
        kind: "func",
        ...base,
        ...optional("name", firstName(p)),
        static: child(p, "static") !== undefined,
        ...typed,
      };
    case "resource_constructor": {
      const keyword = child(p, "constructor");
      if (!keyword) return undefined;
      return {
        kind: "constructor",
        ...base,
        name: { ...ident(keyword), text: "constructor" },
        func: { ...funcType(node), start: keyword.startIndex },
      };
    }
    case "import_item":
    case "export_item": {
      const kind = node.type === "import_item" ? "import" : "export";
      const inline = child(p, "inline_interface") !== undefined;
      return { kind, ...base, ...optional("name", firstName(p)), ...path(p), ...typed, inline };
    }
    default:
      return undefined;
  }
}

function path(p: Parts): { path?: NonNullable<ReturnType<typeof usePath>> } {
  const node = child(p, "use_path");
  const found = node && usePath(node);
  return found ? { path: found } : {};
}

function optional<K extends string, V>(key: K, value: V | undefined): { [k in K]?: V } {
  return (value === undefined ? {} : { [key]: value }) as { [k in K]?: V };
}

/** A unit whose tree is broken beyond its name: kind and name from its first words, types from what the tree still holds. */
function fromWords(root: SyntaxNode, base: Base, t: Tokens): Unit {
  let i = 0;
  while (kindAt(t, i) === "@") i += kindAt(t, i + 2) === "(" ? closing(t, i + 3) - i : 2;
  const word = kindAt(t, i);
  const name = nameToken(t, i + 1);
  const named = name ? { name } : {};
  switch (word) {
    case "id":
    case "%id":
      return kindAt(t, i + 1) === ":"
        ? { kind: "func", ...base, name: nameToken(t, i)!, static: false }
        : { kind: "other", ...base };
    case "record":
    case "variant":
    case "enum":
    case "flags":
      return { kind: word, ...base, ...named, fields: looseFields(root, word) };
    case "type":
    case "resource":
    case "interface":
    case "world":
      return { kind: word, ...base, ...named };
    case "import":
    case "export":
      return { kind: word, ...base, ...(kindAt(t, i + 2) === ":" ? named : {}), inline: false };
    case "use":
    case "include":
      return { kind: word, ...base, names: [] };
    case "package":
      return { kind: "package", ...base };
    default:
      return { kind: "other", ...base };
  }
}

function closing(t: Tokens, from: number): number {
  let i = from;
  while (kindAt(t, i) !== ")" && kindAt(t, i) !== "end") i++;
  return i + 1;
}

function nameToken(t: Tokens, i: number): { text: string; start: number; end: number } | undefined {
  const kind = kindAt(t, i);
  if (!isName(kind)) return undefined;
  const text = textAt(t, i);
  return { text: kind === "%id" ? text.slice(1) : text, start: startAt(t, i), end: endAt(t, i) };
}

/** Fields that stand directly in an error node, whole though their record is not. */
function looseFields(root: SyntaxNode, kind: "record" | "variant" | "enum" | "flags"): ReturnType<typeof fields> {
  const shape = Object.values(fieldShapes).find(s => s.kind === kind)!;
  const holders = [root, ...root.namedChildren.filter(n => n.isError)];
  return holders.flatMap(holder => (all(parts(holder), shape.field).length > 0 ? fields(holder, shape.field) : []));
}
