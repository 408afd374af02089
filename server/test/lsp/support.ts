// What the tests of answers share: a session over the files of a test text, asked by the protocol's methods.
import type { Position, Range } from "vscode-languageserver/node";
import { features } from "../../src/lsp/registry.ts";
import { newSession, type Session, type SessionContext } from "../../src/lsp/session.ts";
import { type Files, newFiles, setDisk } from "../../src/workspace/files.ts";
import { type Fixture, fixture, onlyCursor } from "../support/fixture.ts";
import { maker } from "../support/parser.ts";

export interface Asked {
  readonly session: Session;
  readonly files: Files;
  readonly fixture: Fixture;
  /** The answer to a request, as the client gets it. */
  readonly ask: <Result>(method: string, params: object) => Result;
  /** The document and position of the only cursor. */
  readonly cursor: () => { readonly textDocument: { readonly uri: string }; readonly position: Position };
  /** A range of a document as `line:text`, lines from 1. */
  readonly text: (uri: string, range: Range) => string;
}

/** A session whose disk holds the files of a test text; documents are opened by the test. */
export function session(source: string, context: Partial<SessionContext> = {}): Asked {
  const read = fixture(source);
  const files = newFiles(maker);
  files.schemes.add("file");
  for (const { uri, text } of read.files) setDisk(files, uri, { kind: "text", text });
  const made = newSession({
    files,
    encoding: "utf-16",
    publish: () => {},
    later: () => {},
    now: () => 0,
    log: message => {
      throw new Error(message);
    },
    ...context,
  });
  const all: Asked = {
    session: made,
    files,
    fixture: read,
    ask: (method, params) => {
      const feature = features.find(f => f.method === method)!;
      return (feature.answer(made.snapshot(), params as never) ?? feature.empty) as never;
    },
    cursor: () => {
      const { uri, offset } = onlyCursor(read);
      return { textDocument: { uri }, position: positionOf(textOf(all, uri), offset) };
    },
    text: (uri, { start, end }) => {
      const lines = textOf(all, uri).split("\n");
      const words =
        start.line === end.line
          ? lines[start.line]!.slice(start.character, end.character)
          : `${lines[start.line]!.slice(start.character)}…`;
      return `${start.line + 1}:${words}`;
    },
  };
  return all;
}

function textOf({ session: { snapshot } }: Asked, uri: string): string {
  const file = snapshot().file(uri);
  if (!file) throw new Error(`${uri} is not among the files`);
  return file.source.text;
}

export function positionOf(text: string, offset: number): Position {
  const before = text.slice(0, offset).split("\n");
  return { line: before.length - 1, character: before.at(-1)!.length };
}
