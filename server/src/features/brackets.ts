// The brackets of a unit: what holds its fields, cases, flags, used names or parameters.
import type { Field, Unit } from "../syntax/ast.ts";
import { markAt } from "../syntax/docs.ts";

/** Where the two stand; UTF-16 offsets of the unit. */
export interface Brackets {
  readonly open: number;
  readonly close: number;
}

/** Nothing for a unit without, or with one that is not closed. */
export function bracketsOf(unit: Unit): Brackets | undefined {
  const [from, marks] = headOf(unit) ?? [];
  if (from === undefined || marks === undefined) return undefined;
  const { text, end } = unit;
  const open = markAt(text, from, end, marks[0]!);
  if (open < 0) return undefined;
  const inside = fieldsOf(unit).findLast(part => part.start > open)?.end ?? open + 1;
  const close = markAt(text, inside, end, marks[1]!);
  return close < 0 ? undefined : { open, close };
}

/** Where to look for the brackets, and which they are. */
function headOf(unit: Unit): readonly [from: number, marks: string] | undefined {
  switch (unit.kind) {
    case "record":
    case "variant":
    case "enum":
    case "flags":
      return unit.name && [unit.name.end, "{}"];
    case "use":
    case "include":
      return unit.path && [unit.path.end, "{}"];
    case "func":
    case "constructor":
    case "import":
    case "export":
      return unit.func && [unit.func.start, "()"];
    default:
      return undefined;
  }
}

/** Fields, cases, flags or parameters. */
export function fieldsOf(unit: Unit): readonly Field[] {
  if ("fields" in unit) return unit.fields;
  return ("func" in unit ? unit.func?.params : undefined) ?? [];
}
