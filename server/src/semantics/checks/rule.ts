// What the checks of a container share: what they look at and how they say what they found.

import type { SemVer } from "../../base/semver.ts";
import type { Container } from "../../syntax/ast.ts";
import type { Features } from "../../workspace/layout-types.ts";
import type { FuncDecl, Outline } from "../outline.ts";
import type { Package } from "../packages.ts";
import type { Finding, Severity } from "../problem.ts";
import type { PathTarget } from "../targets.ts";
import type { TypeScope } from "../type-scope.ts";

/** An interface, a world, or an interface written inside a world, with everything its members can name. */
export interface CheckContext {
  readonly container: Container;
  /** What there is to be checked; what there is at all is in `scope`. */
  readonly outline: Outline;
  readonly scope: TypeScope;
  readonly features: Features;
  /** Id of the interface or world; an interface written in place has that of its world. */
  readonly id: string;
  readonly packageKey: string;
  /** The other packages that this one mentions, as far as they are there. */
  readonly others: readonly Package[];
  readonly packageVersion: SemVer | undefined;
  /** Whether the package has a header without mistakes; else nothing is known of its version. */
  readonly versionKnown: boolean;
  /** What the path that starts at a container offset points at. */
  readonly targetAt: (offset: number) => PathTarget;
  /** Functions that belong to the container: its own, its resources', a world's are its imports and exports. */
  readonly functions: readonly FuncDecl[];
  readonly report: (finding: Finding) => void;
}

/** One rule: a stable code, and what looks for breaches of it. */
export interface Rule {
  readonly code: string;
  readonly severity: Severity;
  /** The facts without which there is nothing to look for (see facts.ts); a rule without them always looks. */
  readonly needs?: number;
  /**
   * Set where it looks at each member by itself, so that it may be given an outline of some of the members: `alone`
   * where it reads nothing else but the features and what is known of the package, `scoped` where it reads the scope too.
   */
  readonly byMember?: "alone" | "scoped";
  readonly check: (c: CheckContext) => void;
}

interface Extra {
  /** Where the reference places it, where that is not the start. */
  readonly at?: number;
  readonly related?: NonNullable<Finding["related"]>;
  readonly tags?: NonNullable<Finding["tags"]>;
  readonly data?: NonNullable<Finding["data"]>;
}

/** Reports a breach at `place` (container offsets, moved by `offset`). */
export function report(
  c: CheckContext,
  rule: Pick<Rule, "code" | "severity">,
  offset: number,
  place: { start: number; end: number },
  message: string,
  extra: Extra = {},
): void {
  const { at, ...rest } = extra;
  const start = offset + place.start;
  c.report({
    code: rule.code,
    severity: rule.severity,
    message,
    start,
    end: offset + place.end,
    at: at ?? start,
    ...rest,
  });
}

/** A related place in the same container; for a rule that looks at single members, in the same member. */
export function here(
  c: CheckContext,
  start: number,
  end: number,
  message: string,
): NonNullable<Finding["related"]>[number] {
  return { message, place: { container: c.container, start, end } };
}

/** A type or function of the same container, wherever in it. */
export function elsewhere(
  c: CheckContext,
  { name, start, end }: { readonly name: string; readonly start: number; readonly end: number },
  message: string,
): NonNullable<Finding["related"]>[number] {
  // An interface written in place has no id; it is looked at as a whole each time.
  return c.container.kind === "inline"
    ? here(c, start, end, message)
    : { message, place: { item: c.id, member: name } };
}
