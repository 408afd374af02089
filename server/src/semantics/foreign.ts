// What a package mentions of other packages, each interface and world once (the reference resolves them before its own).
import { keyedMemo, memo } from "../base/memo.ts";
import type { Attribute, Container, UsePath } from "../syntax/ast.ts";
import type { Features } from "../workspace/layout-types.ts";
import { featuresKey, gateOf } from "./gates.ts";
import { outline } from "./outline.ts";
import { type Package, packageKey, type Scope, type TopUseDecl } from "./packages.ts";

/** The first mention of something foreign; offsets are offsets of the file. */
export interface ForeignMention {
  readonly scope: Scope;
  readonly path: UsePath;
  /** Where the unit that holds the path starts in the file. */
  readonly offset: number;
  /** What the first mention takes it for: `include` means a world, all else an interface. */
  readonly kind: "interface" | "world";
  /** Whether any of its mentions is there. */
  readonly enabled: boolean;
  /** The attributes of each of its mentions, in order. */
  readonly attributes: readonly (readonly Attribute[])[];
}

export interface ForeignPackage {
  readonly key: string;
  /** The first mention of the package, where the reference places what is wrong with it. */
  readonly first: ForeignMention;
  /** The first mention in a member that is WIT. */
  readonly sound?: ForeignMention;
  readonly items: ReadonlyMap<string, ForeignMention>;
}

interface RawMention {
  readonly key: string;
  readonly path: UsePath;
  readonly offset: number;
  readonly kind: "interface" | "world";
  readonly attributes: readonly Attribute[];
  readonly broken: boolean;
}

const none: readonly RawMention[] = [];

/** Foreign paths of an interface or world; offsets count from its container. */
const foreignIn: (container: Container) => readonly RawMention[] = memo(container => {
  const found = outline(container).mentions.flatMap(({ path, offset, role, attributes, broken }) =>
    path.package
      ? [
          {
            key: packageKey(path.package),
            path,
            offset,
            kind: role === "include" ? ("world" as const) : ("interface" as const),
            attributes,
            broken,
          },
        ]
      : [],
  );
  return found.length === 0 ? none : found;
});

const remember = keyedMemo<Package, ReadonlyMap<string, ForeignPackage>>();

/** Foreign packages in the order of their first mention. */
export function foreignPackages(pkg: Package, features: Features): ReadonlyMap<string, ForeignPackage> {
  return remember(pkg, [featuresKey(features)], () => collect(pkg, features));
}

/** The packages that an interface or world mentions, as one text: again each time, in the order of the mentions. */
const keysIn: (container: Container) => string = memo(container =>
  foreignIn(container)
    .map(({ key }) => key)
    .join(" "),
);

/** The packages that a package mentions, as one text that tells in which order each is first mentioned. */
export const foreignKeys: (pkg: Package) => string = memo(pkg => {
  const keys: string[] = [];
  for (const scope of pkg.scopes) {
    if (scope.uses.length > 0) for (const { raw } of mentionsOf(scope)) keys.push(raw.key);
    else for (const { container } of scope.items) if (foreignIn(container) !== none) keys.push(keysIn(container));
  }
  return keys.join(" ");
});

interface Building {
  readonly key: string;
  readonly first: ForeignMention;
  sound?: ForeignMention;
  readonly items: Map<string, GrowingMention>;
}

/** A first mention while further ones add to it. */
type GrowingMention = Omit<ForeignMention, "enabled" | "attributes"> & {
  enabled: boolean;
  readonly attributes: (readonly Attribute[])[];
};

function collect(pkg: Package, features: Features): ReadonlyMap<string, ForeignPackage> {
  const packages = new Map<string, Building>();
  for (const scope of pkg.scopes) {
    for (const { raw, offset } of mentionsOf(scope)) {
      const enabled = gateOf(raw.attributes, features) !== "off";
      const { path, kind, attributes } = raw;
      const place = { scope, path, offset: scope.offset + offset };
      const mention: GrowingMention = { ...place, kind, enabled, attributes: [attributes] };
      let known = packages.get(raw.key);
      if (!known) {
        known = { key: raw.key, first: mention, items: new Map() };
        packages.set(raw.key, known);
      }
      if (!raw.broken) known.sound ??= mention;
      const item = known.items.get(path.name.text);
      if (item) {
        item.enabled ||= enabled;
        item.attributes.push(attributes);
      } else known.items.set(path.name.text, mention);
    }
  }
  return packages;
}

/** Foreign mentions of a scope in the order of its items, `use`s at the top level among them. */
function mentionsOf(scope: Scope): readonly { readonly raw: RawMention; readonly offset: number }[] {
  const found: { raw: RawMention; offset: number }[] = [];
  let next = 0;
  const addUses = (end: number): void => {
    for (; next < scope.uses.length && scope.uses[next]!.offset < end; next++) {
      const raw = topUse(scope.uses[next]!);
      if (raw) found.push({ raw, offset: scope.uses[next]!.offset });
    }
  };
  for (const { container, offset } of scope.items) {
    addUses(offset);
    const inItem = foreignIn(container);
    if (inItem !== none) for (const raw of inItem) found.push({ raw, offset: offset + raw.offset });
  }
  addUses(Number.POSITIVE_INFINITY);
  return found;
}

function topUse({ unit }: TopUseDecl): RawMention | undefined {
  const { path, attributes, problems } = unit;
  if (!path?.package) return undefined;
  const key = packageKey(path.package);
  return { key, path, offset: 0, kind: "interface", attributes, broken: problems.length > 0 };
}
