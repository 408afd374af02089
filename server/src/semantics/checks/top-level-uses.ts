// `use` at the top of a file: without attributes, and of something that is there.
import type { PackageItem } from "../names.ts";
import { headerPlace, type Package, type Scope, type TopUseDecl } from "../packages.ts";
import type { FilePlace, FileProblem, Related } from "../problem.ts";
import { isUnfinishedIn } from "../unfinished.ts";
import { problem, related } from "./package-problem.ts";
import type { PackageCheck } from "./packages.ts";
import { notThere } from "./unresolved-path.ts";

export function topLevelUses(p: PackageCheck): FileProblem[] {
  return p.package.scopes.flatMap(scope =>
    scope.uses.flatMap(use => [...misplacedAttributes(scope, use), ...missingPath(p, scope, use)]),
  );
}

function misplacedAttributes(scope: Scope, { unit, offset }: TopUseDecl): FileProblem[] {
  if (unit.attributes.length === 0 || !unit.path) return [];
  const start = scope.offset + offset;
  const keyword = unit.text.lastIndexOf("use", unit.path.start);
  const place = { start: start + unit.attributes[0]!.start, end: start + unit.attributes.at(-1)!.end };
  const message = "a `use` at the top level can't have attributes; put them on the items that need them";
  return [problem(scope, "attribute-on-use", place, message, { at: start + keyword })];
}

/** A `use` at the top of a file that leads nowhere. */
function missingPath(p: PackageCheck, scope: Scope, { unit, offset }: TopUseDecl): FileProblem[] {
  const { path } = unit;
  if (!path || unit.problems.length > 0) return [];
  const { text } = path.name;
  if (isUnfinishedIn(p.package.scopes, text)) return [];
  const start = scope.offset + offset;
  const place = { start: start + path.name.start, end: start + path.name.end };
  const data = { name: text, wanted: "interface" };
  if (!path.package) {
    if (p.names.items.has(text)) return [];
    return [problem(scope, "unresolved-path", place, `this package has no interface or world \`${text}\``, { data })];
  }
  const target = p.resolve(scope, path, "use");
  if (target.status !== "not-in-package") return [];
  const where = p.env.lookup(target.package);
  const item = where?.items.get(text);
  const related = item ? placeOf(item.item) : where ? placeOfPackage(where.package) : [];
  return [problem(scope, "unresolved-path", place, notThere(target, text, target.wanted), { data, related })];
}

function placeOf({ item, scope }: PackageItem): readonly Related<FilePlace>[] {
  const start = scope.offset + item.offset;
  const place = { start: start + item.name.start, end: start + item.name.end };
  return [related(scope, place, `${item.kind} \`${item.name.text}\` is here`)];
}

function placeOfPackage(pkg: Package): readonly Related<FilePlace>[] {
  const place = headerPlace(pkg);
  return place ? [{ message: `package \`${pkg.key}\` is here`, place }] : [];
}
