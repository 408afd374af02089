// The names that a module's parts get: those of jco where the component's outside sees them, and names that are free where only the module does.
import { realDef, type TypeDef, type WorldModel } from "../../wit/world-model.ts";
import { camel, pascal } from "../casing.ts";
import { exportedFunctions, exportedInterfaces, exportedResources } from "../exports.ts";
import { type UniqueNames, uniqueNames } from "../unique-names.ts";
import { namedTypes } from "./named-types.ts";

const RESERVED = new Set(
  "arguments await break case catch class const continue debugger default delete do else enum eval export extends false finally for function if implements import in instanceof interface let new null package private protected public return static super switch this throw true try typeof var void while with yield".split(
    " ",
  ),
);

// What a module uses by itself.
const USED =
  "Array BigInt64Array BigUint64Array Date Error Fields Float32Array Float64Array Int16Array Int32Array Int8Array IncomingRequest Map Number Object OutgoingBody OutgoingResponse ResponseOutparam String Symbol TextEncoder Uint16Array Uint32Array Uint8Array encodeURIComponent getArguments getStdout print undefined".split(
    " ",
  );

/** A name that can stand for a variable. */
export function identifier(name: string): string {
  const text = camel(name);
  return RESERVED.has(text) ? `${text}_` : text;
}

export interface ModuleNames {
  /** Of the object that has an exported interface's functions, by the interface's id: its variable, and as what it is exported. */
  readonly interfaces: ReadonlyMap<string, { readonly variable: string; readonly exported: string }>;
  /** Of the world's functions, by their WIT names. */
  readonly functions: ReadonlyMap<string, string>;
  /** Classes of exported resources, and names of other types. */
  readonly types: ReadonlyMap<TypeDef, string>;
}

export function moduleNames(world: WorldModel): ModuleNames {
  const names = uniqueNames(USED);
  const exported = new Set<string>();
  const functions = new Map<string, string>();
  for (const { name } of exportedFunctions(world)) {
    exported.add(camel(name));
    functions.set(name, names.take(identifier(name)));
  }
  const interfaces = new Map<string, { variable: string; exported: string }>();
  const all = exportedInterfaces(world).map(item => item.interface);
  // Those written in the world have no longer name.
  for (const found of [...all].sort((a, b) => Number(a.package !== undefined) - Number(b.package !== undefined))) {
    // jco knows an interface by its short name too, where only one has it.
    const short = camel(found.name);
    const isFree = !exported.has(short);
    exported.add(short);
    interfaces.set(found.id, { variable: names.take(identifier(found.name)), exported: isFree ? short : found.id });
  }
  const types = new Map<TypeDef, string>();
  for (const def of namedTypes(world)) nameType(def, world, types, names);
  return { interfaces, functions, types };
}

/** What a `use` brings under its own name is the same type, and a class has one name. */
function nameType(def: TypeDef, world: WorldModel, types: Map<TypeDef, string>, names: UniqueNames): void {
  if (types.has(def) || isImportedResource(world, def)) return;
  const { body } = def;
  const isClass = realDef(def)?.body.kind === "resource";
  if (body.kind === "alias" && body.type.kind === "named" && (isClass || body.type.def.name === def.name)) {
    nameType(body.type.def, world, types, names);
    const name = types.get(body.type.def);
    if (name !== undefined) types.set(def, name);
    return;
  }
  types.set(def, names.take(pascal(def.name)));
}

function isImportedResource(world: WorldModel, def: TypeDef): boolean {
  const real = realDef(def);
  return real?.body.kind === "resource" && !exportedResources(world).has(real);
}
