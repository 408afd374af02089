// JSON of objects that are sent again as they are: of an outline of thousands of symbols, an edit changes a few.

/** The objects with their JSON, once it was asked for. None of them ever changes. */
const known = new WeakMap<object, string | undefined>();

/** Keeps the JSON of objects that may be parts of later answers too. */
export function keepJson(objects: readonly object[]): void {
  for (const object of objects) if (!known.has(object)) known.set(object, undefined);
}

/** A message's JSON; of a result that is a list of kept objects only the new ones are written out. */
export function jsonOf(message: object): string {
  const { result, ...others } = message as { readonly result?: unknown };
  if (!Array.isArray(result) || result.length === 0 || !known.has(result[0])) return JSON.stringify(message);
  return `${JSON.stringify(others).slice(0, -1)},"result":[${result.map(keptJson).join(",")}]}`;
}

function keptJson(object: object): string {
  const before = known.get(object);
  if (before !== undefined) return before;
  const json = JSON.stringify(object);
  if (known.has(object)) known.set(object, json);
  return json;
}
