// Resolved packages in a form in which two can be compared: indexes replaced by paths of names, types without a name
// written out where they are used, and every list and map in order.

/** `resolve` of an answer as nested lists; maps become lists of pairs, so that their order counts. */
export function comparableResolve(resolve) {
  if (!resolve) return resolve;
  const names = namesOf(resolve);
  return resolve.packages.map(pkg => ({
    name: pkg.name,
    docs: pkg.docs ?? null,
    interfaces: pairs(pkg.interfaces, id => interfaceOf(names, id)),
    worlds: pairs(pkg.worlds, id => worldOf(names, id)),
  }));
}

/** Figures of types and of synchronous functions, each in order. */
export function comparableAbi(abi) {
  return abi && { types: abi.types, functions: abi.functions.filter(({ async }) => !async) };
}

/** Where two values differ and what stands there, as text; undefined where they are equal. */
export function firstDifference(wanted, given, path) {
  if (typeof wanted !== "object" || typeof given !== "object" || wanted === null || given === null)
    return Object.is(wanted, given)
      ? undefined
      : `${path || "the top"}: expected ${brief(wanted)}, got ${brief(given)}`;
  const keys = Array.isArray(wanted)
    ? indexes(wanted, given)
    : [...new Set([...Object.keys(wanted), ...Object.keys(given)])];
  for (const key of keys) {
    const found = firstDifference(wanted[key], given[key], `${path}/${labelOf(wanted, key)}`);
    if (found !== undefined) return found;
  }
  return undefined;
}

function indexes(wanted, given) {
  return [...Array(Math.max(wanted.length, given.length ?? 0)).keys()];
}

function labelOf(list, key) {
  const value = list[key];
  if (Array.isArray(list) && Array.isArray(value) && typeof value[0] === "string") return value[0];
  return value?.name ?? key;
}

function brief(value) {
  const text = JSON.stringify(value) ?? "nothing";
  return text.length > 300 ? `${text.slice(0, 300)}…` : text;
}

/** Paths of everything that has a name or a place in a world. */
function namesOf(resolve) {
  const names = { resolve, interfaces: [], worlds: [] };
  const packageName = id => resolve.packages[id]?.name ?? "?";
  for (const [i, world] of resolve.worlds.entries()) names.worlds[i] = `${packageName(world.package)}/${world.name}`;
  for (const [i, { name, package: pkg }] of resolve.interfaces.entries())
    if (name !== null) names.interfaces[i] = `${packageName(pkg)}/${name}`;
  for (const [i, world] of resolve.worlds.entries())
    for (const direction of ["imports", "exports"])
      for (const [key, item] of Object.entries(world[direction]))
        if (item.interface) names.interfaces[item.interface.id] ??= `${names.worlds[i]}#${direction}.${key}`;
  return names;
}

function pairs(map, of) {
  return Object.entries(map).map(([key, value]) => [key, of(value)]);
}

function worldOf(names, id) {
  const { imports, exports, package: pkg, ...rest } = names.resolve.worlds[id];
  const items = map => pairs(map, item => itemOf(names, item)).map(([key, item]) => [keyOf(names, key), item]);
  const path = names.resolve.packages[pkg]?.name;
  return { ...rest, package: path, imports: items(imports), exports: items(exports) };
}

function keyOf(names, key) {
  const index = /^interface-(\d+)$/.exec(key)?.[1];
  // A name may look like this too; then no interface stands behind it.
  return index !== undefined && names.interfaces[index]?.includes("/") ? `[${names.interfaces[index]}]` : key;
}

function itemOf(names, item) {
  if (item.function) return { function: functionOf(names, item.function) };
  if (item.type !== undefined) return { type: typeOf(names, item.type) };
  const { id, ...rest } = item.interface;
  const inPlace = names.resolve.interfaces[id].name === null;
  return { interface: { ...rest, path: names.interfaces[id], ...(inPlace ? { of: interfaceOf(names, id) } : {}) } };
}

function interfaceOf(names, id) {
  const { types, functions, package: pkg, clone_of: original, ...rest } = names.resolve.interfaces[id];
  return {
    ...rest,
    package: names.resolve.packages[pkg]?.name,
    ...(original === undefined ? {} : { original: names.interfaces[original] }),
    types: pairs(types, type => typeOf(names, type)),
    functions: pairs(functions, f => functionOf(names, f)),
  };
}

function functionOf(names, { kind, params, result, ...rest }) {
  return {
    ...rest,
    kind: typeof kind === "string" ? kind : pairs(kind, type => refOf(names, type)),
    params: params.map(({ name, type }) => [name, refOf(names, type)]),
    result: result === undefined ? null : refOf(names, result),
  };
}

/** A type as it is defined. */
function typeOf(names, id) {
  const { kind, owner, ...rest } = names.resolve.types[id];
  return { ...rest, owner: ownerOf(names, owner), kind: kindOf(names, kind) };
}

function ownerOf(names, owner) {
  if (owner === null) return null;
  return owner.interface === undefined ? names.worlds[owner.world] : names.interfaces[owner.interface];
}

/** A mention of a type: a primitive, the path of a named type, or a type written in place. */
function refOf(names, type) {
  if (typeof type !== "number") return type;
  const { name, owner } = names.resolve.types[type];
  return name === null ? typeOf(names, type) : `${ownerOf(names, owner)}.${name}`;
}

function kindOf(names, kind) {
  if (typeof kind === "string") return kind;
  const [[name, value]] = Object.entries(kind);
  const ref = type => refOf(names, type);
  const parts = list => list.map(part => (part.type === undefined ? part : { ...part, type: ref(part.type) }));
  switch (name) {
    case "record":
      return { record: parts(value.fields) };
    case "variant":
      return { variant: parts(value.cases) };
    case "enum":
    case "flags":
      return kind;
    case "handle":
      return { handle: pairs(value, ref) };
    case "tuple":
      return { tuple: value.types.map(ref) };
    case "result":
      return { result: [ref(value.ok), ref(value.err)] };
    case "map":
      return { map: value.map(ref) };
    case "fixed-length-list":
      return { [name]: [ref(value[0]), value[1]] };
    default:
      return { [name]: ref(value) };
  }
}
