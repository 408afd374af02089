// Comparing with a git revision, seen from the editor: what breaks is shown, with what it was, and can be put back.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import {
  type CodeAction,
  CodeActionKind,
  ConfigurationTarget,
  commands,
  type Diagnostic,
  languages,
  type TextDocument,
  type Uri,
  workspace,
} from "vscode";
import { eventually, folder, open, setText } from "./support.ts";

suite("comparing with a baseline", () => {
  let original = "";
  let document: TextDocument;

  suiteSetup(async () => {
    const git = (...args: readonly string[]): void => {
      const author = ["-c", "user.name=Test", "-c", "user.email=test@example.com", "-c", "commit.gpgSign=false"];
      execFileSync("git", ["-C", folder().fsPath, ...author, ...args]);
    };
    git("init", "--quiet");
    git("add", "wit");
    git("commit", "--quiet", "-m", "First");
    git("tag", "v0.1.0");
    await setBaseline("v0.1.0");
    document = await open("wit/world.wit");
    original = document.getText();
  });

  suiteTeardown(async () => {
    await setText(document, original);
    await document.save();
    await setBaseline(undefined);
    await eventually("no comparison", () => (breaksIn(document.uri).length === 0 ? true : undefined));
  });

  test("what is gone is shown, with the file of the revision, and put back by a quick fix", async () => {
    await setText(document, original.replace(/\n {2}\/\/\/ Greets one person\.\n.*\n/, "\n"));
    const [gone] = await eventually("a breaking change", () => {
      const found = breaksIn(document.uri);
      return found.length > 0 ? found : undefined;
    });
    assert.match(
      gone!.message,
      /^`welcome` is gone from `greetings`, .*; the version is still 0\.1\.0, a breaking change needs 0\.2\.0$/,
    );
    const was = gone!.relatedInformation?.[0]?.location;
    assert.equal(was?.uri.scheme, "wit-baseline");
    const shown = await workspace.openTextDocument(was.uri);
    assert.equal(shown.languageId, "wit");
    assert.equal(shown.getText(was.range), "welcome");
    const actions = await commands.executeCommand<CodeAction[]>(
      "vscode.executeCodeActionProvider",
      document.uri,
      gone!.range,
      CodeActionKind.QuickFix.value,
    );
    const fix = actions.find(({ title }) => title === "Put `welcome` back as it was in `v0.1.0`");
    assert.ok(fix?.edit, actions.map(({ title }) => title).join("; "));
    assert.ok(await workspace.applyEdit(fix.edit));
    await eventually("no breaking change", () => (breaksIn(document.uri).length === 0 ? true : undefined));
    assert.match(document.getText(), /\/\/\/ Greets one person\.\n {2}welcome: func/);
  });
});

async function setBaseline(name: string | undefined): Promise<void> {
  await workspace.getConfiguration("wit").update("baseline", name, ConfigurationTarget.Workspace);
}

function breaksIn(uri: Uri): readonly Diagnostic[] {
  return languages
    .getDiagnostics(uri)
    .filter(({ code }) => typeof code === "object" && code !== null && code.value === "breaking-change");
}
