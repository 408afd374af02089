// What the gates of mentions of other packages bring about: the reference looks at each interface, world and type of
// another package once, at its first mention in the package, and that mention's gate decides for all others.
import { memo, sameItems } from "../../base/memo.ts";
import type { Attribute, Container } from "../../syntax/ast.ts";
import type { ForeignMention } from "../foreign.ts";
import { featuresKey, gateOf } from "../gates.ts";
import { versionOf } from "../item.ts";
import { type Mention, outline } from "../outline.ts";
import type { Scope } from "../packages.ts";
import type { FileProblem } from "../problem.ts";
import { gateVersion, versionFault } from "./gate-version.ts";
import { gatedOff } from "./gated-off.ts";
import type { PackageCheck } from "./packages.ts";

/** Problems with the gates of a package's mentions of others; most packages have none. */
export function foreignGates(p: PackageCheck): FileProblem[] {
  if (p.foreign.size === 0 || !p.package.scopes.some(scope => scope.items.some(item => hasGates(item.container))))
    return [];
  const { keep } = p.env;
  const inputs = gateInputs(p);
  if (keep.soundGates && sameItems(keep.soundGates, inputs)) return [];
  const uses = [...usesOfOthers(p)];
  const found = [...mentionVersions(p), ...typesOffAtFirst(p, uses), ...typesTooNewAtFirst(p, uses)];
  keep.soundGates = found.length === 0 ? inputs : undefined;
  return found;
}

/** What the gates of mentions, and what they lead to, depend on. */
function gateInputs({ package: pkg, foreign, env }: PackageCheck): readonly unknown[] {
  const inputs: unknown[] = [pkg.key, pkg.header?.unit, featuresKey(env.features), env.loading];
  for (const key of foreign.keys()) inputs.push(env.lookup(key));
  for (const { uses, items } of pkg.scopes) {
    for (const { unit } of uses) inputs.push(unit);
    for (const { name, container } of items) {
      // A name from the top of the file may be an item's, too.
      if (uses.length > 0) inputs.push(name.text);
      for (const { path, attributes } of outline(container).mentions) inputs.push(path, attributes);
    }
  }
  return inputs;
}

/** Whether a container mentions anything behind a gate, be it of its own package or by a name from the top of the file. */
const hasGates: (container: Container) => boolean = memo(container =>
  outline(container).mentions.some(mention => mention.attributes.length > 0),
);

/** Gates are looked at until one is on: a `@since` before that must name a version that is out. */
function mentionVersions(p: PackageCheck): FileProblem[] {
  if (p.package.header?.unit.problems.length !== 0) return [];
  return [...p.foreign.values()].flatMap(({ items }) => [...items.values()].flatMap(first => mentionVersion(p, first)));
}

function mentionVersion(p: PackageCheck, first: ForeignMention): FileProblem[] {
  for (const attributes of first.attributes) {
    const fault = faultOf(p, attributes);
    if (fault) return [at(first.scope, first.offset, first.path.name, gateVersion, fault)];
    if (gateOf(attributes, p.env.features) !== "off") return [];
  }
  return [];
}

/** What is wrong with the version that a `@since` among attributes names. */
function faultOf({ package: { key } }: PackageCheck, attributes: readonly Attribute[]): string | undefined {
  const since = sinceOf(attributes);
  return since === undefined ? since : versionFault({ packageKey: key, packageVersion: versionOf(key) }, since);
}

/** The version of a `@since` that counts: one without `@unstable` beside it. */
function sinceOf(attributes: readonly Attribute[]): string | undefined {
  if (attributes.some(a => a.kind === "unstable")) return undefined;
  const since = attributes.find(a => a.kind === "since");
  return since?.kind === "since" ? since.version?.text : undefined;
}

/** A `use`; `offset` is where it starts in the file. */
interface Using extends Pick<Mention, "names" | "attributes" | "offset"> {
  readonly scope: Scope;
  /** What each of the names stands for, with its interface. */
  readonly types: readonly string[];
}

/** A type that is switched off where it is first used is not there where it is used again. */
function typesOffAtFirst(p: PackageCheck, uses: readonly Using[]): FileProblem[] {
  const off = new Set<string>();
  const on = new Set<string>();
  const found: FileProblem[] = [];
  for (const using of uses) {
    const isOff = gateOf(using.attributes, p.env.features) === "off";
    for (const [i, type] of using.types.entries()) {
      const { name } = using.names[i]!;
      if (!isOff && off.has(type)) found.push(at(using.scope, using.offset, name, gatedOff, offBefore(name.text)));
      else if (isOff && !on.has(type)) off.add(type);
      else on.add(type);
    }
  }
  return found;
}

/**
 * A type bears the gate of its first use: where that is behind a name that was used before, the reference places the fault
 * of the gate there. That of a `use` whose first name is new is type-gates.ts' to tell.
 */
function typesTooNewAtFirst(p: PackageCheck, uses: readonly Using[]): FileProblem[] {
  if (p.package.header?.unit.problems.length !== 0) return [];
  if (!uses.some(({ attributes }) => faultOf(p, attributes) !== undefined)) return [];
  const known = new Set<string>();
  return uses.flatMap(using => {
    const first = using.types.findIndex(type => !known.has(type));
    for (const type of using.types) known.add(type);
    const fault = first > 0 ? faultOf(p, using.attributes) : undefined;
    return fault === undefined ? [] : [at(using.scope, using.offset, using.names[first]!.name, gateVersion, fault)];
  });
}

function offBefore(name: string): string {
  return `\`${name}\` is first used behind a gate that is off, and is then switched off for the whole package; put the same gate on this \`use\`, or activate the feature`;
}

/** The `use`s of a package, in the reference's order, that lead to an interface of another package. */
function* usesOfOthers({ package: pkg, names, resolve }: PackageCheck): Generator<Using> {
  for (const scope of pkg.scopes) {
    const aliases = names.scopes.get(scope)!;
    for (const item of scope.items) {
      for (const mention of outline(item.container).mentions) {
        if (mention.role !== "use") continue;
        const alias = aliases.get(mention.path.name.text);
        const foreign = mention.path.package ?? (alias?.kind === "use" ? alias.path.package : undefined);
        if (!foreign) continue;
        const id = resolve(scope, mention.path, "use");
        if (id.status !== "interface" && id.status !== "gated-off") continue;
        const types = mention.names.map(({ name }) => `${id.id} ${name.text}`);
        yield { ...mention, scope, offset: scope.offset + item.offset + mention.offset, types };
      }
    }
  }
}

function at(
  scope: Scope,
  offset: number,
  { start, end }: { readonly start: number; readonly end: number },
  { code }: { readonly code: string },
  message: string,
): FileProblem {
  const place = { start: offset + start, end: offset + end };
  return { uri: scope.file.source.uri, code, severity: "error", message, ...place, at: place.start };
}
