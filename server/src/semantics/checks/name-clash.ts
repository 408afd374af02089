// Names of one interface that differ only by case or hyphens, or functions of the same name (component names must be strongly unique).
import { canonicalFunctionName, canonicalName } from "../../syntax/names.ts";
import { type CheckContext, here, type Rule, report } from "./rule.ts";

export const nameClash: Rule = {
  code: "name-clash",
  severity: "error",
  check: c => {
    if (c.container.kind === "world" || !mayClash(c)) return;
    const names = new NameSet(c);
    for (const entry of c.scope.order) {
      const { unit } = entry.kind === "use" ? entry.use : entry.decl;
      if (unit.problems.length === 0) names.define(entry.name, entry.start, entry.end);
    }
    const doubled = new Set(c.scope.duplicates.map(entry => entry.name));
    for (const f of c.functions) {
      // The functions of a resource that is there twice would only say it again.
      if (f.unit.problems.length > 0 || (f.resource !== undefined && doubled.has(f.resource))) continue;
      names.define(f.mangled, f.offset + f.name.start, f.offset + f.name.end);
    }
  },
};

/** Whether any two names are one, be it for a mistake that another rule reports. */
function mayClash({ scope, functions }: CheckContext): boolean {
  const names = new Set<string>();
  for (let i = 0; i < scope.order.length; i++) names.add(canonicalFunctionName(scope.order[i]!.name));
  for (let i = 0; i < functions.length; i++) names.add(canonicalFunctionName(functions[i]!.mangled));
  return names.size < scope.order.length + functions.length;
}

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
    const related = [here(c, before.start, before.end, `${describe(before.name)} is here`)];
    const message =
      before.name === name
        ? twice(name)
        : `${describe(name)} clashes with ${describe(before.name)}: ${difference(name, before.name)}`;
    report(c, nameClash, 0, { start, end }, message, { related });
    return false;
  }
}

function twice(mangled: string): string {
  return mangled.startsWith("[constructor]")
    ? "a resource has one constructor at most; make this one a static function"
    : `${describe(mangled)} is there already; rename one`;
}

/** A component's name in words: `[method]r.f` is the method `f` of `r`. */
function describe(mangled: string): string {
  const [, kind = "", accessor = "", rest = ""] = /^(?:\[(constructor|method|static)\])?(?:\[(get|set)\])?(.*)$/s.exec(
    mangled,
  )!;
  if (kind === "constructor") return `the constructor of \`${rest}\``;
  const [resource, name] = kind === "" ? [undefined, rest] : rest.split(".");
  const owner = resource === undefined ? "" : ` of \`${resource}\``;
  if (accessor !== "") return `the ${kind === "static" ? "static " : ""}${accessor}ter \`${name}\`${owner}`;
  if (kind === "") return `\`${name}\``;
  return `the ${kind === "static" ? "static function" : "method"} \`${name}\`${owner}`;
}

/** What two names that clash would have to differ by. */
function difference(a: string, b: string): string {
  const plain = (mangled: string): string => mangled.replace(/^(\[[^\]]*\])*/, "");
  const [first, second] = [plain(a), plain(b)];
  if (first === second) return "one name can't be both";
  return canonicalName(first) === canonicalName(second)
    ? "names must differ by more than case and hyphens"
    : "a function of a resource can't have its name";
}
