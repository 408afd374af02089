// Names that are not in kebab case: written so, wherever the package has them.

import type { ParsedFile } from "../../syntax/file.ts";
import { nameFault, toKebabCase } from "../../syntax/names.ts";
import type { TextEdit } from "../../syntax/recut.ts";
import { kindAt, startAt, textAt, tokens } from "../../syntax/tokens.ts";
import { primitives, typesWithParts } from "../../syntax/type-words.ts";
import type { FileEdit } from "../edits/file-edit.ts";
import { plain, written } from "../edits/words.ts";
import { startOf } from "../token-at.ts";
import { type Fix, type FixContext, type FixRule, fixHere, replace, underlined } from "./fix.ts";
import { otherNames } from "./foreign-types.ts";

export const kebabName: FixRule = { codes: ["invalid-name", "empty-word-in-name", "name-not-ascii"], fix: rename };

function rename(c: FixContext): Fix | readonly Fix[] | undefined {
  const name = underlined(c);
  const kebab = toKebabCase(plain(name));
  const type = builtIn(c, kebab);
  if (type !== undefined) return fixHere(c, `Replace \`${name}\` with \`${type}\``, replace(c.problem, type), true);
  if (kebab === "" || nameFault(kebab)) return withoutPercent(c, name);
  const title = `Convert to kebab case: \`${kebab}\``;
  const edits = c.root.root.main.includes(c.file) ? c.root.root.main : [c.file];
  const all = edits.flatMap((file): FileEdit[] => {
    const found = sameWords(file, name).map(span => replace(span, written(kebab)));
    return found.length === 0 ? [] : [{ uri: file.source.uri, edits: found }];
  });
  return all.length === 0 ? undefined : { title, edits: all, preferred: true };
}

const builtInTypes: ReadonlySet<string> = new Set([...primitives, ...typesWithParts]);

/** A built-in type that another language writes with a capital letter, where a type stands. */
function builtIn({ file, problem }: FixContext, kebab: string): string | undefined {
  const { text } = file.source;
  const type = otherNames[kebab] ?? (builtInTypes.has(kebab) ? kebab : undefined);
  const before = text.slice(Math.max(0, problem.start - 200), problem.start);
  const isType = /(?:->|[:<=(])\s*$|<[^<>;{}]*,\s*$/.test(before);
  const isName = /^\s*:/.test(text.slice(problem.end, problem.end + 20));
  return isType && !isName ? type : undefined;
}

/** Every place of a file where the word stands; as it is no valid name, it means the same everywhere. */
function sameWords({ source }: ParsedFile, word: string): readonly { start: number; end: number }[] {
  if (!source.text.includes(word)) return [];
  const t = tokens(source.text, startOf(source.text));
  const found: { start: number; end: number }[] = [];
  for (let i = 0; kindAt(t, i) !== "end"; i++)
    if (textAt(t, i) === word) found.push({ start: startAt(t, i), end: startAt(t, i) + word.length });
  return found;
}

/** A `%` alone: in front of another `%`, or of nothing. */
function withoutPercent(c: FixContext, name: string): Fix | undefined {
  if (name !== "%") return undefined;
  const { start, end } = c.problem;
  const edit: TextEdit = replace({ start, end }, "");
  return fixHere(c, "Remove `%`", edit, true);
}
