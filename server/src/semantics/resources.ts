// Whether a type holds a resource, so that it is tied to the component that made it.
import type { TypeExpr } from "../syntax/ast.ts";
import type { RootAnalysis } from "./analysis.ts";
import { type Holder, holderOf } from "./holders.ts";
import { eachName, typesOf } from "./outline.ts";
import { typeId } from "./symbol-lookup.ts";
import type { SymbolId } from "./symbols.ts";

/** The name of a resource that a type holds, however deep. */
export function resourceIn(root: RootAnalysis, h: Holder, type: TypeExpr, seen: Set<SymbolId>): string | undefined {
  const names: string[] = [];
  eachName(type, name => names.push(name.text));
  for (const name of names) {
    const id = typeId(root, h.analysis, h.id, name);
    if (id === undefined || seen.has(id)) continue;
    seen.add(id);
    const found = resourceBehind(root, id, name, seen);
    if (found) return found;
  }
  return undefined;
}

/** The same for the type with an id. `seen` holds the ids that need not be looked at again. */
export function resourceBehind(
  root: RootAnalysis,
  id: SymbolId,
  name: string,
  seen: Set<SymbolId>,
): string | undefined {
  const at = id.lastIndexOf("#");
  const holder = holderOf(root, id.slice(0, at));
  const entry = holder?.analysis.scope.entries.get(id.slice(at + 1));
  if (!holder || !entry) return undefined;
  if (entry.kind === "use") {
    const target = entry.target.status === "interface" ? `${entry.target.id}#${entry.useName.name.text}` : undefined;
    if (target === undefined || seen.has(target)) return undefined;
    seen.add(target);
    return resourceBehind(root, target, name, seen);
  }
  if (entry.decl.unit.kind === "resource") return name;
  for (const type of typesOf(entry.decl.unit)) {
    const found = resourceIn(root, holder, type, seen);
    if (found) return found;
  }
  return undefined;
}
