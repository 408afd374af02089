// Rules about a package as a whole: its header, its blocks, its names, its order. One function a rule.
import { isContainer } from "../../syntax/ast.ts";
import { type DocComment, docMarkdown, leadingDocs } from "../../syntax/docs.ts";
import { circleInWords, shownSteps } from "../cycles.ts";
import type { ForeignPackage } from "../foreign.ts";
import type { ItemOrder } from "../item-order.ts";
import { lints } from "../lints/list.ts";
import { introduction, type PackageNames, type ScopeName } from "../names.ts";
import type { ItemAnalysis, PackageAnalysis, PackageEnvironment } from "../package.ts";
import { type Package, type PackageHeader, packageKey, type Scope } from "../packages.ts";
import type { FileProblem } from "../problem.ts";
import { foreignGates } from "./foreign-gates.ts";
import { problem, related } from "./package-problem.ts";
import { topLevelUses } from "./top-level-uses.ts";
import { worldsLeftOut } from "./worlds-left-out.ts";

export interface PackageCheck {
  readonly package: Package;
  readonly names: PackageNames;
  readonly foreign: ReadonlyMap<string, ForeignPackage>;
  readonly order: ItemOrder;
  readonly items: ReadonlyMap<string, ItemAnalysis>;
  readonly env: PackageEnvironment;
  /** What a path in a scope points at. */
  readonly resolve: PackageAnalysis["resolve"];
}

export function packageFindings(p: PackageCheck): readonly FileProblem[] {
  return [
    ...headerMismatch(p),
    ...headerDocs(p),
    ...missingHeader(p),
    ...nestedBlocks(p),
    ...duplicateItems(p),
    ...nameConflicts(p),
    ...topLevelUses(p),
    ...itemCycles(p),
    ...foreignGates(p),
    ...worldsLeftOut(p),
    ...lintPackage(p),
  ];
}

const packageLints = lints.flatMap(lint => lint.checkPackage ?? []);

/** A dependency is as it is: lints speak of what its author could change. */
function lintPackage(p: PackageCheck): readonly FileProblem[] {
  return p.package.dep ? [] : packageLints.flatMap(check => check(p));
}

function headerPlace(h: PackageHeader): { start: number; end: number } {
  return { start: h.offset + h.name.start, end: h.offset + h.name.end };
}

/** Files of one package name it alike. */
function headerMismatch({ package: pkg }: PackageCheck): FileProblem[] {
  const [first, ...others] = pkg.headers;
  return others.flatMap(h => {
    if (packageKey(h.name) === packageKey(first!.name)) return [];
    const message = `the files of a folder are one package: this one says \`${packageKey(h.name)}\`, another \`${packageKey(first!.name)}\``;
    return [
      problem(h.scope, "package-mismatch", headerPlace(h), message, {
        related: [related(first!.scope, headerPlace(first!), "the other name is here")],
      }),
    ];
  });
}

/** Only one header may carry the package's documentation. */
function headerDocs({ package: pkg }: PackageCheck): FileProblem[] {
  const documented = pkg.headers.flatMap(h => {
    const docs = leadingDocs(h.unit);
    return docs ? [{ h, docs }] : [];
  });
  return documented.slice(1).map(({ h, docs }) => docsProblem(h, docs, documented[0]!.h));
}

function docsProblem(h: PackageHeader, docs: DocComment, first: PackageHeader): FileProblem {
  const place = { start: h.offset + docs.start, end: h.offset + docs.end };
  const message =
    docMarkdown(docs) === ""
      ? "every comment in front of `package` counts as the package's documentation, and another file has one already; put this one behind the header"
      : "the package is documented in another file already; keep its comment in one place";
  return problem(h.scope, "duplicate-package-docs", place, message, {
    related: [related(first.scope, headerPlace(first), "the other comment is above this header")],
  });
}

function missingHeader({ package: pkg, env }: PackageCheck): FileProblem[] {
  const scope = pkg.scopes[0];
  if (pkg.header || !scope || env.loading || pkg.scopes.some(brokenStart)) return [];
  const message = `${withoutHeader(pkg)} \`package\` header; add \`package namespace:name;\` at the top`;
  const end = scope.file.source.text.indexOf("\n");
  return [
    problem(scope, "no-package-header", { start: 0, end: end < 0 ? scope.file.source.text.length : end }, message, {
      at: "nowhere",
    }),
  ];
}

/** Whether a file starts with something that may have been meant as the header. */
function brokenStart({ container }: Scope): boolean {
  const [first] = container.members;
  if (!first || isContainer(first)) return false;
  return first.problems.length > 0 && (first.kind === "package" || first.kind === "other" || first.kind === "func");
}

function withoutHeader({ scopes }: Package): string {
  if (scopes.length > 1) return "no file of this package has a";
  const blocks = scopes[0]!.container.members.some(m => isContainer(m) && m.kind === "package");
  return blocks ? "this file holds packages in braces, and no" : "this file has no";
}

function nestedBlocks({ package: pkg }: PackageCheck): FileProblem[] {
  const scope = pkg.scopes[0];
  // Where this block's own brace is missing, that is the mistake.
  if (scope?.container.closed === false) return [];
  return pkg.blocks.flatMap(({ container, offset }) => {
    if (!scope || container.head?.kind !== "package" || !container.head.name) return [];
    const start = scope.offset + offset;
    const place = { start: start + container.head.name.start, end: start + container.head.name.end };
    return [
      problem(
        scope,
        "nested-package-block",
        place,
        "a `package` block can't stand inside another; move it to the top level of the file",
      ),
    ];
  });
}

function duplicateItems({ names }: PackageCheck): FileProblem[] {
  return names.duplicates.map(({ first, again }) => {
    const place = {
      start: again.scope.offset + again.item.offset + again.item.name.start,
      end: again.scope.offset + again.item.offset + again.item.name.end,
    };
    const start = first.scope.offset + first.item.offset;
    const at = { start: start + first.item.name.start, end: start + first.item.name.end };
    const message = `the package has ${first.item.kind === "world" ? "a world" : "an interface"} \`${again.item.name.text}\` already; rename one`;
    return problem(again.scope, "duplicate-item", place, message, {
      related: [related(first.scope, at, `\`${again.item.name.text}\` is first defined here`)],
    });
  });
}

function namePlace(scope: Scope, name: ScopeName): { start: number; end: number } {
  const { ident, offset } = introduction(name);
  const start = scope.offset + offset;
  return { start: start + ident.start, end: start + ident.end };
}

function nameConflicts({ names }: PackageCheck): FileProblem[] {
  return names.conflicts.map(({ scope, first, again }) =>
    problem(
      scope,
      "duplicate-name-in-file",
      namePlace(scope, again),
      `there is a \`${introduction(again).ident.text}\` in this file already; give one another name with \`use … as …\``,
      {
        related: [related(scope, namePlace(scope, first), "the other one is here")],
      },
    ),
  );
}

function itemCycles({ order }: PackageCheck): FileProblem[] {
  return (order.cycles ?? []).map(({ steps, at }) => {
    const closing = steps[0]!;
    const { kind, name } = closing.from.item;
    const way = kind === "world" ? "includes" : "uses";
    const message =
      steps.length === 1
        ? `${kind} \`${name.text}\` ${way} itself`
        : `${kind} \`${name.text}\` depends on itself: ${circleInWords(steps.map(s => s.from.item.name.text))}`;
    return problem(closing.edge.scope, "item-cycle", closing.edge, message, {
      at,
      related: shownSteps(steps).map(s =>
        related(s.edge.scope, s.edge, `\`${s.from.item.name.text}\` ${way} \`${s.edge.to}\``),
      ),
    });
  });
}
