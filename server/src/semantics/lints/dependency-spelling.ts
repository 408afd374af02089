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
      const other = own.kind === "extern" ? undefined : otherSpelling(c.others, own);
      if (other) say(c, own, other);
    }
  },
};

/** The first declaration in other packages that is like this one, of one kind and different but for case and hyphens; none where one has this name. */
function otherSpelling(others: CheckContext["others"], { kind, name }: DeclaredName): Declaration | undefined {
  let first: Declaration | undefined;
  for (const pkg of others) {
    const alike = declarations(pkg).get(groupOf(kind))?.get(canonicalName(name.text));
    if (alike?.has(name.text)) return undefined;
    first ??= alike?.values().next().value;
  }
  return first;
}

type Kind = DeclaredName["kind"];

function groupOf(kind: Kind): Kind {
  return kind === "alias" ? "type" : kind;
}

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

/** Declarations by canonical name, and the first of each spelling. */
type Spellings = Map<string, Map<string, Declaration>>;

/** What a package declares, by its kind. */
const declarations: (pkg: Package) => ReadonlyMap<Kind, Spellings> = memo(pkg => {
  const found = new Map<Kind, Spellings>();
  for (const scope of pkg.scopes) {
    for (const item of scope.items) {
      for (const each of declaredNames(outline(item.container))) {
        const names = under(found, groupOf(each.kind), () => new Map());
        const spellings = under(names, canonicalName(each.name.text), () => new Map());
        under(spellings, each.name.text, () => declaration(pkg, item, each));
      }
    }
  }
  return found;
});

/** What a map has under a key, made where there is nothing yet. */
function under<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}

function declaration(
  pkg: Package,
  { name: { text }, container }: ItemDecl,
  { name, kind, offset }: DeclaredName,
): Declaration {
  const home = kind === "interface" || kind === "world" ? pkg.key : `${text}\` of \`${pkg.key}`;
  const place = { container, start: offset + name.start, end: offset + name.end };
  return { text: name.text, place, words: `${kindWords[kind]} \`${name.text}\` of \`${home}\`` };
}

const kindWords: Readonly<Record<Kind, string>> = {
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
