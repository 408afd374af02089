// The imports and exports of a world as nodes: the elaboration says what is there and in which order, the drafts what it is.
import type { IncludeUnit } from "../../syntax/ast.ts";
import type { Features } from "../../workspace/layout-types.ts";
import { gateOf } from "../gates.ts";
import { renamed } from "../include-names.ts";
import type { WorldItem } from "../world.ts";
import { type Cloner, cloneFunction, cloneInterface, cloneType } from "./clone.ts";
import { docText } from "./doc-text.ts";
import type { WorldDraft } from "./draft.ts";
import { type InterfaceNode, type Model, present, type WorldItemNode, type WorldNode } from "./nodes.ts";
import { stabilityOfText } from "./stability.ts";
import { written } from "./types.ts";

export interface WorldContext {
  readonly model: Model;
  readonly features: Features;
  readonly nextSerial: () => number;
  readonly interfaces: ReadonlyMap<string, InterfaceNode>;
  readonly worlds: Map<string, WorldNode>;
}

type Direction = "imports" | "exports";
type Named = Record<Direction, Map<string, WorldItemNode>>;

/** Fills in a world's imports and exports; the worlds it includes are filled already. */
export function fillWorld(c: WorldContext, draft: WorldDraft): void {
  const named: Named = { imports: new Map(), exports: new Map() };
  for (const [name, type] of draft.types) named.imports.set(name, { kind: "type", type });
  for (const direction of ["imports", "exports"] as const)
    for (const [name, item] of draft[direction]) {
      if ("node" in item) named[direction].set(name, { kind: "interface", interface: item, byPath: false });
      else named[direction].set(name, { kind: "function", function: item });
    }
  const { analysis } = draft.item;
  for (const { unit, offset } of analysis.scope.outline.includes) {
    if (!unit.path || gateOf(unit.attributes, c.features) === "off") continue;
    const target = analysis.targetAt(offset + unit.path.start);
    includeNamed(c, draft, written(target.status === "world" ? c.worlds.get(target.id) : undefined), unit, named);
  }
  const elaborated = written(draft.item.world);
  for (const direction of ["imports", "exports"] as const) {
    const items = elaborated[direction].map(item => [item.key, itemNode(c, named[direction], item)] as const);
    draft.node[direction] = new Map(items);
  }
}

/** Copies what the included world has under names of its own. */
function includeNamed(c: WorldContext, draft: WorldDraft, from: WorldNode, unit: IncludeUnit, named: Named): void {
  const cloner: Cloner = {
    model: c.model,
    nextSerial: c.nextSerial,
    copies: new Map(),
    from,
    to: draft.node,
  };
  for (const direction of ["imports", "exports"] as const) {
    for (const [key, item] of from[direction]) {
      if (item.kind === "interface" && item.byPath) continue;
      const name = renamed(key, unit) ?? key;
      named[direction].set(name, copyOf(cloner, draft, item, name));
    }
  }
}

function copyOf(cloner: Cloner, draft: WorldDraft, item: WorldItemNode, name: string): WorldItemNode {
  switch (item.kind) {
    case "type": {
      const type = cloneType(cloner, item.type);
      type.name = name;
      return { kind: "type", type };
    }
    case "function":
      return { kind: "function", function: cloneFunction(cloner, item.function, name) };
    case "interface":
      if (item.interface.name !== undefined) return item;
      return { ...item, interface: cloneInterface(cloner, item.interface, draft.node.package) };
  }
}

function itemNode(c: WorldContext, named: ReadonlyMap<string, WorldItemNode>, item: WorldItem): WorldItemNode {
  const known = named.get(item.key);
  if (item.kind !== "interface") return written(known);
  const inline = known?.kind === "interface" && known.interface.name === undefined;
  const base = inline ? known.interface : written(c.interfaces.get(item.id!));
  return present({
    kind: "interface",
    interface: base,
    byPath: item.key.startsWith("["),
    stability: stabilityOfText(item.gate),
    docs: inline ? undefined : docText(item.extern?.unit),
    externalId: item.externalId,
  }) as WorldItemNode;
}
