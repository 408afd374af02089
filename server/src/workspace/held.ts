// Tells what of that which is gone from disk concerns what was read: most of what is deleted in a workspace does not.
import type { Files } from "./files.ts";
import { isManifest } from "./manifests/find.ts";
import { lastSegment, parentUri, uriKey } from "./uri.ts";

/** Those of files and folders that are gone of which something was read, there or below. */
export function heldOf(files: Files, gone: readonly string[]): readonly string[] {
  if (gone.length === 0) return gone;
  const keys = new Set<string>();
  for (const { uri } of files.disk.values()) {
    for (let at: string | undefined = uri; at !== undefined; at = parentUri(at)) {
      const key = uriKey(at);
      if (keys.has(key)) break;
      keys.add(key);
    }
  }
  const isDeps = (uri: string | undefined): boolean => uri !== undefined && lastSegment(uri) === "deps";
  return gone.filter(
    uri => keys.has(uriKey(uri)) || isManifest(lastSegment(uri)) || isDeps(uri) || isDeps(parentUri(uri)),
  );
}
