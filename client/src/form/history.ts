// The values that a function was called with, the last ones first.

const KEPT = 20;
const LONGEST = 20_000;

/** The texts with one more; each is there once, and very long ones not at all. */
export function remember(history: readonly string[], text: string): readonly string[] {
  if (text.trim() === "" || text.length > LONGEST) return history;
  return [text, ...history.filter(other => other !== text)].slice(0, KEPT);
}
