// Prints an interface or a world from its component type as WIT.
import { append } from "../../base/append.ts";
import { keywords } from "../../syntax/tokens.ts";
import { BinaryFault } from "./reader.ts";
import type { Decl, Extern, TypeDef, ValType } from "./types.ts";

export interface Printed {
  readonly text: string;
}

/** What a type index stands for: a definition, a name given to one, or a type of another interface. */
type Entry =
  | { readonly kind: "def"; readonly def: TypeDef }
  | { readonly kind: "named"; readonly name: string; readonly entry: Entry }
  | { readonly kind: "resource" }
  | { readonly kind: "foreign"; readonly id: string; readonly name: string };

/** Index spaces of a component or instance type, filled as its declarations go by. */
interface Space {
  readonly types: Entry[];
  /** Ids of imported instances. */
  readonly instances: string[];
  readonly parent?: Space;
  /** The package being printed, whose own interfaces are named without it. */
  readonly own: string;
}

/** The interface that the last declaration exports. */
export function printInterface(decls: readonly Decl[], own: string, name: string): Printed {
  const space: Space = { types: [], instances: [], own };
  for (const decl of decls.slice(0, -1)) declare(space, decl);
  const last = decls.at(-1);
  const type =
    last?.kind === "export" && last.extern.kind === "instance" ? definition(space, last.extern.type) : undefined;
  if (type?.kind !== "instance") throw new BinaryFault(`\`${own}/${name}\` is not an interface`);
  return {
    text: `interface ${escaped(name)} {\n${body({ types: [], instances: [], parent: space, own }, type.decls, "  ")}}`,
  };
}

/** The world that the last declaration exports. */
export function printWorld(decls: readonly Decl[], own: string, name: string): Printed {
  const space: Space = { types: [], instances: [], own };
  for (const decl of decls.slice(0, -1)) declare(space, decl);
  const last = decls.at(-1);
  const type =
    last?.kind === "export" && last.extern.kind === "component" ? definition(space, last.extern.type) : undefined;
  if (type?.kind !== "component") throw new BinaryFault(`\`${own}/${name}\` is not a world`);
  const inner: Space = { types: [], instances: [], parent: space, own };
  const lines: string[] = [];
  const resources = functionsByResource(type.decls);
  for (const decl of type.decls) {
    if (decl.kind === "import" || decl.kind === "export") append(lines, worldItem(inner, decl, resources, decl.kind));
    declare(inner, decl);
  }
  return { text: `world ${escaped(name)} {\n${lines.map(line => `  ${line}\n`).join("")}}` };
}

function declare(space: Space, decl: Decl): void {
  switch (decl.kind) {
    case "type":
      space.types.push({ kind: "def", def: decl.type });
      break;
    case "alias":
      space.types.push({ kind: "foreign", id: space.instances[decl.instance] ?? "", name: decl.name });
      break;
    case "outer":
      space.types.push(outerEntry(space, decl.count, decl.index));
      break;
    default:
      declareExtern(space, decl.name, decl.extern);
  }
}

function declareExtern(space: Space, name: string, extern: Extern): void {
  if (extern.kind === "eq") space.types.push(exported(name, entryAt(space, extern.type)));
  else if (extern.kind === "resource") space.types.push({ kind: "named", name, entry: { kind: "resource" } });
  else if (extern.kind === "instance") space.instances.push(name);
}

function exported(name: string, entry: Entry): Entry {
  return { kind: "named", name, entry };
}

function outerEntry(space: Space, count: number, index: number): Entry {
  let at: Space | undefined = space;
  for (let i = 0; i < count; i++) at = at?.parent;
  return at ? entryAt(at, index) : fault("an alias leads out of the file");
}

function fault(message: string): never {
  throw new BinaryFault(message);
}

function entryAt(space: Space, index: number): Entry {
  return space.types[index] ?? fault("a type's index is too high");
}

function definition(space: Space, index: number): TypeDef {
  const entry = entryAt(space, index);
  return entry.kind === "def" ? entry.def : fault("a definition was expected");
}

/** Functions of resources, by resource: they are printed inside its braces. */
function functionsByResource(
  decls: readonly Decl[],
): ReadonlyMap<string, readonly Extract<Decl, { kind: "export" | "import" }>[]> {
  const found = new Map<string, Extract<Decl, { kind: "export" | "import" }>[]>();
  for (const decl of decls) {
    if (decl.kind !== "export" && decl.kind !== "import") continue;
    const resource = /^\[(?:constructor|method|static)\](?:\[[gs]et\])?([^.]+)/.exec(decl.name)?.[1];
    if (resource !== undefined) found.set(resource, [...(found.get(resource) ?? []), decl]);
  }
  return found;
}

/** Members of an interface, one a line. */
function body(space: Space, decls: readonly Decl[], indent: string): string {
  const lines: string[] = [];
  const resources = functionsByResource(decls);
  // Functions of a resource mention types that may come later, so all are declared before they are printed.
  const whole: Space = { ...space, types: [], instances: [] };
  for (const decl of decls) declare(whole, decl);
  for (const decl of decls) {
    if (decl.kind === "export") append(lines, member(space, whole, decl.name, decl.extern, resources));
    declare(space, decl);
  }
  return lines.map(line => `${indent}${line}\n`).join("");
}

type Resources = ReturnType<typeof functionsByResource>;

function member(space: Space, whole: Space, name: string, extern: Extern, resources: Resources): string[] {
  if (name.startsWith("[constructor]") || name.startsWith("[method]") || name.startsWith("[static]")) return [];
  switch (extern.kind) {
    case "eq":
      return typeLines(space, name, entryAt(space, extern.type));
    case "resource":
      return resourceLines(whole, name, resources.get(name) ?? []);
    case "func":
      return [`${escaped(name.replace(/^\[[gs]et\]/, ""))}: ${funcText(space, extern.type, name)};`];
    default:
      return fault(`\`${name}\` can't stand in an interface`);
  }
}

function resourceLines(
  space: Space,
  name: string,
  functions: readonly { readonly name: string; readonly extern: Extern }[],
): string[] {
  if (functions.length === 0) return [`resource ${escaped(name)};`];
  const inner = functions.map(f =>
    f.extern.kind === "func" ? `  ${resourceFunction(space, name, f.name, f.extern.type)};` : "",
  );
  return [`resource ${escaped(name)} {`, ...inner, "}"];
}

function resourceFunction(space: Space, resource: string, name: string, type: number): string {
  const def = definition(space, type);
  if (def.kind !== "func") return fault(`\`${name}\` is not a function`);
  if (name.startsWith("[constructor]")) {
    const result = def.result === undefined ? "" : valText(space, def.result);
    return `constructor(${paramsText(space, def.params)})${result === "" || result === escaped(resource) ? "" : ` -> ${result}`}`;
  }
  const isStatic = name.startsWith("[static]");
  const plain = escaped(name.slice(name.indexOf(".") + 1));
  return `${plain}: ${isStatic ? "static " : ""}${funcText(space, type, name, isStatic ? 0 : 1)}`;
}

function funcText(space: Space, type: number, name: string, skip = 0): string {
  const def = definition(space, type);
  if (def.kind !== "func") return fault(`\`${name}\` is not a function`);
  const accessor = /\[([gs]et)\]/.exec(name)?.[1];
  const word = accessor ?? `${def.async ? "async " : ""}func`;
  return `${word}(${paramsText(space, def.params.slice(skip))})${def.result === undefined ? "" : ` -> ${valText(space, def.result)}`}`;
}

function paramsText(space: Space, params: readonly { readonly name: string; readonly type: ValType }[]): string {
  return params.map(p => `${escaped(p.name)}: ${valText(space, p.type)}`).join(", ");
}

/** A name given to a type: a definition, an alias, or a type of another interface. */
function typeLines(space: Space, name: string, entry: Entry): string[] {
  if (entry.kind === "foreign") {
    const as = entry.name === name ? "" : ` as ${escaped(name)}`;
    return [`use ${pathText(space, entry.id)}.{${escaped(entry.name)}${as}};`];
  }
  if (entry.kind === "named") return [`type ${escaped(name)} = ${escaped(entry.name)};`];
  if (entry.kind === "resource") return [`resource ${escaped(name)};`];
  const { def } = entry;
  switch (def.kind) {
    case "record":
    case "variant":
      return [`${def.kind} ${escaped(name)} {`, ...def.fields.map(f => `  ${fieldText(space, def.kind, f)},`), "}"];
    case "flags":
    case "enum":
      return [`${def.kind} ${escaped(name)} {`, ...def.names.map(n => `  ${escaped(n)},`), "}"];
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

function valText(space: Space, type: ValType): string {
  if (typeof type === "string") return type;
  const entry = entryAt(space, type);
  if (entry.kind === "named") return escaped(entry.name);
  if (entry.kind === "foreign") return escaped(entry.name);
  return entry.kind === "def" ? defText(space, entry.def) : fault("a resource has no name");
}

function defText(space: Space, def: TypeDef): string {
  const of = (type: ValType): string => valText(space, type);
  switch (def.kind) {
    case "primitive":
      return def.name;
    case "list":
      return def.size === undefined ? `list<${of(def.element)}>` : `list<${of(def.element)}, ${def.size}>`;
    case "option":
      return `option<${of(def.element)}>`;
    case "tuple":
      return `tuple<${def.elements.map(of).join(", ")}>`;
    case "map":
      return `map<${of(def.key)}, ${of(def.value)}>`;
    case "result":
      if (def.err === undefined) return def.ok === undefined ? "result" : `result<${of(def.ok)}>`;
      return `result<${def.ok === undefined ? "_" : of(def.ok)}, ${of(def.err)}>`;
    case "stream":
    case "future":
      return def.element === undefined ? def.kind : `${def.kind}<${of(def.element)}>`;
    case "own":
      return of(def.resource);
    case "borrow":
      return `borrow<${of(def.resource)}>`;
    default:
      return fault("a type has no name");
  }
}

function worldItem(
  space: Space,
  decl: Extract<Decl, { kind: "import" | "export" }>,
  resources: Resources,
  direction: "import" | "export",
): string[] {
  const { name, extern } = decl;
  if (name.startsWith("[constructor]") || name.startsWith("[method]") || name.startsWith("[static]")) return [];
  if (extern.kind === "instance") {
    if (name.includes("/")) return [`${direction} ${pathText(space, name)};`];
    const def = definition(space, extern.type);
    if (def.kind !== "instance") return fault(`\`${name}\` is not an interface`);
    const inner = body({ types: [], instances: [], parent: space, own: space.own }, def.decls, "  ");
    return [`${direction} ${escaped(name)}: interface {`, ...inner.split("\n").filter(line => line !== ""), "}"];
  }
  if (extern.kind === "func")
    return [`${direction} ${escaped(name.replace(/^\[[gs]et\]/, ""))}: ${funcText(space, extern.type, name)};`];
  return member(space, space, name, extern, resources);
}

/** An interface's id as a path: its name alone where it is of the package being printed. */
function pathText({ own }: Space, id: string): string {
  const { key, name } = splitId(id);
  return key === own ? escaped(name) : id;
}

/** `a:b/c@1.0.0` in its package, `a:b@1.0.0`, and its name. */
export function splitId(id: string): { key: string; name: string } {
  const [, path, name, version] = /^([^/@]+)\/([^@]+)(@.*)?$/.exec(id) ?? [];
  if (path === undefined || name === undefined) return fault(`\`${id}\` is not the name of an interface or world`);
  return { key: path + (version ?? ""), name };
}

function escaped(name: string): string {
  return keywords.has(name) ? `%${name}` : name;
}
