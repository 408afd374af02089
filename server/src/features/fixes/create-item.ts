// An interface or world that is not there yet: a new one with the types that are used of it.
import { packageKey } from "../../semantics/packages.ts";
import type { UsePath } from "../../syntax/ast.ts";
import { indentAt, levelIn, lineBreak } from "../edits/words.ts";
import { packageAt } from "../locate.ts";
import { type Fix, type FixContext, type FixRule, fixIn, isOwn, type ProblemMember, problemMember } from "./fix.ts";
import { itemText, namedItems } from "./named-items.ts";

export const createItem: FixRule = { codes: ["unresolved-path"], fix: create };

/** In the package that the path names, where that is the root's own; of the same package, behind what names it. */
function create(c: FixContext): Fix | undefined {
  const member = problemMember(c);
  const path = member && "path" in member.unit ? member.unit.path : undefined;
  const place = packageAt(c.root, c.file, c.problem.start);
  if (!member || !path || !place || !isOwn(c, c.file)) return undefined;
  const key = path.package ? packageKey(path.package) : place.pkg.package.key;
  const target = path.package ? c.root.byKey.get(key) : place.pkg;
  const name = path.name.text;
  const taken = [target?.names.items, ...(target?.names.scopes.values() ?? [])].some(names => names?.has(name));
  const item = namedItems(c, key).find(i => i.name === name) ?? bare(member, path);
  if (!target || taken) return undefined;
  const where = path.package ? ` in \`${key}\`` : "";
  const title = `Create ${item.kind === "world" ? "a world" : "an interface"} \`${name}\`${where}`;
  return target === place.pkg ? behind(c, member, title, item) : atEnd(c, key, title, item);
}

function bare({ unit }: ProblemMember, { name }: UsePath): Parameters<typeof itemText>[0] {
  return { kind: unit.kind === "include" ? "world" : "interface", name: name.text, types: new Map() };
}

/** Behind the interface or world that names it, as far in. */
function behind(
  c: FixContext,
  member: ProblemMember,
  title: string,
  item: Parameters<typeof itemText>[0],
): Fix | undefined {
  const outer = member.around.find(a => a.container.kind === "interface" || a.container.kind === "world");
  if (outer && !outer.container.closed) return undefined;
  const at = outer ? outer.start + outer.container.length : member.span.end;
  const { text } = c.file.source;
  const newline = lineBreak(text);
  const indent = indentAt(text, outer ? outer.start + outer.container.head!.start : member.span.start);
  const insert = `${newline}${newline}${indent}${itemText(item, newline, levelIn(text), indent)}`;
  return fixIn(c.file, title, { start: at, end: at, insert });
}

/** At the end of another package of the root's own: of its file, or of its block. */
function atEnd(c: FixContext, key: string, title: string, item: Parameters<typeof itemText>[0]): Fix | undefined {
  const scope = c.root.byKey.get(key)?.package.scopes.find(s => isOwn(c, s.file));
  if (!scope?.container.closed) return undefined;
  const { text } = scope.file.source;
  const newline = lineBreak(text);
  const isFile = scope.container === scope.file.root;
  const tail = scope.offset + scope.container.starts.at(-1)!;
  const at = isFile ? text.length : tail;
  const level = levelIn(text);
  const indent = isFile ? "" : indentAt(text, scope.offset + (scope.container.head?.start ?? 0)) + level;
  const behindIt = /^\s*\}/.test(text.slice(tail)) && !/^[ \t]*\r?\n/.test(text.slice(tail)) ? newline : "";
  const insert = `${newline}${indent}${itemText(item, newline, level, indent)}${isFile ? newline : behindIt}`;
  return fixIn(scope.file, title, { start: at, end: at, insert });
}
