// URIs as keys and as paths. A client's spelling is kept as it is; only the key that compares two spellings is made here.

const drive = /^file:\/\/\/[A-Za-z]:/;
const colon = 0x3a;

/** The same text for every spelling of one file: percent signs decoded, a Windows drive letter in lower case. */
export function uriKey(uri: string): string {
  const plain = uri.includes("%") ? decoded(uri) : uri;
  return plain.charCodeAt("file:///c".length) === colon && drive.test(plain)
    ? `file:///${plain[8]!.toLowerCase()}${plain.slice(9)}`
    : plain;
}

function decoded(uri: string): string {
  try {
    return decodeURIComponent(uri);
  } catch {
    return uri;
  }
}

export function schemeOf(uri: string): string {
  return uri.slice(0, Math.max(uri.indexOf(":"), 0));
}

/** The folder that holds a file or folder, without a trailing slash; undefined at the top. */
export function parentUri(uri: string): string | undefined {
  const slash = uri.lastIndexOf("/");
  const path = pathStart(uri);
  if (slash < path) return undefined;
  return slash === path && uri.length === path + 1 ? undefined : uri.slice(0, slash);
}

/** Where the path of a URI starts: after `scheme:` and, where there is one, `//authority`. */
function pathStart(uri: string): number {
  const start = uri.indexOf(":") + 1;
  if (!uri.startsWith("//", start)) return start;
  const slash = uri.indexOf("/", start + 2);
  return slash < 0 ? uri.length : slash;
}

/** Last segment of a URI, as spelt there; of a key: as it is. */
export function lastSegment(uri: string): string {
  return uri.slice(uri.lastIndexOf("/") + 1);
}

/** The name of the file or folder that a URI leads to, for people to read. */
export function nameOf(uri: string): string {
  return decoded(lastSegment(withoutSlash(uri)));
}

/** URI of the entry `name` (a plain file name) in a folder. */
export function childUri(folder: string, name: string): string {
  return `${withoutSlash(folder)}/${encodeURIComponent(name)}`;
}

/** URI of what a path, relative or whole, leads to from a folder; `.` and `..` are taken out. */
export function resolveUri(folder: string, path: string): string {
  const start = pathStart(folder);
  const isWhole = /^(?:[\\/]|[A-Za-z]:)/.test(path);
  const at = isWhole ? [] : folder.slice(start).split("/");
  for (const part of path.split(/[\\/]/)) {
    if (part === "..") at.pop();
    else if (part !== ".") at.push(encodeURIComponent(part));
  }
  return `${folder.slice(0, start)}/${at.filter(part => part !== "").join("/")}`;
}

/** A URI as people read it: a path where it is a file's. */
export function shownUri(uri: string): string {
  return uriKey(uri).replace(/^file:\/\//, "");
}

export function withoutSlash(uri: string): string {
  return uri.endsWith("/") ? uri.slice(0, -1) : uri;
}

/** Whether `key` is `folder` itself or lies below it; both are keys. */
export function isWithin(key: string, folder: string): boolean {
  return key.startsWith(folder) && (key.length === folder.length || key[folder.length] === "/");
}

/** The URI of a path as a person writes it: from a folder, or from the top of what the folder lies in. */
export function resolvePath(folder: string, path: string): string {
  const isDrive = /^[A-Za-z]:/.test(path);
  const start = pathStart(folder);
  const segments = isDrive || /^[\\/]/.test(path) ? [] : folder.slice(start).split("/").filter(Boolean);
  for (const segment of path.split(/[\\/]/)) {
    if (segment === "..") segments.pop();
    else if (isDrive && segments.length === 0) segments.push(segment);
    else if (segment !== "" && segment !== ".") segments.push(encodeURIComponent(segment));
  }
  return `${isDrive ? "file://" : folder.slice(0, start)}${segments.map(segment => `/${segment}`).join("")}`;
}
