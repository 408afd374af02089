// What breaks those who use an earlier version: it is put back as it was, or the version says that it may break.
import type { Container } from "../../syntax/ast.ts";
import type { FileEdit } from "../edits/file-edit.ts";
import { indentAt, levelIn, lineBreak, startsItsLine } from "../edits/words.ts";
import { filesOf } from "../references.ts";
import { rename } from "../rename.ts";
import { type Fix, type FixContext, type FixRule, fixHere, homeAt, insertAt, replace } from "./fix.ts";

export const putBack: FixRule = { codes: ["breaking-change"], fix: putBackMember };

function putBackMember(c: FixContext): Fix | undefined {
  const { data } = c.problem;
  const { baseline } = c.root;
  const file = baseline && filesOf(baseline.analysis).find(({ source }) => source.uri === data?.baseline);
  if (!file || typeof data?.from !== "number" || typeof data.to !== "number") return undefined;
  const was = file.source.text.slice(data.from, data.to);
  const indent = indentAt(file.source.text, data.from);
  const title = `Put ${String(data.title)} back as it was in \`${baseline.name}\``;
  if (typeof data.start === "number" && typeof data.end === "number") {
    const text = indented(was, indent, indentAt(c.file.source.text, data.start));
    return fixHere(c, title, replace({ start: data.start, end: data.end }, text));
  }
  const place = placeFor(c, Number(data.into), typeof data.resource === "string" ? data.resource : undefined);
  return (
    place &&
    fixHere(
      c,
      title,
      atEnd(c, place, line => indented(was, indent, line)),
    )
  );
}

/** The lines after the first with another indentation. */
function indented(text: string, old: string, indent: string): string {
  return text.replace(
    /\n([ \t]*)/g,
    (_, spaces: string) => `\n${indent}${spaces.startsWith(old) ? spaces.slice(old.length) : ""}`,
  );
}

interface Place {
  readonly container: Container;
  readonly start: number;
}

/** The interface, world or resource that a member belongs to; nothing where it has no braces. `into` is where the first starts. */
function placeFor(c: FixContext, into: number, resource: string | undefined): Place | undefined {
  const home = homeAt(c);
  if (!home) return undefined;
  const analysis = home.item.analysis.bodies.get(into - home.start) ?? home.item.analysis;
  const { container, scope } = analysis;
  if (resource === undefined) return container.closed ? { container, start: into } : undefined;
  const type = scope.outline.types.find(({ name, body }) => name.text === resource && body?.closed);
  return type?.body && { container: type.body, start: into + type.offset };
}

/** An insertion in front of the closing brace, on lines of its own where the brace stands on one. */
function atEnd(
  c: FixContext,
  { container, start }: Place,
  textFor: (indent: string) => string,
): ReturnType<typeof insertAt> {
  const { text } = c.file.source;
  const brace = start + container.length - 1;
  if (!startsItsLine(text, brace)) {
    const last = start + container.starts.at(-1)!;
    return insertAt(last, ` ${textFor("")}${last === brace ? " " : ""}`);
  }
  const outer = indentAt(text, brace);
  const indent = memberIndent(text, { container, start }) ?? outer + levelIn(text);
  return insertAt(brace - outer.length, indent + textFor(indent) + lineBreak(text));
}

/** The indentation of the last member that starts its line. */
function memberIndent(text: string, { container, start }: Place): string | undefined {
  for (const [i, member] of [...container.members.entries()].reverse()) {
    const unit = "members" in member ? member.head : member;
    const at = start + container.starts[i]! + (unit?.start ?? 0);
    if (startsItsLine(text, at)) return indentAt(text, at);
  }
  return undefined;
}

export const raiseVersion: FixRule = { codes: ["breaking-change", "version-not-bumped"], fix: raise };

/** The next version that allows the change, wherever the package is named. */
function raise(c: FixContext): Fix | undefined {
  const { code, data } = c.problem;
  const header = c.root.byKey.get(String(data?.package))?.package.header;
  if (!header || typeof data?.version !== "string") return undefined;
  const renaming = rename(c.root, header.scope.file, header.offset + header.name.start, data.version, c.roots);
  if (renaming.kind !== "edits") return undefined;
  const title = `Raise the version to ${data.version}${code === "breaking-change" ? ", which may break" : ""}`;
  return { title, edits: renaming.files.map(({ uri, edits }): FileEdit => ({ uri, edits })) };
}
