// Code lenses that do something: build, run and serve a component with a world, call a function that one exports.
import type { Span } from "../base/span.ts";
import type { RootAnalysis } from "../semantics/analysis.ts";
import { filePlace, holderOf, holderOfContainer } from "../semantics/holders.ts";
import type { FuncDecl } from "../semantics/outline.ts";
import type { ItemAnalysis } from "../semantics/package.ts";
import type { WorldItem } from "../semantics/world.ts";
import type { ParsedFile } from "../syntax/file.ts";

/** A lens above a name; UTF-16 offsets of the file. */
export interface ComponentLens extends Span {
  /** `new`: make a project with the world. */
  readonly kind: "new" | "build" | "run" | "serve" | "invoke";
  /** `a:b/w@1.0.0`: the world that the component has. */
  readonly world: string;
  /** The function to call: `f`, or `a:b/i@1.0.0#f` of an interface. */
  readonly function?: string;
}

/** The lenses of a file: of worlds of the root's own packages, and of the functions that these export; in the order of the text. */
export function componentLenses(root: RootAnalysis, file: ParsedFile): readonly ComponentLens[] {
  const found: ComponentLens[] = [];
  const called = new Set<WorldItem["id"] | FuncDecl>();
  for (const item of ownWorlds(root)) {
    if (item.item.scope.file === file) for (const lens of worldLenses(item)) found.push(lens);
    for (const exported of item.world!.exports) {
      // Of several worlds that export it, the first is as good as any.
      const what = exported.func ?? exported.id;
      if (called.has(what) || isWasi(exported)) continue;
      called.add(what);
      for (const lens of functionLenses(root, item.id, exported, file)) found.push(lens);
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

/** What WASI has called is what a runtime runs and serves. */
function isWasi({ id = "" }: WorldItem): boolean {
  return id.startsWith("wasi:");
}

function ownWorlds(root: RootAnalysis): readonly ItemAnalysis[] {
  return root.packages
    .filter(pkg => !pkg.package.dep)
    .flatMap(pkg => [...pkg.items.values()].filter(({ world }) => world && !world.off));
}

function worldLenses({ item, world, id }: ItemAnalysis): readonly ComponentLens[] {
  const { scope, item: decl } = item;
  const start = scope.offset + decl.offset;
  const place = { start: start + decl.name.start, end: start + decl.name.end, world: id };
  const has = (exported: RegExp): boolean => world!.exports.some(({ name }) => exported.test(name));
  return [
    { ...place, kind: "new" },
    { ...place, kind: "build" },
    ...(has(/^wasi:cli\/run(?:@|$)/) ? [{ ...place, kind: "run" as const }] : []),
    // WASI 0.2 has the one, 0.3 the other.
    ...(has(/^wasi:http\/(?:incoming-)?handler(?:@|$)/) ? [{ ...place, kind: "serve" as const }] : []),
  ];
}

function functionLenses(
  root: RootAnalysis,
  world: string,
  { kind, name, id, container, func }: WorldItem,
  file: ParsedFile,
): readonly ComponentLens[] {
  const holder = kind === "interface" ? holderOf(root, id ?? "") : func && holderOfContainer(root, container);
  if (!holder || holder.item.item.scope.file !== file) return [];
  const decls = func ? [func] : holder.analysis.scope.outline.functions;
  return decls.map(decl => {
    const { start, end } = filePlace(holder, decl.offset + decl.name.start, decl.offset + decl.name.end);
    return { kind: "invoke", start, end, world, function: func ? name : `${name}#${decl.mangled}` };
  });
}
