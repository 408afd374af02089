// What is shown about something, in pieces: as Markdown for clients that render it, as plain text for the others.
import { closed, codeBlock, plainLine, table } from "../base/markdown.ts";

export type Section =
  | { readonly kind: "code"; readonly text: string }
  /** Words of ours: Markdown of one line. */
  | { readonly kind: "note"; readonly markdown: string }
  /** Documentation as its author wrote it. */
  | { readonly kind: "docs"; readonly markdown: string }
  /** The first line of a part that is set off from what stands before it. */
  | { readonly kind: "part"; readonly markdown: string }
  | { readonly kind: "table"; readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] };

export function code(text: string): Section {
  return { kind: "code", text };
}

export function note(markdown: string): Section {
  return { kind: "note", markdown };
}

export function docs(markdown: string): Section {
  return { kind: "docs", markdown };
}

export function markdownOf(sections: readonly Section[]): string {
  return nonEmpty(sections).map(markdown).join("\n\n");
}

export function plainTextOf(sections: readonly Section[]): string {
  return nonEmpty(sections).map(plainText).join("\n\n");
}

function nonEmpty(sections: readonly Section[]): readonly Section[] {
  return sections.filter(s =>
    s.kind === "table" ? s.rows.length > 0 : (s.kind === "code" ? s.text : s.markdown) !== "",
  );
}

function markdown(section: Section): string {
  switch (section.kind) {
    case "code":
      return codeBlock("wit", section.text);
    case "note":
      return section.markdown;
    case "docs":
      return closed(section.markdown);
    case "part":
      return `---\n\n${section.markdown}`;
    case "table":
      return table(section.head, section.rows);
  }
}

function plainText(section: Section): string {
  switch (section.kind) {
    case "code":
      return section.text;
    case "docs":
      return section.markdown;
    case "note":
    case "part":
      return plainLine(section.markdown);
    case "table":
      return plainTable([section.head, ...section.rows].map(row => row.map(plainLine)));
  }
}

function plainTable(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, i) => Math.max(...rows.map(row => (row[i] ?? "").length)));
  return rows
    .map(row =>
      row
        .map((cell, i) => cell.padEnd(widths[i] ?? 0))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}
