// Hover: what a name stands for, as WIT and in words.
import type { Span } from "../base/span.ts";
import type { RootAnalysis } from "../semantics/analysis.ts";
import type { Definition, Occurrence } from "../semantics/symbols.ts";
import { type Unit, unitOf } from "../syntax/ast.ts";
import { commentsIn, docMarkdown, leadingDocs } from "../syntax/docs.ts";
import type { ParsedFile } from "../syntax/file.ts";
import { keywords } from "../syntax/tokens.ts";
import { aliasNote, gateNotes, homeNote, packageMarkdown, worldNotes } from "./hover-notes.ts";
import { memberAt, nameAt, type PlacedMember } from "./locate.ts";
import { block, partSignature, signatureOf, worldItemSignature } from "./signature.ts";
import { behindAliases, definitions, firstThen } from "./targets.ts";
import { tokenAt } from "./token-at.ts";
import { gateMarkdown, wordMarkdown } from "./words.ts";

export interface Hover {
  /** The name or word, in UTF-16 offsets. */
  readonly span: Span;
  readonly markdown: string;
}

/** What is known of the name or word at an offset. `roots` are the workspace's others, for packages that `root` lacks. */
export function hover(
  root: RootAnalysis,
  file: ParsedFile,
  offset: number,
  roots: Iterable<RootAnalysis> = [],
): Hover | undefined {
  const name = nameAt(root, file, offset);
  const word = tokenAt(file, offset);
  if (name && !(word && keywords.has(word.kind) && name.kind !== "function")) {
    const markdown = nameMarkdown(root, name, roots);
    if (markdown) return { span: { start: name.start, end: name.end }, markdown };
  }
  if (!word) return undefined;
  const text = word.afterAt ? gateMarkdown(word.text) : wordMarkdown(word.kind);
  return text === undefined ? undefined : { span: { start: word.start, end: word.end }, markdown: text };
}

function nameMarkdown(root: RootAnalysis, name: Occurrence, roots: Iterable<RootAnalysis>): string | undefined {
  for (const each of firstThen(root, roots)) {
    if (name.kind === "package") {
      const markdown = packageMarkdown(each, name.id);
      if (markdown) return markdown;
      continue;
    }
    const definition = definitions(each, behindAliases(each, name))[0];
    if (definition) return describe(each, definition, name);
  }
  return undefined;
}

/** Everything hover says of a definition; `name` is the name by which it was reached. */
export function describe(root: RootAnalysis, definition: Definition, name: Occurrence = definition.occurrence): string {
  const member = memberAt(definition.file, definition.start);
  const unit = member && unitOf(member.member);
  if (!member || !unit) return "";
  const part = partAt(unit, definition.start - member.start, definition);
  const sections = [
    fence(part ? partText(unit, part, definition) : wholeText(definition, member)),
    homeNote(definition, name),
    aliasNote(root, definition),
    ...(part ? [] : gateNotes(unit, root.features)),
    ...worldNotes(root, definition),
    part ? partDocs(unit, part) : docMarkdown(leadingDocs(unit)),
  ];
  return sections.filter(section => section !== "").join("\n\n");
}

function fence(text: string): string {
  return text === "" ? "" : `\`\`\`wit\n${text}\n\`\`\``;
}

const partKinds: ReadonlySet<Occurrence["kind"]> = new Set(["field", "case", "flag", "parameter"]);

/** The field, case, flag or parameter at an offset of its unit. */
function partAt(unit: Unit, offset: number, { occurrence }: Definition): Span | undefined {
  if (!partKinds.has(occurrence.kind)) return undefined;
  const func = "func" in unit ? unit.func : undefined;
  const parts = "fields" in unit ? unit.fields : (func?.params ?? []);
  return parts.find(p => p.start <= offset && offset < p.end);
}

function partText(unit: Unit, part: Span, { occurrence }: Definition): string {
  const owner = "name" in unit && unit.name && "text" in unit.name ? unit.name.text : "";
  const text = partSignature(unit, part);
  return occurrence.kind === "parameter" ? `${owner}: func(${text})` : block(`${unit.kind} ${owner}`, [`${text},`]);
}

function partDocs(unit: Unit, part: Span): string {
  const before = Math.max(...[unit.text.lastIndexOf(",", part.start), unit.text.lastIndexOf("{", part.start)]) + 1;
  return before > 0 ? docMarkdown(commentsIn(unit.text, lineBreak(unit.text, before), part.start)) : "";
}

/** A comment on the line where the part before ends belongs to that part. */
function lineBreak(text: string, from: number): number {
  const newline = text.indexOf("\n", from);
  const rest = newline < 0 ? "" : text.slice(from, newline);
  return /^\s*\/\//.test(rest) ? newline : from;
}

function wholeText({ item }: Definition, { member }: PlacedMember): string {
  const text = signatureOf(member);
  if (!item?.world || item.item.item.container !== member) return text;
  const lines = (["import", "export"] as const).flatMap(direction =>
    item.world![`${direction}s`].map(each => worldItemSignature(direction, each)),
  );
  return block(text, lines);
}
