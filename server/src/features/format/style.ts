// What a formatter may choose: how deep one level is indented, and the line break.
import { isContainer, unitOf } from "../../syntax/ast.ts";
import type { ParsedFile } from "../../syntax/file.ts";

export interface Style {
  /** One level of indentation: spaces, or a tab. */
  readonly indent: string;
}

export const defaultStyle: Style = { indent: "  " };

/** The indentation that more than half of the indented members have; two spaces where a file has no such habit. */
export function ownStyle(file: ParsedFile): Style {
  const counts = new Map<string, number>();
  let all = 0;
  for (const member of file.root.members) {
    if (!isContainer(member) || !member.closed) continue;
    for (const inner of member.members) {
      const unit = unitOf(inner);
      const indent = /\n([ \t]+)$/.exec(unit?.text.slice(0, unit.start) ?? "")?.[1];
      if (indent === undefined) continue;
      all++;
      counts.set(indent, (counts.get(indent) ?? 0) + 1);
    }
  }
  const most = [...counts].find(([, count]) => count * 2 > all)?.[0];
  return most !== undefined && /^(?: {1,8}|\t)$/.test(most) ? { indent: most } : defaultStyle;
}
