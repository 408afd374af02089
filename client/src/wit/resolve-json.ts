// The shape in which tools print resolved packages as JSON (wit-parser's `Resolve`), as far as it is read here.

/** A built-in type's name, or the index of a type. */
export type TypeRefJson = string | number;

export interface ResolveJson {
  readonly worlds: readonly WorldJson[];
  readonly interfaces: readonly InterfaceJson[];
  readonly types: readonly TypeJson[];
  readonly packages: readonly { readonly name: string }[];
}

interface Documented {
  readonly docs?: { readonly contents: string | null };
}

interface Identified {
  readonly external_id?: string;
}

/** `{stable: …}`, or `{unstable: {feature}}` for what is there because the feature is switched on. */
export type StabilityJson = Readonly<Record<string, unknown>>;

interface Gated {
  readonly stability?: StabilityJson;
}

export interface WorldJson extends Documented, Gated {
  readonly name: string;
  readonly imports: Readonly<Record<string, ItemJson>>;
  readonly exports: Readonly<Record<string, ItemJson>>;
  readonly package: number;
}

export type ItemJson =
  | { readonly interface: Identified & Gated & { readonly id: number } }
  | { readonly function: FunctionJson }
  | { readonly type: number };

export interface InterfaceJson extends Documented, Gated {
  readonly name: string | null;
  readonly types: Readonly<Record<string, number>>;
  readonly functions: Readonly<Record<string, FunctionJson>>;
  readonly package: number;
}

export interface FunctionJson extends Documented, Identified, Gated {
  readonly name: string;
  /** `freestanding`, `async-freestanding`, `getter`, or `{method: resource}`, `{static-setter: resource}` and the like. */
  readonly kind: string | Readonly<Record<string, number>>;
  readonly params: readonly { readonly name: string; readonly type: TypeRefJson }[];
  readonly result?: TypeRefJson | null;
}

export interface TypeJson extends Documented, Identified, Gated {
  readonly name: string | null;
  readonly kind: KindJson;
  readonly owner: { readonly world?: number; readonly interface?: number } | null;
}

type Part<Type> = Documented & { readonly name: string } & Type;

export type KindJson =
  | "resource"
  | { readonly record: { readonly fields: readonly Part<{ readonly type: TypeRefJson }>[] } }
  | { readonly variant: { readonly cases: readonly Part<{ readonly type: TypeRefJson | null }>[] } }
  | { readonly enum: { readonly cases: readonly Part<unknown>[] } }
  | { readonly flags: { readonly flags: readonly Part<unknown>[] } }
  | { readonly type: TypeRefJson }
  | { readonly handle: { readonly own?: number; readonly borrow?: number } }
  | { readonly tuple: { readonly types: readonly TypeRefJson[] } }
  | { readonly option: TypeRefJson }
  | { readonly result: { readonly ok: TypeRefJson | null; readonly err: TypeRefJson | null } }
  | { readonly list: TypeRefJson }
  | { readonly "fixed-length-list": readonly [element: TypeRefJson, size: number] }
  | { readonly map: readonly [key: TypeRefJson, value: TypeRefJson] }
  | { readonly future: TypeRefJson | null }
  | { readonly stream: TypeRefJson | null };

/** Whether a world gives an interface that has a name another one: `import key: name`. */
export function isLabelled({ interfaces }: ResolveJson, key: string, id: number): boolean {
  return interfaces[id]!.name !== null && key !== `interface-${id}`;
}
