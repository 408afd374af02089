// The resolved packages of a root as a graph: what their texts declare, after names, gates, includes and implicit imports.
//
// Nodes are filled in while the graph is built and not changed afterwards. `index` is a node's place in the model's lists.

import type { ContainerAnalysis } from "../item.ts";
import type { FuncDecl } from "../outline.ts";
import type { TypeEntry } from "../type-scope.ts";

/** A primitive type by its keyword, or any other type. A resource stands for itself only where a handle can't be meant. */
export type TypeRef = string | TypeNode;

export type Stability =
  | { readonly kind: "stable"; readonly since: string; readonly deprecated?: string }
  | { readonly kind: "unstable"; readonly feature: string; readonly deprecated?: string };

/** A field, flag or case; only fields have a type always, flags and cases of an enum never. */
export interface PartNode {
  readonly name: string;
  readonly type?: TypeRef;
  readonly docs?: string;
}

export type TypeKind =
  | { readonly kind: "record" | "variant" | "enum" | "flags"; readonly parts: readonly PartNode[] }
  | { readonly kind: "resource" }
  | { readonly kind: "alias"; readonly type: TypeRef }
  | { readonly kind: "own" | "borrow"; readonly resource: TypeNode }
  | { readonly kind: "tuple"; readonly types: readonly TypeRef[] }
  | { readonly kind: "list" | "option"; readonly element: TypeRef }
  | { readonly kind: "fixed-length-list"; readonly element: TypeRef; readonly size: number }
  | { readonly kind: "future" | "stream"; readonly element?: TypeRef }
  | { readonly kind: "map"; readonly key: TypeRef; readonly value: TypeRef }
  | { readonly kind: "result"; readonly ok?: TypeRef; readonly err?: TypeRef };

export type TypeOwner = InterfaceNode | WorldNode;

/** Where a named type is declared; copies that an `include` makes share it. */
export interface TypeOrigin {
  readonly analysis: ContainerAnalysis;
  readonly entry: TypeEntry;
}

export interface TypeNode {
  readonly node: "type";
  /** Tells the types of a model apart while it is built. */
  readonly serial: number;
  index: number;
  /** Absent for a type written in place. */
  name?: string;
  kind: TypeKind;
  readonly owner?: TypeOwner;
  readonly docs?: string;
  readonly stability?: Stability;
  readonly externalId?: string;
  readonly origin?: TypeOrigin;
  /** Whether it is a resource or another name of one. */
  readonly resource: boolean;
}

export interface ParamNode {
  readonly name: string;
  readonly type: TypeRef;
}

export type FunctionKind =
  | "freestanding"
  | "async-freestanding"
  | "getter"
  | "setter"
  | "method"
  | "async-method"
  | "method-getter"
  | "method-setter"
  | "static"
  | "async-static"
  | "static-getter"
  | "static-setter"
  | "constructor";

export interface FunctionNode {
  /** As component names have it: `[method]r.f`. */
  readonly name: string;
  readonly kind: FunctionKind;
  readonly resource?: TypeNode;
  readonly params: readonly ParamNode[];
  readonly result?: TypeRef;
  readonly docs?: string;
  readonly stability?: Stability;
  readonly externalId?: string;
  readonly origin: { readonly analysis: ContainerAnalysis; readonly decl: FuncDecl };
}

export interface InterfaceNode {
  readonly node: "interface";
  index: number;
  /** Absent for an interface written inside a world. */
  readonly name?: string;
  readonly types: Map<string, TypeNode>;
  readonly functions: Map<string, FunctionNode>;
  readonly docs?: string;
  readonly stability?: Stability;
  readonly package: PackageNode;
  /** For a copy that an `include` makes: what it copies. */
  readonly cloneOf?: InterfaceNode;
}

export type WorldItemNode =
  | {
      readonly kind: "interface";
      readonly interface: InterfaceNode;
      /** Whether the interface itself is the key, not a name in the world. */
      readonly byPath: boolean;
      readonly stability?: Stability;
      readonly docs?: string;
      readonly externalId?: string;
    }
  | { readonly kind: "function"; readonly function: FunctionNode }
  | { readonly kind: "type"; readonly type: TypeNode };

export interface WorldNode {
  readonly node: "world";
  index: number;
  readonly name: string;
  /** By name, or by the interface's id in brackets, in order. */
  imports: ReadonlyMap<string, WorldItemNode>;
  exports: ReadonlyMap<string, WorldItemNode>;
  readonly docs?: string;
  readonly stability?: Stability;
  readonly package: PackageNode;
}

export interface PackageNode {
  readonly index: number;
  readonly name: string;
  readonly docs?: string;
  readonly interfaces: Map<string, InterfaceNode>;
  readonly worlds: Map<string, WorldNode>;
}

export interface Model {
  readonly packages: PackageNode[];
  readonly worlds: WorldNode[];
  readonly interfaces: InterfaceNode[];
  readonly types: TypeNode[];
}

/** The object without its absent values, for optional properties. */
export function present<T extends object>(values: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as never;
}
