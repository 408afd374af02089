// Entries of `deps` that are links into the workspace: they hold the very files that are there, so that what is typed in one of
// them counts at once for all who link to it, and no file is known by two names.
import type { ParsedFile } from "../syntax/file.ts";
import { homeOf } from "./home.ts";
import type { Link, RootListing } from "./listing.ts";
import { isWithin, lastSegment, parentUri, uriKey } from "./uri.ts";

export interface DepLinks {
  /** Keys of entries of `deps`, with the keys of the folders or files that they lead to. */
  readonly targets: ReadonlyMap<string, string>;
  readonly schemes: ReadonlySet<string>;
  /** Documents by key: one that was opened by the name that the link gives it counts as it is there. */
  readonly open: ReadonlyMap<string, ParsedFile>;
}

interface LinkContext {
  readonly links: DepLinks;
  /** Files by the key of the folder they lie in. */
  readonly folders: ReadonlyMap<string, readonly ParsedFile[]>;
  /** Keys of targets that an entry of the same root has already. */
  readonly taken: Set<string>;
}

export interface LinkedFiles {
  readonly files: readonly ParsedFile[];
  /** Whether the files are a package's own, or lie in its `deps`. */
  readonly of: "own" | "dep";
}

/**
 * The files of an entry `uri` that is a link to files that are known by their own names; `own` are those known by the
 * link's. Undefined where the entry is no link, or leads to what is not known, or back into its own root.
 */
export function linkedFiles(
  { links, folders, taken }: LinkContext,
  rootKey: string,
  uri: string,
  own: readonly ParsedFile[],
): LinkedFiles | undefined {
  const target = links.targets.get(uriKey(uri));
  if (target === undefined || taken.has(target)) return undefined;
  const inFolder = folders.get(target);
  const there = inFolder ?? folders.get(parentUri(target) ?? "")?.filter(file => uriKey(file.source.uri) === target);
  const home = homeOf(inFolder ? `${target}/x.wit` : target, links.schemes);
  if (!there || there.length === 0 || home.key === rootKey) return undefined;
  taken.add(target);
  const opened = own.filter(file => links.open.has(uriKey(file.source.uri)));
  // A link to a file may have another name than it.
  const hidden = inFolder ? new Set(opened.map(nameOf)) : new Set(opened.length > 0 ? there.map(nameOf) : []);
  return {
    files: [...opened, ...there.filter(file => !hidden.has(nameOf(file)))],
    of: home.dep ? "dep" : "own",
  };
}

/** Files that are known by the name that a link gives them, of those links that lead to what changed, or into it. */
export function filesBehindLinks(listings: Iterable<RootListing>, changed: readonly string[]): readonly string[] {
  const keys = changed.map(uriKey);
  const reaches = ({ target }: Link): boolean =>
    keys.some(key => isWithin(key, uriKey(target)) || isWithin(uriKey(target), key));
  return [...listings].flatMap(({ files, links }) =>
    links.filter(reaches).flatMap(({ uri }) => files.filter(file => isWithin(uriKey(file), uriKey(uri)))),
  );
}

function nameOf({ source }: ParsedFile): string {
  return lastSegment(uriKey(source.uri));
}
