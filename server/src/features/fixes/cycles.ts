// What depends on itself: the step that closes the circle is left out.
import { removeMember } from "../edits/remove.ts";
import { memberAt } from "../locate.ts";
import {
  type Fix,
  type FixContext,
  type FixRule,
  fileOf,
  fixHere,
  fixIn,
  homeAt,
  memberWithUnit,
  problemMember,
  replace,
} from "./fix.ts";
import { mentionsOf, spanIn, typeAt } from "./parts.ts";

export const breakItemCycle: FixRule = { codes: ["item-cycle"], fix: breakItems };

/** The `use`, `include`, import or export of each step whose removal leaves nothing without a name. */
function breakItems(c: FixContext): readonly Fix[] {
  const steps = c.problem.related?.length ? c.problem.related : [{ place: { uri: c.file.source.uri, ...c.problem } }];
  return steps.flatMap(({ place }) => {
    const file = fileOf(c, place.uri);
    const member = file && memberWithUnit(memberAt(file, place.start));
    if (!file || !member || !("path" in member.unit) || !member.unit.path) return [];
    const home = homeAt({ ...c, file }, place.start);
    const { unit } = member;
    const path = unit.path!.name.text;
    const needed =
      unit.kind === "use" &&
      unit.names.some(n => {
        const local = (n.alias ?? n.name).text;
        const own = home?.item.item.item.name.text === path && n.alias === undefined && hasOwn(home, local);
        return !own && home !== undefined && mentionsOf(home.analysis, local) > 0;
      });
    return needed
      ? []
      : [fixIn(file, `Remove the \`${unit.kind}\` of \`${path}\``, removeMember(file, member), steps.length === 1)];
  });
}

/** An interface that uses itself has its types anyway. */
function hasOwn(home: NonNullable<ReturnType<typeof homeAt>>, name: string): boolean {
  return home.analysis.scope.outline.types.some(t => t.name.text === name);
}

export const breakTypeCycle: FixRule = { codes: ["type-cycle"], fix: breakTypes };

/** A type that holds itself has no size; an index into a list of them has. */
function breakTypes(c: FixContext): readonly Fix[] {
  const member = problemMember(c);
  const held =
    member && typeAt(member, c.problem.start, t => t.kind === "name" || t.kind === "own" || t.kind === "borrow");
  if (!member || !held) return [];
  const name = c.file.source.text.slice(c.problem.start, c.problem.end);
  return [
    fixHere(
      c,
      `Hold \`u32\`, an index into a list, in place of \`${name}\``,
      replace(spanIn(member, held), "u32"),
      true,
    ),
  ];
}
