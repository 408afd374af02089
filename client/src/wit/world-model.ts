// A world with the types of everything it imports and exports, as objects: what bindings, projects and forms are written from.
import type { Primitive } from "../wave/wit-type.ts";

export interface WorldModel {
  readonly package: PackageName;
  readonly name: string;
  readonly docs: string;
  readonly imports: readonly Extern[];
  readonly exports: readonly Extern[];
  /** All packages that were resolved with the world's own, used by it or not: generators tell versions apart in names where there are several. */
  readonly packages?: readonly PackageName[];
  /** What stands anywhere in the packages' text, used by the world or not, that older tools can't read. */
  readonly written?: Constructs;
  /** The first thing that it has because a feature is switched on: `a:b/i, f`. */
  readonly gated?: string;
  /** The features that were switched on for it, of those that gates in the packages name. */
  readonly features?: readonly string[];
}

/** What not every toolchain knows; see constructs.ts. */
export type Construct =
  | "accessor"
  | "accessor-clash"
  | "async-export"
  | "async-import"
  | "bare-resource"
  | "both-ways"
  | "both-ways-type"
  | "channel"
  | "empty-export"
  | "error-context"
  | "external-id"
  | "fixed-length-list"
  | "handle-alias"
  | "inline-resource"
  | "label"
  | "label-types"
  | "map"
  | "name-of-namespace"
  | "option-of-alias"
  | "setter-clash"
  | "unstable"
  | "world-resource";

/** Each construct with the first place that has it: `a:b/i, prop`. */
export type Constructs = ReadonlyMap<Construct, string>;

export interface PackageName {
  readonly namespace: string;
  readonly name: string;
  readonly version?: string;
}

export type Extern =
  | { readonly kind: "interface"; readonly interface: Interface }
  | { readonly kind: "function"; readonly function: Func }
  | { readonly kind: "type"; readonly type: TypeDef };

export interface Interface {
  /** Canonical name, `wasi:cli/run@0.2.12`; the plain name for an interface written in the world, or to which the world gives a name. */
  readonly id: string;
  readonly name: string;
  /** Absent for an interface that has its name from the world. */
  readonly package?: PackageName;
  /** Of `export name: other`: the canonical name of the other. Its types are not those that it has elsewhere. */
  readonly implements?: string;
  readonly docs: string;
  /** In the order of the text. */
  readonly types: readonly TypeDef[];
  /** Functions of resources too. */
  readonly functions: readonly Func[];
}

/** What names an interface. */
export type InterfaceName = Pick<Interface, "id" | "name" | "package" | "implements">;

export interface Func {
  /** As WIT writes it, without what it belongs to: `read` for `[method]file.read`; the resource's name for a constructor. */
  readonly name: string;
  readonly kind: "freestanding" | "method" | "static" | "constructor";
  /** What `name: get() -> …` and `name: set(…)` are. */
  readonly accessor?: "get" | "set";
  readonly isAsync: boolean;
  /** What a function of a resource belongs to. */
  readonly resource?: TypeDef;
  /** The first parameter of a method, `self`, left out. */
  readonly params: readonly { readonly name: string; readonly type: Type }[];
  readonly result?: Type;
  readonly docs: string;
}

export type Type =
  | { readonly kind: Primitive | "error-context" }
  | { readonly kind: "named"; readonly def: TypeDef }
  | { readonly kind: "own" | "borrow"; readonly resource: TypeDef }
  | { readonly kind: "list"; readonly element: Type; readonly size?: number }
  | { readonly kind: "map"; readonly key: Type; readonly value: Type }
  | { readonly kind: "option"; readonly element: Type }
  | { readonly kind: "result"; readonly ok?: Type; readonly err?: Type }
  | { readonly kind: "tuple"; readonly elements: readonly Type[] }
  | { readonly kind: "future" | "stream"; readonly element?: Type };

/** A named type. Its `body` is read when it is asked for. */
export interface TypeDef {
  readonly name: string;
  /** The interface it is declared in; absent for a type of the world itself. */
  readonly owner?: Pick<Interface, "id" | "name" | "package" | "implements">;
  readonly docs: string;
  readonly body: TypeBody;
}

export type TypeBody =
  | { readonly kind: "record"; readonly fields: readonly (Part & { readonly type: Type })[] }
  | { readonly kind: "variant"; readonly cases: readonly (Part & { readonly type?: Type })[] }
  | { readonly kind: "enum" | "flags"; readonly names: readonly string[] }
  | { readonly kind: "resource" }
  /** `type a = b`, also what a `use` brings. */
  | { readonly kind: "alias"; readonly type: Type };

/** A field or a case. */
export interface Part {
  readonly name: string;
  /** Absent where the WIT says nothing. */
  readonly docs?: string;
}

/** `[method]file.read`, as a component's binary names it. */
export function binaryName({ kind, accessor, name, resource }: Func): string {
  const belongs = kind === "freestanding" ? "" : `[${kind}]`;
  const marks = `${belongs}${accessor === undefined ? "" : `[${accessor}]`}`;
  if (resource === undefined) return marks + name;
  return kind === "constructor" ? marks + resource.name : `${marks}${resource.name}.${name}`;
}

/** What a type stands for once aliases are followed: a definition that is no alias, or a type without a name. */
export function withoutAliases(type: Type): Type {
  let found = type;
  while (found.kind === "named" && found.def.body.kind === "alias") found = found.def.body.type;
  return found;
}

/** What a type is declared as, without the names that a `use` or an alias adds; undefined where that is a type without a name. */
export function realDef(def: TypeDef): TypeDef | undefined {
  const real = withoutAliases({ kind: "named", def });
  return real.kind === "named" ? real.def : undefined;
}

/** The types that a type without a name is made of; none of a named one. */
export function partsOf(type: Type): readonly Type[] {
  switch (type.kind) {
    case "list":
    case "option":
      return [type.element];
    case "map":
      return [type.key, type.value];
    case "result":
      return [type.ok, type.err].filter(part => part !== undefined);
    case "tuple":
      return type.elements;
    case "future":
    case "stream":
      return type.element === undefined ? [] : [type.element];
    default:
      return [];
  }
}

/** The types that a definition is made of. */
export function partsOfDef({ body }: TypeDef): readonly Type[] {
  switch (body.kind) {
    case "record":
      return body.fields.map(({ type }) => type);
    case "variant":
      return body.cases.flatMap(({ type }) => type ?? []);
    case "alias":
      return [body.type];
    default:
      return [];
  }
}
