// Says why a language can't have a world yet: which construct, which tool, what to do.
import { constructsOf } from "../../wit/constructs.ts";
import type { Construct, Constructs, WorldModel } from "../../wit/world-model.ts";
import type { Guest } from "./guest.ts";

interface Words {
  /** What the tool does not know. */
  readonly name: string;
  readonly instead: string;
}

const WORDS: Readonly<Record<Construct, Words>> = {
  accessor: { name: "accessors (get and set)", instead: "write functions in their place" },
  "accessor-clash": {
    name: "functions with the names that bindings give accessors (get-p or set-p beside an accessor p)",
    instead: "rename the function",
  },
  "async-export": { name: "exported async functions", instead: "export the function without async" },
  "async-import": { name: "imported async functions", instead: "import the function without async" },
  "bare-resource": {
    name: "exported resources without functions",
    instead: "give the resource a constructor or a method",
  },
  "both-ways": {
    name: "an interface that the world imports and exports under one name",
    instead: "give one of them another name",
  },
  "both-ways-type": {
    name: "types of an interface that the world imports and exports under one name",
    instead: "give one of them another name",
  },
  channel: { name: "futures and streams", instead: "give the values at once, or functions that give them one by one" },
  "empty-export": { name: "exported interfaces with nothing in them", instead: "leave the export out" },
  "error-context": { name: "error-context", instead: "use a string or an error type of your own" },
  "external-id": { name: "@external-id", instead: "leave the attribute out" },
  "fixed-length-list": { name: "lists of a fixed length", instead: "use a list without length, or a tuple" },
  "handle-alias": { name: "names for handles", instead: "write own<…> or borrow<…> where it is used" },
  "inline-resource": {
    name: "resources in an interface that the world declares",
    instead: "declare the interface in the package",
  },
  label: { name: "names that a world gives to interfaces", instead: "import or export the interface without a name" },
  "label-types": {
    name: "an interface under another name whose types other exports use",
    instead: "export the interface without a name",
  },
  map: { name: "maps", instead: "use a list of tuples" },
  "name-of-namespace": {
    name: "an interface with the name of a namespace",
    instead: "give it a name that no package has in front of its colon",
  },
  "option-of-alias": {
    name: "options of a name for the name of an option",
    instead: "write the option's first name, or option<…>, in its place",
  },
  "setter-clash": {
    name: "methods with the names that bindings give accessors (set-p beside an accessor p)",
    instead: "rename the method",
  },
  unstable: {
    name: "features (@unstable), which the setting wit.features switches on",
    instead: "take the gate away",
  },
  "world-resource": { name: "resources of the world itself", instead: "declare the resource in an interface" },
};

/** Why there should be no project. */
export interface Obstacle {
  /** In sentences for a person, with what to do instead. */
  readonly message: string;
  /** All that is in the way, each in a sentence; empty where nobody can go on, with whatever toolchain. */
  readonly reasons: readonly string[];
}

/** Undefined where nothing is in the way. `others` are the languages to choose from. */
export function obstacleTo(guest: Guest, world: WorldModel, others: readonly Guest[]): Obstacle | undefined {
  const found = missing(guest, world);
  const first = found.find(({ isFinal }) => isFinal) ?? found[0];
  if (first === undefined) return undefined;
  const tried = others.filter(each => each.scaffold && !each.limits?.(world).some(({ isUntried }) => isUntried));
  const able = tried.filter(each => missing(each, world).length === 0).map(({ label }) => label);
  const choice = able.length === 0 ? "" : `, or choose another language: ${able.join(", ")}`;
  const instead = sentence(WORDS[first.construct].instead);
  return {
    message: `There can be no project in ${guest.label}: ${reason(first)} ${instead}${choice}.`,
    reasons: first.isFinal ? [] : found.map(reason),
  };
}

function reason({ tool, construct, place, isAnywhere }: Missing): string {
  const where = isAnywhere ? `the package or what it depends on has that (${place})` : `the world has that (${place})`;
  return `${tool} does not know ${WORDS[construct].name} yet, and ${where}.`;
}

/** What a build leaves out because its tool can't be told which features are switched on; in a sentence. */
export function leftOut(guest: Guest, world: WorldModel): string | undefined {
  const { gated } = world;
  const limit = guest.limits?.(world).find(({ lacks = [] }) => lacks.includes("unstable"));
  if (gated === undefined || limit === undefined) return undefined;
  const { name, instead } = WORDS.unstable;
  return `${limit.tool} does not know ${name}: the component has nothing of that (${gated}). ${sentence(instead)} where it should.`;
}

interface Missing {
  readonly tool: string;
  readonly construct: Construct;
  readonly place: string;
  /** Whether it need not be of the world. */
  readonly isAnywhere: boolean;
  readonly isFinal: boolean;
}

function missing(guest: Guest, world: WorldModel): readonly Missing[] {
  const own = constructsOf(world);
  return (guest.limits?.(world) ?? []).flatMap(({ tool, lacks = [], unreadable = [], isFinal = false }) => {
    const found = (constructs: readonly Construct[], places: Constructs | undefined, isAnywhere: boolean): Missing[] =>
      constructs.flatMap(construct => {
        const place = places?.get(construct);
        return place === undefined ? [] : [{ tool, construct, place, isAnywhere, isFinal }];
      });
    return [...found(lacks, own, false), ...found(unreadable, world.written, true)];
  });
}

function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
