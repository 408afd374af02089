// Documents that no file holds, under URIs of their own, for clients that ask for them: the WIT read from a package in binary
// form, and files of a revision that packages are compared with.
import { schemeOf } from "../workspace/uri.ts";
import type { VirtualDocumentParams } from "./protocol.ts";
import type { Snapshot } from "./session.ts";

/** The schemes of such documents: nobody can write to them. */
const binaryScheme = "wit-binary";
const baselineScheme = "wit-baseline";

/** URI of the document that shows a package in binary form; any other file's is given back as it is. */
export function virtualUri(uri: string): string {
  if (!/\.(wasm|wat)$/.test(uri)) return uri;
  const path = uri.replace(/^[^:]*:(\/\/[^/]*)?/, "");
  // The whole URI stands behind it, since its scheme and authority would be lost with the path alone.
  return `${binaryScheme}:${path}.wit?${encodeURIComponent(uri)}`;
}

export function isVirtual(uri: string): boolean {
  const scheme = schemeOf(uri);
  return scheme === binaryScheme || scheme === baselineScheme;
}

/** URI of the document that shows a file of a revision; the revision stands in its name. */
export function baselineUri(uri: string, revision: string): string {
  const path = uri.replace(/^[^:]*:(\/\/[^/]*)?/, "").replace(/\.wit$/, "");
  const name = encodeURIComponent(revision);
  return `${baselineScheme}:${path}%20(${name}).wit?${name}&${encodeURIComponent(uri)}`;
}

/** URI of the file that a document shows; of any other document its own. */
export function sourceUri(uri: string): string {
  if (schemeOf(uri) !== binaryScheme) return uri;
  const query = uri.indexOf("?");
  try {
    return query < 0 ? uri : decodeURIComponent(uri.slice(query + 1));
  } catch {
    return uri;
  }
}

/** The text of such a document; undefined for any other, and where what it shows is gone or can't be read. */
export function answerVirtualDocument(s: Snapshot, { uri }: VirtualDocumentParams): string | undefined {
  return isVirtual(uri) ? s.file(uri)?.source.text : undefined;
}
