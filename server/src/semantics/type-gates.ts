// What is wrong with the gates of a package's types: what is there names what is not, or a version that is not out.
import { keyedMemo } from "../base/memo.ts";
import type { Attribute, Container } from "../syntax/ast.ts";
import type { Features } from "../workspace/layout-types.ts";
import { type Allocation, type Arena, arenaOf, type Mention, type Slot } from "./arena.ts";
import { gateVersion, versionFault, versionPlace } from "./checks/gate-version.ts";
import { gatedOff, offMessage, offResourceMessage } from "./checks/gated-off.ts";
import { featuresKey, sinceOf } from "./gates.ts";
import { type ContainerAnalysis, versionOf } from "./item.ts";
import type { Finding } from "./problem.ts";
import { typeBits } from "./targets.ts";
import { type TypeEntry, unitOfEntry } from "./type-scope.ts";

export interface TypeGateEnvironment {
  readonly features: Features;
  readonly packageKey: string;
  /** Whether the package's version, or that it has none, is known. */
  readonly versionKnown: boolean;
}

const none: readonly Finding[] = [];
const arenas = keyedMemo<ContainerAnalysis, Arena>();
const findings = keyedMemo<Arena, readonly Finding[]>();
const noTypes: ReadonlyMap<string, Slot> = new Map();

/**
 * Findings for the interfaces and worlds of a package, in the reference's order; most packages have no gate that
 * matters, and cost a look at each.
 */
export function typeGateFindings(
  items: readonly ContainerAnalysis[],
  env: TypeGateEnvironment,
): ReadonlyMap<ContainerAnalysis, readonly Finding[]> {
  const found = new Map<ContainerAnalysis, readonly Finding[]>();
  const inputs = [env.packageKey, env.versionKnown];
  if (!items.some(item => gatesMatter(item, env, inputs))) return found;
  const made = new Map<string, Slot>();
  for (const item of items) {
    const arena = arenaAfter(item, env.features, made);
    const of = findings(arena, inputs, () => check(arena, item.container, env));
    if (of.length > 0) found.set(item, of);
    for (const [key, slot] of arena.closed) if (!made.has(key)) made.set(key, slot);
  }
  return found;
}

const remembered = keyedMemo<ContainerAnalysis, boolean>();

/** Whether a type, or the target of a `use`, is switched off, or a version is named that is not out. */
function gatesMatter(analysis: ContainerAnalysis, env: TypeGateEnvironment, inputs: readonly unknown[]): boolean {
  return remembered(analysis, inputs, () => {
    const versions = { packageKey: env.packageKey, packageVersion: versionOf(env.packageKey) };
    // Most gates of an interface name the same version.
    let rightVersion: string | undefined;
    for (const entry of analysis.scope.order) {
      if (entry.gate === "off" || usesWhatIsOff(entry)) return true;
      if (entry.gate !== "on" || !env.versionKnown) continue;
      const since = sinceOf(unitOfEntry(entry));
      if (since === undefined || since === rightVersion) continue;
      if (versionFault(versions, since) !== undefined) return true;
      rightVersion = since;
    }
    return [...analysis.bodies.values()].some(body => gatesMatter(body, env, inputs));
  });
}

function usesWhatIsOff(entry: TypeEntry): boolean {
  if (entry.kind !== "use" || entry.target.status !== "interface") return false;
  return ((entry.target.summary.types.get(entry.useName.name.text) ?? 0) & typeBits.off) !== 0;
}

/** The arena of an item after what was made before; the same object while that is the same. */
function arenaAfter(item: ContainerAnalysis, features: Features, made: ReadonlyMap<string, Slot>): Arena {
  const key = featuresKey(features);
  const alone = arenas(item, [key, ""], () => arenaOf(item, features, noTypes));
  const shared = [...alone.closed.keys()].filter(type => made.has(type));
  if (shared.length === 0) return alone;
  const known = shared.map(type => `${type} ${gateText(made.get(type)!)}`).join(";");
  return withOthers(alone, [key, known], () => arenaOf(item, features, made));
}

/** What others can tell of a type's gate: whether it is on, and its version. */
function gateText({ gate, attributes }: Slot): string {
  return `${gate} ${attributes.map(a => (a.kind === "since" ? a.version?.text : a.kind)).join()}`;
}

const withOthers = keyedMemo<Arena, Arena>();

function check(arena: Arena, container: Container, env: TypeGateEnvironment): readonly Finding[] {
  const found: Finding[] = [];
  const blamed = new Set<Attribute>();
  for (const made of arena.allocations) {
    if (made.slot.gate === "off") continue;
    if (env.versionKnown) checkVersion(found, blamed, made, env);
    for (const mention of made.mentions) checkMention(found, container, mention, mention.at ?? made.start);
  }
  for (const { off, mentions, start } of arena.functions)
    if (!off) for (const mention of mentions) checkMention(found, container, mention, start);
  return found.length === 0 ? none : found;
}

function checkMention(found: Finding[], container: Container, mention: Mention, at: number): void {
  const { slot, start, end } = mention;
  if (slot.gate !== "off") return;
  const { code, severity } = gatedOff;
  const gate = slot.attributes.find(a => a.kind === "unstable");
  const related =
    gate && slot.offset !== undefined
      ? [
          {
            message: "the gate is here",
            place: { container, start: slot.offset + gate.start, end: slot.offset + gate.end },
          },
        ]
      : [];
  found.push({ code, severity, message: messageOf(mention), start, end, at, related });
}

function messageOf({ slot, name, start, end, self }: Mention): string {
  if (self) return offResourceMessage(name);
  // A type without a name is as long as what it holds; a name may have a `%`.
  return slot.closed ? sharedMessage(name) : offMessage(name, end - start > name.length + 1);
}

function sharedMessage(name: string): string {
  return `this \`${name}\` is first written in a type that is switched off, and is then left out of the whole package; give it a name of its own, or activate the feature`;
}

/** The version that a type's `@since` names, said once, where the reference first meets it. */
function checkVersion(
  found: Finding[],
  blamed: Set<Attribute>,
  { slot, start, mentions }: Allocation,
  env: TypeGateEnvironment,
): void {
  const since = slot.attributes.find(a => a.kind === "since");
  if (since?.kind !== "since" || !since.version || blamed.has(since)) return;
  if (slot.attributes.some(a => a.kind === "unstable")) return;
  const fault = versionFault(
    { packageKey: env.packageKey, packageVersion: versionOf(env.packageKey) },
    since.version.text,
  );
  if (!fault) return;
  blamed.add(since);
  const { code, severity } = gateVersion;
  found.push({
    code,
    severity,
    message: fault,
    related: versionPlace(env),
    // The gate of another item is blamed on what holds the type that bears it.
    ...(slot.offset === undefined
      ? { start, end: mentions.at(-1)?.end ?? start + 1 }
      : { start: slot.offset + since.start, end: slot.offset + since.end }),
    at: start,
  });
}
