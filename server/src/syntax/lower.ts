// From a unit's tree to its typed view. Total: what the tree lacks is absent from the view.
import { withoutEnd } from "../base/ends.ts";
import type {
  Attribute,
  Field,
  FuncType,
  Ident,
  IncludeName,
  PackageName,
  TypeExpr,
  UseName,
  UsePath,
  Version,
} from "./ast.ts";
import type { SyntaxNode } from "./parser.ts";
import { scanString } from "./strings.ts";

/** Types nested deeper than the reference allows are cut off, so that no text can exhaust the stack. */
const maxTypeDepth = 110;

/** A node and its children in order, without the comments between them. */
export interface Parts {
  readonly node: SyntaxNode;
  readonly children: readonly SyntaxNode[];
}

export function parts(node: SyntaxNode): Parts {
  return { node, children: node.children.filter(c => !comments.has(c.type)) };
}

const comments: ReadonlySet<string> = new Set(["line_comment", "block_comment", "doc_comment"]);

export function child(p: Parts, type: string): SyntaxNode | undefined {
  return p.children.find(c => c.type === type && !c.isMissing);
}

export function all(p: Parts, type: string): readonly SyntaxNode[] {
  return p.children.filter(c => c.type === type);
}

export function ident(node: SyntaxNode): Ident {
  const text = node.text;
  return { text: text.startsWith("%") ? text.slice(1) : text, start: node.startIndex, end: node.endIndex };
}

/** The first name among the children. */
export function firstName(p: Parts): Ident | undefined {
  const id = child(p, "id");
  return id && ident(id);
}

/** The name after a word such as `as`. */
function nameAfter(p: Parts, word: string): Ident | undefined {
  const at = p.children.findIndex(c => c.type === word);
  const id = at < 0 ? undefined : p.children.slice(at + 1).find(c => c.type === "id" && !c.isMissing);
  return id && ident(id);
}

/** A `+`, or a `-` behind the numbers, that nothing follows is not part of the version (the reference accepts it). */
function version(node: SyntaxNode): Version {
  const text = withoutEnd(node.text, c => c === "+").replace(/^(\d+\.\d+\.\d+)-$/, "$1");
  return { text, start: node.startIndex, end: node.endIndex };
}

export function packageName(node: SyntaxNode): PackageName {
  const p = parts(node);
  const namespaces: Ident[] = [];
  const names: Ident[] = [];
  for (const [i, c] of p.children.entries()) {
    if (c.type !== "id" || c.isMissing) continue;
    (p.children[i + 1]?.type === ":" ? namespaces : names).push(ident(c));
  }
  const v = child(p, "version");
  const base = { namespaces, names, start: node.startIndex, end: node.endIndex };
  return v ? { version: version(v), ...base } : base;
}

export function usePath(node: SyntaxNode): UsePath | undefined {
  const p = parts(node);
  const ids = p.children.filter(c => c.type === "id" && !c.isMissing);
  const last = ids.at(-1);
  if (!last) return undefined;
  const base = { name: ident(last), start: node.startIndex, end: node.endIndex };
  const slash = p.children.findIndex(c => c.type === "/");
  if (slash < 0) return base;
  const namespaces: Ident[] = [];
  const names: Ident[] = [];
  for (const id of ids.slice(0, -1)) {
    const at = p.children.findIndex(c => c.id === id.id);
    (p.children[at + 1]?.type === ":" ? namespaces : names).push(ident(id));
  }
  const v = child(p, "version");
  const start = node.startIndex;
  const named = { namespaces, names, start, end: names.at(-1)?.end ?? start };
  return { package: v ? { version: version(v), ...named } : named, ...base };
}

export function attributes(p: Parts): readonly Attribute[] {
  const nodes = all(p, "attribute");
  return nodes.length === 0 ? none : nodes.flatMap(attribute);
}

const none: readonly never[] = [];

function attribute(node: SyntaxNode): Attribute[] {
  const p = parts(node);
  const name = firstName(p);
  if (!name) return [];
  const place = { name, start: node.startIndex, end: node.endIndex };
  const args = child(p, "attribute_argument");
  switch (name.text) {
    case "since":
    case "deprecated": {
      const v = args && child(parts(args), "version");
      return [v ? { kind: name.text, ...place, version: version(v) } : { kind: name.text, ...place }];
    }
    case "unstable": {
      const ids = args ? all(parts(args), "id") : [];
      return [ids[1] ? { kind: "unstable", ...place, feature: ident(ids[1]) } : { kind: "unstable", ...place }];
    }
    case "external-id": {
      const literal = child(p, "string_literal");
      const value = literal && scanString(literal.text, 0, literal.text.length).value;
      return [value === undefined ? { kind: "external-id", ...place } : { kind: "external-id", ...place, value }];
    }
    default:
      return [{ kind: "unknown", ...place }];
  }
}

export function useNames(p: Parts): readonly UseName[] {
  return all(p, "use_name").flatMap(node => {
    const inner = parts(node);
    const name = firstName(inner);
    const alias = nameAfter(inner, "as");
    return name ? [alias ? { name, alias } : { name }] : [];
  });
}

export function includeNames(p: Parts): readonly IncludeName[] {
  return all(p, "include_name").flatMap(node => {
    const inner = parts(node);
    const name = firstName(inner);
    const alias = nameAfter(inner, "as");
    return name ? [alias ? { name, alias } : { name }] : [];
  });
}

export function topUseAlias(p: Parts): Ident | undefined {
  return nameAfter(p, "as");
}

/** The named and typed children of a body: fields, cases, flags or parameters. */
export function fields(body: SyntaxNode | undefined, type: string): readonly Field[] {
  if (!body) return none;
  return all(parts(body), type).flatMap(node => {
    const p = parts(node);
    const name = firstName(p);
    if (!name) return [];
    const base = { name, start: node.startIndex, end: node.endIndex };
    const of = typeAmong(p, 0);
    return [of ? { type: of, ...base } : base];
  });
}

export function funcType(node: SyntaxNode): FuncType {
  const p = parts(node);
  const accessor = child(p, "accessor");
  const start = accessor ?? child(p, "func") ?? node;
  const base = {
    async: child(p, "async") !== undefined,
    params: fields(child(p, "param_list"), "param"),
    start: start.startIndex,
    end: node.endIndex,
    ...(accessor ? { accessor: accessor.text === "set" ? ("set" as const) : ("get" as const) } : {}),
  };
  const result = typeAmong(p, 0);
  return result ? { result, ...base } : base;
}

/** The first type among the children. */
export function typeAmong(p: Parts, depth: number): TypeExpr | undefined {
  for (const c of p.children) {
    const found = typeExpr(c, depth);
    if (found) return found;
  }
  return undefined;
}

function typesAmong(p: Parts, depth: number): readonly TypeExpr[] {
  return p.children.flatMap(c => typeExpr(c, depth) ?? []);
}

function typeExpr(node: SyntaxNode, depth: number): TypeExpr | undefined {
  const place = { start: node.startIndex, end: node.endIndex };
  switch (node.type) {
    case "primitive_type":
      return node.isMissing ? undefined : { kind: "primitive", name: node.text, ...place };
    case "named_type": {
      const name = firstName(parts(node));
      return name && { kind: "name", name, ...place };
    }
    case "list_type":
    case "option_type":
    case "stream_type":
    case "future_type":
      return elementType(node, depth);
    case "map_type":
      return mapType(node, depth);
    case "result_type":
      return resultType(node, depth);
    case "tuple_type":
      return { kind: "tuple", elements: depth > maxTypeDepth ? [] : typesAmong(parts(node), depth + 1), ...place };
    case "own_type":
    case "borrow_type": {
      const name = firstName(parts(node));
      const kind = node.type === "own_type" ? "own" : "borrow";
      return name ? { kind, name, ...place } : { kind, ...place };
    }
    default:
      return undefined;
  }
}

function elementType(node: SyntaxNode, depth: number): TypeExpr {
  const kind = node.type.slice(0, -"_type".length) as "list" | "option" | "stream" | "future";
  const place = { start: node.startIndex, end: node.endIndex };
  if (depth > maxTypeDepth) return { kind, ...place };
  const p = parts(node);
  const element = typeAmong(p, depth + 1);
  const size = child(p, "integer");
  return { kind, ...place, ...(element ? { element } : {}), ...(size ? { size: Number(size.text) } : {}) };
}

function mapType(node: SyntaxNode, depth: number): TypeExpr {
  const place = { start: node.startIndex, end: node.endIndex };
  const [key, value] = depth > maxTypeDepth ? [] : typesAmong(parts(node), depth + 1);
  return { kind: "map", ...place, ...(key ? { key } : {}), ...(value ? { value } : {}) };
}

function resultType(node: SyntaxNode, depth: number): TypeExpr {
  const place = { start: node.startIndex, end: node.endIndex };
  if (depth > maxTypeDepth) return { kind: "result", ...place };
  const p = parts(node);
  const found = typesAmong(p, depth + 1);
  const [ok, err] = child(p, "underscore") ? [undefined, found[0]] : found;
  return { kind: "result", ...place, ...(ok ? { ok } : {}), ...(err ? { err } : {}) };
}
