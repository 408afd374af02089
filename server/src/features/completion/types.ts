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
import { type UseHome, useEdit } from "./auto-use.ts";
import type { Context } from "./context.ts";
import { type Completion, type Draft, ranks, written } from "./item.ts";
import { type Reachable, reachable, type Standpoint, spread } from "./reach.ts";

export interface TypeRequest {
  readonly context: Extract<Context, { readonly kind: "type" | "handle" }>;
  readonly word: Span;
  readonly home: UseHome;
  /** Id of the container that is being written. */
  readonly id: SymbolId;
}

const simple = "bool u8 u16 u32 u64 s8 s16 s32 s64 f32 f64 char string".split(" ");
const generic = "list option result tuple borrow own map stream future".split(" ");

export function typeCompletions(s: Standpoint, request: TypeRequest): readonly Draft[] {
  if (request.context.kind === "type" && request.context.key) return builtins(request.word, simple);
  return [...local(s, request), ...builtIn(request), ...foreign(s, request)];
}

function builtIn({ context, word }: TypeRequest): readonly Completion[] {
  if (context.kind === "handle") return [];
  const blank: readonly Completion[] = context.blank
    ? [{ label: "_", kind: "builtin", insert: "_", span: word, rank: ranks.word, detail: "nothing" }]
    : [];
  return [...builtins(word, [...simple, "error-context"]), ...generics(word), ...blank];
}

function builtins(span: Span, names: readonly string[]): readonly Completion[] {
  return names.map(label => ({ label, kind: "builtin", insert: label, span, rank: ranks.word }));
}

function generics(span: Span): readonly Completion[] {
  return generic.map(label => ({
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
function local(s: Standpoint, { context, word, home, id }: TypeRequest): readonly Completion[] {
  const { entries } = home.analysis.scope;
  const circular =
    context.kind === "type" && context.defines
      ? spread(context.defines, name => usersIn(home.analysis).get(name) ?? [])
      : new Set<string>();
  return [...entries.values()].flatMap(entry => {
    if (!fits(entry.bits, context) || circular.has(entry.name)) return [];
    return [
      {
        label: entry.name,
        kind: kindOf(entry.bits),
        insert: written(entry.name),
        span: word,
        rank: ranks.here,
        detail: entryDetail(entry),
        id: typeId(s.root, home.analysis, id, entry.name) ?? `${id}#${entry.name}`,
        root: s.root.root.uri,
      },
    ];
  });
}

function fits(bits: number, context: TypeRequest["context"]): boolean {
  return (bits & typeBits.off) === 0 && (context.kind === "type" || (bits & typeBits.resource) !== 0);
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

/** Types of other interfaces that are not here yet. */
function foreign(s: Standpoint, request: TypeRequest): readonly Draft[] {
  const taken = takenNames(request.home.analysis);
  const here = usedIds(request.home.analysis);
  return reachable(s, "interface").flatMap(found => typesOf(found, request, taken, here));
}

function takenNames(analysis: ContainerAnalysis): ReadonlySet<string> {
  const { outline, entries } = analysis.scope;
  const names = [
    ...entries.keys(),
    ...outline.functions.map(f => f.name.text),
    ...outline.externs.map(e => e.unit.name?.text ?? ""),
  ];
  return new Set(names.map(canonicalName));
}

/** What is used already: `a:b/c#t`. */
function usedIds(analysis: ContainerAnalysis): ReadonlySet<string> {
  const ids = [...analysis.scope.entries.values()].flatMap(e =>
    e.kind === "use" && e.target.status === "interface" ? [`${e.target.id}#${e.useName.name.text}`] : [],
  );
  return new Set(ids);
}

function typesOf(
  { item, path, rank, root, missingDependency }: Reachable,
  { context, word, home }: TypeRequest,
  taken: ReadonlySet<string>,
  here: ReadonlySet<string>,
): readonly Draft[] {
  return [...item.analysis.scope.entries.values()].flatMap(entry => {
    const id = `${item.id}#${entry.name}`;
    if (entry.kind !== "def" || !fits(entry.bits, context) || here.has(id)) return [];
    const name = freeName(entry.name, item.item.item.name.text, taken);
    if (name === undefined) return [];
    const alias = name === entry.name ? undefined : name;
    return [
      {
        label: name,
        kind: kindOf(entry.bits),
        insert: written(name),
        span: word,
        rank,
        detail: `use ${path}.{${entry.name}${alias ? ` as ${alias}` : ""}}`,
        makeEdits: () => [useEdit(home, item.id, path, entry.name, alias)],
        id,
        root: root.root.uri,
        ...(missingDependency ? { missingDependency } : {}),
      },
    ];
  });
}

/** A name for a type of another interface that nothing here has yet. */
function freeName(name: string, owner: string, taken: ReadonlySet<string>): string | undefined {
  if (!taken.has(canonicalName(name))) return name;
  const longer = `${owner}-${name}`;
  return taken.has(canonicalName(longer)) ? undefined : longer;
}
