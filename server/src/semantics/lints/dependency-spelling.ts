// A name that a package on which this one depends spells otherwise: `inputstream` beside `input-stream`. Bindings of many
// languages would give both one name, and readers take them for one thing.
import { memo } from "../../base/memo.ts";
import { canonicalName } from "../../syntax/names.ts";
import type { CheckContext } from "../checks/rule.ts";
import { outline } from "../outline.ts";
import type { ItemDecl, Package } from "../packages.ts";
import type { Anchor } from "../problem.ts";
import { type DeclaredName, declaredNames } from "./declared-names.ts";
import { type Lint, lint } from "./lint.ts";

export const dependencySpelling: Lint = {
  name: "dependency-spelling",
  severity: "information",
  byMember: "alone",
  check: c => {
    if (c.others.length === 0) return;
    for (const own of declaredNames(c.outline)) {
      const key = keyOf(own);
      const alike = key === undefined ? [] : c.others.flatMap(pkg => declarations(pkg).get(key) ?? []);
      const [other] = alike;
      if (other && !alike.some(({ text }) => text === own.name.text)) say(c, own, other);
    }
  },
};

/** Where a package declares a name. */
interface Declaration {
  readonly text: string;
  /** What it is and where, for messages. */
  readonly words: string;
  readonly place: Anchor;
}

function say(c: CheckContext, { name, unit, offset }: DeclaredName, other: Declaration): void {
  const message = `\`${name.text}\` differs only by ${difference(name.text, other.text)} from the ${other.words}; spell them alike, or use that one`;
  lint(c, dependencySpelling, unit, offset, name, message, {
    related: [{ message: `\`${other.text}\` is here`, place: other.place }],
    data: { name: other.text },
  });
}

/** Names are like each other where they are of one kind and differ but for case and hyphens. */
function keyOf({ kind, name }: DeclaredName): string | undefined {
  const group = kind === "alias" ? "type" : kind;
  return group === "extern" ? undefined : `${group} ${canonicalName(name.text)}`;
}

/** What a package declares, by `keyOf`. */
const declarations: (pkg: Package) => ReadonlyMap<string, readonly Declaration[]> = memo(pkg => {
  const found = new Map<string, Declaration[]>();
  for (const scope of pkg.scopes) {
    for (const item of scope.items) {
      for (const each of declaredNames(outline(item.container))) {
        const key = keyOf(each);
        if (key === undefined) continue;
        const list = found.get(key) ?? [];
        list.push(declaration(pkg, item, each));
        found.set(key, list);
      }
    }
  }
  return found;
});

function declaration(
  pkg: Package,
  { name: { text }, container }: ItemDecl,
  { name, kind, offset }: DeclaredName,
): Declaration {
  const home = kind === "interface" || kind === "world" ? pkg.key : `${text}\` of \`${pkg.key}`;
  const place = { container, start: offset + name.start, end: offset + name.end };
  return { text: name.text, place, words: `${kindWords[kind]} \`${name.text}\` of \`${home}\`` };
}

const kindWords: Readonly<Record<DeclaredName["kind"], string>> = {
  interface: "interface",
  world: "world",
  type: "type",
  alias: "type",
  function: "function",
  extern: "import or export",
  part: "part",
  parameter: "parameter",
};

function difference(a: string, b: string): string {
  if (a.toLowerCase() === b.toLowerCase()) return "case";
  return a.replaceAll("-", "") === b.replaceAll("-", "") ? "hyphens" : "case and hyphens";
}
