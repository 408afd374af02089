// Rename: every place that names a thing gets its new name, and nothing else; what would break the package is refused.
import type { Span } from "../base/span.ts";
import type { RootAnalysis } from "../semantics/analysis.ts";
import type { Scope } from "../semantics/packages.ts";
import type { Occurrence } from "../semantics/symbols.ts";
import type { ParsedFile } from "../syntax/file.ts";
import { nameFault } from "../syntax/names.ts";
import type { TextEdit } from "../syntax/recut.ts";
import { keywords } from "../syntax/tokens.ts";
import { nameAt } from "./locate.ts";
import { type Mention, mentions, originOf, packageOf, writtenName } from "./references.ts";
import { clashOf } from "./rename/clashes.ts";
import {
  isOfDependency,
  type Refusal,
  type RenameOptions,
  type Renaming,
  refused,
  untouchable,
} from "./rename/edits.ts";
import { renamePackage } from "./rename/package.ts";
import { definitions } from "./targets.ts";

export interface Renamable {
  readonly kind: "renamable";
  /** What a new name takes the place of. */
  readonly span: Span;
  /** The name as it is now. */
  readonly text: string;
}

/** What would be renamed at an offset, or why that can't be. */
export function prepareRename(
  root: RootAnalysis,
  file: ParsedFile,
  offset: number,
  options: RenameOptions = { dependencies: false },
): Renamable | Refusal {
  const name = nameAt(root, file, offset);
  if (!name) return refused("There is no name here that could be renamed.");
  const fault = refusalOf(root, file, name, options);
  if (fault) return fault;
  if (name.kind === "package") return packagePart(file, name, offset);
  const start = file.source.text[name.start] === "%" ? name.start + 1 : name.start;
  return { kind: "renamable", span: { start, end: name.end }, text: file.source.text.slice(start, name.end) };
}

/** A package's name and its version are two things to change. */
function packagePart(file: ParsedFile, name: Occurrence, offset: number): Renamable {
  const text = file.source.text.slice(name.start, name.end);
  const at = text.indexOf("@");
  const whole = text.includes(":") ? { start: name.start, end: at < 0 ? name.end : name.start + at } : name;
  const isVersion = at >= 0 && offset > name.start + at;
  const span = isVersion ? { start: name.start + at + 1, end: name.end } : { start: whole.start, end: whole.end };
  return { kind: "renamable", span, text: file.source.text.slice(span.start, span.end) };
}

/**
 * Gives what stands at an offset a new name, in all files of the workspace. For a package the new name is
 * `namespace:name`, `namespace:name@version`, or a version alone.
 */
export function rename(
  root: RootAnalysis,
  file: ParsedFile,
  offset: number,
  newName: string,
  roots: readonly RootAnalysis[] = [],
  options: RenameOptions = { dependencies: false },
): Renaming {
  const name = nameAt(root, file, offset);
  if (!name) return refused("There is no name here that could be renamed.");
  const fault = refusalOf(root, file, name, options);
  if (fault) return fault;
  const affected = affectedRoots(root, roots, name, options);
  if (name.kind === "package") return renamePackage(root, affected, name, newName.trim(), options);
  const wanted = newName.trim().replace(/^%/, "");
  const wrong = nameFault(wanted);
  if (wrong) return refused(`${capital(wrong.message)}.`);
  const old = writtenName(file, name);
  if (wanted === old) return { kind: "edits", files: [] };
  const found = mentions(root, affected, name, old);
  const clash = clashOf({ root, roots: affected, name, old, wanted, mentions: found });
  if (clash) return refused(clash);
  return asEdits(found, wanted, packageOf(root, name.id), options);
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function refusalOf(
  root: RootAnalysis,
  file: ParsedFile,
  name: Occurrence,
  { dependencies }: RenameOptions,
): Refusal | undefined {
  const text = writtenName(file, name);
  if (name.id.includes("[constructor]") && name.kind === "function")
    return refused("A constructor has no name of its own; rename its resource.");
  const places = definitions(root, name.id);
  if (places.length === 0 && name.kind !== "package") return refused(`\`${text}\` is not declared anywhere yet.`);
  const declared =
    places[0]?.occurrence.kind !== "package" && places[0] ? writtenName(places[0].file, places[0]) : text;
  if (declared !== text)
    return refused(`\`${text}\` stands for \`${declared}\` here; rename it where \`as ${text}\` is.`);
  const key = packageOf(root, name.id);
  if (key === undefined) return undefined;
  const origin = originOf(root, key);
  if (origin === "own" || origin === "linked" || (origin === "absent" && name.kind !== "package")) return undefined;
  if (origin === "absent") return refused(`The package \`${key}\` is not here, so it can't be renamed.`);
  const where = `\`${text}\` belongs to \`${key}\``;
  const instead = `To give a type another name here, write \`${text} as …\`.`;
  if (root.byKey.get(key)?.package.dep?.binary)
    return refused(`${where}, a package in binary form, which can't be changed. ${instead}`);
  return dependencies ? undefined : refused(`${where} in \`deps\`; what lies there is left as it is. ${instead}`);
}

/**
 * The roots to change: those that read the very same files, and with them the others that have a copy in `deps` where
 * that is asked for; else such a copy is left alone, with all that names it.
 */
function affectedRoots(
  root: RootAnalysis,
  roots: readonly RootAnalysis[],
  name: Occurrence,
  { dependencies }: RenameOptions,
): readonly RootAnalysis[] {
  const key = packageOf(root, name.id);
  if (key === undefined) return [root];
  const origin = originOf(root, key);
  const files = new Set(scopesOf(root, key).map(scope => scope.file));
  const others = roots.filter(r => r !== root && r.root.uri !== root.root.uri);
  const affected = (r: RootAnalysis): boolean => {
    if (scopesOf(r, key).some(scope => files.has(scope.file))) return true;
    return originOf(r, key) === "own" ? origin === "dep" : dependencies && originOf(r, key) === "dep";
  };
  return [root, ...others.filter(affected)];
}

function scopesOf(root: RootAnalysis, key: string): readonly Scope[] {
  return root.byKey.get(key)?.package.scopes ?? [];
}

function asEdits(found: readonly Mention[], wanted: string, key: string | undefined, options: RenameOptions): Renaming {
  const insert = keywords.has(wanted) ? `%${wanted}` : wanted;
  const files = new Map<string, { uri: string; edits: TextEdit[]; dependency: boolean }>();
  for (const { root, file, occurrence } of found) {
    const { uri } = file.source;
    const fault = files.has(uri) ? undefined : untouchable(root, file, options);
    if (fault) return fault;
    const entry = files.get(uri) ?? { uri, edits: [], dependency: isOfDependency(root, file, key) };
    files.set(uri, entry);
    entry.edits.push({ start: occurrence.start, end: occurrence.end, insert });
  }
  return { kind: "edits", files: [...files.values()] };
}
