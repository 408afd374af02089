// The worlds of a root in plain data, for tools: what each imports and exports, and which functions can be called.
import type { FuncType, TypeExpr } from "../syntax/ast.ts";
import { escaped, pathIn } from "../workspace/binary/text.ts";
import type { RootAnalysis } from "./analysis.ts";
import { filePlace, type Holder, holderOf, holderOfContainer, itemHolder } from "./holders.ts";
import { type FuncDecl, typesOfFunction } from "./outline.ts";
import type { ItemAnalysis } from "./package.ts";
import type { Package } from "./packages.ts";
import type { FilePlace } from "./problem.ts";
import { resourceIn } from "./resources.ts";
import type { SymbolId } from "./symbols.ts";
import type { WorldItem } from "./world.ts";

export interface WorldDescription {
  readonly package: string;
  readonly name: string;
  /** As tools find it in the root: with its package where that is a nested one, and a `%` before words of the language. */
  readonly specifier: string;
  /** The whole item, its comments left out. */
  readonly place: FilePlace;
  readonly namePlace: FilePlace;
  readonly imports: readonly ExternDescription[];
  readonly exports: readonly ExternDescription[];
}

export interface ExternDescription {
  readonly name: string;
  readonly kind: WorldItem["kind"];
  readonly functions: readonly FunctionDescription[];
}

export interface FunctionDescription {
  /** As component names have it: `greet`, `[method]file.read`. */
  readonly name: string;
  readonly params: readonly { readonly name: string; readonly type: string }[];
  readonly result?: string;
  readonly notInvocable?: string;
  readonly namePlace: FilePlace;
}

/** The worlds of the root's own packages, those of `deps/` left out, elaborated. */
export function describeWorlds(root: RootAnalysis): readonly WorldDescription[] {
  return root.packages
    .filter(pkg => !pkg.package.dep)
    .flatMap(pkg =>
      [...pkg.items.values()].flatMap(item => (item.world ? [describe(root, pkg.package, item, item.world)] : [])),
    );
}

function describe(
  root: RootAnalysis,
  { key, nested }: Package,
  item: ItemAnalysis,
  world: NonNullable<ItemAnalysis["world"]>,
): WorldDescription {
  const { container, head, name } = item.item.item;
  const holder = itemHolder(root, item);
  const externs = (items: readonly WorldItem[]): ExternDescription[] => items.map(i => describeItem(root, i));
  return {
    package: key,
    name: name.text,
    specifier: nested ? pathIn(key, name.text) : escaped(name.text),
    place: filePlace(holder, head.start, container.length),
    namePlace: filePlace(holder, name.start, name.end),
    imports: externs(world.imports),
    exports: externs(world.exports),
  };
}

function describeItem(root: RootAnalysis, item: WorldItem): ExternDescription {
  return { name: item.name, kind: item.kind, functions: functionsOf(root, item) };
}

function functionsOf(root: RootAnalysis, item: WorldItem): FunctionDescription[] {
  if (item.kind === "type") return [];
  const holder = item.kind === "interface" ? holderOf(root, item.id!) : holderOfContainer(root, item.container);
  if (!holder) return [];
  const decls = item.func ? [item.func] : holder.analysis.scope.outline.functions;
  return decls.flatMap(decl =>
    decl.func ? [describeFunction(root, holder, decl, decl.func, item.func ? item.name : decl.mangled)] : [],
  );
}

function describeFunction(
  root: RootAnalysis,
  h: Holder,
  decl: FuncDecl,
  func: FuncType,
  name: string,
): FunctionDescription {
  const text = (expr: TypeExpr): string => decl.unit.text.slice(expr.start, expr.end).replace(/\s+/g, " ");
  const why = whyNotInvocable(root, h, decl, func);
  return {
    name,
    params: func.params.map(p => ({ name: p.name.text, type: p.type ? text(p.type) : "" })),
    ...(func.result ? { result: text(func.result) } : {}),
    ...(why ? { notInvocable: why } : {}),
    namePlace: filePlace(h, decl.offset + decl.name.start, decl.offset + decl.name.end),
  };
}

function whyNotInvocable(root: RootAnalysis, h: Holder, decl: FuncDecl, func: FuncType): string | undefined {
  if (decl.kind !== "free") return "it belongs to a resource, and a command line can't hold one";
  const seen = new Set<SymbolId>();
  const resource = typesOfFunction(func).flatMap(t => resourceIn(root, h, t, seen) ?? [])[0];
  return resource && `it takes or returns the resource \`${resource}\`, and a command line can't hold one`;
}
