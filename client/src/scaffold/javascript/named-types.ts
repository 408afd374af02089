// The named types that a world's exports lead to.
import { type Func, partsOf, partsOfDef, type Type, type TypeDef, type WorldModel } from "../../wit/world-model.ts";
import { exportedFunctions, exportedInterfaces } from "../exports.ts";

/** Each once, those that others are made of behind them. */
export function namedTypes(world: WorldModel): readonly TypeDef[] {
  const found = new Set<TypeDef>();
  const visit = (type: Type): void => {
    if (type.kind === "named") visitDef(type.def);
    else if (type.kind === "own" || type.kind === "borrow") visitDef(type.resource);
    else for (const part of partsOf(type)) visit(part);
  };
  const visitDef = (def: TypeDef): void => {
    if (found.has(def)) return;
    found.add(def);
    for (const part of partsOfDef(def)) visit(part);
  };
  const visitFunction = ({ params, result }: Func): void => {
    for (const { type } of params) visit(type);
    if (result !== undefined) visit(result);
  };
  for (const { interface: each, functions, resources } of exportedInterfaces(world)) {
    for (const { def } of resources) visitDef(def);
    for (const def of each.types) visitDef(def);
    for (const func of [...functions, ...resources.flatMap(resource => resource.functions)]) visitFunction(func);
  }
  for (const func of exportedFunctions(world)) visitFunction(func);
  return [...found];
}
