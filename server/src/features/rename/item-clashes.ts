// What a new name of an interface or a world, or of what `use … as` names in a file, would clash with.
import type { RootAnalysis } from "../../semantics/analysis.ts";
import type { PackageAnalysis } from "../../semantics/package.ts";
import type { Scope } from "../../semantics/packages.ts";
import { nameOf } from "../../workspace/uri.ts";
import type { Change } from "./clashes.ts";

/** Interfaces and worlds share the names of their package, and of each file that names them. */
export function itemClash(change: Change): string | undefined {
  const { roots, name, wanted } = change;
  for (const root of roots) {
    for (const pkg of root.packages) {
      const home = [...pkg.items.values()].some(item => item.id === name.id);
      const there = home ? pkg.names.items.get(wanted) : undefined;
      if (there) return `The package has ${kindWords[there.item.kind]} \`${wanted}\` already.`;
      for (const scope of pkg.package.scopes) {
        const clash = mentionedIn(change, root, scope) ? scopeClash(change, pkg, scope, home) : undefined;
        if (clash !== undefined) return clash;
      }
    }
  }
  return undefined;
}

const kindWords = { interface: "an interface", world: "a world" } as const;

/** Whether the file names the thing; the file alone is looked at, which is never too little. */
function mentionedIn({ mentions }: Change, root: RootAnalysis, scope: Scope): boolean {
  return mentions.some(m => m.root === root && m.file === scope.file);
}

function scopeClash(
  { wanted, name, old }: Change,
  pkg: PackageAnalysis,
  scope: Scope,
  home: boolean,
): string | undefined {
  const bare = home || scope.uses.some(({ unit }) => !unit.alias && unit.path?.name.text === old);
  if (!bare) return undefined;
  const names = pkg.names.scopes.get(scope);
  if (names?.has(wanted)) return `\`${wanted}\` means something else in \`${nameOf(scope.file.source.uri)}\` already.`;
  const there = name.kind === "file-name" || !home ? pkg.names.items.get(wanted) : undefined;
  return there && `The package has ${kindWords[there.item.kind]} \`${wanted}\` already.`;
}

/** A name that `use … as` gives in one file. */
export function fileClash({ root, mentions, wanted }: Change): string | undefined {
  const file = mentions[0]?.file;
  for (const pkg of root.packages) {
    for (const scope of pkg.package.scopes) {
      if (scope.file !== file) continue;
      const there = pkg.names.items.get(wanted);
      if (there) return `The package has ${kindWords[there.item.kind]} \`${wanted}\` already.`;
      if (pkg.names.scopes.get(scope)?.has(wanted)) return `This file has the name \`${wanted}\` already.`;
    }
  }
  return undefined;
}
