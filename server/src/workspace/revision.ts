// The files of a revision as a host: what lies where, by the URIs that the files have in the workspace.
import type { DirectoryEntry, Host, RevisionFiles } from "./host.ts";
import { childUri, isWithin, parentUri, uriKey, withoutSlash } from "./uri.ts";

/** A host of the revision's files; `folder` is the URI of the folder that the revision was asked about. */
export function revisionHost(revision: RevisionFiles, folder: string): Host {
  const top = topOf(folder, revision.folder);
  const folders = foldersOf(revision);
  const find = (uri: string): string | undefined => {
    const [key, above] = [uriKey(uri), uriKey(top)];
    return isWithin(key, above) ? follow(revision.links, key.slice(above.length + 1)) : undefined;
  };
  const kindOf = (path: string): DirectoryEntry["kind"] | undefined =>
    folders.has(path) ? "directory" : revision.files.has(path) ? "file" : undefined;
  const entry = (path: string, name: string): readonly DirectoryEntry[] => {
    const at = path === "" ? name : `${path}/${name}`;
    const real = follow(revision.links, at);
    const kind = real === undefined ? undefined : kindOf(real);
    return kind ? [{ name, kind, link: revision.links.has(at) }] : [];
  };
  return {
    readFile: async uri => {
      const path = find(uri);
      return path === undefined ? undefined : revision.files.get(path);
    },
    readDirectory: async uri => {
      const path = find(uri);
      const names = path === undefined ? undefined : folders.get(path);
      return names && [...names].sort().flatMap(name => entry(path!, name));
    },
    realUri: async uri => {
      const path = find(uri);
      return path === undefined || !kindOf(path) ? undefined : path.split("/").filter(Boolean).reduce(childUri, top);
    },
  };
}

function topOf(folder: string, path: string): string {
  let top = withoutSlash(folder);
  for (const _ of path.split("/").filter(Boolean)) top = parentUri(top) ?? top;
  return top;
}

/** The names in each folder. */
function foldersOf({ files, links }: RevisionFiles): ReadonlyMap<string, ReadonlySet<string>> {
  const folders = new Map<string, Set<string>>([["", new Set()]]);
  for (const path of [...files.keys(), ...links.keys()]) {
    const segments = path.split("/");
    for (let i = segments.length - 1; i >= 0; i--) {
      const folder = segments.slice(0, i).join("/");
      const known = folders.get(folder);
      folders.set(folder, (known ?? new Set()).add(segments[i]!));
    }
  }
  return folders;
}

const mostLinks = 40;

/** The path with every link in it followed; undefined where one leads out of the repository, or they go round. */
function follow(links: ReadonlyMap<string, string>, path: string, passed = 0): string | undefined {
  if (links.size === 0) return path;
  if (passed > mostLinks) return undefined;
  const segments = path.split("/");
  for (let i = 1; i <= segments.length; i++) {
    const target = links.get(segments.slice(0, i).join("/"));
    if (target === undefined) continue;
    const start = target.startsWith("/") ? undefined : joined(segments.slice(0, i - 1), target.split("/"));
    return start && follow(links, [...start, ...segments.slice(i)].join("/"), passed + 1);
  }
  return path;
}

function joined(folder: readonly string[], segments: readonly string[]): readonly string[] | undefined {
  const path = [...folder];
  for (const segment of segments) {
    if (segment === "..") {
      if (path.pop() === undefined) return undefined;
    } else if (segment !== "" && segment !== ".") path.push(segment);
  }
  return path;
}
