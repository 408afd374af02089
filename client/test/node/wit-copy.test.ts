import assert from "node:assert/strict";
import { mkdir, mkdtemp, readdir, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { test } from "node:test";
import { copyPackage } from "../../src/node/wit-copy.ts";

interface Case {
  readonly name: string;
  readonly files: readonly string[];
  /** Path of a link, and what it leads to from the folder of the test. */
  readonly links?: Readonly<Record<string, string>>;
  readonly from: string;
  readonly copied: readonly string[];
}

const CASES: readonly Case[] = [
  {
    name: "files of WIT and deps, nothing else and nothing below other folders",
    files: ["ws/wit/a.wit", "ws/wit/b.md", "ws/wit/deps/c/c.wit", "ws/wit/deps/d.wasm", "ws/wit/old/e.wit"],
    from: "ws/wit",
    copied: ["a.wit", "deps/c/c.wit", "deps/d.wasm"],
  },
  { name: "a package of one file", files: ["ws/a.wit", "ws/b.wit"], from: "ws/a.wit", copied: ["a.wit"] },
  {
    name: "what links in the workspace lead to, once",
    files: ["ws/wit/a.wit", "ws/shared/c.wit"],
    links: { "ws/wit/deps": "ws/links", "ws/links/c": "ws/shared", "ws/shared/again": "ws/shared" },
    from: "ws/wit",
    copied: ["a.wit", "deps/c/c.wit"],
  },
];

async function inFolder(
  { files, links = {} }: Pick<Case, "files" | "links">,
  action: (root: string) => Promise<void>,
): Promise<void> {
  const root = await mkdtemp(path.join(tmpdir(), "wit copy "));
  try {
    for (const name of [...files, ...Object.keys(links)])
      await mkdir(path.dirname(path.join(root, name)), { recursive: true });
    for (const name of files) await writeFile(path.join(root, name), name);
    for (const [name, to] of Object.entries(links))
      await symlink(path.join(root, to), path.join(root, name), "junction");
    await action(root);
  } finally {
    await rm(root, { recursive: true });
  }
}

async function filesBelow(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter(entry => entry.isFile()).map(({ parentPath, name }) => path.join(parentPath, name));
  return files.map(file => path.relative(folder, file).replaceAll("\\", "/")).sort();
}

for (const each of CASES) {
  test(`a copy has ${each.name}`, () =>
    inFolder(each, async root => {
      const count = await copyPackage(path.join(root, each.from), path.join(root, "to"), path.join(root, "ws"));
      assert.deepEqual(await filesBelow(path.join(root, "to")), each.copied);
      assert.equal(count, each.copied.length);
    }));
}

test("a link that leads out of the workspace is refused with its path", () =>
  inFolder({ files: ["ws/wit/a.wit", "home/secret.wit"], links: { "ws/wit/deps": "home" } }, async root => {
    const copying = copyPackage(path.join(root, "ws", "wit"), path.join(root, "to"), path.join(root, "ws"));
    await assert.rejects(copying, /deps is a link that leads out of the workspace, to .*home/);
  }));
