// What the elements of a definition look like, to be typed over: fields of a record, cases, flags.
import type { Span } from "../../base/span.ts";
import { type Completion, ranks } from "./item.ts";
import type { SkeletonKind } from "./type-context.ts";

const elements: Readonly<Record<SkeletonKind, readonly string[]>> = {
  record: ["field: string"],
  variant: ["some-case", "some-case(string)"],
  enum: ["some-case"],
  flags: ["some-flag"],
};

/** Elements for between the braces, each with its comma, its name selected. Where one stands already, it needs none. */
export function elementSkeletons(of: SkeletonKind, span: Span, comma: boolean): readonly Completion[] {
  return elements[of].map(label => ({
    label,
    kind: "snippet",
    insert: comma ? label : `${label},`,
    cursor: 0,
    selected: /^[\w-]+/.exec(label)![0].length,
    span,
    rank: ranks.near,
    detail: `${of === "record" ? "a field" : of === "flags" ? "a flag" : "a case"}`,
  }));
}

/** The braces that follow a definition's name, with a first element. */
export function bodySkeleton(of: SkeletonKind, span: Span, indent: string): readonly Completion[] {
  const element = elements[of][0]!;
  const before = `{\n${indent}  `;
  return [
    {
      label: `{ ${element} }`,
      kind: "snippet",
      insert: `${before}${element},\n${indent}}`,
      cursor: before.length,
      selected: /^[\w-]+/.exec(element)![0].length,
      span,
      rank: ranks.near,
      detail: `the body of a ${of}`,
    },
  ];
}
