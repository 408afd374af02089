// The analysis of one interface or world: its names, its problems, and what others can observe of it. It is kept as
// long as the item's text and everything that it reads from elsewhere stay the same.
import { keyedMemo, memo, sameItems } from "../base/memo.ts";
import { parseVersion, type SemVer } from "../base/semver.ts";
import type { Container, UsePath } from "../syntax/ast.ts";
import type { Features } from "../workspace/layout-types.ts";
import { rules } from "./checks/list.ts";
import type { CheckContext } from "./checks/rule.ts";
import { featuresKey, gateOf, isDeprecated, sinceOf } from "./gates.ts";
import { allows } from "./lints/allow.ts";
import { severityOf } from "./lints/lint.ts";
import { lints } from "./lints/list.ts";
import { type Checks, checksOf, type MemberFindings, memberFindings, runChecks } from "./member-rules.ts";
import { type ExternDecl, externFunction, outline, type UseDecl } from "./outline.ts";
import type { Package } from "./packages.ts";
import type { Finding } from "./problem.ts";
import { type InterfaceSummary, type PathTarget, targetInputs, unknownTarget } from "./targets.ts";
import { type TypeScope, typeScope, unitOfEntry } from "./type-scope.ts";

/** What is known of an interface, a world, or an interface written inside a world. */
export interface ContainerAnalysis {
  readonly container: Container;
  readonly scope: TypeScope;
  /** What the path at a container offset points at. */
  readonly targetAt: (offset: number) => PathTarget;
  readonly findings: readonly Finding[];
  readonly summary: InterfaceSummary;
  /** What rules that look at single members found, for the next state of the container. */
  readonly members: MemberFindings;
  /** Interfaces written in place, by the offset of their import or export. */
  readonly bodies: ReadonlyMap<number, ContainerAnalysis>;
}

export interface ItemEnvironment {
  readonly features: Features;
  readonly packageKey: string;
  /** Whether the package has a header without mistakes, so that its version, or that it has none, is known. */
  readonly versionKnown: boolean;
  /** The other packages that the item's package mentions, as far as they are there. */
  readonly others: readonly Package[];
  /** `namespace:name/item@version`. */
  readonly id: string;
  readonly resolve: (path: UsePath, role: "use" | "include" | "extern") => PathTarget;
  /** The item as it was analysed last. */
  readonly before?: ContainerAnalysis | undefined;
}

const remember = keyedMemo<Container, ContainerAnalysis>();

/** Analyses an item; the same object as before where nothing that it depends on changed. */
export function analyzeItem(container: Container, env: ItemEnvironment): ContainerAnalysis {
  const targets = new Map<number, PathTarget>();
  const inputs: unknown[] = [env.id, env.versionKnown, featuresKey(env.features), env.features.lints, ...env.others];
  for (const { path, offset, role, names } of outline(container).mentions) {
    const target = env.resolve(path, role);
    targets.set(offset + path.start, target);
    inputs.push(...targetInputs(target, role, names));
  }
  return remember(container, inputs, () => analyze(container, env, targets, 0, env.before));
}

/** `targets` is keyed by offsets of the outermost container; `base` is where this one starts in it. */
function analyze(
  container: Container,
  env: ItemEnvironment,
  targets: ReadonlyMap<number, PathTarget>,
  base: number,
  before?: ContainerAnalysis,
): ContainerAnalysis {
  const o = outline(container);
  const targetAt = (offset: number): PathTarget => targets.get(base + offset) ?? unknownTarget;
  const targetOf = (use: UseDecl): PathTarget =>
    use.unit.path ? targetAt(use.offset + use.unit.path.start) : unknownTarget;
  const scope = typeScope(o, env.features, targetOf);
  const bodies = new Map<number, ContainerAnalysis>();
  for (const { body, offset } of o.externs) if (body) bodies.set(offset, analyze(body, env, targets, base + offset));
  const { findings, members } = check(container, env, scope, targetAt, before?.members);
  for (const [offset, body] of bodies) {
    for (const f of body.findings)
      if (f.lint === undefined || !allows(container.head, f.lint))
        findings.push({ ...f, start: f.start + offset, end: f.end + offset, at: f.at < 0 ? f.at : f.at + offset });
  }
  return {
    container,
    scope,
    targetAt,
    findings,
    members,
    summary: summarize(container, env, scope, before?.summary),
    bodies,
  };
}

function check(
  container: Container,
  env: ItemEnvironment,
  scope: TypeScope,
  targetAt: (offset: number) => PathTarget,
  before: MemberFindings | undefined,
): { findings: Finding[]; members: MemberFindings } {
  const findings: Finding[] = [];
  const o = scope.outline;
  const context: CheckContext = {
    container,
    outline: o,
    scope,
    features: env.features,
    id: env.id,
    packageKey: env.packageKey,
    others: env.others,
    versionKnown: env.versionKnown,
    packageVersion: versionOf(env.packageKey),
    targetAt,
    functions:
      container.kind === "world" ? [...o.functions, ...o.externs.flatMap(e => externFunction(e) ?? [])] : o.functions,
    report: finding => findings.push(finding),
  };
  const chosen = checksFor(env.features);
  const members = memberFindings(context, chosen.alone, chosen.scoped, before);
  runChecks(context, chosen.container(members.facts));
  for (const list of [members.alone, members.scoped])
    for (const finding of list) if (!isIgnored(scope, finding)) findings.push(finding);
  return { findings, members };
}

/** Whether a finding lies in a type that a `use` takes the place of: the reference looks at nothing in it. */
function isIgnored({ replaced }: TypeScope, { start }: Finding): boolean {
  let [from, to] = [0, replaced.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (replaced[middle]!.decl.offset <= start) from = middle + 1;
    else to = middle;
  }
  const last = replaced[from - 1]?.decl;
  return last !== undefined && start < last.offset + last.unit.text.length;
}

interface Chosen {
  readonly container: Checks;
  readonly alone: Checks;
  readonly scoped: Checks;
}

/** The checks that are switched on, by what they look at. */
const checksFor: (features: Features) => Chosen = memo(features => {
  const on = lints.filter(lint => severityOf(lint, features) !== "off");
  const looking = (how: "alone" | "scoped" | undefined): Checks =>
    checksOf([...rules, ...on].filter(({ byMember }) => byMember === how));
  return { container: looking(undefined), alone: looking("alone"), scoped: looking("scoped") };
});

/** The version in a package's key. */
export function versionOf(key: string): SemVer | undefined {
  const at = key.indexOf("@");
  const parsed = at < 0 ? "" : parseVersion(key.slice(at + 1));
  return typeof parsed === "string" ? undefined : parsed;
}

/** What others can observe of a container; the earlier summary where it says the same, so that nothing that read it is looked at again. */
function summarize(
  container: Container,
  env: ItemEnvironment,
  scope: TypeScope,
  before: InterfaceSummary | undefined,
): InterfaceSummary {
  const off = gateOf(container.head?.attributes ?? [], env.features) === "off";
  const deprecated = container.head !== undefined && isDeprecated(container.head);
  const key: unknown[] = [env.id, off, deprecated];
  const deps: string[] = [];
  for (const entry of scope.order) {
    key.push(entry.name, entry.bits, sinceOf(unitOfEntry(entry)));
    if (entry.kind === "use" && entry.gate !== "off" && entry.target.status === "interface") deps.push(entry.target.id);
  }
  const { functions } = scope.outline;
  for (let i = 0; i < functions.length; i++) if (functions[i]!.kind === "free") key.push(functions[i]!.name.text);
  if (scope.order.length < scope.entries.size)
    for (const { name, bits } of scope.entries.values()) key.push(name, bits);
  const sameDeps = before !== undefined && sameItems(before.deps, deps);
  if (sameDeps && sameItems(before.key, key)) return before;
  return new Summary(env.id, scope, off, deprecated, sameDeps ? before.deps : deps, key);
}

type Observable = Pick<InterfaceSummary, "types" | "functions" | "sinces">;

/** What others ask of its types and functions is put together when one asks: most that a key makes is never asked. */
class Summary implements InterfaceSummary {
  #scope: TypeScope | undefined;
  #observable: Observable | undefined;

  constructor(
    readonly id: string,
    scope: TypeScope,
    readonly off: boolean,
    readonly deprecated: boolean,
    readonly deps: readonly string[],
    readonly key: readonly unknown[],
  ) {
    this.#scope = scope;
  }

  get types(): Observable["types"] {
    return this.#asked().types;
  }

  get functions(): Observable["functions"] {
    return this.#asked().functions;
  }

  get sinces(): Observable["sinces"] {
    return this.#asked().sinces;
  }

  #asked(): Observable {
    if (this.#scope) {
      this.#observable = observable(this.#scope);
      this.#scope = undefined;
    }
    return this.#observable!;
  }
}

function observable(scope: TypeScope): Observable {
  const types = new Map(scope.order.map(entry => [entry.name, entry.bits]));
  for (const [name, entry] of scope.entries) if (!types.has(name)) types.set(name, entry.bits);
  const functions = new Set(scope.outline.functions.flatMap(f => (f.kind === "free" ? [f.name.text] : [])));
  const sinces = new Map<string, string>();
  for (const [name, entry] of scope.entries) {
    const since = sinceOf(unitOfEntry(entry));
    if (since !== undefined) sinces.set(name, since);
  }
  return { types, functions, sinces };
}

/** Deps of an interface written in place. */
export function inlineDeps(analysis: ContainerAnalysis, extern: ExternDecl): readonly string[] {
  return analysis.bodies.get(extern.offset)?.summary.deps ?? [];
}
