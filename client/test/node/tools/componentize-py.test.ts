import assert from "node:assert/strict";
import { chmod, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { test } from "node:test";
import { componentizePy } from "../../../src/node/tools/componentize-py.ts";
import type { ToolSearch } from "../../../src/node/tools/tool.ts";

function search(projectFolder: string, env: Record<string, string> = {}): ToolSearch {
  const around = { platform: "linux", env, home: "/home/u" } as const;
  return { around, settings: {}, projectFolder, workspaceFolder: undefined, developmentFolder: undefined };
}

async function withProgram(name: string, action: (folder: string, program: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), "wit-py-"));
  try {
    const program = path.join(folder, ...name.split("/"));
    await mkdir(path.dirname(program), { recursive: true });
    await writeFile(program, "");
    await chmod(program, 0o755);
    await action(folder, program);
  } finally {
    await rm(folder, { recursive: true });
  }
}

test("the project's virtual environment comes first, then the active one", () => {
  assert.deepEqual(componentizePy.before?.(search("/p", { VIRTUAL_ENV: "/env" })), [
    path.join("/p", ".venv", "bin"),
    path.join("/p", "venv", "bin"),
    path.join("/env", "bin"),
  ]);
});

test("where there is a virtual environment, it is installed into that", () =>
  withProgram(".venv/bin/python", async (folder, program) => {
    const { call } = await componentizePy.install(search(folder));
    assert.deepEqual(call, { program, args: ["-m", "pip", "install", "componentize-py"], cwd: folder });
  }));

test("where pipx is, that installs it; elsewhere the two steps are told", () =>
  withProgram("pipx", async (folder, program) => {
    const { call } = await componentizePy.install(search("/p", { PATH: folder }));
    assert.deepEqual(call, { program, args: ["install", "componentize-py"], cwd: "/p" });
    const hint = await componentizePy.install(search("/p"));
    assert.equal(hint.call, undefined);
    assert.match(hint.text, /"python -m venv \.venv", then "\.venv\/bin\/python -m pip install componentize-py"/);
  }));

test("its version is read from what it prints", () => {
  assert.equal(componentizePy.readVersion("componentize-py 0.25.1\n"), "0.25.1");
  assert.equal(componentizePy.readVersion("Python 3.11.7\n"), undefined);
});
