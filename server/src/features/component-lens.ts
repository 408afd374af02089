// Code lenses that do something: build, run and serve a component with a world, call a function that one exports.
import type { Span } from "../base/span.ts";
import type { RootAnalysis } from "../semantics/analysis.ts";
import { describeItem } from "../semantics/describe.ts";
import type { ItemAnalysis } from "../semantics/package.ts";
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

/** The lenses of a file: of worlds of the root's own packages, and of functions that these export and that can be called; in the order of the text. */
export function componentLenses(root: RootAnalysis, file: ParsedFile): readonly ComponentLens[] {
  const found: ComponentLens[] = [];
  const called = new Set<number>();
  for (const item of ownWorlds(root)) {
    if (item.item.scope.file === file) for (const lens of worldLenses(item)) found.push(lens);
    for (const lens of functionLenses(root, item, file)) {
      // Of several worlds that export it, the first is as good as any.
      if (called.has(lens.start)) continue;
      called.add(lens.start);
      found.push(lens);
    }
  }
  return found.sort((a, b) => a.start - b.start);
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
    ...(has(/^wasi:http\/incoming-handler(?:@|$)/) ? [{ ...place, kind: "serve" as const }] : []),
  ];
}

function functionLenses(root: RootAnalysis, { world, id }: ItemAnalysis, file: ParsedFile): readonly ComponentLens[] {
  return world!.exports.flatMap(exported => {
    const { kind, name, functions } = describeItem(root, exported);
    return functions.flatMap(func => {
      if (func.notInvocable !== undefined || func.namePlace.uri !== file.source.uri) return [];
      const { start, end } = func.namePlace;
      const called = kind === "interface" ? `${name}#${func.name}` : func.name;
      return [{ kind: "invoke" as const, start, end, world: id, function: called }];
    });
  });
}
