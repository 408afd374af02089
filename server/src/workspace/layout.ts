// Which files form which package. Pure: the layout depends on the files' places and on what their headers name.
//
// A file belongs to the nearest root that lists it: its own folder, or the folder above `deps` for `deps/x/*.wit` and
// `deps/x.wit`. A folder without `deps` whose files name different packages is a set of single-file packages, and so
// is each document that lies in no folder (untitled, `git:` …). What is not untitled may be part of a package whose other
// files can't be had: it never counts as read.
import { sameItems } from "../base/memo.ts";
import { compareText } from "../base/text-order.ts";
import { isContainer } from "../syntax/ast.ts";
import type { ParsedFile } from "../syntax/file.ts";
import { type DepLinks, linkedFiles } from "./dep-links.ts";
import { type Home, homeOf } from "./home.ts";
import type { DepEntry, PackageRoot } from "./layout-types.ts";
import type { Manifests } from "./manifests/types.ts";
import { parentUri, schemeOf, uriKey } from "./uri.ts";

export interface LayoutInput {
  readonly files: Iterable<ParsedFile>;
  /** URIs of folders directly in a `deps` folder; one without any `.wit` file is still an entry. */
  readonly depFolders?: Iterable<string>;
  /** URIs of packages in binary form directly in a `deps` folder, with what is wrong with them. */
  readonly binaries?: ReadonlyMap<string, { readonly fault?: string }>;
  /** Entries of `deps` that are links. */
  readonly links?: DepLinks;
  /** By the key of a root folder. */
  readonly manifests?: ReadonlyMap<string, Manifests>;
  /** Schemes whose documents lie in folders; documents of other schemes stand alone. */
  readonly schemes: ReadonlySet<string>;
  /** Keys of root folders whose files are still being read, or could not be. */
  readonly loading?: ReadonlySet<string>;
}

/** Where a file stands: in `main` of a root, or in its dep entry number `dep`. */
interface Slot {
  readonly root: number;
  readonly dep: number | undefined;
  readonly index: number;
}

export interface Layout {
  readonly roots: readonly PackageRoot[];
  /** By key of the file's URI; the first slot is in the root that the file belongs to. */
  readonly slots: ReadonlyMap<string, readonly Slot[]>;
}

export const emptyLayout: Layout = { roots: [], slots: new Map() };

/** The layout of files; roots that are as they were in `before` are the same objects. */
export function layout(input: LayoutInput, before: Layout = emptyLayout): Layout {
  const grouped = groupFiles(input);
  const known = new Map(before.roots.map(root => [uriKey(root.uri), root]));
  const roots: PackageRoot[] = [];
  for (const home of [...grouped.homes.values()].sort((a, b) => compareText(a.home.key, b.home.key))) {
    const loading = input.loading?.has(home.home.key) ?? false;
    const manifests = input.manifests?.get(home.home.key);
    for (const root of rootsOfHome(home, grouped, loading, manifests)) roots.push(sameRoot(root, known));
  }
  return { roots, slots: slotsOf(roots) };
}

/**
 * The layout after a file's content changed; undefined where the change may move files between packages, so that
 * `layout` must be asked again. Costs the lists that hold the file, however many others there are.
 */
export function replaceFile(before: Layout, file: ParsedFile): Layout | undefined {
  const slots = before.slots.get(uriKey(file.source.uri));
  if (!slots) return undefined;
  const roots = before.roots.slice();
  for (const slot of slots) {
    const root = roots[slot.root]!;
    const old = filesOf(root, slot.dep)[slot.index]!;
    if (mayMove(root) && packageNamed(old) !== packageNamed(file)) return undefined;
    roots[slot.root] = withFile(root, slot, file);
  }
  return { roots, slots: before.slots };
}

/** The root that a file belongs to. */
export function rootOf(of: Layout, uri: string): PackageRoot | undefined {
  const slot = of.slots.get(uriKey(uri))?.[0];
  return slot && of.roots[slot.root];
}

/** Every root that reads a file: that which it belongs to first. */
export function rootsWith(of: Layout, uri: string): readonly PackageRoot[] {
  return (of.slots.get(uriKey(uri)) ?? []).map(slot => of.roots[slot.root]!);
}

/** The file as the layout holds it. */
export function fileIn(of: Layout, uri: string): ParsedFile | undefined {
  const slot = of.slots.get(uriKey(uri))?.[0];
  return slot && filesOf(of.roots[slot.root]!, slot.dep)[slot.index];
}

/** The roots that read a file because an entry of their `deps` is a link to where it is. */
export function rootsLinking(of: Layout, uri: string): readonly PackageRoot[] {
  return (of.slots.get(uriKey(uri)) ?? []).flatMap(({ root, dep }) => {
    const found = of.roots[root]!;
    return dep !== undefined && found.deps[dep]!.linked ? [found] : [];
  });
}

/** Whether a root holds a file as its own, not as a dependency. */
export function isMain(of: Layout, uri: string): boolean {
  return of.slots.get(uriKey(uri))?.[0]?.dep === undefined;
}

interface HomeFiles {
  readonly home: Home;
  readonly deps: Map<string, DepFiles>;
}

interface DepFiles {
  readonly uri: string;
  readonly files: ParsedFile[];
  binary?: { readonly fault?: string };
}

interface Grouped {
  readonly homes: ReadonlyMap<string, HomeFiles>;
  /** Files by the key of the folder they lie in, or by their own key where they stand alone. */
  readonly folders: ReadonlyMap<string, readonly ParsedFile[]>;
  readonly links: DepLinks | undefined;
}

function groupFiles({ files, depFolders, binaries, links, schemes }: LayoutInput): Grouped {
  const homes = new Map<string, HomeFiles>();
  const folders = new Map<string, ParsedFile[]>();
  for (const file of files) {
    const { uri } = file.source;
    const found = homeOf(uri, schemes);
    addHome(homes, found)?.files.push(file);
    const folder = found.kind === "alone" ? found.key : parentUri(uriKey(uri))!;
    const siblings = folders.get(folder);
    if (siblings) siblings.push(file);
    else folders.set(folder, [file]);
  }
  for (const uri of depFolders ?? []) addHome(homes, homeOf(`${uri}/x.wit`, schemes));
  for (const [uri, binary] of binaries ?? []) {
    const entry = addHome(homes, homeOf(uri, schemes));
    if (entry) entry.binary = binary;
  }
  return { homes, folders, links };
}

function addHome(homes: Map<string, HomeFiles>, found: Home): DepFiles | undefined {
  let files = homes.get(found.key);
  if (!files) {
    files = { home: found, deps: new Map() };
    homes.set(found.key, files);
  }
  if (!found.dep) return undefined;
  const { name, uri } = found.dep;
  let entry = files.deps.get(name);
  if (!entry) {
    entry = { uri, files: [] };
    files.deps.set(name, entry);
  }
  return entry;
}

function rootsOfHome(
  { home, deps: found }: HomeFiles,
  { folders, links }: Grouped,
  loading: boolean,
  manifests: Manifests | undefined,
): readonly PackageRoot[] {
  const main = [...(folders.get(home.key) ?? [])].sort(byUri);
  if (home.kind === "alone" || (found.size === 0 && namesSeveral(main))) {
    const isPart = home.kind === "alone" && schemeOf(home.uri) !== "untitled";
    return main.map(file => ({
      uri: file.source.uri,
      kind: "file",
      main: [file],
      deps: [],
      loading: loading || isPart,
    }));
  }
  const deps = [...found].sort(([a], [b]) => compareText(a, b));
  const taken = new Set<string>();
  const entries: DepEntry[] = deps.map(([name, { uri, files, binary }]) => {
    const linked = links && !binary ? linkedFiles({ links, folders, taken }, home.key, uri, files) : undefined;
    const extra = binary ? { binary } : linked ? { linked: linked.of } : {};
    return { name, uri, files: [...(linked?.files ?? files)].sort(byUri), ...extra };
  });
  return [{ uri: home.uri, kind: "folder", main, deps: entries, loading, ...(manifests ? { manifests } : {}) }];
}

function byUri(a: ParsedFile, b: ParsedFile): number {
  return compareText(uriKey(a.source.uri), uriKey(b.source.uri));
}

function namesSeveral(files: readonly ParsedFile[]): boolean {
  return new Set(files.map(packageNamed).filter(name => name !== undefined)).size > 1;
}

/** Whether the header of one of the root's files decides to which root it belongs. */
function mayMove(root: PackageRoot): boolean {
  return root.kind === "file" || (root.deps.length === 0 && root.main.length > 1);
}

/** What the header names, with its version: `a:b@1.0.0`. */
function packageNamed(file: ParsedFile): string | undefined {
  const first = file.root.members[0];
  if (!first || isContainer(first) || first.kind !== "package" || !first.name) return undefined;
  return first.text.slice(first.name.start, first.name.end).replace(/\s+/g, "");
}

function filesOf(root: PackageRoot, dep: number | undefined): readonly ParsedFile[] {
  return dep === undefined ? root.main : root.deps[dep]!.files;
}

function withFile(root: PackageRoot, { dep, index }: Slot, file: ParsedFile): PackageRoot {
  const files = filesOf(root, dep).slice();
  files[index] = file;
  if (dep === undefined) return { ...root, main: files };
  const deps = root.deps.slice();
  deps[dep] = { ...deps[dep]!, files };
  return { ...root, deps };
}

function sameRoot(root: PackageRoot, known: ReadonlyMap<string, PackageRoot>): PackageRoot {
  const old = known.get(uriKey(root.uri));
  if (!old || old.uri !== root.uri || old.kind !== root.kind) return root;
  const oldDeps = new Map(old.deps.map(entry => [entry.name, entry]));
  const deps = root.deps.map(entry => sameEntry(entry, oldDeps.get(entry.name)));
  const same = old.loading === root.loading && old.manifests === root.manifests && sameItems(old.main, root.main);
  return same && sameItems(old.deps, deps) ? old : { ...root, deps };
}

function sameEntry(entry: DepEntry, old: DepEntry | undefined): DepEntry {
  const same =
    old?.uri === entry.uri &&
    old.linked === entry.linked &&
    old.binary?.fault === entry.binary?.fault &&
    sameItems(old.files, entry.files);
  return same ? old! : entry;
}

function slotsOf(roots: readonly PackageRoot[]): ReadonlyMap<string, readonly Slot[]> {
  const slots = new Map<string, Slot[]>();
  const add = (file: ParsedFile, slot: Slot): void => {
    const key = uriKey(file.source.uri);
    const known = slots.get(key);
    if (known) known.push(slot);
    else slots.set(key, [slot]);
  };
  for (const [root, { deps, main }] of roots.entries()) {
    for (const [dep, { files }] of deps.entries())
      for (const [index, file] of files.entries()) add(file, { root, dep, index });
    for (const [index, file] of main.entries()) add(file, { root, dep: undefined, index });
  }
  const rank = ({ root, dep }: Slot): number => (dep === undefined ? 1 : roots[root]!.deps[dep]!.linked ? 2 : 0);
  // A file inside `deps` belongs to the root above, also where its own folder is a root because of a `deps` of its own;
  // to a root that a link leads from, last.
  for (const list of slots.values()) list.sort((a, b) => rank(a) - rank(b));
  return slots;
}
