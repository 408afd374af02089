// The digests that locks hold: of a file as it is, and of a folder as wit-deps takes it.
import type { Files } from "../files.ts";
import type { Host } from "../host.ts";
import { childUri, lastSegment, parentUri, uriKey } from "../uri.ts";
import type { LockedFolder, Manifests } from "./types.ts";

// The compiler knows no platform here; these are parts that every platform has, in a browser only on secure pages.
declare const crypto:
  | { readonly subtle?: { digest(name: "SHA-256", data: Uint8Array): Promise<ArrayBuffer> } }
  | undefined;
declare class TextEncoder {
  encode(text: string): Uint8Array;
}

/** SHA-256 as hexadecimal text; undefined where the platform can't compute it. */
export async function sha256(bytes: Uint8Array): Promise<string | undefined> {
  const digest = await globalCrypto()?.subtle?.digest("SHA-256", bytes);
  return digest && [...new Uint8Array(digest)].map(byte => byte.toString(16).padStart(2, "0")).join("");
}

function globalCrypto(): typeof crypto {
  return typeof crypto === "undefined" ? undefined : crypto;
}

/** Digests of what is locked in a root's `deps`: of packages in binary form for wkg, of folders for wit-deps. */
export async function digestsOf(
  { wkg, witDeps }: Pick<Manifests, "wkg" | "witDeps">,
  root: string,
  host: Host,
  disk: Files["disk"],
): Promise<ReadonlyMap<string, string>> {
  const deps = uriKey(childUri(root, "deps"));
  const isLocked = wkg?.lock?.packages.some(({ versions }) => versions.some(({ digest }) => digest !== undefined));
  const files = isLocked ? await fileDigests(deps, host, disk) : [];
  return new Map([...files, ...(await folderDigests(deps, witDeps?.lock?.entries ?? [], disk))]);
}

type Digest = readonly [name: string, sha256: string];

async function fileDigests(deps: string, host: Host, disk: Files["disk"]): Promise<readonly Digest[]> {
  const packages = [...disk].filter(([key, { content }]) => content.kind === "package" && parentUri(key) === deps);
  const found = packages.map(async ([key, { uri }]): Promise<Digest | undefined> => {
    const bytes = key.endsWith(".wasm") ? await host.readFile(uri) : undefined;
    const digest = bytes && (await sha256(bytes));
    return digest === undefined ? undefined : [lastSegment(key), digest];
  });
  return (await Promise.all(found)).filter(each => each !== undefined);
}

async function folderDigests(
  deps: string,
  locked: readonly LockedFolder[],
  disk: Files["disk"],
): Promise<readonly Digest[]> {
  const folders = new Map(locked.map(({ id }) => [`${deps}/${id}`, { id, files: [] as DigestedFile[] }]));
  if (folders.size === 0) return [];
  for (const [key, { content }] of disk) {
    const folder = folders.get(parentUri(key) ?? "");
    if (content.kind === "text") folder?.files.push({ name: lastSegment(key), text: content.text });
    // Of what is no text the bytes are not kept.
    else if (folder) folders.delete(parentUri(key)!);
  }
  const found: Digest[] = [];
  for (const { id, files } of folders.values()) {
    const digest = files.length === 0 ? undefined : await folderDigest(files);
    if (digest !== undefined) found.push([id, digest]);
  }
  return found;
}

export interface DigestedFile {
  /** The file's name in its folder. */
  readonly name: string;
  readonly text: string;
}

const block = 512;
const longestName = 100;

/**
 * The digest that wit-deps gives a folder: of a GNU tar archive of its `.wit` files, below `wit/`, sorted, that nobody
 * owns and that may not be run. Undefined where a name is too long for its header.
 */
export async function folderDigest(files: readonly DigestedFile[]): Promise<string | undefined> {
  const encoder = new TextEncoder();
  const parts = files
    .map(({ name, text }) => ({ name: encoder.encode(`wit/${name}`), content: encoder.encode(text) }))
    .sort((a, b) => compareBytes(a.name, b.name));
  if (parts.some(({ name }) => name.length > longestName)) return undefined;
  const padded = (length: number): number => Math.ceil(length / block) * block;
  const archive = new Uint8Array(parts.reduce((sum, { content }) => sum + block + padded(content.length), 2 * block));
  let at = 0;
  for (const { name, content } of parts) {
    writeHeader(archive.subarray(at, at + block), name, content.length, encoder);
    archive.set(content, at + block);
    at += block + padded(content.length);
  }
  return sha256(archive);
}

function writeHeader(header: Uint8Array, name: Uint8Array, size: number, encoder: TextEncoder): void {
  const write = (offset: number, text: string): void => header.set(encoder.encode(text), offset);
  const number = (offset: number, length: number, value: number): void =>
    write(offset, `${value.toString(8).padStart(length - 1, "0")}\0`);
  header.set(name, 0);
  number(100, 8, 0o644);
  number(108, 8, 0);
  number(116, 8, 0);
  number(124, 12, size);
  number(136, 12, 0);
  write(156, "0");
  write(257, "ustar  \0");
  number(329, 8, 0);
  number(337, 8, 0);
  // The sum counts its own place as spaces.
  write(148, " ".repeat(8));
  number(
    148,
    8,
    header.reduce((sum, byte) => sum + byte, 0),
  );
}

function compareBytes(a: Uint8Array, b: Uint8Array): number {
  for (let i = 0; i < Math.min(a.length, b.length); i++) if (a[i] !== b[i]) return a[i]! - b[i]!;
  return a.length - b.length;
}
