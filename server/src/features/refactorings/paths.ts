// A path with its package becomes a name that `use` gives at the top, and the other way round.
import type { Span } from "../../base/span.ts";
import type { PackageAnalysis } from "../../semantics/package.ts";
import { packageKey, type Scope } from "../../semantics/packages.ts";
import type { TopUseUnit, UsePath } from "../../syntax/ast.ts";
import { removeMember } from "../edits/remove.ts";
import { freeName, indentAt, levelIn, lineBreak, plain, written } from "../edits/words.ts";
import { insertAt, memberWithUnit, replace } from "../fixes/fix.ts";
import { memberAt, packageAt } from "../locate.ts";
import { hasErrors, type Refactoring, type RefactoringContext } from "./refactoring.ts";

interface PlacedPath {
  readonly path: UsePath;
  /** Where it stands in the file. */
  readonly span: Span;
  readonly role: "use" | "include" | "extern";
}

/** At a path to an interface: everywhere in the file, a name in its place. */
export function pathToUse(c: RefactoringContext): Refactoring | undefined {
  const place = packageAt(c.root, c.file, c.range.start);
  if (!place) return undefined;
  const { pkg, scope } = place;
  const all = pathsIn(pkg, scope);
  const chosen = all.find(({ span }) => span.start <= c.range.start && c.range.end <= span.end);
  if (!chosen?.path.package || chosen.role === "include" || hasErrors(c.root, c.file, chosen.span)) return undefined;
  const key = packageKey(chosen.path.package);
  const name = chosen.path.name.text;
  if (c.root.byKey.get(key)?.items.get(name)?.item.item.kind !== "interface") return undefined;
  const same = all.filter(({ path }) => path.package && packageKey(path.package) === key && path.name.text === name);
  const taken = [pkg.names.items, ...pkg.names.scopes.values()].flatMap(names => [...names.keys()]);
  const alias = freeName(name, taken);
  const { text } = c.file.source;
  return {
    title: `Name it \`${alias}\` with a \`use\` at the top`,
    kind: "rewrite",
    edits: () => {
      const path = text.slice(chosen.span.start, chosen.span.end);
      const use = `use ${path}${alias === name ? "" : ` as ${written(alias)}`};`;
      const edits = [insertUse(scope, use), ...same.map(({ span }) => replace(span, written(alias)))];
      return [{ uri: c.file.source.uri, edits }];
    },
  };
}

/** At a `use` at the top: its path everywhere in the place of its name, and the `use` is gone. */
export function useToPath(c: RefactoringContext): Refactoring | undefined {
  const member = memberWithUnit(memberAt(c.file, c.range.start));
  const place = packageAt(c.root, c.file, c.range.start);
  if (member?.unit.kind !== "top-use" || !place || member.unit.problems.length > 0) return undefined;
  if (c.range.start < member.span.start || member.span.end < c.range.end) return undefined;
  const name = nameGiven(member.unit);
  const { path } = member.unit;
  if (name === undefined || !path || hasErrors(c.root, c.file, member.span)) return undefined;
  const named = pathsIn(place.pkg, place.scope).filter(p => !p.path.package && p.path.name.text === name);
  const { text } = c.file.source;
  const written = text.slice(member.start + path.start, member.start + path.end);
  return {
    title: `Write \`${written}\` where \`${name}\` stands`,
    kind: "inline",
    edits: () => {
      const edits = [removeMember(c.file, member), ...named.map(({ span }) => replace(span, written))];
      return [{ uri: c.file.source.uri, edits }];
    },
  };
}

function nameGiven({ path, alias }: TopUseUnit): string | undefined {
  return alias?.text ?? (path && plain(path.name.text));
}

/** The paths that the interfaces and worlds of a part of a file mention. */
function pathsIn(pkg: PackageAnalysis, scope: Scope): readonly PlacedPath[] {
  const found = new Map<number, PlacedPath>();
  for (const { item, analysis } of pkg.items.values()) {
    if (item.scope !== scope) continue;
    const start = scope.offset + item.item.offset;
    for (const [base, { scope: types }] of [[0, analysis] as const, ...analysis.bodies]) {
      for (const { path, offset, role } of types.outline.mentions) {
        const from = start + base + offset;
        const span = { start: from + path.start, end: from + path.end };
        found.set(span.start, { path, span, role });
      }
    }
  }
  return [...found.values()];
}

/** Behind the `use`s at the top of a part of a file, else behind its header. */
function insertUse(scope: Scope, use: string): ReturnType<typeof insertAt> {
  const { text } = scope.file.source;
  const newline = lineBreak(text);
  const last = scope.uses.at(-1);
  if (last) {
    const at = scope.offset + last.offset;
    return insertAt(at + last.unit.end, `${newline}${indentAt(text, at + last.unit.start)}${use}`);
  }
  const { members, starts } = scope.container;
  const [first] = members;
  if (scope.container !== scope.file.root)
    return insertAt(
      scope.offset + starts[0]!,
      `${newline}${indentAt(text, scope.offset)}${levelIn(text)}${use}${newline}`,
    );
  if (first && !("members" in first) && first.kind === "package")
    return insertAt(first.end, `${newline}${newline}${use}`);
  return insertAt(0, `${use}${newline}${newline}`);
}
