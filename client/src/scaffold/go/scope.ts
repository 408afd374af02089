// One file of a new project in Go: the package that it is in, and the imports that follow from what its text refers to.
import { realDef, type TypeDef } from "../../wit/world-model.ts";
import { pascal } from "../casing.ts";
import type { GoNames } from "./names.ts";

const TYPES = 'witTypes "go.bytecodealliance.org/pkg/wit/types"';

export interface FileScope {
  readonly names: GoNames;
  /** A type of the bindings, with its package in front where that is another one. */
  reference(def: TypeDef, prefix?: string): string;
  /** A package of the bindings by its name. */
  use(name: string): string;
  /** A name of the runtime's package of types: `witTypes.Unit`. */
  runtime(name: string): string;
  /** A package of Go's own. */
  standard(name: string): string;
  imports(): readonly string[];
}

export function fileScope(names: GoNames, own: string): FileScope {
  const imports = new Set<string>();
  const use = (name: string): string => {
    imports.add(`"wit_component/${name}"`);
    return name;
  };
  return {
    names,
    use,
    reference(def, prefix = "") {
      const found = realDef(def) ?? def;
      const home = names.packageOfType(found);
      const name = `${prefix}${pascal(found.name)}`;
      return home === own ? name : `${use(home)}.${name}`;
    },
    runtime(name) {
      imports.add(TYPES);
      return `witTypes.${name}`;
    },
    standard(name) {
      imports.add(`"${name}"`);
      return name;
    },
    imports: () => [...imports].sort((a, b) => (a.replace(/^\w+ /, "") < b.replace(/^\w+ /, "") ? -1 : 1)),
  };
}
