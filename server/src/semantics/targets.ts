// What a path points at, as far as the container that holds it can observe.
import type { UseName } from "../syntax/ast.ts";

/** What others can observe of a type, as bits. */
export const typeBits = {
  /** It is a resource, or an alias of one. */
  resource: 1,
  /** It holds a `borrow`. */
  borrow: 2,
  /** Its gate is off: it is not there. */
  off: 4,
  /** It could not be made out; nothing more is said of it. */
  unknown: 8,
  /** It is marked `@deprecated`. */
  deprecated: 16,
} as const;

/** What others can observe of an interface. As long as that is the same it is the same object, and so are its `deps`. */
export interface InterfaceSummary {
  /** `namespace:name/interface@version`. */
  readonly id: string;
  /** Bits of each type, by name. */
  readonly types: ReadonlyMap<string, number>;
  readonly functions: ReadonlySet<string>;
  readonly off: boolean;
  readonly deprecated: boolean;
  /** The versions that the gates of types name, by type. */
  readonly sinces: ReadonlyMap<string, string>;
  /** Interfaces whose types it uses, in order, by id; may repeat. */
  readonly deps: readonly string[];
  /** All of this but `deps` as one list: equal for equal summaries. */
  readonly key: readonly unknown[];
}

export type PathTarget =
  | {
      readonly status: "interface";
      readonly id: string;
      readonly summary: InterfaceSummary;
      /** The version that its `@since` names. */
      readonly since?: string;
    }
  | {
      readonly status: "world";
      readonly id: string;
      readonly off: boolean;
      readonly deprecated: boolean;
      readonly since?: string;
    }
  /** No interface or world has the name in this package. */
  | { readonly status: "no-item" }
  /** The package is there; it has no such interface or world. */
  | {
      readonly status: "not-in-package";
      readonly id: string;
      readonly package: string;
      /** What the package's first mention takes it for. */
      readonly wanted: "interface" | "world";
      /** What has the name instead, or is switched off. */
      readonly found?: "interface" | "world" | "off";
    }
  /** The mention is gated off everywhere, so nothing was looked up. */
  | { readonly status: "gated-off"; readonly id: string; readonly takenFor: Kind }
  /** The package is missing, still loading, or part of a cycle: said once, elsewhere. */
  | { readonly status: "unknown"; readonly id?: string; readonly takenFor?: Kind };

/** What a package takes an item of another for, by its first mention. */
type Kind = "interface" | "world";

export const unknownTarget: PathTarget = { status: "unknown" };

/**
 * What a result depends on when it depends on `target`: for a `use` what can be observed of the types that it names, and
 * of all of them where one is missing; for all else nothing of the types.
 */
export function targetInputs(
  target: PathTarget,
  role: "use" | "include" | "extern",
  names: readonly UseName[],
): readonly unknown[] {
  if (target.status === "world") return [target.status, target.id, target.off, target.deprecated, target.since];
  if (target.status !== "interface")
    return [
      target.status,
      "id" in target ? target.id : undefined,
      "takenFor" in target ? target.takenFor : undefined,
      "found" in target ? target.found : undefined,
    ];
  const { status, id, since, summary } = target;
  const inputs: unknown[] = [status, id, since, summary.off, summary.deprecated];
  if (role !== "use") inputs.push(summary.deps);
  for (let i = 0; i < names.length; i++) {
    const name = names[i]!.name.text;
    const bits = summary.types.get(name);
    if (bits === undefined) return [status, since, summary];
    inputs.push(bits, summary.sinces.get(name));
  }
  return inputs;
}
