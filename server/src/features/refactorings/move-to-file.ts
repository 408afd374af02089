// Moves an interface or a world to a file of its own in the same package.
import { packageKey } from "../../semantics/packages.ts";
import { isContainer } from "../../syntax/ast.ts";
import { childUri, parentUri } from "../../workspace/uri.ts";
import { removeMember } from "../edits/remove.ts";
import { lineBreak, startsItsLine } from "../edits/words.ts";
import { filesOf } from "../references.ts";
import { docsStart, isWhole } from "./places.ts";
import { type Refactoring, type RefactoringContext, type Selected, selectedMember } from "./refactoring.ts";

/** At the head of an item that is not alone in its file. Paths to it stay as they are: a package's files share their names. */
export function moveToFile(c: RefactoringContext): Refactoring | undefined {
  const selected = selectedMember(c);
  if (!selected || c.root.root.kind !== "folder" || !c.root.root.main.includes(c.file)) return undefined;
  const { member, home } = selected;
  const { unit } = member;
  const { scope } = home;
  if ((unit.kind !== "interface" && unit.kind !== "world") || !unit.name || !isWhole(member)) return undefined;
  if (!isContainer(member.member) || scope.container !== c.file.root || scope.items.length < 2) return undefined;
  const folder = parentUri(c.file.source.uri);
  if (folder === undefined) return undefined;
  const uri = childUri(folder, `${unit.name.text}.wit`);
  if (filesOf(c.root).some(file => file.source.uri === uri)) return undefined;
  return {
    title: `Move \`${unit.name.text}\` to \`${unit.name.text}.wit\``,
    kind: "move",
    edits: () => {
      const { text } = c.file.source;
      const { start, span } = member;
      const from = start + docsStart(text.slice(start, span.start), startsItsLine(text, span.start));
      const newline = lineBreak(text);
      const uses = usesFor(selected).map(use => use + newline);
      const apart = uses.length > 0 ? newline : "";
      const header = headerFor(home);
      const head = header === undefined ? "" : header + newline + newline;
      const content = `${head}${uses.join("")}${apart}${text.slice(from, span.end)}${newline}`;
      return [
        { uri: c.file.source.uri, edits: [removeMember(c.file, member)] },
        { uri, edits: [{ start: 0, end: 0, insert: content }], create: true },
      ];
    },
  };
}

/** What each file of the package starts with, where all of them do. */
function headerFor({ pkg: { package: own } }: Selected["home"]): string | undefined {
  const [header] = own.headers;
  return header && own.headers.length === own.scopes.length ? `package ${packageKey(header.name)};` : undefined;
}

/** The `use`s at the top of the file whose names the item mentions. */
function usesFor({ home: { item, scope } }: Selected): readonly string[] {
  const { mentions } = item.analysis.scope.outline;
  const inner = [...item.analysis.bodies.values()].flatMap(body => body.scope.outline.mentions);
  const names = new Set([...mentions, ...inner].flatMap(({ path }) => (path.package ? [] : [path.name.text])));
  return scope.uses.flatMap(({ unit }) => {
    const name = unit.alias?.text ?? unit.path?.name.text;
    return name !== undefined && names.has(name) ? [unit.text.slice(unit.start, unit.end)] : [];
  });
}
