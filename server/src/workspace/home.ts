// Where a file belongs by its place alone: in a folder, in an entry of the `deps` below it, or nowhere.
import { lastSegment, parentUri, schemeOf, uriKey } from "./uri.ts";

/** Where a file belongs by its place alone. */
export interface Home {
  /** Key of the root folder, or of the document itself where it lies in no folder. */
  readonly key: string;
  /** The root in the spelling of the file's URI. */
  readonly uri: string;
  /** The entry of `deps`, a folder or a file. */
  readonly dep?: { readonly name: string; readonly uri: string };
  readonly kind: "folder" | "alone";
}

/** The home of a file. Of two `deps` folders one inside the other, the outer one counts, as for the reference parser. */
export function homeOf(uri: string, schemes: ReadonlySet<string>): Home {
  const folder = parentUri(uri);
  if (folder === undefined || !schemes.has(schemeOf(uri)) || /[?#]/.test(uri))
    return { key: uriKey(uri), uri, kind: "alone" };
  const above = parentUri(folder);
  if (above === undefined) return home(folder);
  const root = lastSegment(above) === "deps" ? parentUri(above) : undefined;
  if (root !== undefined) return home(root, folder);
  return lastSegment(folder) === "deps" ? home(above, uri) : home(folder);
}

function home(uri: string, dep?: string): Home {
  const key = uriKey(uri);
  if (dep === undefined) return { key, uri, kind: "folder" };
  return { key, uri, dep: { name: lastSegment(uriKey(dep)), uri: dep }, kind: "folder" };
}
