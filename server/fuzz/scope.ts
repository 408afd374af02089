// What a generated item can name: the types around it, the interfaces and worlds of its package and of others.
import type { Dice } from "./dice.ts";
import type { Taken } from "./names.ts";

export interface TypeInfo {
  /** As written. */
  readonly name: string;
  readonly resource: boolean;
  readonly borrow: boolean;
  /** It is a `result`, whose `ok` type is: nothing, or a type's name. */
  readonly result?: { readonly ok: string | undefined };
  /** Its `@unstable` feature. */
  readonly feature?: string;
}

export interface InterfaceInfo {
  readonly kind: "interface";
  readonly name: string;
  readonly types: readonly TypeInfo[];
  readonly feature?: string;
}

export interface WorldInfo {
  readonly kind: "world";
  readonly name: string;
  readonly imports: Taken;
  readonly exports: Taken;
  /** Plain names that an include can rename. */
  readonly renamable: readonly string[];
  readonly feature?: string;
}

export type ItemInfo = InterfaceInfo | WorldInfo;

export interface PackageInfo {
  readonly namespace: string;
  readonly name: string;
  readonly version: string | undefined;
  readonly items: ItemInfo[];
}

/** What is switched on for the whole case. */
export interface Setting {
  readonly features: readonly string[];
  readonly allFeatures: boolean;
}

/** Where an item is generated. */
export interface Scope {
  readonly d: Dice;
  readonly setting: Setting;
  readonly package: PackageInfo;
  /** Packages that may be named. */
  readonly others: readonly PackageInfo[];
  /** Names that a `use` at the top of the file gives to interfaces and worlds. */
  readonly aliases: readonly { readonly name: string; readonly item: ItemInfo }[];
  /** The gate of the item, so far. */
  readonly feature?: string;
}

export const allFeatureNames = ["alpha", "beta-2"] as const;

export function isOn(setting: Setting, feature: string | undefined): boolean {
  return feature === undefined || setting.allFeatures || setting.features.includes(feature);
}

/** Whether an item with one gate may name an item with another: both are off together, or the other one is on. */
export function mayName(s: Scope, own: string | undefined, other: string | undefined): boolean {
  return isOn(s.setting, other) || own === other;
}

/** An item's path as this scope writes it. */
export interface Named<I extends ItemInfo> {
  readonly path: string;
  readonly item: I;
}

/** The interfaces, or the worlds, that an item with a gate may name. */
export function nameable<K extends ItemInfo["kind"]>(
  s: Scope,
  kind: K,
  own: string | undefined,
): readonly Named<Extract<ItemInfo, { kind: K }>>[] {
  type I = Extract<ItemInfo, { kind: K }>;
  const found: Named<I>[] = [];
  const add = (path: string, item: ItemInfo): void => {
    if (item.kind === kind && mayName(s, own, item.feature)) found.push({ path, item: item as I });
  };
  for (const item of s.package.items) {
    // A name that the file gives to something else hides the item.
    if (!s.aliases.some(a => a.name === item.name)) add(item.name, item);
  }
  for (const { name, item } of s.aliases) add(name, item);
  for (const other of s.others) for (const item of other.items) add(foreignPath(other, item.name), item);
  return found;
}

export function packagePath(of: PackageInfo): string {
  return `${of.namespace}:${of.name}${of.version === undefined ? "" : `@${of.version}`}`;
}

export function foreignPath(of: PackageInfo, item: string): string {
  return `${of.namespace}:${of.name}/${item}${of.version === undefined ? "" : `@${of.version}`}`;
}
