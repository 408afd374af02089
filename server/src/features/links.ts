// Document links: addresses of pages, and from the header of a package in `deps` to what says where it comes from.
import type { Span } from "../base/span.ts";
import type { RootAnalysis } from "../semantics/analysis.ts";
import type { Package } from "../semantics/packages.ts";
import type { ParsedFile, SourceFile } from "../syntax/file.ts";
import type { Manifests } from "../workspace/manifests/types.ts";
import { lastSegment } from "../workspace/uri.ts";

/** UTF-16 offsets of the file. */
export interface DocumentLink extends Span {
  readonly target: LinkTarget;
  /** What opening it shows, where the address alone doesn't tell. */
  readonly tooltip?: string;
}

export type LinkTarget =
  | { readonly kind: "page"; readonly url: string }
  /** A place in a file that is no WIT; UTF-16 offsets of its text. */
  | { readonly kind: "place"; readonly source: SourceFile; readonly span: Span };

/** In the order of the text. What a path names is reached by its definition: a link there would only be in the way. */
export function documentLinks(root: RootAnalysis, file: ParsedFile): readonly DocumentLink[] {
  return [...pageLinks(file), ...headerLinks(root, file)].sort((a, b) => a.start - b.start);
}

/** Outside of comments and texts such an address is no WIT, but an address all the same. */
function pageLinks({ source: { text } }: ParsedFile): readonly DocumentLink[] {
  const found: DocumentLink[] = [];
  for (let at = text.indexOf("://"); at >= 0; at = text.indexOf("://", at)) {
    const start = at - (/https?$/i.exec(text.slice(Math.max(0, at - 5), at))?.[0].length ?? 0);
    const end = start < at ? addressEnd(text, at + 3) : at + 3;
    if (end > at + 3) found.push({ start, end, target: { kind: "page", url: text.slice(start, end) } });
    at = end;
  }
  return found;
}

/** What is seldom part of an address, though it may be: white space, quotes, brackets of Markdown and HTML. */
const outside = /[\s<>"'`{}|\\^]/;

/** Without the punctuation of the sentence around it, and without a bracket that was opened before it. */
function addressEnd(text: string, from: number): number {
  let open = 0;
  let end = from;
  for (; end < text.length && !outside.test(text[end]!) && !text.startsWith("*/", end); end++) {
    if (text[end] === "(" || text[end] === "[") open++;
    else if ((text[end] === ")" || text[end] === "]") && open-- === 0) break;
  }
  while (end > from && ".,;:!?*_~".includes(text[end - 1]!)) end--;
  return end;
}

function headerLinks({ root, packages }: RootAnalysis, file: ParsedFile): readonly DocumentLink[] {
  const { manifests } = root;
  if (!manifests) return [];
  return packages.flatMap(({ package: pkg }) =>
    pkg.headers.flatMap(({ scope, name, offset }) => {
      const link = scope.file === file ? originOf(manifests, pkg) : undefined;
      return link ? [{ ...link, start: offset + name.start, end: offset + name.end }] : [];
    }),
  );
}

type Origin = Omit<DocumentLink, keyof Span>;

/** Where a package in `deps` was fetched from, as the files of wit-deps or wkg have it. */
function originOf({ witDeps, wkg }: Manifests, { dep, key }: Package): Origin | undefined {
  if (!dep) return undefined;
  for (const file of [witDeps?.manifest, witDeps?.lock]) {
    const entry = file?.entries.find(({ id }) => id === dep.name || `${id}.wit` === dep.name);
    if (!file || !entry) continue;
    const page = entry.url === undefined ? undefined : pageOf(entry.url);
    return page === undefined ? place(file.source, entry.place) : { target: { kind: "page", url: page } };
  }
  const [name, version] = key.split("@");
  const override = wkg?.manifest?.overrides.find(each => each.name === name);
  if (wkg?.manifest && override) return place(wkg.manifest.source, override.place);
  const locked = wkg?.lock?.packages.find(each => each.name === name);
  if (!wkg?.lock || !locked) return undefined;
  return place(wkg.lock.source, (locked.versions.find(v => v.version === version) ?? locked).place);
}

function place(source: SourceFile, span: Span): Origin {
  return {
    target: { kind: "place", source, span },
    tooltip: `where this package comes from, in ${lastSegment(source.uri)}`,
  };
}

/** The page of an archive's repository, rather than the archive; nothing for what a browser does not open. */
function pageOf(url: string): string | undefined {
  if (!/^https?:\/\//i.test(url)) return undefined;
  const archive = /^(https:\/\/github\.com\/[^/]+\/[^/]+)\/archive\/(?:refs\/(?:heads|tags)\/)?(.+?)\.(?:tar\.gz|zip)$/;
  return url.replace(archive, "$1/tree/$2");
}
