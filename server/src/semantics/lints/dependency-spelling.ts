// A name that a package on which this one depends spells otherwise: `inputstream` beside `input-stream`. Bindings of many
// languages would give both one name, and readers take them for one thing.
import { keyedMemo, memo } from "../../base/memo.ts";
import type { Container } from "../../syntax/ast.ts";
import { canonicalName } from "../../syntax/names.ts";
import type { PackageCheck } from "../checks/packages.ts";
import { outline } from "../outline.ts";
import type { ItemDecl, Package, Scope } from "../packages.ts";
import type { FilePlace, FileProblem } from "../problem.ts";
import { allowsMember } from "./allow.ts";
import { type DeclaredName, declaredNames } from "./declared-names.ts";
import { type Lint, packageLint, severityOf } from "./lint.ts";

export const dependencySpelling: Lint = {
  name: "dependency-spelling",
  severity: "information",
  checkPackage: p => {
    if (p.foreign.size === 0 || severityOf(dependencySpelling, p.env.features) === "off") return [];
    const others = [...p.foreign.keys()].flatMap(key => p.env.lookup(key)?.package ?? []);
    return p.package.scopes.flatMap(scope =>
      scope.items.flatMap(item =>
        likenesses(item.container, others).flatMap(like => say(p, like, scope, scope.offset + item.offset)),
      ),
    );
  },
};

/** Where a package declares a name. */
interface Declaration {
  readonly text: string;
  /** What it is and where, for messages. */
  readonly words: string;
  readonly place: FilePlace;
}

/** A name of an item, and another package's like it. */
interface Likeness {
  readonly own: DeclaredName;
  readonly other: Declaration;
}

function say(p: PackageCheck, { own, other }: Likeness, scope: Scope, start: number): readonly FileProblem[] {
  const { name, unit, offset } = own;
  const message = `\`${name.text}\` differs only by ${difference(name.text, other.text)} from the ${other.words}; spell them alike, or use that one`;
  return packageLint(p, dependencySpelling, { scope, unit, offset: start + offset }, name, message, {
    related: [{ message: `\`${other.text}\` is here`, place: other.place }],
    data: { name: other.text },
  });
}

const remember = keyedMemo<Container, readonly Likeness[]>();

/** The names of an item for which other packages have others only. */
function likenesses(container: Container, others: readonly Package[]): readonly Likeness[] {
  return remember(container, others, () =>
    declaredNames(outline(container)).flatMap((own): readonly Likeness[] => {
      const key = allowsMember(outline(container), own.unit, own.offset, dependencySpelling.name)
        ? undefined
        : keyOf(own);
      const alike = key === undefined ? [] : others.flatMap(pkg => declarations(pkg).get(key) ?? []);
      const other = alike.some(({ text }) => text === own.name.text) ? undefined : alike[0];
      return other ? [{ own, other }] : [];
    }),
  );
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
        list.push(declaration(pkg, scope, item, each));
        found.set(key, list);
      }
    }
  }
  return found;
});

function declaration(pkg: Package, { file, offset }: Scope, item: ItemDecl, each: DeclaredName): Declaration {
  const { name, kind } = each;
  const start = offset + item.offset + each.offset;
  const home = kind === "interface" || kind === "world" ? pkg.key : `${item.name.text}\` of \`${pkg.key}`;
  const place = { uri: file.source.uri, start: start + name.start, end: start + name.end };
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
