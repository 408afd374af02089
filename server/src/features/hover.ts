// Hover: what a name stands for, as WIT and in words.
import type { Span } from "../base/span.ts";
import type { RootAnalysis } from "../semantics/analysis.ts";
import type { Definition, Occurrence } from "../semantics/symbols.ts";
import { type Unit, unitOf } from "../syntax/ast.ts";
import { commentsIn, docMarkdown, leadingDocs, partComments } from "../syntax/docs.ts";
import type { ParsedFile } from "../syntax/file.ts";
import { keywords } from "../syntax/tokens.ts";
import { fieldsOf } from "./brackets.ts";
import { abiSections } from "./hover/abi.ts";
import { aroundNotes, gateNotes } from "./hover/gates.ts";
import { aliasNote, homeNote, worldNotes } from "./hover/notes.ts";
import { missingHere, originNote } from "./hover/origin.ts";
import { packageSections } from "./hover/package.ts";
import { unresolvedSections } from "./hover/unresolved.ts";
import { wordSections } from "./hover/word.ts";
import { memberAt, nameAt, type PlacedMember } from "./locate.ts";
import { code, docs, note, type Section } from "./sections.ts";
import { block, partSignature, signatureOf, worldItemSignature } from "./signature.ts";
import { behindAliases, definitions, firstThen } from "./targets.ts";
import { type Token, tokenAt } from "./token-at.ts";

export interface Hover {
  /** The name or word, in UTF-16 offsets. */
  readonly span: Span;
  readonly sections: readonly Section[];
}

export interface HoverOptions {
  /** Whether to tell what the canonical ABI makes of types and functions. */
  readonly abi: boolean;
}

/**
 * What is known of the name or word at an offset. `roots` are the workspace's others, for packages that `root` lacks; they
 * are gone through as often as needed.
 */
export function hover(
  root: RootAnalysis,
  file: ParsedFile,
  offset: number,
  roots: Iterable<RootAnalysis> = [],
  options: HoverOptions = { abi: true },
): Hover | undefined {
  const name = nameAt(root, file, offset);
  const token = tokenAt(file, offset);
  if (name && !(token && isWord(token, name))) {
    const missing = isUsedInVain(name) ? unresolvedSections(root, file, offset, roots) : undefined;
    const sections = missing ?? nameSections(root, name, roots, options);
    if (sections) return { span: { start: name.start, end: name.end }, sections };
  }
  const found =
    token && (wordSections(root, file, token, options.abi) ?? unresolvedSections(root, file, offset, roots));
  return found && { span: { start: token.start, end: token.end }, sections: found };
}

/** Whether a keyword stands there that is no name: of names, only a constructor's is a keyword. */
function isWord({ kind }: Token, name: Occurrence): boolean {
  return keywords.has(kind) && name.kind !== "function";
}

/** Whether a `use` may take it from an interface that lacks it: it stands for nothing, but is declared all the same. */
function isUsedInVain({ kind, role, target }: Occurrence): boolean {
  return kind === "type" && role === "definition" && target === undefined;
}

function nameSections(
  root: RootAnalysis,
  name: Occurrence,
  roots: Iterable<RootAnalysis>,
  options: HoverOptions,
): readonly Section[] | undefined {
  for (const each of firstThen(root, roots)) {
    if (name.kind === "package") {
      const sections = packageSections(root, each, name.id, roots);
      if (sections) return sections;
      continue;
    }
    const definition = definitions(each, behindAliases(each, name))[0];
    if (!definition) continue;
    const abi = options.abi ? abiSections(each, definition) : [];
    return [...describe(each, definition, name), ...missingHere(root, each, definition, roots).map(note), ...abi];
  }
  return undefined;
}

/** Everything hover says of a definition but its ABI; `name` is the name by which it was reached. */
export function describe(
  root: RootAnalysis,
  definition: Definition,
  name: Occurrence = definition.occurrence,
): readonly Section[] {
  const member = memberAt(definition.file, definition.start);
  const unit = member && unitOf(member.member);
  if (!member || !unit) return [];
  const part = partAt(unit, definition.start - member.start, definition);
  return [
    code(part ? partText(unit, part, definition) : wholeText(definition, member)),
    note([homeNote(definition, name), originNote(root, definition)].filter(text => text !== "").join(", ")),
    note(aliasNote(root, definition)),
    ...(part ? [] : gateNotes(unit, root.features).map(note)),
    ...aroundNotes(member, root.features).map(note),
    ...worldNotes(root, definition).map(note),
    docs(part ? partDocs(unit, part) : docMarkdown(leadingDocs(unit))),
  ];
}

const partKinds: ReadonlySet<Occurrence["kind"]> = new Set(["field", "case", "flag", "parameter"]);

/** The field, case, flag or parameter at an offset of its unit. */
function partAt(unit: Unit, offset: number, { occurrence }: Definition): Span | undefined {
  if (!partKinds.has(occurrence.kind)) return undefined;
  return fieldsOf(unit).find(p => p.start <= offset && offset < p.end);
}

function partText(unit: Unit, part: Span, { occurrence }: Definition): string {
  const owner = "name" in unit && unit.name && "text" in unit.name ? unit.name.text : "";
  const text = partSignature(unit, part);
  return occurrence.kind === "parameter" ? `${owner}: func(${text})` : block(`${unit.kind} ${owner}`, [`${text},`]);
}

/** Documentation of a part; a comment on the line where the part before ends belongs to that one. */
function partDocs(unit: Unit, part: Span): string {
  const { text } = unit;
  const before = fieldsOf(unit).findLast(p => p.end <= part.start);
  const head = "name" in unit && unit.name ? unit.name.end : unit.start;
  const found = partComments(text, before?.end ?? head, part.start);
  if (!found || !before) return docMarkdown(found);
  const newline = text.indexOf("\n", before.end);
  const own = newline < 0 || found.start > newline ? found : commentsIn(text, newline, part.start);
  return docMarkdown(own);
}

function wholeText({ item }: Definition, { member }: PlacedMember): string {
  const text = signatureOf(member);
  if (!item?.world || item.item.item.container !== member) return text;
  const lines = (["import", "export"] as const).flatMap(direction =>
    item.world![`${direction}s`].map(each => worldItemSignature(direction, each)),
  );
  return block(text, lines);
}
