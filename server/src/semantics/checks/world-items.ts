// A world's imports must be told apart by name, and so must its exports; an interface can be imported, and exported, once.
import { type ExternDecl, externFunction, type FuncDecl } from "../outline.ts";
import { NameSet } from "./name-clash.ts";
import { type CheckContext, here, type Rule, report } from "./rule.ts";

export const worldItems: Rule = {
  code: "duplicate-world-item",
  severity: "error",
  check: c => {
    if (c.container.kind !== "world") return;
    const imports = new NameSet(c);
    const exports = new NameSet(c);
    for (const entry of c.scope.order) imports.define(entry.name, entry.start, entry.end);
    const interfaces = { import: new Map<string, ExternDecl>(), export: new Map<string, ExternDecl>() };
    for (const item of itemsInOrder(c)) {
      if ("mangled" in item) imports.define(item.mangled, item.offset + item.name.start, item.offset + item.name.end);
      else checkExtern(c, item, item.unit.kind === "import" ? imports : exports, interfaces[item.unit.kind]);
    }
  },
};

/** Functions of the world's resources, and its imports and exports, as they follow each other in the text. */
function itemsInOrder(c: CheckContext): readonly (ExternDecl | FuncDecl)[] {
  return [...c.outline.functions, ...c.outline.externs].sort((a, b) => a.offset - b.offset);
}

function checkExtern(c: CheckContext, extern: ExternDecl, names: NameSet, interfaces: Map<string, ExternDecl>): void {
  const { unit, offset } = extern;
  if (unit.name) {
    const name = externFunction(extern)?.mangled ?? unit.name.text;
    names.define(name, offset + unit.name.start, offset + unit.name.end);
    return;
  }
  const target = unit.path && c.targetAt(offset + unit.path.start);
  // What the path leads to may be missing: it is named twice all the same.
  const id = target && target.status !== "world" && target.status !== "no-item" ? target.id : undefined;
  if (id === undefined) return;
  const before = interfaces.get(id);
  interfaces.set(id, before ?? extern);
  if (!before) return;
  const place = before.unit.path!;
  const related = [
    here(c, before.offset + place.start, before.offset + place.end, `it is ${unit.kind}ed here already`),
  ];
  report(c, worldItems, offset, unit.path!.name, `interface \`${unit.path!.name.text}\` is ${unit.kind}ed twice`, {
    related,
  });
}
