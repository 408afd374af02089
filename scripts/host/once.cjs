// Runs inside VS Code's extension host for `npm start -- --once`: what a person would do with the sample, step by step, with times.
// The lines go to the file $EXT_TEST_OUTPUT, the plain counts last.
const fs = require("node:fs");
const path = require("node:path");
const vscode = require("vscode");

const counts = { passed: 0, failed: 0 };

exports.run = async () => {
  const folder = vscode.workspace.workspaceFolders[0].uri;
  const file = name => vscode.Uri.joinPath(folder, ...name.split("/"));
  await step("opening a file with a mistake shows its error", () => mistake(file("mistakes/mistake.wit")));
  await step("opening the sample's world shows none", () => noMistake(file("wit/world.wit")));
  const component = await step("building the component", () => build(folder));
  await step("running it in Wasmtime", () => runIt(need(component)));
  await step("invoking its function in Wasmtime", () => invoke(need(component)));
  say(`${counts.passed} passed, ${counts.failed} failed`);
  if (counts.failed > 0) throw new Error(`${counts.failed} steps failed`);
};

async function mistake(uri) {
  await open(uri);
  const found = await until("an error in Problems", () => {
    const errors = errorsOf(uri);
    return errors.length > 0 ? errors : undefined;
  });
  return { show: found.map(d => `line ${d.range.start.line + 1}: ${d.message}`).join("\n") };
}

async function noMistake(uri) {
  const document = await open(uri);
  // The server answers in order: once it has answered about this file, what it has to say about the file's mistakes is here too.
  const start = document.positionAt(document.getText().indexOf("world ") + "world ".length);
  await until("a hover on the world's name", async () => {
    const hovers = await vscode.commands.executeCommand("vscode.executeHoverProvider", uri, start);
    return hovers.length > 0 ? hovers : undefined;
  });
  await sleep(300);
  const errors = errorsOf(uri);
  if (errors.length > 0) throw new Error(`there are errors: ${errors.map(d => d.message).join("; ")}`);
  return {};
}

async function build(folder) {
  const result = await vscode.commands.executeCommand("wit.buildComponent", { folder });
  if (!result?.ok) throw new Error(`the build failed: ${JSON.stringify(result)}`);
  const size = fs.statSync(result.component).size;
  return { show: `${path.basename(result.component)}, ${(size / 1e6).toFixed(1)} MB`, value: result.component };
}

async function runIt(component) {
  const result = await vscode.commands.executeCommand("wit.runComponent", { component });
  if (result?.exitCode !== 0) throw new Error(`it did not run to a good end: ${JSON.stringify(result)}`);
  if (!/wasmtime/i.test(result.runtime)) throw new Error(`it ran in ${result.runtime}, not in Wasmtime`);
  if (result.stdout.trim() === "") throw new Error("it printed nothing");
  return { show: `${result.runtime} printed:\n${result.stdout.trimEnd()}` };
}

async function invoke(component) {
  const call = { component, function: "greet", args: '"Ada"' };
  const result = await vscode.commands.executeCommand("wit.invokeFunction", call);
  if (!result?.ok) throw new Error(`the call failed: ${JSON.stringify(result)}`);
  if (!/Ada/.test(String(result.result))) throw new Error(`the result does not greet Ada: ${JSON.stringify(result)}`);
  return { show: `${call.function}(${call.args}) gave ${result.result}` };
}

/** Runs one step, says what it gave and took, and gives its value; undefined when it failed. */
async function step(name, action) {
  const start = performance.now();
  try {
    const { show, value } = await action();
    say(`✓ ${name} (${Math.round(performance.now() - start)} ms)`);
    if (show !== undefined) say(show.replace(/^/gm, "    "));
    counts.passed++;
    return value;
  } catch (error) {
    say(`✗ ${name} (${Math.round(performance.now() - start)} ms)\n    ${error.message}`);
    counts.failed++;
    return undefined;
  }
}

function need(component) {
  if (component === undefined) throw new Error("there is no component, for the build failed");
  return component;
}

async function open(uri) {
  const document = await vscode.workspace.openTextDocument(uri);
  await vscode.window.showTextDocument(document);
  return document;
}

function errorsOf(uri) {
  return vscode.languages.getDiagnostics(uri).filter(d => d.severity === vscode.DiagnosticSeverity.Error);
}

async function until(what, get) {
  const end = performance.now() + 30_000;
  while (performance.now() < end) {
    const value = await get();
    if (value !== undefined) return value;
    await sleep(50);
  }
  throw new Error(`${what}: none within 30 s`);
}

const sleep = ms => new Promise(resolve => setTimeout(resolve, ms));

function say(text) {
  fs.appendFileSync(process.env.EXT_TEST_OUTPUT, `${text}\n`);
}
