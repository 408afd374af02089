// Reads what packages are compared with: a revision of the repository that a folder lies in, or another folder.
import { currentLayout, type Files, newFiles } from "./files.ts";
import type { Cancellation, Host } from "./host.ts";
import type { PackageRoot } from "./layout-types.ts";
import { type LoaderContext, newLoader } from "./loader.ts";
import { revisionHost } from "./revision.ts";
import { isWithin, resolvePath, schemeOf, uriKey, withoutSlash } from "./uri.ts";

export type BaselineContext = Omit<LoaderContext, "files" | "onChange"> & Pick<Files, "make">;

/** An earlier state of all packages of a folder. */
export interface BaselineFiles {
  readonly kind: "read";
  /** As people call it. */
  readonly name: string;
  /** Tells the state from any other; absent for a folder, which may change at any time. */
  readonly id?: string;
  /** URI of the folder that it is an earlier state of, without a trailing slash. */
  readonly folder: string;
  /** The folder that it was read from, where it is one and no revision. */
  readonly from?: string;
  readonly roots: readonly PackageRoot[];
  /** The URI that a file or folder below `folder` has in the baseline. */
  readonly samePlace: (uri: string) => string;
}

export type BaselineRead =
  | BaselineFiles
  | { readonly kind: "same" }
  /** Why it can't be read, as a sentence without its period. */
  | { readonly kind: "fault"; readonly reason: string };

export interface BaselineRequest {
  /** URI of the folder whose earlier state is wanted. */
  readonly folder: string;
  /** A revision, or the path of a folder. */
  readonly name: string;
  /** URI of the folder that such a path starts at; absent: `folder`. */
  readonly start?: string;
  /** The state that is known already. */
  readonly known?: string;
  readonly cancellation?: Cancellation;
}

/** What starts like this is a path; no revision does. */
const path = /^(?:\.{1,2}(?:[\\/]|$)|[\\/]|[A-Za-z]:[\\/])/;

export async function readBaseline(context: BaselineContext, wanted: BaselineRequest): Promise<BaselineRead> {
  const { folder, name, start = folder, known, cancellation } = wanted;
  if (path.test(name)) return readFolder(context, wanted);
  if (!context.host.readRevision) return fault(`there is no version control here that could have \`${name}\``);
  const revision = await context.host.readRevision(folder, name, known, cancellation);
  if (revision.kind === "same") return revision;
  if (revision.kind === "files") {
    const roots = await rootsIn(context, revisionHost(revision, folder), withoutSlash(folder));
    return { kind: "read", name, id: revision.id, folder: withoutSlash(folder), roots, samePlace: uri => uri };
  }
  const isFolder = revision.absent && (await context.host.readDirectory(resolvePath(start, name))) !== undefined;
  if (isFolder) return readFolder(context, wanted);
  return fault(revision.absent ? `${revision.reason}, nor is there a folder of that name` : revision.reason);
}

async function readFolder(
  context: BaselineContext,
  { folder, name, start = folder }: BaselineRequest,
): Promise<BaselineRead> {
  const from = resolvePath(start, name);
  if ((await context.host.readDirectory(from)) === undefined) return fault(`there is no folder \`${name}\``);
  const roots = await rootsIn(context, context.host, from);
  if (roots.length === 0) return fault(`the folder \`${name}\` holds no WIT file`);
  const here = withoutSlash(folder);
  const samePlace = (uri: string): string =>
    isWithin(uriKey(uri), uriKey(here)) ? from + uri.slice(here.length) : uri;
  return { kind: "read", name, folder: here, from, roots, samePlace };
}

async function rootsIn(context: BaselineContext, host: Host, folder: string): Promise<readonly PackageRoot[]> {
  const files = newFiles(context.make);
  files.schemes.add(schemeOf(folder));
  const loader = newLoader({ ...context, host, files, onChange: () => {} });
  await loader.scanFolders([folder]);
  return currentLayout(files).roots;
}

function fault(reason: string): BaselineRead {
  return { kind: "fault", reason };
}
