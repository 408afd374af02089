// What the files of a root expect of interfaces and worlds that are not there: their names, and the types used of them.
import type { ContainerAnalysis } from "../../semantics/item.ts";
import { typesOf, typesOfFunction } from "../../semantics/outline.ts";
import type { PackageAnalysis } from "../../semantics/package.ts";
import { packageKey, type Scope } from "../../semantics/packages.ts";
import type { TypeExpr, UsePath } from "../../syntax/ast.ts";
import { written } from "../edits/words.ts";
import type { FixContext } from "./fix.ts";
import { handlesIn } from "./parts.ts";

export interface NamedItem {
  readonly kind: "interface" | "world";
  readonly name: string;
  /** Definitions of the types that are used of it, by name. */
  readonly types: ReadonlyMap<string, string>;
}

/** The interfaces and worlds that any file of the root expects of a package, in the order of their first mention. */
export function namedItems(c: FixContext, key: string): readonly NamedItem[] {
  const found = new Map<string, { kind: NamedItem["kind"]; name: string; types: Map<string, string> }>();
  const itemOf = (name: string, kind: NamedItem["kind"]): Map<string, string> => {
    const known = found.get(name) ?? { kind, name, types: new Map<string, string>() };
    found.set(name, known);
    return known.types;
  };
  for (const pkg of c.root.packages) {
    for (const scope of pkg.package.scopes)
      for (const { unit } of scope.uses)
        if (unit.path?.package && packageKey(unit.path.package) === key) itemOf(unit.path.name.text, "interface");
    for (const { item, analysis } of pkg.items.values()) {
      const nameIn = (path: UsePath | undefined): string | undefined => path && nameOf(pkg, item.scope, path, key);
      for (const each of [analysis, ...analysis.bodies.values()]) collect(each, nameIn, itemOf);
    }
  }
  return [...found.values()];
}

/** Whether a package has what is expected of an interface or world. */
export function holdsItem(pkg: PackageAnalysis | undefined, { kind, name, types }: NamedItem): boolean {
  const item = pkg?.items.get(name);
  return item?.item.item.kind === kind && [...types.keys()].every(type => item.analysis.summary.types.has(type));
}

function collect(
  analysis: ContainerAnalysis,
  nameIn: (path: UsePath | undefined) => string | undefined,
  itemOf: (name: string, kind: NamedItem["kind"]) => Map<string, string>,
): void {
  const { uses, includes, externs } = analysis.scope.outline;
  for (const [units, kind] of [
    [includes, "world"],
    [externs, "interface"],
  ] as const) {
    for (const { unit } of units) {
      const name = nameIn(unit.path);
      if (name !== undefined) itemOf(name, kind);
    }
  }
  for (const { unit } of uses) {
    const holder = nameIn(unit.path);
    if (holder === undefined) continue;
    const types = itemOf(holder, "interface");
    for (const { name, alias } of unit.names) {
      const resource = isHandled(analysis, (alias ?? name).text) || types.get(name.text)?.startsWith("resource");
      types.set(name.text, resource ? `resource ${written(name.text)};` : `type ${written(name.text)} = u32;`);
    }
  }
}

/** What a path names in the package with a key; names that `use` gives at the top of the file are looked through. */
function nameOf(pkg: PackageAnalysis, scope: Scope, path: UsePath, key: string): string | undefined {
  if (path.package) return packageKey(path.package) === key ? path.name.text : undefined;
  const meaning = pkg.names.scopes.get(scope)?.get(path.name.text);
  if (meaning?.kind === "use" && meaning.path.package)
    return packageKey(meaning.path.package) === key ? meaning.path.name.text : undefined;
  return pkg.package.key === key ? path.name.text : undefined;
}

/** A definition of a type of which only the uses are known: what is held by a handle is a resource. */
export function definition(analysis: ContainerAnalysis, name: string): string {
  return isHandled(analysis, name) ? `resource ${written(name)};` : `type ${written(name)} = u32;`;
}

function isHandled({ scope }: ContainerAnalysis, name: string): boolean {
  const { types, functions, externs } = scope.outline;
  const all: readonly TypeExpr[] = [
    ...types.flatMap(t => typesOf(t.unit)),
    ...functions.flatMap(f => (f.func ? typesOfFunction(f.func) : [])),
    ...externs.flatMap(e => (e.unit.func ? typesOfFunction(e.unit.func) : [])),
  ];
  return all.some(type => handlesIn(type).has(name));
}

/** The item as WIT, its lines indented by `indent`, and by `level` more inside. */
export function itemText({ kind, name, types }: NamedItem, newline: string, level: string, indent = ""): string {
  const body = [...types.values()].map(type => `${newline}${indent}${level}${type}`).join("");
  return `${kind} ${written(name)} {${body}${body === "" ? "" : newline + indent}}`;
}
