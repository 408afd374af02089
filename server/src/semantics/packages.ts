// The packages of a root: a folder's own, the ones in `package … { }` blocks, and those of `deps/`.
import { keyedMemo, memo } from "../base/memo.ts";
import type { Container, HeadUnit, Ident, PackageName, PackageUnit, TopUseUnit } from "../syntax/ast.ts";
import { isContainer, unitOf } from "../syntax/ast.ts";
import type { ParsedFile } from "../syntax/file.ts";
import type { DepEntry, Features, PackageRoot } from "../workspace/layout-types.ts";
import { settlePartial } from "./partial-packages.ts";
import type { FilePlace } from "./problem.ts";

/** An interface or a world; `offset` is where it starts in its scope's container. */
export interface ItemDecl {
  readonly kind: "interface" | "world";
  readonly name: Ident;
  readonly container: Container;
  readonly head: HeadUnit;
  readonly offset: number;
}

export interface TopUseDecl {
  readonly unit: TopUseUnit;
  readonly offset: number;
}

/** A file, or a package block: what shares its names from `use … as`. */
export interface Scope {
  readonly file: ParsedFile;
  readonly container: Container;
  /** Where the container starts in the file. */
  readonly offset: number;
  readonly items: readonly ItemDecl[];
  readonly uses: readonly TopUseDecl[];
}

export interface PackageHeader {
  readonly unit: PackageUnit;
  readonly name: PackageName;
  readonly scope: Scope;
  /** Where the unit starts in the file. */
  readonly offset: number;
}

export interface Block {
  readonly container: Container;
  readonly offset: number;
}

export interface Package {
  /** `namespace:name` or `namespace:name@version`; empty where no header says it. */
  readonly key: string;
  /** The last header, as the reference parser keeps it. */
  readonly header?: PackageHeader;
  readonly headers: readonly PackageHeader[];
  readonly scopes: readonly Scope[];
  /** The entry of `deps/` it comes from; absent for the root's own. */
  readonly dep?: DepEntry;
  readonly nested: boolean;
  /** Blocks inside this block, which no package may have. */
  readonly blocks: readonly Block[];
}

/** Text of a package name as written, which is how packages are told apart. */
export const packageKey: (name: PackageName) => string = memo(name => {
  const path = `${name.namespaces.map(n => n.text).join(":")}:${name.names.map(n => n.text).join("/")}`;
  return name.version ? `${path}@${name.version.text}` : path;
});

/** Where the header that counts names a package; UTF-16 offsets. */
export function headerPlace({ header: h }: Package): FilePlace | undefined {
  return h && { uri: h.scope.file.source.uri, start: h.offset + h.name.start, end: h.offset + h.name.end };
}

interface Contents {
  readonly items: readonly ItemDecl[];
  readonly uses: readonly TopUseDecl[];
  readonly blocks: readonly Block[];
  readonly headers: readonly { readonly unit: PackageUnit; readonly offset: number }[];
}

/** The items of a file or a package block. */
const contents: (container: Container) => Contents = memo(container => {
  const items: ItemDecl[] = [];
  const uses: TopUseDecl[] = [];
  const blocks: { container: Container; offset: number }[] = [];
  const headers: { unit: PackageUnit; offset: number }[] = [];
  for (let i = 0; i < container.members.length; i++) {
    const member = container.members[i]!;
    const offset = container.starts[i]!;
    const unit = unitOf(member);
    if (isContainer(member)) {
      if (member.kind === "package") blocks.push({ container: member, offset });
      else if ((unit?.kind === "interface" || unit?.kind === "world") && unit.name)
        items.push(itemDecl(unit, unit.name, member, offset));
    } else if (member.kind === "top-use") uses.push({ unit: member, offset });
    else if (member.kind === "package" && i === 0) headers.push({ unit: member, offset });
  }
  return { items, uses, blocks, headers };
});

function itemDecl(head: HeadUnit, name: Ident, container: Container, offset: number): ItemDecl {
  return { kind: head.kind, name, container, head, offset };
}

function scopeOf(file: ParsedFile, container: Container, offset: number): Scope {
  const { items, uses } = contents(container);
  return { file, container, offset, items, uses };
}

/** The packages of a root in the reference's order: each group's nested ones, then its own; the root's group first. */
export const packagesOf: (root: PackageRoot) => readonly Package[] = memo(root =>
  settlePartial([...groupPackages(root.main), ...root.deps.flatMap(dep => groupPackages(dep.files, dep))]),
);

const allOn: (features: Features) => Features = memo(features => ({ ...features, all: true }));

/** What counts in a package: what one in binary form holds is there, whatever its gates say. */
export function featuresIn({ dep }: Package, features: Features): Features {
  return dep?.binary ? allOn(features) : features;
}

const remember = keyedMemo<Container, readonly Package[]>();

/** The packages of a group of files; the same objects while the files are the same. */
function groupPackages(files: readonly ParsedFile[], dep?: DepEntry): readonly Package[] {
  const [first] = files;
  if (!first) return [];
  return remember(first.root, [...files, dep?.uri], () => makePackages(files, dep));
}

function makePackages(files: readonly ParsedFile[], dep?: DepEntry): readonly Package[] {
  const from = dep ? { dep } : {};
  const scopes = files.map(file => scopeOf(file, file.root, 0));
  const headers = scopes.flatMap(headersOf);
  const header = headers.at(-1);
  const own: Package = {
    key: header ? packageKey(header.name) : "",
    ...(header ? { header } : {}),
    headers,
    scopes,
    nested: false,
    blocks: [],
    ...from,
  };
  return [...files.flatMap(file => nestedPackages(file, from)), own];
}

function headersOf(scope: Scope): readonly PackageHeader[] {
  return contents(scope.container).headers.flatMap(({ unit, offset }) =>
    unit.name ? [{ unit, name: unit.name, scope, offset }] : [],
  );
}

function nestedPackages(file: ParsedFile, from: { dep?: DepEntry }): readonly Package[] {
  return contents(file.root).blocks.flatMap(({ container, offset }) => {
    const unit = container.head as PackageUnit;
    if (!unit.name) return [];
    const scope = scopeOf(file, container, offset);
    const header = { unit, name: unit.name, scope, offset };
    return [
      {
        key: packageKey(unit.name),
        header,
        headers: [header],
        scopes: [scope],
        nested: true,
        blocks: contents(container).blocks,
        ...from,
      },
    ];
  });
}
