// The words that are types by themselves (WIT.md "Types").

/** Those of numbers, characters and text. */
export const simpleTypes: readonly string[] = "bool u8 u16 u32 u64 s8 s16 s32 s64 f32 f64 char string".split(" ");

/** All that stand alone. */
export const primitives: ReadonlySet<string> = new Set([...simpleTypes, "error-context"]);

/** Those that stand in front of `<…>`. */
export const typesWithParts: readonly string[] = "list option result tuple borrow own map stream future".split(" ");
