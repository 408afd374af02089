// Results kept by the identity of what they were made from. There is no invalidation: a new object has no result yet.

/** `fn` that remembers its result for each object it is given, as long as the object lives. */
export function memo<K extends object, R>(fn: (key: K) => R): (key: K) => R {
  const results = new WeakMap<K, { readonly value: R }>();
  return key => {
    const known = results.get(key);
    if (known !== undefined) return known.value;
    const value = fn(key);
    results.set(key, { value });
    return value;
  };
}

/**
 * Remembers, for each object, the last result and the values that it was made from: the result stands as long as the
 * values are the same objects. A caller that reads something else must name it among the values.
 */
export function keyedMemo<K extends object, R>(): (key: K, inputs: readonly unknown[], make: () => R) => R {
  const results = new WeakMap<K, { readonly inputs: readonly unknown[]; readonly value: R }>();
  return (key, inputs, make) => {
    const known = results.get(key);
    if (known !== undefined && sameItems(known.inputs, inputs)) return known.value;
    const value = make();
    results.set(key, { inputs, value });
    return value;
  };
}

/** Whether two lists hold the same objects in the same order. */
export function sameItems(a: readonly unknown[], b: readonly unknown[]): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}

/** A bounded map from text to result: the results used in the last `size` to `2 * size` misses are kept. */
export function textCache<R>(size: number, make: (text: string) => R): (text: string) => R {
  let young = new Map<string, R>();
  let old = new Map<string, R>();
  return text => {
    let value = young.get(text);
    if (value !== undefined) return value;
    value = old.get(text) ?? make(text);
    if (young.size >= size) {
      old = young;
      young = new Map();
    }
    young.set(text, value);
    return value;
  };
}
