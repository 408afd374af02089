// Long lists put behind others: `push(...list)` fails where the list is longer than a call may have arguments.

export function append<T>(list: T[], more: Iterable<T>): void {
  for (const item of more) list.push(item);
}
