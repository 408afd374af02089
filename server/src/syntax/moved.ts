// Moves a view of text: what stands the same, farther on.

/** A copy of plain data in which every `start` and `end` is greater by `by` UTF-16 units; the data itself where `by` is 0. */
export function moved<T>(value: T, by: number): T {
  return by === 0 ? value : (copy(value, by) as T);
}

function copy(value: unknown, by: number): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map(item => copy(item, by));
  const made: Record<string, unknown> = {};
  for (const [key, part] of Object.entries(value))
    made[key] = typeof part === "number" && (key === "start" || key === "end") ? part + by : copy(part, by);
  return made;
}
