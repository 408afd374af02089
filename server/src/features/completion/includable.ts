// What an `include` must rename for a world to fit: plain names that both have.
import type { ItemAnalysis } from "../../semantics/package.ts";
import type { ElaboratedWorld } from "../../semantics/world.ts";
import { type ParsedFile, partOf } from "../../syntax/file.ts";
import { canonicalName } from "../../syntax/names.ts";
import { isName } from "../../syntax/tokens.ts";
import { plain, tokensOf, written } from "../edits/words.ts";
import { freeName } from "./taken.ts";

/** The old names between the braces that follow a path: of `.{…}` behind a `use`, of `with {…}` behind an `include`. */
export function namesBehind(file: ParsedFile, offset: number, before: "." | "with"): readonly string[] {
  const pattern = before === "." ? /^[@\w.+-]*?\s*\.\s*\{([^{}]*)\}/ : /^[@\w.+-]*?\s*with\s*\{([^{}]*)\}/;
  const match = pattern.exec(partOf(file, offset, Math.min(file.source.text.length, offset + 2000)));
  const names = tokensOf(match?.[1] ?? "").filter(t => isName(t.kind) || t.kind === "as");
  return names.flatMap(({ kind, text: name }, i) =>
    kind === "as" || names[i - 1]?.kind === "as" ? [] : [plain(name)],
  );
}

/** Whether a world has the imports or exports that are renamed. */
export function hasPlainNames({ world }: ItemAnalysis, names: readonly string[]): boolean {
  const known = new Set(world ? [...plainNames(world, "imports"), ...plainNames(world, "exports")] : []);
  return names.every(name => known.has(name));
}

/** The plain names of a world that the world around the cursor has as well. */
export function clashing(self: ItemAnalysis | undefined, { world }: ItemAnalysis): readonly string[] {
  if (!self?.world || !world) return [];
  const found = (["imports", "exports"] as const).flatMap(side => {
    const own = new Set(plainNames(self.world!, side).map(canonicalName));
    return plainNames(world, side).filter(name => own.has(canonicalName(name)));
  });
  return [...new Set(found)];
}

/** ` with { a as world-a }`; nothing where nothing clashes; undefined where no name is free. */
export function withClause(self: ItemAnalysis | undefined, item: ItemAnalysis): string | undefined {
  const names = clashing(self, item);
  if (names.length === 0 || !self?.world) return "";
  const taken = new Set(
    [self.world, item.world!].flatMap(w => [...plainNames(w, "imports"), ...plainNames(w, "exports")]),
  );
  const owner = item.item.item.name.text;
  const parts = names.map(name => {
    const free = freeName(name, owner, new Set([...taken].map(canonicalName)));
    return free && `${written(name)} as ${written(free)}`;
  });
  return parts.includes(undefined) ? undefined : ` with { ${parts.join(", ")} }`;
}

function plainNames(world: ElaboratedWorld, side: "imports" | "exports"): readonly string[] {
  return world[side].flatMap(({ name }) => (name.startsWith("[") || name.includes("/") ? [] : [name]));
}
