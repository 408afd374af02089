// What the server needs from the place where files are: a disk, or a client that has one. All waiting happens here.

export interface DirectoryEntry {
  readonly name: string;
  /** A link has the kind of what it leads to; a link that leads nowhere is left out. */
  readonly kind: "file" | "directory";
  readonly link: boolean;
}

/** Every method answers undefined where there is nothing to read; none rejects. */
export interface Host {
  readFile(uri: string): Promise<Uint8Array | undefined>;
  readDirectory(uri: string): Promise<readonly DirectoryEntry[] | undefined>;
  /** URI of what a path leads to once its links are followed; undefined where that can't be told. */
  realUri(uri: string): Promise<string | undefined>;
}

/** Text of a file, or why it has none. */
export type FileContent =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "binary"; readonly reason: string };

/** Of a package in binary form: the WIT that it holds, or what is wrong with it. */
export type DiskContent =
  | FileContent
  | { readonly kind: "package"; readonly text: string }
  | { readonly kind: "fault"; readonly reason: string };

/** Reads a file as text; undefined where there is no such file. */
export async function readText(host: Host, uri: string): Promise<FileContent | undefined> {
  const bytes = await host.readFile(uri);
  return bytes && decodeText(bytes);
}

// The compiler knows no platform here; this is a part that every platform has.
declare class TextDecoder {
  constructor(label: string, options: { readonly fatal: boolean; readonly ignoreBOM: boolean });
  decode(bytes: Uint8Array): string;
}

const notText = "this file is not valid UTF-8 text, so it can't be read as WIT";

/** A byte-order mark stays in the text: the reference parser sees it too. */
export function decodeText(bytes: Uint8Array): FileContent {
  if (bytes.includes(0)) return { kind: "binary", reason: notText };
  try {
    return { kind: "text", text: new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes) };
  } catch {
    return { kind: "binary", reason: notText };
  }
}
