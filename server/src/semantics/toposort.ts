// Topological order, ties broken by the order of declaration, as the reference parser has it.

export interface Sorted {
  /** Indexes of the nodes, each after what it depends on; nodes on or behind a cycle are missing. */
  readonly order: readonly number[];
  /** Nodes that could not be ordered. */
  readonly stuck: ReadonlySet<number>;
}

/** Orders nodes `0 … n-1`; `edges[i]` lists what node `i` depends on (with repetitions, as written). */
export function toposort(edges: readonly (readonly number[])[]): Sorted {
  const remaining = edges.map(e => e.length);
  const dependents: number[][] = edges.map(() => []);
  const heap: number[] = [];
  // Loops that count run on each keystroke: iterators allocate until the engine has compiled them.
  for (let i = 0; i < edges.length; i++) {
    const targets = edges[i]!;
    for (let k = 0; k < targets.length; k++) dependents[targets[k]!]!.push(i);
    if (targets.length === 0) heap.push(i);
  }
  const order: number[] = [];
  while (heap.length > 0) {
    const i = popSmallest(heap);
    order.push(i);
    const waiting = dependents[i]!;
    for (let k = 0; k < waiting.length; k++) {
      const d = waiting[k]!;
      if (--remaining[d]! === 0) push(heap, d);
    }
  }
  const stuck = new Set<number>();
  if (order.length < edges.length) for (const [i, count] of remaining.entries()) if (count > 0) stuck.add(i);
  return { order, stuck };
}

function push(heap: number[], value: number): void {
  heap.push(value);
  let i = heap.length - 1;
  while (i > 0) {
    const parent = (i - 1) >> 1;
    if (heap[parent]! <= heap[i]!) return;
    swap(heap, i, parent);
    i = parent;
  }
}

function popSmallest(heap: number[]): number {
  const smallest = heap[0]!;
  const last = heap.pop()!;
  if (heap.length === 0) return smallest;
  heap[0] = last;
  for (let i = 0; ; ) {
    const left = 2 * i + 1;
    if (left >= heap.length) return smallest;
    const child = left + 1 < heap.length && heap[left + 1]! < heap[left]! ? left + 1 : left;
    if (heap[i]! <= heap[child]!) return smallest;
    swap(heap, i, child);
    i = child;
  }
}

function swap(heap: number[], i: number, j: number): void {
  const held = heap[i]!;
  heap[i] = heap[j]!;
  heap[j] = held;
}
