// The analysis of one interface or world: its names, its problems, and what others can observe of it. It is kept as
// long as the item's text and everything that it reads from elsewhere stay the same.
import { keyedMemo, textCache } from "../base/memo.ts";
import { parseVersion, type SemVer } from "../base/semver.ts";
import type { Container, Unit, UsePath } from "../syntax/ast.ts";
import type { Features } from "../workspace/layout-types.ts";
import { rules } from "./checks/list.ts";
import type { CheckContext } from "./checks/rule.ts";
import { factsOf, sinceVersions } from "./facts.ts";
import { featuresKey, gateOf, isDeprecated, sinceOf } from "./gates.ts";
import { allows } from "./lints/allow.ts";
import { severityOf } from "./lints/lint.ts";
import { lints } from "./lints/list.ts";
import { type ExternDecl, externFunction, type Outline, outline, type UseDecl } from "./outline.ts";
import type { Finding } from "./problem.ts";
import { type InterfaceSummary, type PathTarget, targetInputs, unknownTarget } from "./targets.ts";
import { type TypeScope, typeScope } from "./type-scope.ts";

/** What is known of an interface, a world, or an interface written inside a world. */
export interface ContainerAnalysis {
  readonly container: Container;
  readonly scope: TypeScope;
  /** What the path at a container offset points at. */
  readonly targetAt: (offset: number) => PathTarget;
  readonly findings: readonly Finding[];
  readonly summary: InterfaceSummary;
  /** Interfaces written in place, by the offset of their import or export. */
  readonly bodies: ReadonlyMap<number, ContainerAnalysis>;
}

export interface ItemEnvironment {
  readonly features: Features;
  readonly packageKey: string;
  /** Whether the package has a header without mistakes, so that its version, or that it has none, is known. */
  readonly versionKnown: boolean;
  /** `namespace:name/item@version`. */
  readonly id: string;
  readonly resolve: (path: UsePath, role: "use" | "include" | "extern") => PathTarget;
}

const remember = keyedMemo<Container, ContainerAnalysis>();

/** Analyses an item; the same object as before where nothing that it depends on changed. */
export function analyzeItem(container: Container, env: ItemEnvironment): ContainerAnalysis {
  const targets = new Map<number, PathTarget>();
  const inputs: unknown[] = [env.id, env.versionKnown, featuresKey(env.features), env.features.lints];
  for (const { path, offset, role } of outline(container).mentions) {
    const target = env.resolve(path, role);
    targets.set(offset + path.start, target);
    inputs.push(...targetInputs(target));
  }
  return remember(container, inputs, () => analyze(container, env, targets, 0));
}

/** `targets` is keyed by offsets of the outermost container; `base` is where this one starts in it. */
function analyze(
  container: Container,
  env: ItemEnvironment,
  targets: ReadonlyMap<number, PathTarget>,
  base: number,
): ContainerAnalysis {
  const o = outline(container);
  const targetAt = (offset: number): PathTarget => targets.get(base + offset) ?? unknownTarget;
  const targetOf = (use: UseDecl): PathTarget =>
    use.unit.path ? targetAt(use.offset + use.unit.path.start) : unknownTarget;
  const scope = typeScope(o, env.features, targetOf);
  const bodies = new Map<number, ContainerAnalysis>();
  for (const { body, offset } of o.externs) if (body) bodies.set(offset, analyze(body, env, targets, base + offset));
  const findings = check(container, env, scope, targetAt);
  for (const [offset, body] of bodies) {
    for (const f of body.findings)
      if (f.lint === undefined || !allows(container.head, f.lint))
        findings.push({ ...f, start: f.start + offset, end: f.end + offset, at: f.at < 0 ? f.at : f.at + offset });
  }
  return { container, scope, targetAt, findings, summary: summarize(container, env, scope), bodies };
}

function check(
  container: Container,
  env: ItemEnvironment,
  scope: TypeScope,
  targetAt: (offset: number) => PathTarget,
): Finding[] {
  const findings: Finding[] = [];
  const o = scope.outline;
  const context: CheckContext = {
    container,
    outline: o,
    scope,
    features: env.features,
    packageKey: env.packageKey,
    versionKnown: env.versionKnown,
    packageVersion: versionOf(env.packageKey),
    targetAt,
    functions:
      container.kind === "world" ? [...o.functions, ...o.externs.flatMap(e => externFunction(e) ?? [])] : o.functions,
    report: finding => findings.push(finding),
  };
  const has = factsOf(o);
  for (const rule of rules) if (rule.needs === undefined || (rule.needs & has) !== 0) rule.check(context);
  for (const lint of lints) if (lint.check && severityOf(lint, env.features) !== "off") lint.check(context);
  return findings;
}

/** The version in a package's key. */
export function versionOf(key: string): SemVer | undefined {
  const at = key.indexOf("@");
  const parsed = at < 0 ? "" : parseVersion(key.slice(at + 1));
  return typeof parsed === "string" ? undefined : parsed;
}

/** Summaries with equal content are one object, so that what depends on them is not looked at again. */
const interned = new Map<string, WeakRef<InterfaceSummary>>();
const recent = textCache<{ summary?: InterfaceSummary }>(5000, () => ({}));

function summarize(container: Container, env: ItemEnvironment, scope: TypeScope): InterfaceSummary {
  const off = gateOf(container.head?.attributes ?? [], env.features) === "off";
  const deprecated = container.head !== undefined && isDeprecated(container.head);
  const types = new Map(scope.order.map(entry => [entry.name, entry.bits]));
  for (const [name, entry] of scope.entries) if (!types.has(name)) types.set(name, entry.bits);
  const functions = new Set(scope.outline.functions.flatMap(f => (f.kind === "free" ? [f.name.text] : [])));
  const deps = internList(
    scope.order.flatMap(e =>
      e.kind === "use" && e.gate !== "off" && e.target.status === "interface" ? [e.target.id] : [],
    ),
  );
  const listed = [...types].map(([name, bits]) => `${name}:${bits}`).join(",");
  const sinces = sincesOf(scope.outline);
  const versions = [...sinces].map(([name, since]) => `${name}:${since}`).join(",");
  const key = `${env.id}|${off}${deprecated}|${listed}|${[...functions].join(",")}|${deps.join(",")}|${versions}`;
  return intern({ id: env.id, types, functions, off, deprecated, sinces, deps, key });
}

const noSinces: ReadonlyMap<string, string> = new Map();

/** The versions of the types that an interface or world has, by name. */
function sincesOf(o: Outline): ReadonlyMap<string, string> {
  if (sinceVersions(o).size === 0) return noSinces;
  const sinces = new Map<string, string>();
  const add = (name: string, unit: Unit): void => {
    const since = sinceOf(unit);
    if (since !== undefined) sinces.set(name, since);
  };
  for (const { unit } of o.uses) for (const { name, alias } of unit.names) add((alias ?? name).text, unit);
  for (const { unit, name } of o.types) add(name.text, unit);
  return sinces;
}

/** Lists of ids with equal content are one object, as summaries are. */
const lists = new Map<string, readonly string[]>();

function internList(list: readonly string[]): readonly string[] {
  const key = list.join(" ");
  const known = lists.get(key);
  if (known) return known;
  if (lists.size > 20_000) lists.clear();
  lists.set(key, list);
  return list;
}

function intern(summary: InterfaceSummary): InterfaceSummary {
  const slot = recent(summary.key);
  const known = slot.summary ?? interned.get(summary.key)?.deref();
  slot.summary = known ?? summary;
  if (!known) interned.set(summary.key, new WeakRef(summary));
  if (interned.size > 50_000) for (const [key, ref] of interned) if (!ref.deref()) interned.delete(key);
  return slot.summary;
}

/** Deps of an interface written in place. */
export function inlineDeps(analysis: ContainerAnalysis, extern: ExternDecl): readonly string[] {
  return analysis.bodies.get(extern.offset)?.summary.deps ?? [];
}
