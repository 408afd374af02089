// A stretch of text, the unit in which the core speaks of places.

/** Half-open stretch of a text; both ends are UTF-16 offsets. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export function span(start: number, end: number): Span {
  return { start, end };
}

/** The same stretch, seen from `by` UTF-16 units earlier. */
export function shift(s: Span, by: number): Span {
  return { start: s.start + by, end: s.end + by };
}

/** Whether `offset` lies in `s` or at either end of it, as a cursor does. */
export function touches(s: Span, offset: number): boolean {
  return s.start <= offset && offset <= s.end;
}
