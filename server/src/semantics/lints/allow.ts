// Comments that allow what a lint would report: `// wit-allow: a, b` for the item that it stands in front of or in, and
// all that the item holds; `// wit-allow-file: a, b` for the whole file.
import { memo } from "../../base/memo.ts";
import type { Unit } from "../../syntax/ast.ts";
import type { ParsedFile } from "../../syntax/file.ts";
import type { Outline } from "../outline.ts";
import type { Scope } from "../packages.ts";

const none: ReadonlySet<string> = new Set();

const allowedInUnit: (unit: Unit) => ReadonlySet<string> = memo(unit => namesBehind("wit-allow", unit.text));
const allowedInFile: (file: ParsedFile) => ReadonlySet<string> = memo(file =>
  namesBehind("wit-allow-file", file.source.text),
);

/** Whether a comment of an item, or of a container's head, allows a lint there. */
export function allows(unit: Unit | undefined, lint: string): boolean {
  return unit !== undefined && allowedInUnit(unit).has(lint);
}

/** Whether a lint is allowed for a member of a container, by its own comments or those of what it lies in. */
export function allowsMember({ container, types }: Outline, unit: Unit, offset: number, lint: string): boolean {
  if (allows(unit, lint) || allows(container.head, lint)) return true;
  const around = types.find(t => t.body && t.offset < offset && offset < t.offset + t.body.length);
  return allows(around?.unit, lint);
}

/** Whether a lint is allowed in all of a file, or of a package block. */
export function allowsAround({ file, container }: Scope, lint: string): boolean {
  return allowedInFile(file).has(lint) || allows(container.head, lint);
}

/** The names of a list behind `word:` in a comment; what follows a name, up to the next comma, may say why. */
function namesBehind(word: string, text: string): ReadonlySet<string> {
  if (!text.includes(`${word}:`)) return none;
  const lists = text.matchAll(new RegExp(`(?://+!?|/\\*+|^[ \\t]*\\*)[ \\t]*${word}:([^\\n]*)`, "gm"));
  const names = [...lists].flatMap(([, list = ""]) => list.split(",").map(part => /[\w-]+/.exec(part)?.[0] ?? ""));
  return new Set(names);
}
