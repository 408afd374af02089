// Interfaces and worlds, written out, with what others may know of them.
import { attributesFor } from "./attributes.ts";
import { docs } from "./docs.ts";
import { functions, resource, type TypeContext, typeDefinition } from "./generate-types.ts";
import { Taken } from "./names.ts";
import { type InterfaceInfo, isOn, type Named, nameable, type Scope, type TypeInfo } from "./scope.ts";

export interface Body {
  readonly text: string;
  readonly types: readonly TypeInfo[];
  readonly names: Taken;
}

interface Drafted {
  readonly scope: Scope;
  readonly names: Taken;
  readonly types: TypeInfo[];
  readonly lines: string[];
  readonly feature: string | undefined;
}

/** `use`s of other interfaces; the names they bring are taken, and their types can be named. */
function addUses(b: Drafted, most: number): void {
  const { d } = b.scope;
  for (let i = d.below(most + 1); i > 0; i--) {
    const { text, feature } = attributesFor(b.scope, b.feature);
    const from = nameable(b.scope, "interface", feature).filter(n => n.item.types.length > 0);
    if (from.length === 0) return;
    const { path, item } = d.pick(from);
    const names = Array.from({ length: 1 + d.below(2) }, () => useOne(b, item, feature));
    const words = names.filter(w => w !== undefined);
    if (words.length > 0 || d.chance(0.3))
      b.lines.push(`${text}use ${path}.{${words.join(", ")}${d.chance(0.2) ? "," : ""}};`);
  }
}

function useOne(b: Drafted, from: InterfaceInfo, feature: string | undefined): string | undefined {
  const { d, setting } = b.scope;
  const usable = from.types.filter(t => isOn(setting, t.feature) || t.feature === feature);
  if (usable.length === 0) return undefined;
  const { name, resource, borrow } = d.pick(usable);
  const renamed = b.names.has(name) || d.chance(0.2);
  const local = renamed ? b.names.fresh(d) : name;
  if (!renamed) b.names.add(name);
  b.types.push({ name: local, resource, borrow, ...(feature === undefined ? {} : { feature }) });
  return renamed ? `${name} as ${local}` : name;
}

/** Definitions of types, each over the ones before it, to be written in any order. */
function addTypes(b: Drafted, most: number): void {
  const { d } = b.scope;
  for (let i = d.below(most + 1); i > 0; i--) {
    const name = b.names.fresh(d);
    const { text, feature } = attributesFor(b.scope, b.feature);
    const gate = feature === undefined ? {} : { feature };
    const head = docs(d, "  ") + text;
    if (d.chance(0.25)) {
      b.types.push({ name, resource: true, borrow: false, ...gate });
      b.lines.push(`${head}\u0000${name}`);
      continue;
    }
    const c: TypeContext = { scope: b.scope, types: b.types, feature: feature ?? b.feature };
    const { text: written, info } = typeDefinition(c, name);
    b.types.push({ ...info, ...gate });
    b.lines.push(head + written);
  }
}

/** Writes the bodies of resources, which may name every type of their interface. */
function resourceBodies(b: Drafted): string[] {
  return b.lines.map(line => {
    const [head, name] = line.split("\u0000");
    if (name === undefined) return line;
    const { feature = b.feature } = b.types.find(t => t.name === name)!;
    const c: TypeContext = { scope: b.scope, types: b.types, feature };
    return head! + resource(c, name, () => attributesFor(b.scope, feature).text);
  });
}

/** The inside of an interface. */
export function interfaceBody(scope: Scope, feature: string | undefined): Body {
  const { d } = scope;
  const b: Drafted = { scope, names: new Taken(), types: [], lines: [], feature };
  addUses(b, d.chance(0.5) ? 2 : 0);
  addTypes(b, 4);
  const lines = resourceBodies(b);
  for (let i = d.below(4); i > 0; i--) {
    const own = attributesFor(scope, feature);
    const c: TypeContext = { scope, types: b.types, feature: own.feature ?? feature };
    for (const text of functions(c, b.names.fresh(d))) lines.push(docs(d, "  ") + own.text + text);
  }
  const mixed = d.chance(0.6) ? d.shuffle(lines) : lines;
  return { text: mixed.map(line => `  ${line}\n`).join(""), types: b.types, names: b.names };
}

/** What a world's text brings in besides imports and exports: uses and types, which are imports by name. */
export function worldTypes(scope: Scope, feature: string | undefined): Body & { readonly lines: readonly string[] } {
  const b: Drafted = { scope, names: new Taken(), types: [], lines: [], feature };
  addUses(b, scope.d.chance(0.4) ? 2 : 0);
  if (scope.d.chance(0.4)) addTypes(b, 3);
  return { text: "", lines: resourceBodies(b), types: b.types, names: b.names };
}

/** An interface of any package that an item with this gate may import or export. */
export function pickInterface(s: Scope, feature: string | undefined): Named<InterfaceInfo> | undefined {
  const found = nameable(s, "interface", feature);
  return found.length === 0 ? undefined : s.d.pick(found);
}
