// Components that lie in a project without being its own.
import assert from "node:assert/strict";
import { copyFile, mkdir, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import { commands } from "vscode";
import type { ExtractResult } from "../../src/node/commands/results.ts";
import { build } from "./commands.ts";
import { file, open, removeProject } from "./support.ts";

const FILES = {
  "wit/a.wit": "package stray:kit;\nworld kit {\n  export answer: func() -> u32;\n}\n",
  "package.json": "{}",
  "component.js": "export function answer() { return 42; }\n",
};

const CORE_MODULE = Buffer.from([0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00]);

async function write(name: string, content: string | Buffer): Promise<void> {
  await mkdir(path.dirname(file(name).fsPath), { recursive: true });
  await writeFile(file(name).fsPath, content);
}

/** A project that was not built yet. */
async function layProject(project: string): Promise<void> {
  for (const [name, text] of Object.entries(FILES)) await write(`${project}/${name}`, text);
  await open(`${project}/wit/a.wit`);
}

/** The component that commands take for the project's. */
async function taken(project: string): Promise<string> {
  const result = await commands.executeCommand<ExtractResult>("wit.extractWit", { folder: file(project) });
  assert.equal(result.ok, true, result.message);
  return path.relative(file(project).fsPath, result.component!).replaceAll(path.sep, "/");
}

async function copy(from: string, to: string): Promise<void> {
  await mkdir(path.dirname(file(to).fsPath), { recursive: true });
  await copyFile(from, file(to).fsPath);
}

suite("a stray component", () => {
  const projects = ["stray", "stray-fits", "stray-dist"];
  let other: string;

  suiteSetup(async () => {
    const built = await build();
    assert.ok(built.component, built.message);
    other = built.component;
  });

  suiteTeardown(async () => {
    for (const project of projects) await removeProject(project);
  });

  test("of another world is not taken for the project's, nor is a core module: the project is built", async () => {
    await layProject("stray");
    await copy(other, "stray/other.wasm");
    await write("stray/dist/core.wasm", CORE_MODULE);
    assert.equal(await taken("stray"), "dist/kit.wasm");
    assert.ok((await stat(file("stray/dist/kit.wasm").fsPath)).isFile());
  });

  test("that fits the project's world is taken", async () => {
    await layProject("stray-fits");
    await copy(file("stray/dist/kit.wasm").fsPath, "stray-fits/elsewhere.wasm");
    assert.equal(await taken("stray-fits"), "elsewhere.wasm");
  });

  test("where the project's builds put theirs is taken", async () => {
    await layProject("stray-dist");
    await copy(other, "stray-dist/dist/kit.wasm");
    assert.equal(await taken("stray-dist"), "dist/kit.wasm");
  });
});
