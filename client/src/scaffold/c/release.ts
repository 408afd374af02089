// Statements that give back what a function was handed: memory, and handles of resources.
import type { Type } from "../../wit/world-model.ts";
import { baseResource } from "../resources.ts";
import { member, resourceName } from "./default-value.ts";
import { type CNames, type Home, identifier } from "./names.ts";
import { hasFree, nullablePayload, shapeOf } from "./shape.ts";

/** For a parameter `name`: its handles are dropped, then its memory is freed; `(void)` where there is neither, so that it counts as used. */
export function releaseParameter(
  names: CNames,
  type: Type,
  home: Home,
  name: string,
  isPointer: boolean,
): readonly string[] {
  const nullable = nullablePayload(type, home);
  if (nullable !== undefined) {
    const pointer = `maybe_${name}`;
    const inner = release(names, nullable.type, nullable.home, pointer, true);
    if (inner.length === 0) return [`(void)${pointer};`];
    return [`if (${pointer} != NULL) {`, ...inner.map(indent), "}"];
  }
  const statements = release(names, type, home, name, isPointer);
  return statements.length === 0 ? [`(void)${name};`] : statements;
}

function release(names: CNames, type: Type, home: Home, name: string, isPointer: boolean): readonly string[] {
  const place = isPointer ? `*${name}` : name;
  return [...dropHandles(names, type, home, place, 0), ...free(names, type, home, place)];
}

function free(names: CNames, type: Type, home: Home, place: string): readonly string[] {
  if (hasFree(type)) {
    const argument = place.startsWith("*") ? place.slice(1) : `&${place}`;
    return [`${names.type(type, home).replace(/_t$/, "")}_free(${argument});`];
  }
  const { type: shape, home: inner } = shapeOf(type, home);
  if (shape.kind === "tuple") return shape.elements.flatMap((of, i) => free(names, of, inner, member(place, `f${i}`)));
  if (shape.kind !== "record") return [];
  return shape.fields.flatMap(({ name, type }) => free(names, type, inner, member(place, identifier(name))));
}

function dropHandles(names: CNames, type: Type, home: Home, place: string, depth: number): readonly string[] {
  const { type: shape, home: inner } = shapeOf(type, home);
  const within = (of: Type, at: string): readonly string[] => dropHandles(names, of, inner, at, depth + 1);
  switch (shape.kind) {
    case "own":
      return [`${resourceName(names, shape)}_drop_own(${place});`];
    case "borrow":
      // A borrow of the component's own resource is a plain pointer.
      if (names.isExported(baseResource(shape.resource).owner)) return [];
      return [`${resourceName(names, shape)}_drop_borrow(${place});`];
    case "record":
      return shape.fields.flatMap(field => within(field.type, member(place, identifier(field.name))));
    case "tuple":
      return shape.elements.flatMap((of, i) => within(of, member(place, `f${i}`)));
    case "list": {
      // No parameter has such a name: a digit can't start a word of WIT.
      const index = `i_${depth}`;
      const each = within(shape.element, `${member(place, "ptr")}[${index}]`);
      const head = `for (size_t ${index} = 0; ${index} < ${member(place, "len")}; ${index}++) {`;
      return each.length === 0 ? [] : [head, ...each.map(indent), "}"];
    }
    case "option":
      return guarded(member(place, "is_some"), within(shape.element, member(place, "val")));
    case "result":
      return [
        ...guarded(`!${member(place, "is_err")}`, shape.ok ? within(shape.ok, member(place, "val.ok")) : []),
        ...guarded(member(place, "is_err"), shape.err ? within(shape.err, member(place, "val.err")) : []),
      ];
    case "variant":
      return shape.cases.flatMap(({ name, type: of }, i) =>
        of === undefined
          ? []
          : guarded(`${member(place, "tag")} == ${i}`, within(of, member(place, `val.${identifier(name)}`))),
      );
    default:
      return [];
  }
}

function guarded(condition: string, statements: readonly string[]): readonly string[] {
  return statements.length === 0 ? [] : [`if (${condition}) {`, ...statements.map(indent), "}"];
}

function indent(line: string): string {
  return `    ${line}`;
}
