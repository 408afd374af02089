// Interfaces and worlds of a package in binary form, and what it holds of other packages.
import { append } from "../../base/append.ts";
import { functionsByResource, isResourceFunction, type Member, memberLines, membersOf } from "./members.ts";
import { type Notes, noteLines, notesOn } from "./notes.ts";
import { declare, declsOf, fault, newSpace, type Space } from "./space.ts";
import { escaped, funcText, pathText, splitId } from "./text.ts";
import type { Decl, ExternDecl } from "./types.ts";

/** What is known of interfaces of other packages: a package holds of them what it needs. By package, then by name. */
export type Foreign = Map<string, Map<string, Map<string, Member>>>;

export interface Items {
  /** The package that the file holds. */
  readonly own: string;
  readonly foreign: Foreign;
  readonly notes: Notes | undefined;
}

/** The interface that the last of a component's declarations exports. */
export function interfaceLines(
  { own, foreign, notes }: Items,
  decls: readonly Decl[],
  name: string,
): readonly string[] {
  const space = newSpace(own);
  for (const decl of decls.slice(0, -1)) {
    if (decl.kind === "import") addForeign(foreign, space, decl);
    declare(space, decl);
  }
  const last = decls.at(-1);
  if (last?.kind !== "export" || last.extern.kind !== "instance") return fault(`\`${name}\` is not an interface`);
  const of = notesOn(notes, ["interfaces"], name);
  const members = membersOf(space, own, declsOf(space, last.extern.type, "instance"), of);
  return [...noteLines(of), ...interfaceText(name, members)];
}

function interfaceText(name: string, members: Iterable<Member>): readonly string[] {
  return [`interface ${escaped(name)} {`, ...[...members].flatMap(m => m.lines.map(line => `  ${line}`)), "}"];
}

/** The world that the last of a component's declarations exports. */
export function worldLines({ own, foreign, notes }: Items, decls: readonly Decl[], name: string): readonly string[] {
  const space = newSpace(own);
  for (const decl of decls.slice(0, -1)) declare(space, decl);
  const last = decls.at(-1);
  if (last?.kind !== "export" || last.extern.kind !== "component") return fault(`\`${name}\` is not a world`);
  const of = notesOn(notes, ["worlds"], name);
  const inner = newSpace(own, space);
  const lines: string[] = [];
  const all = declsOf(space, last.extern.type, "component");
  const resources = functionsByResource(all);
  const whole = newSpace(own, space);
  for (const decl of all) declare(whole, decl);
  for (const decl of all) {
    if (decl.kind === "import" || decl.kind === "export") {
      addForeign(foreign, inner, decl);
      if (decl.extern.kind === "instance" || decl.extern.kind === "func") append(lines, worldItem(inner, decl, of));
      else append(lines, memberLines(inner, whole, decl, resources, of));
    }
    declare(inner, decl);
  }
  return [...noteLines(of), `world ${escaped(name)} {`, ...lines.map(line => `  ${line}`), "}"];
}

/** The imports and exports of a component, whose index spaces are all there already. */
export function worldItemLines({ foreign }: Items, space: Space, decls: readonly ExternDecl[]): readonly string[] {
  const resources = functionsByResource(decls);
  return decls.flatMap(decl => {
    addForeign(foreign, space, decl);
    const isItem = decl.extern.kind === "instance" || decl.extern.kind === "func";
    return isItem ? worldItem(space, decl, undefined) : memberLines(space, space, decl, resources, undefined);
  });
}

function worldItem(space: Space, decl: ExternDecl, notes: Notes | undefined): readonly string[] {
  const { name, extern, kind } = decl;
  if (extern.kind === "func") {
    if (isResourceFunction(name)) return [];
    const of = notesOn(notes, kind === "export" ? ["func_exports", "funcs"] : ["funcs"], name);
    const plain = escaped(name.replace(/^\[[gs]et\]/, ""));
    return [...noteLines(of, decl), `${kind} ${plain}: ${funcText(space, extern.type, name)};`];
  }
  if (name.includes("/") || decl.implements !== undefined) {
    const path = pathText(space, decl.implements ?? name);
    const label = decl.implements === undefined ? "" : `${escaped(name)}: `;
    return [...noteLines(externNotes(notes, kind, name), decl), `${kind} ${label}${path};`];
  }
  if (extern.kind !== "instance") return fault(`\`${name}\` is not an interface`);
  const of = notesOn(notes, kind === "export" ? ["interface_exports", "interfaces"] : ["interfaces"], name);
  const members = membersOf(space, space.own, declsOf(space, extern.type, "instance"), of);
  const inner = members.flatMap(m => m.lines.map(line => `  ${line}`));
  return [...noteLines(of, decl), `${kind} ${escaped(name)}: interface {`, ...inner, "}"];
}

/** What is noted of an import or export of an interface that stands elsewhere. */
function externNotes(notes: Notes | undefined, kind: "import" | "export", name: string): Notes {
  const [docs, stability] = [notes?.[`interface_${kind}_docs`], notes?.[`interface_${kind}_stability`]];
  const at = (map: unknown): unknown => (map as Record<string, unknown> | undefined)?.[name];
  return { docs: at(docs), stability: at(stability) };
}

/** Takes in what an import, or export, tells of an interface of another package. */
function addForeign(foreign: Foreign, space: Space, { name, extern, ...rest }: ExternDecl): void {
  const id = rest.implements ?? name;
  if (extern.kind !== "instance" || !id.includes("/")) return;
  const { key, name: own } = splitId(id);
  if (key === space.own) return;
  const known = inside(inside(foreign, key), own);
  for (const member of membersOf(space, key, declsOf(space, extern.type, "instance"))) {
    // Of a resource some know fewer functions.
    if ((known.get(member.name)?.lines.length ?? 0) < member.lines.length) known.set(member.name, member);
  }
}

function inside<V>(map: Map<string, Map<string, V>>, key: string): Map<string, V> {
  const known = map.get(key);
  if (known) return known;
  const made = new Map<string, V>();
  map.set(key, made);
  return made;
}

/** The interfaces of another package, as far as they are known. */
export function foreignLines(interfaces: ReadonlyMap<string, ReadonlyMap<string, Member>>): readonly string[] {
  return [...interfaces].flatMap(([name, members]) => interfaceText(name, members.values()));
}
