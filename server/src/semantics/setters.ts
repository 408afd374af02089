// The place of setters among functions: the reference moves a setter that stands before its getter directly behind it.

/** The items with each setter behind its getter, all else in place. `functionName` gives `[set]f`, nothing for what is no function. */
export function settersAfterGetters<T>(items: readonly T[], functionName: (item: T) => string | undefined): T[] {
  const names = items.map(functionName);
  const getters = new Map(names.flatMap((name, i) => (name?.includes("[get]") ? [[name, i] as const] : [])));
  const moved = new Map<number, T>();
  const stays = items.map((item, i) => {
    const getter = names[i]?.includes("[set]") ? getters.get(getterOf(names[i])) : undefined;
    if (getter === undefined || getter < i) return true;
    moved.set(getter, item);
    return false;
  });
  if (moved.size === 0) return [...items];
  return items.flatMap((item, i) => {
    if (!stays[i]) return [];
    const setter = moved.get(i);
    return setter === undefined ? [item] : [item, setter];
  });
}

/** The name of a setter's getter. */
export function getterOf(setter: string): string {
  return setter.replace("[set]", "[get]");
}
