// What runtimes start of a component, told by the interfaces that its world exports.

/** wasi:http has `incoming-handler` in WASI 0.2 and `handler` in 0.3. */
const ENTRIES = {
  run: /^wasi:cli\/run(?:@|$)/,
  serve: /^wasi:http\/(?:incoming-)?handler(?:@|$)/,
} as const;

export type EntryPoint = keyof typeof ENTRIES;

/** Whether a component with these exports can be run, or served. */
export function hasEntry(entry: EntryPoint, exports: readonly { readonly name: string }[]): boolean {
  return exports.some(({ name }) => ENTRIES[entry].test(name));
}
