// The members of an interface, as WIT writes them, from the type of an instance.
import { type Notes, noteLines, notesOn } from "./notes.ts";
import { declare, type Entry, entryAt, fault, newSpace, type Space } from "./space.ts";
import { defText, escaped, funcAt, funcText, paramsText, pathText, valText } from "./text.ts";
import type { Decl, ExternDecl, ValType } from "./types.ts";

/** A type, with the functions of a resource, or a function; by its name, which is unique. */
export interface Member {
  readonly name: string;
  readonly lines: readonly string[];
}

type Resources = ReadonlyMap<string, readonly ExternDecl[]>;

/** The members that the declarations export, in their order. */
export function membersOf(parent: Space, own: string, decls: readonly Decl[], notes?: Notes): readonly Member[] {
  const space = newSpace(own, parent);
  const resources = functionsByResource(decls);
  // Functions of a resource mention types that may come later, so all are declared before they are printed.
  const whole = newSpace(own, parent);
  for (const decl of decls) declare(whole, decl);
  const members: Member[] = [];
  for (const decl of decls) {
    if (decl.kind === "export" && !isResourceFunction(decl.name))
      members.push({ name: decl.name, lines: memberLines(space, whole, decl, resources, notes) });
    declare(space, decl);
  }
  return members;
}

export function isResourceFunction(name: string): boolean {
  return /^\[(?:constructor|method|static)\]/.test(name);
}

/** Functions of resources, by resource: they are printed inside its braces. */
export function functionsByResource(decls: readonly Decl[]): Resources {
  const found = new Map<string, ExternDecl[]>();
  for (const decl of decls) {
    if (decl.kind !== "export" && decl.kind !== "import") continue;
    const resource = /^\[(?:constructor|method|static)\](?:\[[gs]et\])?([^.]+)/.exec(decl.name)?.[1];
    if (resource === undefined) continue;
    const known = found.get(resource);
    if (known) known.push(decl);
    else found.set(resource, [decl]);
  }
  return found;
}

/** A type or a function; `whole` is the space with all that is declared around it. */
export function memberLines(
  space: Space,
  whole: Space,
  decl: ExternDecl,
  resources: Resources,
  notes: Notes | undefined,
): readonly string[] {
  const { name, extern } = decl;
  switch (extern.kind) {
    case "eq": {
      const of = notesOn(notes, ["types"], name);
      return [...noteLines(of, decl), ...typeLines(space, name, entryAt(space, extern.type), of)];
    }
    case "resource": {
      const of = notesOn(notes, ["types"], name);
      return [...noteLines(of, decl), ...resourceLines(whole, name, resources.get(name) ?? [], notes)];
    }
    case "func": {
      const plain = escaped(name.replace(/^\[[gs]et\]/, ""));
      return [...noteLines(notesOn(notes, ["funcs"], name), decl), `${plain}: ${funcText(space, extern.type, name)};`];
    }
    default:
      return fault(`\`${name}\` can't stand in an interface`);
  }
}

function resourceLines(
  space: Space,
  name: string,
  functions: readonly ExternDecl[],
  notes: Notes | undefined,
): readonly string[] {
  if (functions.length === 0) return [`resource ${escaped(name)};`];
  const inner = functions.flatMap(f => [
    ...noteLines(notesOn(notes, ["funcs"], f.name), f),
    ...(f.extern.kind === "func" ? [`${resourceFunction(space, name, f.name, f.extern.type)};`] : []),
  ]);
  return [`resource ${escaped(name)} {`, ...inner.map(line => `  ${line}`), "}"];
}

function resourceFunction(space: Space, resource: string, name: string, type: number): string {
  if (name.startsWith("[constructor]")) {
    const def = funcAt(space, type, name);
    const result = def.result === undefined ? "" : valText(space, def.result);
    const given = result === "" || result === escaped(resource) ? "" : ` -> ${result}`;
    return `constructor(${paramsText(space, def.params)})${given}`;
  }
  const isStatic = name.startsWith("[static]");
  const plain = escaped(name.slice(name.indexOf(".") + 1));
  return `${plain}: ${isStatic ? "static " : ""}${funcText(space, type, name, isStatic ? 0 : 1)}`;
}

/** A name given to a type: a definition, an alias, or a type of another interface. */
function typeLines(space: Space, name: string, entry: Entry, notes: Notes | undefined): readonly string[] {
  if (entry.kind === "foreign") {
    const as = entry.name === name ? "" : ` as ${escaped(name)}`;
    return [`use ${pathText(space, entry.id)}.{${escaped(entry.name)}${as}};`];
  }
  if (entry.kind === "named") return [`type ${escaped(name)} = ${escaped(entry.name)};`];
  if (entry.kind === "resource") return [`resource ${escaped(name)};`];
  const { def } = entry;
  const part = (text: string, of: string): readonly string[] =>
    [...noteLines(notesOn(notes, ["items"], of)), `${text},`].map(line => `  ${line}`);
  switch (def.kind) {
    case "record":
    case "variant": {
      const fields = def.fields.flatMap(f => part(fieldText(space, def.kind, f), f.name));
      return [`${def.kind} ${escaped(name)} {`, ...fields, "}"];
    }
    case "flags":
    case "enum":
      return [`${def.kind} ${escaped(name)} {`, ...def.names.flatMap(n => part(escaped(n), n)), "}"];
    case "own":
      // Else it would be another name of the resource.
      return [`type ${escaped(name)} = own<${defText(space, def)}>;`];
    default:
      return [`type ${escaped(name)} = ${defText(space, def)};`];
  }
}

function fieldText(
  space: Space,
  kind: "record" | "variant",
  field: { readonly name: string; readonly type?: ValType },
): string {
  if (field.type === undefined) return escaped(field.name);
  const type = valText(space, field.type);
  return kind === "record" ? `${escaped(field.name)}: ${type}` : `${escaped(field.name)}(${type})`;
}
