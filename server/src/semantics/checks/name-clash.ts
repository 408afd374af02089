// Names of one interface that differ only by case or hyphens, or functions of the same name (component names must be strongly unique).
import { canonicalFunctionName } from "../../syntax/names.ts";
import { type CheckContext, here, type Rule, report } from "./rule.ts";

export const nameClash: Rule = {
  code: "name-clash",
  severity: "error",
  check: c => {
    if (c.container.kind === "world") return;
    const names = new NameSet(c);
    for (const entry of c.scope.order) names.define(entry.name, entry.start, entry.end);
    for (const f of c.functions) names.define(f.mangled, f.offset + f.name.start, f.offset + f.name.end);
  },
};

interface Defined {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** Names that must be strongly unique; reports each that is not. */
export class NameSet {
  readonly #names = new Map<string, Defined>();
  readonly #context: CheckContext;

  constructor(context: CheckContext) {
    this.#context = context;
  }

  /** Adds a name at a place; gives whether it was new. */
  define(name: string, start: number, end: number): boolean {
    const key = canonicalFunctionName(name);
    const before = this.#names.get(key);
    if (!before) {
      this.#names.set(key, { name, start, end });
      return true;
    }
    const c = this.#context;
    const related = [here(c, before.start, before.end, `\`${before.name}\` is here`)];
    const message =
      before.name === name
        ? `\`${name}\` is defined twice`
        : `\`${name}\` clashes with \`${before.name}\`: names must differ by more than case, hyphens and accessors`;
    report(c, nameClash, 0, { start, end }, message, { related });
    return false;
  }
}
