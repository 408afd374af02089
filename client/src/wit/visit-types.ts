// Goes through the types that an interface or function leads to.
import { type Func, type InterfaceName, partsOf, partsOfDef, type Type, type TypeDef } from "./world-model.ts";

/** Sees every type that definitions and functions of `home` lead to, parts first, with the interface where it stands. */
export function visitTypes(
  { types, functions }: { readonly types: readonly TypeDef[]; readonly functions: readonly Func[] },
  home: InterfaceName | undefined,
  see: (type: Type, home: InterfaceName | undefined) => void,
): void {
  const seen = new Set<TypeDef>();
  const go = (type: Type, at: InterfaceName | undefined): void => {
    for (const part of partsOf(type)) go(part, at);
    see(type, at);
    if (type.kind === "named") define(type.def);
  };
  const define = (def: TypeDef): void => {
    if (seen.has(def)) return;
    seen.add(def);
    for (const part of partsOfDef(def)) go(part, def.owner);
  };
  for (const def of types) define(def);
  for (const { params, result } of functions)
    for (const type of [...params.map(param => param.type), ...(result === undefined ? [] : [result])]) go(type, home);
}
