// A file's packages as if they held only the members near some places: few names are looked at, and nothing is analysed anew.
import type { Span } from "../base/span.ts";
import type { RootAnalysis } from "../semantics/analysis.ts";
import type { ContainerAnalysis } from "../semantics/item.ts";
import type { Outline } from "../semantics/outline.ts";
import type { ItemAnalysis, PackageAnalysis } from "../semantics/package.ts";
import type { Scope } from "../semantics/packages.ts";
import { fileOccurrences, type Occurrence } from "../semantics/symbols.ts";
import type { Unit } from "../syntax/ast.ts";
import type { ParsedFile } from "../syntax/file.ts";

/** Whether something that starts at an offset of the file and has a length in UTF-16 units is to be looked at. */
export type Near = (start: number, length: number) => boolean;

/** What touches a range. */
export function touching(range: Span): Near {
  return (start, length) => start <= range.end && range.start <= start + length;
}

/** What holds a name, as it is written without `%`. */
export function mentioning({ source: { text } }: ParsedFile, name: string): Near {
  const places: number[] = [];
  if (name !== "") {
    for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length))
      if (!continuesWord(text, at - 1) && !continuesWord(text, at + name.length)) places.push(at);
  }
  return (start, length) => {
    const first = places[firstFrom(places, start)];
    return first !== undefined && first < start + length;
  };
}

function continuesWord(text: string, at: number): boolean {
  return at >= 0 && /[A-Za-z0-9-]/.test(text.charAt(at));
}

/** Index of the first of the ascending `places` that is not before `offset`. */
function firstFrom(places: readonly number[], offset: number): number {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (places[middle]! < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The names of a file that stand in members near some places, in the order of the text; others may be among them. */
export function occurrencesNear(root: RootAnalysis, file: ParsedFile, near: Near): readonly Occurrence[] {
  return fileOccurrences(root, file, narrowed(root, file, near));
}

/** The packages of a file as if it held only what is near. Names are to be looked up in the root as it is. */
export function narrowed(root: RootAnalysis, file: ParsedFile, near: Near): readonly PackageAnalysis[] {
  return root.packages.flatMap(pkg => {
    const scopes = pkg.package.scopes.filter(s => s.file === file);
    return scopes.length === 0 ? [] : [narrowPackage(pkg, scopes, near)];
  });
}

function narrowPackage(pkg: PackageAnalysis, scopes: readonly Scope[], near: Near): PackageAnalysis {
  const items = new Map<string, ItemAnalysis>();
  const real = new Map<Scope, Scope>();
  for (const scope of scopes) {
    const { offset } = scope;
    const kept = scope.items.filter(i => near(offset + i.offset, i.container.length));
    for (const decl of kept) {
      const known = pkg.items.get(decl.name.text);
      if (known?.item.item !== decl) continue;
      const analysis = narrowAnalysis(known.analysis, offset + decl.offset, near);
      items.set(decl.name.text, { ...known, analysis });
    }
    const uses = scope.uses.filter(u => near(offset + u.offset, u.unit.text.length));
    real.set({ ...scope, items: kept, uses }, scope);
  }
  const headers = pkg.package.headers.filter(h => near(h.offset, h.unit.text.length));
  return {
    ...pkg,
    items,
    package: { ...pkg.package, headers, scopes: [...real.keys()] },
    resolve: (scope, path, role) => pkg.resolve(real.get(scope) ?? scope, path, role),
  };
}

function narrowAnalysis(analysis: ContainerAnalysis, start: number, near: Near): ContainerAnalysis {
  const o = analysis.scope.outline;
  const nearUnit = (d: { readonly unit: Unit; readonly offset: number }): boolean =>
    near(start + d.offset, d.unit.text.length);
  const outline: Outline = {
    ...o,
    uses: o.uses.filter(nearUnit),
    types: o.types.filter(nearUnit),
    functions: o.functions.filter(nearUnit),
    externs: o.externs.filter(e => near(start + e.offset, e.body?.length ?? e.unit.text.length)),
    includes: o.includes.filter(nearUnit),
    mentions: o.mentions.filter(m => near(start + m.offset + m.path.start, m.path.end - m.path.start)),
  };
  const bodies = new Map<number, ContainerAnalysis>();
  for (const { offset } of outline.externs) {
    const body = analysis.bodies.get(offset);
    if (body) bodies.set(offset, narrowAnalysis(body, start + offset, near));
  }
  return { ...analysis, scope: { ...analysis.scope, outline }, bodies };
}
