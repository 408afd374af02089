// The cycles of a graph: enough of them that nothing depends on itself once one step of each is gone.

export interface Edge {
  readonly from: number;
  readonly to: number;
}

/** So many are told apart; whoever has more will not read on. */
const most = 100;

/**
 * The cycles that a walk along the edges meets, each as its steps in order. `nodes` are walked from in their order, and
 * their edges, asked for once, in theirs: the first cycle is the one that following first edges leads into.
 */
export function cyclesOf<E extends Edge>(nodes: readonly number[], edgesOf: (node: number) => readonly E[]): E[][] {
  const cycles: E[][] = [];
  const done = new Set<number>();
  for (const start of nodes) {
    if (!done.has(start)) walk(start, edgesOf, done, cycles);
    if (cycles.length >= most) break;
  }
  return cycles;
}

function walk<E extends Edge>(
  start: number,
  edgesOf: (node: number) => readonly E[],
  done: Set<number>,
  cycles: E[][],
): void {
  /** The way from `start`, and where on it each node is. */
  const path: E[] = [];
  const places = new Map<number, number>();
  const stack: { node: number; rest: Iterator<E> }[] = [];
  const enter = (node: number): void => {
    places.set(node, path.length);
    stack.push({ node, rest: edgesOf(node).values() });
  };
  enter(start);
  for (let top = stack.at(-1); top && cycles.length < most; top = stack.at(-1)) {
    const next = top.rest.next();
    if (next.done) {
      stack.pop();
      path.pop();
      places.delete(top.node);
      done.add(top.node);
      continue;
    }
    const place = places.get(next.value.to);
    if (place !== undefined) cycles.push([...path.slice(place), next.value]);
    else if (!done.has(next.value.to)) {
      path.push(next.value);
      enter(next.value.to);
    }
  }
}

/** A cycle's steps, beginning with one of them. */
export function startingWith<E>(steps: readonly E[], first: E): readonly E[] {
  const index = Math.max(steps.indexOf(first), 0);
  return [...steps.slice(index), ...steps.slice(0, index)];
}

/** "`a` → `b` → `a`" for the names `a` and `b`. */
export function circleInWords(names: readonly string[]): string {
  return inARow([...names, names[0]!]);
}

/** "`a` → `b`"; of many, the first and the last. */
export function inARow(names: readonly string[]): string {
  const all = names.map(name => `\`${name}\``);
  return (all.length > 9 ? [...all.slice(0, 5), "…", ...all.slice(-3)] : all).join(" → ");
}

/** The steps that a problem shows as related places: none where it is at the only one itself. */
export function shownSteps<E>(steps: readonly E[]): readonly E[] {
  return steps.length === 1 ? [] : steps.slice(0, 20);
}
