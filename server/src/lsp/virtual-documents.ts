// Packages in binary form as documents: the WIT read from one is shown under a URI of its own, to clients that ask for it.
import { schemeOf } from "../workspace/uri.ts";
import type { VirtualDocumentParams } from "./protocol.ts";
import type { Snapshot } from "./session.ts";

/** The scheme of such documents: nobody can write to them. */
export const virtualScheme = "wit-binary";

/** URI of the document that shows a package in binary form; any other file's is given back as it is. */
export function virtualUri(uri: string): string {
  if (!/\.(wasm|wat)$/.test(uri)) return uri;
  const path = uri.replace(/^[^:]*:(\/\/[^/]*)?/, "");
  // The whole URI stands behind it, since its scheme and authority would be lost with the path alone.
  return `${virtualScheme}:${path}.wit?${encodeURIComponent(uri)}`;
}

export function isVirtual(uri: string): boolean {
  return schemeOf(uri) === virtualScheme;
}

/** URI of the file that a document shows; of any other document its own. */
export function sourceUri(uri: string): string {
  if (!isVirtual(uri)) return uri;
  const query = uri.indexOf("?");
  try {
    return query < 0 ? uri : decodeURIComponent(uri.slice(query + 1));
  } catch {
    return uri;
  }
}

/** The WIT of a package in binary form; undefined for any other document, and where the file is gone or can't be read. */
export function answerVirtualDocument(s: Snapshot, { uri }: VirtualDocumentParams): string | undefined {
  return isVirtual(uri) ? s.file(uri)?.source.text : undefined;
}
