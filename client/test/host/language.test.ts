// What the language server gives, seen from the editor: problems, hovers, definitions, completions. In the browser too: nothing here
// may need a disk or a program.
import assert from "node:assert/strict";
import {
  type CallHierarchyIncomingCall,
  type CallHierarchyItem,
  commands,
  type InlayHint,
  languages,
  Range,
  type SemanticTokens,
  type SemanticTokensLegend,
  type TextEdit,
  WorkspaceEdit,
  window,
  workspace,
} from "vscode";
import {
  codeLensesOf,
  completionsAt,
  definitionAt,
  errorsOf,
  eventually,
  file,
  firstErrors,
  hoverAt,
  open,
  positionOf,
  setText,
} from "./support.ts";

suite("language features", () => {
  test("a .wit file is a WIT document", async () => {
    assert.equal((await open("wit/world.wit")).languageId, "wit");
  });

  test("a mistake is shown at its place, and no longer once it is mended", async () => {
    const document = await open("mistakes/mistake.wit");
    const errors = await firstErrors(document.uri);
    assert.equal(errors.length, 1, errors.map(({ message }) => message).join("; "));
    assert.match(errors[0]!.message, /colour/);
    assert.equal(document.getText(errors[0]!.range), "colour");
    const text = document.getText();
    await setText(document, text.replace("second: colour", "second: color"));
    await eventually("no error", () => (errorsOf(document.uri).length === 0 ? true : undefined));
    await setText(document, text);
    await firstErrors(document.uri);
    await document.save();
  });

  test("a package that imports WASI from wit/deps has no errors", async () => {
    const document = await open("wit/world.wit");
    await hoverAt(document, positionOf(document, "world greeter", 7));
    assert.deepEqual(errorsOf(document.uri), []);
  });

  test("hover shows what a type is, and its documentation", async () => {
    const document = await open("wit/world.wit");
    const text = await hoverAt(document, positionOf(document, "tone: tone", 7));
    assert.match(text, /enum tone/);
    assert.match(text, /How a greeting sounds/);
  });

  test("definition leads to a type of the same package", async () => {
    const document = await open("wit/world.wit");
    const line = positionOf(document, "record person").line + 1;
    assert.deepEqual(await definitionAt(document, positionOf(document, "who: person", 6)), [`wit/world.wit:${line}`]);
  });

  test("definition leads into deps", async () => {
    const document = await open("wit/world.wit");
    const [place] = await definitionAt(document, positionOf(document, "wasi:cli/stdout@0.2.12", 10));
    assert.match(place ?? "", /^wit\/deps\/cli\/package\.wit:\d+$/);
    const target = await workspace.openTextDocument(file("wit/deps/cli/package.wit"));
    assert.match(target.lineAt(Number(place!.split(":")[1]) - 1).text, /interface stdout/);
  });

  test("code lenses tell who names and exports an interface, and show the places", async () => {
    const document = await open("wit/world.wit");
    const lenses = await eventually("code lenses", async () => {
      const found = await codeLensesOf(document.uri);
      return found.length > 0 ? found : undefined;
    });
    const telling = lenses.filter(({ command }) => /reference|export/.test(command?.title ?? ""));
    const titles = telling.map(({ range, command }) => `${document.getText(range)}: ${command?.title}`);
    assert.deepEqual(titles, ["greetings: 1 reference", "greetings: exported by 1 world", "greeter: 0 references"]);
    const { command } = telling[0]!;
    assert.equal(command?.command, "wit.showReferences");
    await commands.executeCommand(command.command, ...command.arguments!);
  });

  test("call hierarchy leads from an interface to the world that exports it", async () => {
    const document = await open("wit/world.wit");
    const position = positionOf(document, "interface greetings", 12);
    const [item] = await eventually("a call hierarchy", async () => {
      const items = await commands.executeCommand<CallHierarchyItem[]>(
        "vscode.prepareCallHierarchy",
        document.uri,
        position,
      );
      return items.length > 0 ? items : undefined;
    });
    const calls = await commands.executeCommand<CallHierarchyIncomingCall[]>("vscode.provideIncomingCalls", item);
    assert.deepEqual(
      calls.map(({ from, fromRanges }) => `${from.name} ${fromRanges.map(range => document.getText(range))}`),
      ["greeter greetings"],
    );
  });

  test("inlay hints tell what a world imports besides, and lead there", async () => {
    const document = await open("wit/world.wit");
    const all = document.validateRange(new Range(0, 0, document.lineCount, 0));
    const hints = await eventually("an inlay hint", async () => {
      const found = await commands.executeCommand<InlayHint[]>("vscode.executeInlayHintProvider", document.uri, all);
      return found.length > 0 ? found : undefined;
    });
    const [hint] = hints;
    const parts = typeof hint?.label === "string" ? [] : (hint?.label ?? []);
    assert.match(parts.map(({ value }) => value).join(""), /^also imports wasi:io\/error and 2 more$/);
    assert.match(parts[1]!.location!.uri.path, /deps\/io\/package\.wit$/);
    assert.match(document.lineAt(hint!.position).text, /^world greeter \{/);
  });

  test("semantic tokens tell what names are", async () => {
    const { uri } = await open("wit/world.wit");
    const legend = await commands.executeCommand<SemanticTokensLegend>(
      "vscode.provideDocumentSemanticTokensLegend",
      uri,
    );
    const tokens = await commands.executeCommand<SemanticTokens>("vscode.provideDocumentSemanticTokens", uri);
    const types = new Set([...tokens.data].flatMap((type, i) => (i % 5 === 3 ? legend.tokenTypes[type]! : [])));
    for (const type of ["namespace", "interface", "struct", "enum", "function", "parameter"])
      assert.ok(types.has(type), `${type} is not among ${[...types]}`);
  });

  test("completion in a world offers interfaces of the package and of deps", async () => {
    const document = await open("wit/world.wit");
    const text = document.getText();
    await setText(document, text.replace("export greetings;", "export greetings;\n  import ;"));
    try {
      const labels = await eventually("completions", async () => {
        const found = await completionsAt(document, positionOf(document, "import ;", 7));
        return found.some(label => label.includes("wasi:")) ? found : undefined;
      });
      assert.ok(labels.includes("greetings"), labels.join(", "));
      assert.ok(
        labels.some(label => label.startsWith("wasi:clocks/monotonic-clock")),
        labels.join(", "),
      );
      assert.ok(!labels.includes("person"), "a type can't be imported");
    } finally {
      await setText(document, text);
      await document.save();
    }
  });

  test("formatting changes white space alone, two spaces a level where the file has no habit", async () => {
    const document = await workspace.openTextDocument({
      language: "wit",
      content: "package a:b;\ninterface i { /* f */ f:func(); }\n",
    });
    const edits = await eventually("edits", async () =>
      commands.executeCommand<TextEdit[] | undefined>("vscode.executeFormatDocumentProvider", document.uri, {
        ...(await window.showTextDocument(document)).options,
      }),
    );
    const edit = new WorkspaceEdit();
    edit.set(document.uri, edits);
    await workspace.applyEdit(edit);
    assert.equal(document.getText(), "package a:b;\ninterface i {\n  /* f */ f: func();\n}\n");
  });

  test("a file that was never saved has problems and hovers too", async () => {
    const document = await workspace.openTextDocument({
      language: "wit",
      content: "package a:b;\ninterface i { f: func(x: nope); }\n",
    });
    assert.match((await firstErrors(document.uri))[0]!.message, /nope/);
  });

  test("documents of other languages have no problems of ours", async () => {
    const document = await workspace.openTextDocument(file("greeter.js"));
    assert.deepEqual(
      languages.getDiagnostics(document.uri).filter(({ source }) => source === "wit"),
      [],
    );
  });
});
