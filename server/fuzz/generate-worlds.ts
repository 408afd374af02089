// Worlds, written out: imports and exports of every form, includes with renames.
import { attributesFor } from "./attributes.ts";
import { docs } from "./docs.ts";
import { interfaceBody, pickInterface, worldTypes } from "./generate-items.ts";
import { functions, type TypeContext } from "./generate-types.ts";
import { Taken } from "./names.ts";
import { type ItemInfo, isOn, nameable, type Scope, type TypeInfo, type WorldInfo } from "./scope.ts";

interface Draft {
  readonly scope: Scope;
  readonly feature: string | undefined;
  readonly types: readonly TypeInfo[];
  readonly imports: Taken;
  readonly exports: Taken;
  /** Plain names that stand for something here. */
  readonly plain: Set<string>;
  /** Interfaces imported and exported by path. */
  readonly paths: { readonly import: Set<ItemInfo>; readonly export: Set<ItemInfo> };
  readonly lines: string[];
}

/** A world's inside, and what including worlds must know. */
export function worldBody(scope: Scope, name: string, feature: string | undefined): { text: string; info: WorldInfo } {
  const { d } = scope;
  const { lines, types, names } = worldTypes(scope, feature);
  const plain = new Set(types.filter(t => isOn(scope.setting, t.feature)).map(t => t.name));
  const w: Draft = {
    scope,
    feature,
    types,
    imports: names,
    exports: new Taken(),
    plain,
    paths: { import: new Set(), export: new Set() },
    lines: [...lines],
  };
  for (let i = d.below(5); i > 0; i--) addExtern(w, d.chance(0.6) ? "import" : "export");
  for (let i = d.below(4) - 1; i > 0; i--) addInclude(w);
  const text = (d.chance(0.5) ? d.shuffle(w.lines) : w.lines).map(line => `  ${line}\n`).join("");
  const gate = feature === undefined ? {} : { feature };
  const info = {
    kind: "world" as const,
    name,
    imports: w.imports,
    exports: w.exports,
    renamable: [...w.plain],
    ...gate,
  };
  return { text, info };
}

function addExtern(w: Draft, direction: "import" | "export"): void {
  const { d } = w.scope;
  const { text, feature = w.feature } = attributesFor(w.scope, w.feature);
  const head = `${docs(d, "  ")}${text}${direction} `;
  const taken = direction === "import" ? w.imports : w.exports;
  const roll = d.below(10);
  if (roll < 4) {
    const found = pickInterface(w.scope, feature);
    if (!found || w.paths[direction].has(found.item)) return;
    w.paths[direction].add(found.item);
    w.lines.push(`${head}${found.path};`);
    return;
  }
  const name = taken.fresh(d);
  const named = roll < 6 ? pickInterface(w.scope, feature) : undefined;
  if (roll < 6 && !named) return;
  if (isOn(w.scope.setting, feature)) w.plain.add(name);
  if (named) {
    w.lines.push(`${head}${name}: ${named.path};`);
  } else if (roll < 8) {
    w.lines.push(`${head}${name}: interface {\n${interfaceBody(w.scope, feature).text}  }`);
  } else {
    const c: TypeContext = { scope: w.scope, types: w.types, feature };
    for (const written of functions(c, name)) w.lines.push(head + written);
  }
}

/** Includes a world, with new names for what clashes with what is here. */
function addInclude(w: Draft): void {
  const { d } = w.scope;
  const { text, feature = w.feature } = attributesFor(w.scope, w.feature);
  const found = nameable(w.scope, "world", feature);
  if (found.length === 0) return;
  const { path, item } = d.pick(found);
  const renames: string[] = [];
  for (const name of item.renamable) {
    const clash = w.imports.has(name) || w.exports.has(name);
    if (!clash && d.chance(0.8)) {
      w.imports.add(name);
      w.exports.add(name);
      w.plain.add(name);
      continue;
    }
    const fresh = new Taken([...w.plain, ...item.renamable]).fresh(d);
    w.imports.add(fresh);
    w.exports.add(fresh);
    w.plain.add(fresh);
    renames.push(`${name} as ${fresh}`);
  }
  w.lines.push(`${text}include ${path}${renames.length > 0 ? ` with { ${renames.join(", ")} }` : ";"}`);
}
