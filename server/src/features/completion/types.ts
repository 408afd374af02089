// Types: built-in ones, those in scope, and those of other interfaces, which bring their `use` along.
import { memo } from "../../base/memo.ts";
import type { Span } from "../../base/span.ts";
import type { ContainerAnalysis } from "../../semantics/item.ts";
import { mentionedTypes } from "../../semantics/outline.ts";
import { typeId } from "../../semantics/symbol-lookup.ts";
import type { SymbolId } from "../../semantics/symbols.ts";
import { typeBits } from "../../semantics/targets.ts";
import type { TypeEntry } from "../../semantics/type-scope.ts";
import { canonicalName } from "../../syntax/names.ts";
import { primitives, simpleTypes, typesWithParts } from "../../syntax/type-words.ts";
import { written } from "../edits/words.ts";
import { type UseHome, useEdit } from "./auto-use.ts";
import type { Context } from "./context.ts";
import { type Completion, ranks } from "./item.ts";
import type { Nearness } from "./nearness.ts";
import { Firsts, type Fitter, fitterFor, type Ranked } from "./ranking.ts";
import { type Reachable, reachable, type Standpoint, spread } from "./reach.ts";
import { freeName, takenNames } from "./taken.ts";

export interface TypeRequest {
  readonly context: Extract<Context, { readonly kind: "type" | "handle" }>;
  readonly word: Span;
  readonly home: UseHome;
  /** Id of the container that is being written. */
  readonly id: SymbolId;
  readonly near: Nearness;
  /** What is typed of the word. */
  readonly typed: string;
  /** The resource around the cursor. */
  readonly resource: string | undefined;
  /** Whether a comma follows the cursor. */
  readonly comma: boolean;
}

export function typeCompletions(s: Standpoint, request: TypeRequest): readonly Completion[] {
  const { context, word } = request;
  if (context.kind === "type") {
    if (context.key) return builtins(word, simpleTypes);
    // What a constructor gives is a `result` of its resource.
    if (context.gives === "constructed") return generics(word, ["result"]);
    if (context.gives === "constructed-ok") return local(s, request).filter(({ label }) => label === request.resource);
  }
  return [...local(s, request), ...builtIn(request), ...foreign(s, request)];
}

function builtIn({ context, word, comma }: TypeRequest): readonly Completion[] {
  if (context.kind === "handle") return [];
  const blank: readonly Completion[] = context.blank
    ? [
        {
          label: "_",
          kind: "builtin",
          insert: comma ? "_" : "_, ",
          ...(comma ? {} : { cursor: 3 }),
          span: word,
          rank: ranks.word,
          detail: "nothing",
        },
      ]
    : [];
  const fitting = context.gives === "result" ? typesWithParts.filter(name => name !== "borrow") : typesWithParts;
  return [...builtins(word, [...primitives]), ...generics(word, fitting), ...blank];
}

function builtins(span: Span, names: readonly string[]): readonly Completion[] {
  return names.map(label => ({ label, kind: "builtin", insert: label, span, rank: ranks.word }));
}

function generics(span: Span, names: readonly string[]): readonly Completion[] {
  return names.map(label => ({
    label,
    kind: "builtin",
    insert: `${label}<>`,
    cursor: label.length + 1,
    span,
    rank: ranks.word,
    detail: `${label}<…>`,
  }));
}

/** Types that the container uses or defines, without those that the definition being written is a part of. */
function local(s: Standpoint, { context, word, home, id, near }: TypeRequest): readonly Completion[] {
  const { entries } = home.analysis.scope;
  const circular =
    context.kind === "type" && context.defines
      ? spread(context.defines, name => usersIn(home.analysis).get(name) ?? [])
      : new Set<string>();
  return [...entries.values()].flatMap(entry => {
    if (!fits(s, entry.bits, context) || circular.has(entry.name)) return [];
    return [
      {
        label: entry.name,
        kind: kindOf(entry.bits),
        insert: written(entry.name),
        span: word,
        rank: ranks.here,
        detail: entryDetail(entry),
        order: near.of(entry.name),
        id: typeId(s.root, home.analysis, id, entry.name) ?? `${id}#${entry.name}`,
        root: s.root.root.uri,
        ...(entry.bits & typeBits.deprecated ? { deprecated: true } : {}),
      },
    ];
  });
}

function fits({ off = false }: Standpoint, bits: number, context: TypeRequest["context"]): boolean {
  if ((bits & typeBits.off) !== 0 && !off) return false;
  if (context.kind === "handle") return (bits & typeBits.resource) !== 0;
  return context.gives === undefined || (bits & typeBits.borrow) === 0;
}

function kindOf(bits: number): "resource" | "type" {
  return (bits & typeBits.resource) === 0 ? "type" : "resource";
}

function entryDetail(entry: TypeEntry): string {
  if (entry.kind === "def") return entry.decl.unit.kind;
  return entry.target.status === "interface" ? `from ${entry.target.id}` : "used";
}

/** For each type's name, the types of a container that mention it. */
const usersIn: (analysis: ContainerAnalysis) => ReadonlyMap<string, readonly string[]> = memo(analysis => {
  const users = new Map<string, string[]>();
  for (const { decl } of analysis.scope.defs) {
    for (const { text } of mentionedTypes(decl.unit)) {
      const known = users.get(text);
      if (known) known.push(decl.name.text);
      else users.set(text, [decl.name.text]);
    }
  }
  return users;
});

interface OfferedType {
  readonly name: string;
  /** As names are compared. */
  readonly canonical: string;
  readonly bits: number;
}

/** The types that an interface or world defines. Most containers are the same at the next key stroke. */
const definedTypes: (analysis: ContainerAnalysis) => readonly OfferedType[] = memo(({ scope }) =>
  scope.defs.map(({ name, bits }) => ({ name, canonical: canonicalName(name), bits })),
);

/** How many UTF-16 units of a type's name are to be typed before the library's types are offered. */
const typedForLibrary = 2;

/** Types of other interfaces that are not here yet: no more than are shown, for there may be very many. */
function foreign(s: Standpoint, request: TypeRequest): readonly Completion[] {
  const { analysis } = request.home;
  const known = { taken: takenNames(analysis), used: usedTypes(analysis), fitter: fitterFor(request.typed) };
  const found = new Firsts<ForeignType>();
  // Of all of WASI only what is asked for by its name.
  const from = request.typed.length < typedForLibrary ? { ...s, library: [] } : s;
  for (const place of reachable(from, "interface")) addTypes(found, { s, place, request, known });
  return found.list().map(type => foreignCompletion(request, type));
}

/** For each interface, the names of its types that are used already. */
function usedTypes({ scope }: ContainerAnalysis): ReadonlyMap<SymbolId, ReadonlySet<string>> {
  const used = new Map<SymbolId, Set<string>>();
  for (const entry of scope.entries.values()) {
    if (entry.kind !== "use" || entry.target.status !== "interface") continue;
    const names = used.get(entry.target.id) ?? new Set();
    used.set(entry.target.id, names.add(entry.useName.name.text));
  }
  return used;
}

interface ForeignTypes {
  readonly s: Standpoint;
  readonly place: Reachable;
  readonly request: TypeRequest;
  readonly known: {
    /** Names that something here has. */
    readonly taken: ReadonlySet<string>;
    readonly used: ReturnType<typeof usedTypes>;
    readonly fitter: Fitter;
  };
}

/** A type of another interface, and the name that it can have here. */
interface ForeignType extends Ranked {
  readonly place: Reachable;
  readonly name: string;
  readonly bits: number;
}

function addTypes(found: Firsts<ForeignType>, { s, place, request, known }: ForeignTypes): void {
  const { context, near } = request;
  const { item, rank } = place;
  const used = known.used.get(item.id);
  for (const { name, canonical, bits } of definedTypes(item.analysis)) {
    if (!fits(s, bits, context) || used?.has(name) === true) continue;
    const label = known.taken.has(canonical) ? freeName(name, item.item.item.name.text, known.taken) : name;
    const fit = label === undefined ? undefined : known.fitter.fitOf(label);
    if (label !== undefined && fit !== undefined)
      found.add({ place, name, bits, label, fit, rank, listed: 0, order: near.of(name) });
  }
}

function foreignCompletion({ home, word }: TypeRequest, type: ForeignType): Completion {
  const { place, name, bits, label, order } = type;
  const { item, path, rank, root, missingDependency } = place;
  const alias = label === name ? undefined : label;
  const offer: Completion = {
    label,
    kind: kindOf(bits),
    insert: written(label),
    span: word,
    rank,
    order,
    id: `${item.id}#${name}`,
    root: root.root.uri,
    detail: `use ${path}.{${name}${alias ? ` as ${alias}` : ""}}`,
    edits: [useEdit(home, item.id, path, name, alias)],
  };
  if ((bits & typeBits.deprecated) === 0 && !missingDependency) return offer;
  return {
    ...offer,
    ...(bits & typeBits.deprecated ? { deprecated: true } : {}),
    ...(missingDependency ? { missingDependency } : {}),
  };
}
