// Answers about names and places, in the protocol's shapes.
import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import type {
  CallHierarchyIncomingCall,
  CallHierarchyItem,
  CallHierarchyOutgoingCall,
  CodeLens,
  DocumentLink,
  LinkedEditingRanges,
  Location,
  SignatureHelp,
  TypeHierarchyItem,
} from "vscode-languageserver/node";
import { readEditorSettings } from "../../src/lsp/editor.ts";
import type { ShownReferences } from "../../src/lsp/protocol.ts";
import { setManifests } from "../../src/workspace/files.ts";
import { filesOf } from "../../src/workspace/manifests/find.ts";
import { type Asked, session } from "./support.ts";

const name = (uri: string): string => uri.slice(uri.lastIndexOf("/") + 1);

test("places: definition, declaration, type definition, implementation", () => {
  const s = session(`
    //- /w/a.wit
    package a:b;
    interface i { type t = u8; }
    //- /w/b.wit
    interface j {
      use i.{t as u};
      f: func(a: $0u);
    }
    world w { export i; }
  `);
  const found = (method: string): readonly string[] =>
    s.ask<Location[]>(`textDocument/${method}`, s.cursor()).map(l => `${name(l.uri)} ${s.text(l.uri, l.range)}`);
  deepEqual(found("definition"), ["a.wit 2:t"]);
  deepEqual(found("declaration"), ["b.wit 2:u"]);
  deepEqual(found("typeDefinition"), ["a.wit 2:t"]);
  deepEqual(found("implementation"), ["b.wit 5:i"]);
});

test("call hierarchy: an item is sent back to ask for those around it", () => {
  const s = session(`
    //- /w/a.wit
    package a:b@1.0.0;
    interface base { type t = u8; }
    interface $0i { use base.{t}; }
    //- /w/b.wit
    world w {
      import i;
      export i;
    }
  `);
  const [item] = s.ask<CallHierarchyItem[]>("textDocument/prepareCallHierarchy", s.cursor());
  equal(`${item!.name} ${item!.detail} ${s.text(item!.uri, item!.selectionRange)}`, "i a:b@1.0.0 3:i");
  const incoming = s.ask<CallHierarchyIncomingCall[]>("callHierarchy/incomingCalls", { item });
  deepEqual(
    incoming.map(({ from, fromRanges }) => [from.name, from.detail, fromRanges.map(r => s.text(from.uri, r))]),
    [["w", "import, export · a:b@1.0.0", ["2:i", "3:i"]]],
  );
  const outgoing = s.ask<CallHierarchyOutgoingCall[]>("callHierarchy/outgoingCalls", { item });
  deepEqual(
    outgoing.map(({ to, fromRanges }) => [to.name, to.detail, fromRanges.map(r => s.text(item!.uri, r))]),
    [["base", "use · a:b@1.0.0", ["3:base"]]],
  );
});

test("type hierarchy, likewise; an item of a state that has passed has nothing around it", () => {
  const s = session("package a:b;\ninterface i {\n  type t = u8;\n  type $0u = t;\n  type v = u;\n}");
  const [item] = s.ask<TypeHierarchyItem[]>("textDocument/prepareTypeHierarchy", s.cursor());
  const names = (method: string, asked: object): readonly string[] =>
    s.ask<TypeHierarchyItem[]>(`typeHierarchy/${method}`, { item: asked }).map(i => `${i.name} ${i.detail}`);
  deepEqual(names("supertypes", item!), ["t a:b/i"]);
  deepEqual(names("subtypes", item!), ["v a:b/i"]);
  deepEqual(names("subtypes", { ...item, data: "a:b/i#gone" }), []);
  deepEqual(names("subtypes", { ...item, uri: "file:///gone.wit" }), []);
  deepEqual(names("subtypes", { uri: item!.uri }), []);
});

test("document links: an address, and a line of a manifest", () => {
  const s = session(`
    //- /w/main.wit
    package a:b;
    //- /w/deps/io.wit
    // https://a.b/
    package wasi:io@0.2.0;
  `);
  const text = 'version = 1\n[[packages]]\nname = "wasi:io"\n[[packages.versions]]\nversion = "0.2.0"\n';
  const lock = { uri: "file:///w/wkg.lock", text, version: 0 };
  setManifests(s.files, "file:///w", { ...filesOf("file:///w", [lock]), digests: new Map(), outside: [] });
  const uri = "file:///w/deps/io.wit";
  const links = s.ask<DocumentLink[]>("textDocument/documentLink", { textDocument: { uri } });
  deepEqual(
    links.map(({ range, target, tooltip }) => [s.text(uri, range), target, tooltip]),
    [
      ["1:https://a.b/", "https://a.b/", undefined],
      ["2:wasi:io@0.2.0", "file:///w/wkg.lock#L5,12", "where this package comes from, in wkg.lock"],
    ],
  );
});

test("linked editing: ranges with the pattern of a name", () => {
  const s = session("package a:b;\ninterface i {\n  type $0t = u8;\n  f: func(a: t);\n}");
  const found = s.ask<LinkedEditingRanges>("textDocument/linkedEditingRange", s.cursor());
  const { uri } = s.cursor().textDocument;
  deepEqual(
    found.ranges.map(r => s.text(uri, r)),
    ["3:t", "4:t"],
  );
  equal(found.wordPattern, "[A-Za-z][A-Za-z0-9-]*");
});

test("signature help: all forms, the one that is written and its part", () => {
  const s = session("package a:b;\ninterface i {\n  type t = result<_, $0");
  const help = s.ask<SignatureHelp>("textDocument/signatureHelp", s.cursor());
  deepEqual([help.signatures.length, help.activeSignature, help.activeParameter], [3, 2, 1]);
  deepEqual(help.signatures[2]!.parameters, [{ label: "_" }, { label: "error" }]);
  equal(s.ask("textDocument/signatureHelp", { ...s.cursor(), position: { line: 0, character: 3 } }), null);
});

const lensed = "package a:b;\ninterface i { type t = u8; }\nworld w { export i; }\ninterface j { use i.{t}; }";

test("code lenses: what they say is asked for one by one, and leads to places", () => {
  const s = session(lensed, { showsReferences: true });
  const { uri } = s.fixture.files[0]!;
  const titles = (): readonly string[] =>
    s
      .ask<CodeLens[]>("textDocument/codeLens", { textDocument: { uri } })
      .map(lens => s.ask<CodeLens>("codeLens/resolve", lens))
      .map(({ range, command }) => {
        const [shown] = (command?.arguments ?? []) as ShownReferences[];
        const places = shown?.locations.map(l => s.text(l.uri, l.range)).join(" ");
        return `${s.text(uri, range)}: ${command!.title}, ${command!.command} ${places}`;
      });
  const items = [
    "2:i: 2 references, wit.showReferences 3:i 4:i",
    "2:i: exported by 1 world, wit.showReferences 3:i",
    "3:w: 0 references,  undefined",
    "4:j: 0 references,  undefined",
  ];
  deepEqual(titles(), items);
  s.session.setSettings(readEditorSettings({ codeLens: { references: "all", worlds: false } }));
  deepEqual(titles(), [items[0], "2:t: 1 reference, wit.showReferences 4:t", items[2], items[3]]);
  s.session.setSettings(readEditorSettings({ codeLens: { references: "off", worlds: true } }));
  deepEqual(titles(), [items[1]]);
  s.session.setSettings(readEditorSettings({ codeLens: { references: 1, worlds: "no" } }));
  deepEqual(titles(), items);
  deepEqual(s.ask<CodeLens>("codeLens/resolve", { data: { uri, kind: "worlds", id: "a:b/gone" } }).command?.title, "");
});

test("code lenses that build and call: for clients with the commands, with what these take, unless switched off", () => {
  const text = "package a:b@1.0.0;\nworld w {\n  export f: func();\n}";
  const s = session(text, { drivesComponents: true });
  const { uri } = s.fixture.files[0]!;
  const ask = (asked: Asked): CodeLens[] => asked.ask("textDocument/codeLens", { textDocument: { uri } });
  const argument = { folder: "file:///wit", world: "a:b/w@1.0.0", ask: true };
  deepEqual(
    ask(s).map(({ range, command }) => [s.text(uri, range), command?.title, command?.command, command?.arguments]),
    [
      ["2:w", "New Component…", "wit.newComponent", [argument]],
      ["2:w", "Build", "wit.buildComponent", [argument]],
      ["3:f", "Invoke…", "wit.invokeFunction", [{ ...argument, function: "f" }]],
    ],
  );
  s.session.setSettings(readEditorSettings({ codeLens: { components: false } }));
  deepEqual(ask(s), []);
  deepEqual(ask(session(text)), []);
  const both = session(text, { drivesComponents: true, showsReferences: true });
  deepEqual(
    ask(both).map(({ command }) => command?.title),
    ["New Component…", "Build", "Invoke…", undefined],
  );
});

test("a client that can't show places has no code lenses", () => {
  const s = session(lensed);
  deepEqual(s.ask("textDocument/codeLens", { textDocument: { uri: s.fixture.files[0]!.uri } }), []);
});
