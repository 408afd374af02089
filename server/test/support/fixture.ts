// The dialect of test texts: files after `//- /path`, cursors as `$0`, spans marked on the line below as `// ^^^ label`.

export interface FixtureFile {
  /** `/wit/main.wit`. */
  readonly path: string;
  readonly uri: string;
  readonly text: string;
}

/** A marked span, in UTF-16 offsets of its file. */
export interface Mark {
  readonly uri: string;
  readonly start: number;
  readonly end: number;
  readonly label: string;
}

export interface Cursor {
  readonly uri: string;
  readonly offset: number;
}

export interface Fixture {
  readonly files: readonly FixtureFile[];
  /** In the order of the text. */
  readonly marks: readonly Mark[];
  readonly cursors: readonly Cursor[];
}

/** Where a text without a `//- ` line stands. */
export const defaultPath = "/wit/main.wit";

/**
 * Reads a test text. Its common indentation and a first empty line are left out. Carets mark what they stand under, as
 * seen; several lines of marks may follow one line. `// <--- label` marks from the start of the line, as long as the
 * arrow; `// | label` marks the empty span at the bar. Lines of marks stay in the text, as comments, which may start with
 * `#` as in TOML.
 */
export function fixture(source: string): Fixture {
  const files: FixtureFile[] = [];
  const marks: Mark[] = [];
  const cursors: Cursor[] = [];
  for (const { path, lines } of splitFiles(dedent(source))) {
    const uri = uriOfPath(path);
    const file = readFile(uri, lines);
    files.push({ path, uri, text: file.text });
    marks.push(...file.marks);
    cursors.push(...file.cursors);
  }
  return { files, marks, cursors };
}

/** The only cursor of a fixture; fails where there is none or several. */
export function onlyCursor(of: Fixture): Cursor {
  if (of.cursors.length !== 1) throw new Error(`one $0 was expected, there are ${of.cursors.length}`);
  return of.cursors[0]!;
}

/** The span with a label; fails where there is none or several. */
export function mark(of: Fixture, label: string): Mark {
  const found = of.marks.filter(m => m.label === label);
  if (found.length !== 1) throw new Error(`one mark "${label}" was expected, there are ${found.length}`);
  return found[0]!;
}

export function uriOfPath(path: string): string {
  return `file://${path.split("/").map(encodeURIComponent).join("/")}`;
}

function splitFiles(source: string): readonly { readonly path: string; readonly lines: string[] }[] {
  const files: { path: string; lines: string[] }[] = [];
  for (const line of source.split("\n")) {
    const header = /^\/\/- (\S.*)$/.exec(line);
    if (header) files.push({ path: header[1]!.trim(), lines: [] });
    else {
      if (files.length === 0) files.push({ path: defaultPath, lines: [] });
      files.at(-1)!.lines.push(line);
    }
  }
  // The line break before the next file ends the last line of this one.
  for (const { lines } of files.slice(0, -1)) if (lines.at(-1) !== "") lines.push("");
  return files;
}

function dedent(source: string): string {
  const lines = source.split("\n");
  if (lines[0]!.trim() === "" && lines.length > 1) lines.shift();
  const indents = lines.filter(line => line.trim() !== "").map(line => /^ */.exec(line)![0].length);
  const indent = indents.length === 0 ? 0 : Math.min(...indents);
  const rest = lines.map(line => line.slice(Math.min(indent, /^ */.exec(line)![0].length)));
  if (rest.at(-1)!.trim() === "") rest[rest.length - 1] = "";
  return rest.join("\n");
}

interface Line {
  /** As written, `$0` included. */
  readonly seen: string;
  /** Offset of its first character in the text without `$0`. */
  readonly start: number;
}

function readFile(uri: string, lines: readonly string[]): { text: string; marks: Mark[]; cursors: Cursor[] } {
  const marks: Mark[] = [];
  const cursors: Cursor[] = [];
  let text = "";
  let marked: Line | undefined;
  for (const [i, seen] of lines.entries()) {
    const span = markedSpan(seen);
    if (span && marked) {
      const at = (column: number): number => marked!.start + withoutCursors(marked!.seen.slice(0, column)).length;
      marks.push({ uri, start: at(span.start), end: at(span.end), label: span.label });
    } else marked = { seen, start: text.length };
    for (let at = seen.indexOf("$0"), n = 0; at >= 0; at = seen.indexOf("$0", at + 2), n++)
      cursors.push({ uri, offset: text.length + at - 2 * n });
    text += withoutCursors(seen) + (i + 1 < lines.length ? "\n" : "");
  }
  return { text, marks, cursors };
}

function withoutCursors(text: string): string {
  return text.replaceAll("$0", "");
}

function markedSpan(line: string): { start: number; end: number; label: string } | undefined {
  const match = /^(\s*(?:\/\/|#)\s*)(\^+|\||<--+)(?:\s+(.*))?$/.exec(line);
  if (!match) return undefined;
  const [, before = "", sign = "", label = ""] = match;
  const start = sign.startsWith("<") ? 0 : before.length;
  return { start, end: start + (sign === "|" ? 0 : sign.length), label: label.trim() };
}
