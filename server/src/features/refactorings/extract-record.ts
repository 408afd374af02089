// Makes one record of the parameters of a function.

import type { Field } from "../../syntax/ast.ts";
import { takenNames } from "../completion/taken.ts";
import { freeName, indentAt, levelIn, lineBreak, startsItsLine, tokensIn, written } from "../edits/words.ts";
import { insertAt, type ProblemMember, replace } from "../fixes/fix.ts";
import { fieldSpan, funcOf } from "../fixes/parts.ts";
import { insertionBefore } from "./places.ts";
import { attributesOf, isOff, type Refactoring, type RefactoringContext, selectedMember } from "./refactoring.ts";

/** The selected parameters, or all where the cursor stands among them; at least two. */
export function extractRecord(c: RefactoringContext): Refactoring | undefined {
  const selected = selectedMember(c);
  const func = selected && funcOf(selected.member.unit);
  if (!selected || !func || func.accessor || isOff(c, selected.member)) return undefined;
  const { member, home } = selected;
  const params = chosenParams(c, member, func.params);
  const [first] = params;
  const last = params.at(-1);
  if (!first || !last || params.length < 2) return undefined;
  const span = { start: fieldSpan(member, first).start, end: fieldSpan(member, last).end };
  const { text } = c.file.source;
  const others = func.params.filter(p => !params.includes(p)).map(p => p.name.text);
  const unit = member.unit;
  const owner = unit.kind === "func" || unit.kind === "import" || unit.kind === "export" ? unit.name?.text : "init";
  const name = freeName(`${owner ?? "new"}-params`, takenNames(home.analysis));
  return {
    title: `Extract ${params.length} parameters to record \`${name}\``,
    kind: "extract",
    edits: () => {
      const place = insertionBefore(c.file, member);
      const ownLine = startsItsLine(text, place.before);
      const newline = ownLine ? lineBreak(text) : " ";
      const indent = ownLine ? indentAt(text, place.before) : "";
      const step = ownLine ? levelIn(text) : "";
      const lines = fieldLines(c, member, params).map(line => `${newline}${indent}${step}${line}`);
      const record = `record ${written(name)} {${lines.join("")}${newline}${indent}}${newline}${indent}`;
      const param = `${written(freeName("params", others))}: ${written(name)}`;
      const edits = [insertAt(place.at, attributesOf(c.file, member) + record), replace(span, param)];
      return [{ uri: c.file.source.uri, edits }];
    },
  };
}

function chosenParams(c: RefactoringContext, member: ProblemMember, params: readonly Field[]): readonly Field[] {
  const { start, end } = c.range;
  const first = params[0];
  const last = params.at(-1);
  if (!first || !last) return [];
  if (start === end) {
    const inside = fieldSpan(member, first).start <= start && start <= fieldSpan(member, last).end;
    return inside ? params : [];
  }
  return params.filter(p => {
    const span = fieldSpan(member, p);
    return span.start < end && start < span.end;
  });
}

/** Each parameter as a field with its comma; comments between them stay with the line that they stand in or above. */
function fieldLines(c: RefactoringContext, member: ProblemMember, params: readonly Field[]): readonly string[] {
  const { text } = c.file.source;
  return params.flatMap((param, i) => {
    const span = fieldSpan(member, param);
    const next = params[i + 1];
    const field = `${text.slice(span.start, span.end)},`;
    if (!next) return [field];
    const gap = { start: span.end, end: fieldSpan(member, next).start };
    const comma = tokensIn(c.file, gap)[0];
    const comments = text.slice(gap.start, comma?.start).concat(text.slice(comma?.end ?? gap.end, gap.end));
    const lines = comments.split("\n").map(line => line.trim());
    const [same = "", ...above] = lines;
    return [same === "" ? field : `${field} ${same}`, ...above.filter(line => line !== "")];
  });
}
