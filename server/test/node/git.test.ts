// Revisions by git: what is read, what is refused, and that nothing of a hostile repository runs.
import { deepEqual, equal, match, ok } from "node:assert/strict";
import { existsSync } from "node:fs";
import { chmod, mkdir, rm, symlink } from "node:fs/promises";
import path from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { readRevision } from "../../src/node/git.ts";
import type { Revision } from "../../src/workspace/host.ts";
import { withRepository } from "../support/repository.ts";

const first = { "wit/a.wit": "package a:b;\n", "wit/deps/x/x.wit": "package x:y;\n", "README.md": "no" };

/** Paths with their texts, links with their targets; or why there is nothing. */
function told(revision: Revision): readonly string[] {
  if (revision.kind !== "files") return [revision.kind === "fault" ? revision.reason : revision.kind];
  const files = [...revision.files].map(([name, bytes]) => `${name}: ${Buffer.from(bytes).toString("utf8").trim()}`);
  return [...files, ...[...revision.links].map(([name, target]) => `${name} -> ${target}`)].sort();
}

test("a tag, a branch and a commit before, as they were and not as the files are", () =>
  withRepository(first, async ({ uri, commit, write }) => {
    await commit("v2", { "wit/a.wit": "package a:b@2.0.0;\n" });
    await write({ "wit/a.wit": "package not:committed;\n", "wit/new.wit": "package a:b;" });
    const old = ["wit/a.wit: package a:b;", "wit/deps/x/x.wit: package x:y;"];
    const now = ["wit/a.wit: package a:b@2.0.0;", "wit/deps/x/x.wit: package x:y;"];
    for (const [name, expected] of [
      ["v1", old],
      ["HEAD~1", old],
      ["v2", now],
      ["main", now],
      ["HEAD", now],
      ["HEAD@{0}", now],
    ] as const)
      deepEqual(told(await readRevision(uri, name)), expected, name);
  }));

test("a folder below the top gets its own files, and its path", () =>
  withRepository({ ...first, "wit2/b.wit": "package c:d;\n" }, async ({ uri }) => {
    const revision = await readRevision(`${uri}/wit`, "v1");
    deepEqual(told(revision), ["wit/a.wit: package a:b;", "wit/deps/x/x.wit: package x:y;"]);
    equal(revision.kind === "files" && revision.folder, "wit");
  }));

test("binary packages in deps, names with odd characters, links and what they lead to", () =>
  withRepository(
    { "a b/ü \n.wit": "package a:b;", "x/wit/a.wit": "package a:b;" },
    async ({ uri, folder, commit, write }) => {
      await write({ "shared/s.wit": "package s:s;", "x/wit/other.wasm": "no", "x/wit/deps/y.wat": "(component)" });
      await symlink("../../../shared", path.join(folder, "x/wit/deps/s"));
      await symlink("a.wit", path.join(folder, "x/wit/link.wit"));
      await symlink("a.wit", path.join(folder, "x/wit/link.txt"));
      await commit("v2", {});
      deepEqual(told(await readRevision(`${uri}/x`, "v2")), [
        "a b/ü \n.wit: package a:b;",
        "shared/s.wit: package s:s;",
        "x/wit/a.wit: package a:b;",
        "x/wit/deps/s -> ../../../shared",
        "x/wit/deps/y.wat: (component)",
        "x/wit/link.wit -> a.wit",
      ]);
    },
  ));

test("what is known already is not read again", () =>
  withRepository(first, async ({ uri, commit }) => {
    const revision = await readRevision(uri, "main");
    const known = revision.kind === "files" ? revision.id : "";
    match(known, /^[0-9a-f]{40}$/);
    deepEqual(await readRevision(uri, "main", known), { kind: "same" });
    await commit("v2", { "wit/a.wit": "package a:b@2.0.0;\n" });
    equal((await readRevision(uri, "main", known)).kind, "files");
  }));

test("what is no revision says so, an option is none", () =>
  withRepository(first, async ({ uri, folder }) => {
    const options = ["-x", "--output=x", "--help", "--git-dir=/nowhere", "--", "-", "--end-of-options"];
    for (const name of [...options, "v9", "", "v1:wit/a.wit", "v1^{tree}", "a\nb", "v1\0", "..", "v1..main"]) {
      const revision = await readRevision(uri, name);
      deepEqual(told(revision), [`\`${name}\` is no revision of the git repository`]);
      equal(revision.kind === "fault" && revision.absent, true);
    }
    ok(!existsSync(path.join(folder, "x")) && !existsSync("x"));
  }));

test("a folder in no repository, and one that is not there", () =>
  withRepository(first, async ({ uri, folder }) => {
    const outside = await readRevision(pathToFileURL("/").href, "v1");
    deepEqual(told(outside), ["the folder lies in no git repository"]);
    match(
      told(await readRevision(`${uri}/nowhere`, "v1"))[0]!,
      /^git refuses to read the repository: cannot change to/,
    );
    deepEqual(told(await readRevision("untitled:a", "v1")), ["only folders on a disk have revisions"]);
    await mkdir(path.join(folder, "new"));
    deepEqual(told(await readRevision(`${uri}/new`, "v1")), []);
  }));

test("a hook's environment does not lead to another repository", () =>
  withRepository(first, ({ uri }) =>
    withRepository({ "other.wit": "package o:o;" }, async other => {
      process.env.GIT_DIR = path.join(other.folder, ".git");
      process.env.GIT_INDEX_FILE = path.join(other.folder, ".git", "index");
      try {
        equal(told(await readRevision(uri, "v1")).length, 2);
      } finally {
        delete process.env.GIT_DIR;
        delete process.env.GIT_INDEX_FILE;
      }
    }),
  ));

test("without git there is a clear reason", () =>
  withRepository(first, async ({ uri, folder, write }) => {
    const before = process.env.PATH;
    // A program of the workspace is not taken for it.
    await write({ git: "#!/bin/sh\ntouch ran\n" });
    await chmod(path.join(folder, "git"), 0o755);
    const cwd = process.cwd();
    try {
      process.chdir(folder);
      process.env.PATH = `.${path.delimiter}${path.delimiter}bin`;
      deepEqual(told(await readRevision(uri, "v1")), ["git is not on `PATH`, and revisions are read by it"]);
      ok(!existsSync(path.join(folder, "ran")));
    } finally {
      process.chdir(cwd);
      process.env.PATH = before;
    }
  }));

test("nothing that a repository's configuration names is run", () =>
  withRepository(
    { ...first, ".gitattributes": "*.wit filter=evil diff=evil\n" },
    async ({ uri, folder, git, write }) => {
      const ran = path.join(folder, "ran");
      await write({
        evil: `#!/bin/sh\ntouch '${ran}'\nexit 1\n`,
        "hooks/post-index-change": `#!/bin/sh\ntouch '${ran}'\n`,
      });
      const evil = path.join(folder, "evil");
      await chmod(evil, 0o755);
      await chmod(path.join(folder, "hooks/post-index-change"), 0o755);
      for (const [name, value] of [
        ["core.fsmonitor", evil],
        ["core.hooksPath", path.join(folder, "hooks")],
        ["core.pager", evil],
        ["core.sshCommand", evil],
        ["core.editor", evil],
        ["core.alternateRefsCommand", evil],
        ["filter.evil.smudge", evil],
        ["filter.evil.process", evil],
        ["filter.evil.required", "true"],
        ["diff.evil.textconv", evil],
        ["diff.external", evil],
        ["credential.helper", `!${evil}`],
        ["gpg.program", evil],
        ["alias.rev-parse", `!${evil}`],
        ["alias.cat-file", `!${evil}`],
        ["pager.ls-tree", "true"],
      ] as const)
        await git("config", name, value);
      equal(told(await readRevision(uri, "v1")).length, 2);
      ok(!existsSync(ran));
    },
  ));

test("what a partial clone lacks is not fetched, whatever the repository says that fetching is", () =>
  withRepository(first, async ({ uri, folder, git, write }) => {
    const ran = path.join(folder, "ran");
    await write({ evil: `#!/bin/sh\ntouch '${ran}'\nexit 1\n` });
    await chmod(path.join(folder, "evil"), 0o755);
    for (const [name, value] of [
      ["core.repositoryFormatVersion", "1"],
      ["extensions.partialClone", "origin"],
      ["remote.origin.url", `ext::${path.join(folder, "evil")}`],
      ["remote.origin.promisor", "true"],
      ["remote.origin.uploadpack", path.join(folder, "evil")],
      ["protocol.allow", "always"],
      ["protocol.ext.allow", "always"],
    ] as const)
      await git("config", name, value);
    const blob = (await git("rev-parse", "v1:wit/a.wit")).trim();
    await git("pack-refs", "--all");
    await rm(path.join(folder, ".git/objects", blob.slice(0, 2), blob.slice(2)), { force: true });
    for (const url of [`ext::${path.join(folder, "evil")}`, folder, `file://${folder}`, "ssh://nowhere/x"]) {
      await git("config", "remote.origin.url", url);
      const revision = await readRevision(uri, "v1");
      ok(!existsSync(ran), url);
      ok(revision.kind !== "files" || !revision.files.has("wit/a.wit"));
    }
  }));

test("one that is not wanted any more ends", () =>
  withRepository(first, async ({ uri }) => {
    const waiting: (() => void)[] = [];
    const source = {
      isCancellationRequested: false,
      onCancellationRequested: (run: () => void) => void waiting.push(run),
    };
    const reading = readRevision(uri, "v1", undefined, source);
    source.isCancellationRequested = true;
    for (const run of waiting) run();
    deepEqual(told(await reading), ["it was cancelled"]);
  }));
