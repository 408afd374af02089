// The index spaces of component types: what a type's index stands for where it is written.
import { BinaryFault } from "./reader.ts";
import type { Decl, ExternDecl, TypeDef } from "./types.ts";

/** What a type index stands for: a definition, a name given to one, or a type of another interface. */
export type Entry =
  | { readonly kind: "def"; readonly def: TypeDef }
  | { readonly kind: "named"; readonly name: string; readonly entry: Entry }
  | { readonly kind: "resource" }
  | { readonly kind: "foreign"; readonly id: string; readonly name: string };

/** Index spaces of a component or instance type, filled as its declarations go by. */
export interface Space {
  readonly types: Entry[];
  /** Ids of imported instances. */
  readonly instances: string[];
  readonly parent?: Space;
  /** The package that is printed, whose own interfaces are named without it. */
  readonly own: string;
}

export function newSpace(own: string, parent?: Space): Space {
  return { types: [], instances: [], own, ...(parent ? { parent } : {}) };
}

/** Takes in what a declaration adds to the index spaces. */
export function declare(space: Space, decl: Decl): void {
  switch (decl.kind) {
    case "type":
      space.types.push({ kind: "def", def: decl.type });
      break;
    case "alias":
      space.types.push({ kind: "foreign", id: space.instances[decl.instance] ?? "", name: decl.name });
      break;
    case "given":
      space.types.push(decl.entry);
      break;
    case "outer":
      space.types.push(outerEntry(space, decl.count, decl.index));
      break;
    default:
      declareExtern(space, decl);
  }
}

function declareExtern(space: Space, { name, extern, implements: id = name }: ExternDecl): void {
  if (extern.kind === "eq") space.types.push({ kind: "named", name, entry: entryAt(space, extern.type) });
  else if (extern.kind === "resource") space.types.push({ kind: "named", name, entry: { kind: "resource" } });
  else if (extern.kind === "instance") space.instances.push(id);
}

function outerEntry(space: Space, count: number, index: number): Entry {
  let at: Space | undefined = space;
  for (let i = 0; i < count; i++) at = at?.parent;
  return at ? entryAt(at, index) : fault("an alias leads out of the file");
}

export function fault(message: string): never {
  throw new BinaryFault(message);
}

export function entryAt(space: Space, index: number): Entry {
  return space.types[index] ?? fault("a type's index is too high");
}

export function definition(space: Space, index: number): TypeDef {
  const entry = entryAt(space, index);
  return entry.kind === "def" ? entry.def : fault("a definition was expected");
}

/** The declarations of the instance, or component, type at an index. */
export function declsOf(space: Space, index: number, kind: "component" | "instance"): readonly Decl[] {
  const def = definition(space, index);
  return def.kind === kind ? def.decls : fault(`a type of an ${kind} was expected`);
}
