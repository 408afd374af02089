// What hover says of words that are no names: keywords, built-in types, and what stands in an attribute.
import type { RootAnalysis } from "../../semantics/analysis.ts";
import { typeParts } from "../../semantics/outline.ts";
import type { Attribute, TypeExpr } from "../../syntax/ast.ts";
import type { ParsedFile } from "../../syntax/file.ts";
import { typesIn } from "../fixes/parts.ts";
import { analysisAt, itemAt, memberAt, type PlacedMember, placedUnit } from "../locate.ts";
import { note, type Section } from "../sections.ts";
import type { tokenAt } from "../token-at.ts";
import { expressionSections } from "./abi.ts";
import { attributeNote } from "./gates.ts";
import { attributeWords, keywordWords } from "./words.ts";

type Word = NonNullable<ReturnType<typeof tokenAt>>;

/** Nothing for words of which nothing is known. `abi`: whether to tell what the canonical ABI makes of built-in types. */
export function wordSections(
  root: RootAnalysis,
  file: ParsedFile,
  word: Word,
  abi: boolean,
): readonly Section[] | undefined {
  const member = memberAt(file, word.start);
  const attribute = member && attributeSections(root, member, word);
  if (attribute) return attribute;
  const words = keywordWords(word.kind) ?? accessorWords(member, word);
  if (!words) return undefined;
  return [...words.map(note), ...(abi && member ? typeSections(root, file, member, word) : [])];
}

/** `get` and `set` are words only where a function is one; the specification does not have them yet. */
function accessorWords(member: PlacedMember | undefined, word: Word): readonly string[] | undefined {
  const unit = member && placedUnit(member);
  const func = unit && "func" in unit ? unit.func : undefined;
  if (!member || !func?.accessor || member.start + func.start !== word.start) return undefined;
  return [accessors[func.accessor]];
}

const accessors = {
  get: "A getter, which reads a value: it takes no parameters and returns the value.",
  set: "A setter, beside a getter of its name: it takes the new value, and returns nothing or a `result<_, …>`.",
} as const;

/** The name of an attribute, or the version, feature or text that it holds. */
function attributeSections(root: RootAnalysis, member: PlacedMember, word: Word): readonly Section[] | undefined {
  const at = word.start - member.start;
  const attribute = placedUnit(member)?.attributes.find(a => a.start <= at && at < a.end);
  const said = attribute && attributeNote(attribute, root.features);
  const own = said === undefined ? [] : [note(said)];
  if (word.afterAt) {
    const words = attributeWords(word.text);
    return words && [...own, ...words.map(note)];
  }
  return attribute && own.length > 0 && isValue(attribute, at, word.text) ? own : undefined;
}

/** Whether a word of an attribute belongs to what it is given. */
function isValue(attribute: Attribute, at: number, text: string): boolean {
  switch (attribute.kind) {
    case "since":
    case "deprecated":
      return attribute.version !== undefined && attribute.version.start <= at;
    case "unstable":
      return attribute.feature?.start === at;
    case "external-id":
      return text.startsWith('"');
    case "unknown":
      return false;
  }
}

/** What the canonical ABI makes of the type that starts with a word. */
function typeSections(root: RootAnalysis, file: ParsedFile, member: PlacedMember, { start }: Word): readonly Section[] {
  const item = itemAt(root, file, start);
  const unit = placedUnit(member);
  const type = unit && typeStarting(typesIn(unit), start - member.start);
  return item && type ? expressionSections(root, analysisAt(item, start).analysis, type) : [];
}

function typeStarting(types: readonly TypeExpr[], at: number): TypeExpr | undefined {
  for (const type of types) {
    if (type.start === at) return type;
    if (type.start < at && at < type.end) return typeStarting(typeParts(type), at);
  }
  return undefined;
}
