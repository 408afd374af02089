// Gives a type that is written in a field, a parameter or a result a name of its own.
import type { Span } from "../../base/span.ts";
import { typeParts } from "../../semantics/outline.ts";
import type { TypeExpr, Unit } from "../../syntax/ast.ts";
import { takenNames } from "../completion/taken.ts";
import { freeName, indentAt, lineBreak, startsItsLine, written } from "../edits/words.ts";
import { insertAt, type ProblemMember, replace } from "../fixes/fix.ts";
import { funcOf, spanIn, typesIn } from "../fixes/parts.ts";
import { insertionBefore } from "./places.ts";
import { attributesOf, isOff, type Refactoring, type RefactoringContext, selectedMember } from "./refactoring.ts";

/** The selected type, or the outermost that holds the cursor and is more than a name. */
export function extractAlias(c: RefactoringContext): Refactoring | undefined {
  const selected = selectedMember(c);
  if (!selected || isOff(c, selected.member)) return undefined;
  const { member, home } = selected;
  const type = chosenType(c.range, member);
  if (!type) return undefined;
  const name = freeName(nameFor(member.unit, type), takenNames(home.analysis));
  const { text } = c.file.source;
  const span = spanIn(member, type);
  return {
    title: `Extract \`${text.slice(span.start, span.end).replace(/\s+/g, " ").slice(0, 60)}\` to type \`${name}\``,
    kind: "extract",
    edits: () => {
      const place = insertionBefore(c.file, member);
      const newline = lineBreak(text);
      const definition = `${attributesOf(c.file, member)}type ${written(name)} = ${text.slice(span.start, span.end)};`;
      const apart = startsItsLine(text, place.before) ? newline + indentAt(text, place.before) : " ";
      const edits = [insertAt(place.at, definition + apart), replace(span, written(name))];
      return [{ uri: c.file.source.uri, edits }];
    },
  };
}

function chosenType({ start, end }: Span, member: ProblemMember): TypeExpr | undefined {
  const whole = member.unit.kind === "type" ? member.unit.type : undefined;
  const [from, to] = [start - member.start, end - member.start];
  const isChosen = (type: TypeExpr): boolean => {
    if (type === whole) return false;
    if (start < end) return type.start === from && type.end === to;
    return type.start <= from && from <= type.end && type.kind !== "name" && type.kind !== "primitive";
  };
  const search = (types: readonly TypeExpr[]): TypeExpr | undefined => {
    for (const type of types) {
      if (isChosen(type)) return type;
      const inner = search(typeParts(type));
      if (inner) return inner;
    }
    return undefined;
  };
  return search(typesIn(member.unit));
}

/** What has the type gives it its name: a parameter, a field, or a function whose result it is. */
function nameFor(unit: Unit, type: TypeExpr): string {
  const fields = "fields" in unit ? unit.fields : (funcOf(unit)?.params ?? []);
  const field = fields.find(f => f.type === type);
  if (field) return field.name.text;
  if (funcOf(unit)?.result === type && "name" in unit && unit.name && "text" in unit.name)
    return `${unit.name.text}-result`;
  return "new-type";
}
