// The layout of types as they are written, and of the types that their names stand for. Computed on demand, so that
// asking for one type of a large package reads only what that type needs.
import { memo } from "../../base/memo.ts";
import type { Field, TypeExpr } from "../../syntax/ast.ts";
import type { RootAnalysis } from "../analysis.ts";
import type { ContainerAnalysis } from "../item.ts";
import { mentionedTypes } from "../outline.ts";
import type { DefinedEntry, TypeEntry } from "../type-scope.ts";
import {
  fixedListLayout,
  flagsLayout,
  handleLayout,
  type Layout,
  listLayout,
  primitiveLayout,
  recordLayout,
  variantLayout,
} from "./layout.ts";

/** A type of a container. */
interface Place {
  readonly analysis: ContainerAnalysis;
  readonly entry: TypeEntry;
}

/** What is known of a root's types; `undefined` for a type that can't be laid out. */
const layoutsOf: (root: RootAnalysis) => Map<TypeEntry, Layout | undefined> = memo(() => new Map());

/**
 * The layout of a named type; a resource is laid out as its handle. Nothing where a name in it leads nowhere, or the
 * type is part of a cycle.
 */
export function layoutOfEntry(root: RootAnalysis, analysis: ContainerAnalysis, entry: TypeEntry): Layout | undefined {
  const known = layoutsOf(root);
  // An explicit stack: chains of types can be longer than the call stack is deep.
  const stack: { readonly place: Place; readonly needs: readonly Place[]; next: number }[] = [];
  const open = new Set<TypeEntry>();
  const enter = (place: Place): void => {
    if (known.has(place.entry) || open.has(place.entry)) return;
    open.add(place.entry);
    stack.push({ place, needs: needsOf(root, place), next: 0 });
  };
  enter({ analysis, entry });
  for (let top = stack.at(-1); top; top = stack.at(-1)) {
    const need = top.needs[top.next++];
    if (need) enter(need);
    else {
      known.set(top.place.entry, computed(root, top.place));
      stack.pop();
    }
  }
  return known.get(entry);
}

/** The layout of a type written in a container. */
export function layoutOf(root: RootAnalysis, analysis: ContainerAnalysis, expr: TypeExpr): Layout | undefined {
  return written(expr, name => {
    const entry = analysis.scope.entries.get(name);
    return entry && layoutOfEntry(root, analysis, entry);
  });
}

type Named = (name: string) => Layout | undefined;

function written(expr: TypeExpr, named: Named): Layout | undefined {
  const of = (part: TypeExpr | undefined): Layout | undefined => part && written(part, named);
  switch (expr.kind) {
    case "primitive":
      return primitiveLayout(expr.name);
    case "name":
      return named(expr.name.text);
    case "own":
    case "borrow":
    case "stream":
    case "future":
      return handleLayout;
    case "map":
      return listLayout;
    case "list": {
      if (expr.size === undefined) return listLayout;
      const element = of(expr.element);
      return element && fixedListLayout(element, expr.size);
    }
    case "option":
      return cases([{ name: "none" }, { name: "some", type: of(expr.element) ?? "unknown" }]);
    case "result":
      return cases([
        { name: "ok", type: expr.ok && (of(expr.ok) ?? "unknown") },
        { name: "error", type: expr.err && (of(expr.err) ?? "unknown") },
      ]);
    case "tuple":
      return record(expr.elements.map((element, i) => ({ name: String(i), layout: of(element) })));
  }
}

function record(fields: readonly { readonly name: string; readonly layout: Layout | undefined }[]): Layout | undefined {
  const known = fields.flatMap(({ name, layout }) => (layout ? [{ name, layout }] : []));
  return known.length < fields.length ? undefined : recordLayout(known);
}

interface Case {
  readonly name: string;
  readonly type?: Layout | "unknown" | undefined;
}

function cases(all: readonly Case[]): Layout | undefined {
  if (all.some(({ type }) => type === "unknown")) return undefined;
  return variantLayout(all.map(({ name, type }) => (typeof type === "object" ? { name, layout: type } : { name })));
}

function needsOf(root: RootAnalysis, { analysis, entry }: Place): readonly Place[] {
  if (entry.kind === "use") return usedPlace(root, entry);
  return mentionedTypes(entry.decl.unit).flatMap(({ text }) => {
    const found = analysis.scope.entries.get(text);
    return found ? [{ analysis, entry: found }] : [];
  });
}

/** The type that a `use` brings in, where it is declared or used in turn. */
function usedPlace(root: RootAnalysis, entry: TypeEntry & { readonly kind: "use" }): readonly Place[] {
  const analysis = entry.target.status === "interface" ? interfaceAnalysis(root, entry.target.id) : undefined;
  const found = analysis?.scope.entries.get(entry.useName.name.text);
  return analysis && found ? [{ analysis, entry: found }] : [];
}

/** The analysis of the interface `namespace:name/interface@version`. */
function interfaceAnalysis(root: RootAnalysis, id: string): ContainerAnalysis | undefined {
  const [path = "", version] = id.split("@");
  const slash = path.lastIndexOf("/");
  const pkg = root.byKey.get(version === undefined ? path.slice(0, slash) : `${path.slice(0, slash)}@${version}`);
  return pkg?.items.get(path.slice(slash + 1))?.analysis;
}

/** The layout of a type when what it needs is known; what is still unknown is part of a cycle. */
function computed(root: RootAnalysis, { analysis, entry }: Place): Layout | undefined {
  const known = layoutsOf(root);
  if (entry.kind === "def") return definedLayout(entry, name => known.get(analysis.scope.entries.get(name)!));
  const [used] = usedPlace(root, entry);
  return used && known.get(used.entry);
}

function definedLayout({ decl: { unit } }: DefinedEntry, named: Named): Layout | undefined {
  const of = (part: TypeExpr): Layout | undefined => written(part, named);
  switch (unit.kind) {
    case "resource":
      return handleLayout;
    case "type":
      return unit.type && of(unit.type);
    case "record":
      return record(unit.fields.map(({ name, type }) => ({ name: name.text, layout: type && of(type) })));
    case "flags":
      return flagsLayout(unit.fields.length);
    case "enum":
    case "variant":
      return cases(unit.fields.map(field => caseOf(field, of)));
  }
}

function caseOf({ name, type }: Field, of: (type: TypeExpr) => Layout | undefined): Case {
  return type ? { name: name.text, type: of(type) ?? "unknown" } : { name: name.text };
}
