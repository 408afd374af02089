// Rename over the protocol: what is edited, what is to be confirmed first, and what is refused.
import { deepEqual, match, ok } from "node:assert/strict";
import { test } from "node:test";
import { ResponseError, type TextDocumentEdit, type WorkspaceEdit } from "vscode-languageserver/node";
import { type Abilities, abilitiesOf } from "../../src/lsp/editor.ts";
import { setDisk } from "../../src/workspace/files.ts";
import { type Asked, session } from "./support.ts";

const asking: Abilities = abilitiesOf({
  workspace: { workspaceEdit: { documentChanges: true, changeAnnotationSupport: {} } },
});

/** `file line:text`, with `?` where a person is asked first. */
function renamed(s: Asked, newName: string): readonly string[] {
  const edit = s.ask<WorkspaceEdit | ResponseError>("textDocument/rename", { ...s.cursor(), newName });
  if (edit instanceof ResponseError) return [edit.message];
  const documents: TextDocumentEdit[] = (edit.documentChanges as TextDocumentEdit[] | undefined) ?? [];
  const lists = [
    ...Object.entries(edit.changes ?? {}),
    ...documents.map(({ textDocument, edits }) => [textDocument.uri, edits] as const),
  ];
  return lists
    .flatMap(([uri, edits]) =>
      edits.map(each => {
        const id = "annotationId" in each ? String(each.annotationId) : undefined;
        const sign = id !== undefined && edit.changeAnnotations?.[id]?.needsConfirmation ? "?" : "";
        return `${sign}${uri.slice("file://".length)} ${s.text(uri, each.range)}`;
      }),
    )
    .sort();
}

const copies = `
  //- /lib/t.wit
  package x:y;
  interface t { type {lib} = u8; }
  //- /one/main.wit
  package a:b;
  interface i { use x:y/t.{{use}}; }
  //- /one/deps/x/t.wit
  package x:y;
  interface t { type v = u8; }
`;

test("what lies in deps, and what names it, is changed once a person agrees", () => {
  const s = session(copies.replace("{lib}", "v").replace("{use}", "$0v"), { client: asking });
  deepEqual(renamed(s, "w"), ["/lib/t.wit 2:v", "?/one/deps/x/t.wit 2:v", "?/one/main.wit 2:v"]);
});

test("a package's own name goes through at once, its copies are asked about", () => {
  const s = session(copies.replace("{lib}", "$0v").replace("{use}", "v"), { client: asking });
  deepEqual(renamed(s, "w"), ["/lib/t.wit 2:v", "?/one/deps/x/t.wit 2:v", "?/one/main.wit 2:v"]);
});

test("to a client that can't ask it is refused, with the reason, and copies stay as they are", () => {
  const inDeps = session(copies.replace("{lib}", "v").replace("{use}", "$0v"));
  match(renamed(inDeps, "w")[0]!, /belongs to `x:y` in `deps`; what lies there is left as it is/);
  ok(inDeps.ask("textDocument/prepareRename", inDeps.cursor()) instanceof ResponseError);
  const own = session(copies.replace("{lib}", "$0v").replace("{use}", "v"));
  deepEqual(renamed(own, "w"), ["/lib/t.wit 2:v"]);
});

test("a package in deps gets another version where a person agrees", () => {
  const s = session(
    `
      //- /w/main.wit
      package a:b;
      world w { import x:y/i@1.$00.0; }
      //- /w/deps/y.wit
      package x:y@1.0.0;
      interface i {}
    `,
    { client: asking },
  );
  deepEqual(renamed(s, "1.1.0"), ["?/w/deps/y.wit 1:1.0.0", "?/w/main.wit 2:1.0.0"]);
});

test("a package in binary form can't be changed, nor what it names", () => {
  const binary = (s: Asked, text: string): void =>
    void setDisk(s.files, "file:///w/deps/y.wasm", { kind: "package", text: `package x:y;\n${text}` });
  const s = session("//- /w/main.wit\npackage a:b;\ninterface i { use x:y/t.{$0v}; }", { client: asking });
  binary(s, "interface t { type v = u8; }\n");
  match(renamed(s, "w")[0]!, /a package in binary form, which can't be changed/);
  const named = session("//- /w/main.wit\npackage a:b;\ninterface mine { type $0u = u8; }", { client: asking });
  binary(named, "interface k { use a:b/mine.{u}; }\n");
  match(renamed(named, "w")[0]!, /in binary form names it too, and can't be changed: file:\/\/\/w\/deps\/y.wasm/);
});
