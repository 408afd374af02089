// Installing Wasmtime, from a server of this test: what it serves is right, or too short, wrong, slow, elsewhere, or leads astray.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { createServer, type RequestListener, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { homedir, tmpdir } from "node:os";
import path from "node:path";
import { after, afterEach, before, beforeEach, test } from "node:test";
import { chooseRuntime } from "../../src/node/run-targets/list.ts";
import type { ReleaseSource } from "../../src/node/wasmtime-install/download.ts";
import { install, installedFolder, uninstall } from "../../src/node/wasmtime-install/install.ts";
import type { Machine } from "../../src/node/wasmtime-install/release.ts";

const MACHINE: Machine = { platform: "linux", arch: "x64", isMusl: false };
const FOLDER = "wasmtime-v99.1.2-x86_64-linux";
const NAME = `${FOLDER}.tar.xz`;
/** The stand-in of the program is a script with a first line for Unix, and the archive needs xz. */
const skip = process.platform !== "linux" || !has("tar") || !has("xz");

function has(program: string): boolean {
  try {
    execFileSync(program, ["--version"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

let folder: string;
let storage: string;
let archive: Buffer;
let server: Server;
let answerAsset: (response: ServerResponse) => void;
let digest: string;
let location: string | undefined;

before(async () => {
  if (skip) return;
  folder = await mkdtemp(path.join(tmpdir(), 'wit install – ü "x" '));
  archive = await pack("99.1.2", {});
});

after(async () => {
  if (!skip) await rm(folder, { recursive: true, force: true });
});

/** An archive like that of a release, with a program that says its version. */
async function pack(version: string, over: Readonly<Record<string, string>>): Promise<Buffer> {
  const inside = path.join(folder, FOLDER);
  await mkdir(inside, { recursive: true });
  const files = { wasmtime: `#!/bin/sh\necho "wasmtime ${version} (abc 2026-01-01)"\n`, LICENSE: "Apache", ...over };
  for (const [name, text] of Object.entries(files)) await writeFile(path.join(inside, name), text);
  await chmod(path.join(inside, "wasmtime"), 0o644);
  execFileSync("tar", ["-cJf", path.join(folder, NAME), "-C", folder, FOLDER]);
  return readFile(path.join(folder, NAME));
}

beforeEach(async () => {
  if (skip) return;
  storage = await mkdtemp(path.join(folder, "storage "));
  answerAsset = response => response.end(archive);
  digest = `sha256:${createHash("sha256").update(archive).digest("hex")}`;
  location = undefined;
  server = createServer(answer);
  await new Promise<void>(resolve => server.listen(0, "127.0.0.1", resolve));
});

afterEach(() => {
  if (skip) return;
  server.closeAllConnections();
  server.close();
});

const answer: RequestListener = (request, response) => {
  const base = origin();
  if (request.url === "/latest") {
    const asset = { name: NAME, browser_download_url: `${base}/asset`, size: archive.length, digest };
    response.end(JSON.stringify({ tag_name: "v99.1.2", assets: [asset] }));
  } else if (request.url === "/asset") {
    response.writeHead(302, { location: location ?? `${base}/elsewhere` }).end();
  } else answerAsset(response);
};

function origin(): string {
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

interface Installing {
  readonly signal?: AbortSignal;
  readonly report?: (message: string) => void;
}

function installHere({ signal = new AbortController().signal, report = () => {} }: Installing = {}): Promise<string> {
  const source: ReleaseSource = { latest: `${origin()}/latest`, allows: url => url.origin === origin() };
  const around = { platform: process.platform, env: process.env, home: homedir() };
  return install({ source, machine: MACHINE, around, storage, signal, report });
}

async function isEmpty(): Promise<void> {
  assert.deepEqual(await readdir(storage), [], "something was left");
}

test("the release is fetched, checked, unpacked, found, and removed", { skip }, async () => {
  const reports: string[] = [];
  assert.equal(await installHere({ report: message => reports.push(message) }), "99.1.2");
  assert.equal(reports[0], "asking GitHub for the newest release");
  assert.equal(reports.at(-1), "unpacking");
  assert.ok(
    reports.some(message => /^Wasmtime 99\.1\.2: 0\.0 of 0\.0 MB$/.test(message)),
    reports.join("; "),
  );
  assert.deepEqual(await readdir(storage), ["wasmtime"]);
  assert.deepEqual(await readdir(installedFolder(storage)), ["wasmtime"]);
  const search = {
    around: { platform: process.platform, env: {}, home: storage },
    wasmtimePath: "",
    workspaceFolder: undefined,
    extensionFolder: storage,
    developmentFolder: undefined,
    installedFolder: installedFolder(storage),
  };
  assert.equal((await chooseRuntime("wasmtime", search)).runtime?.title, "Wasmtime 99.1.2");
  assert.equal(await uninstall(storage), true);
  assert.equal(await uninstall(storage), false);
  const { runtime, missing } = await chooseRuntime("wasmtime", search);
  assert.equal(runtime, undefined);
  assert.match(missing.join(), /Install it with "WIT: Install Wasmtime"/);
});

test("a newer one takes the place of an older one", { skip }, async () => {
  await mkdir(installedFolder(storage));
  await writeFile(path.join(installedFolder(storage), "old"), "");
  await installHere();
  assert.deepEqual(await readdir(installedFolder(storage)), ["wasmtime"]);
});

const WRONG: readonly (readonly [name: string, serve: (response: ServerResponse) => void, told: RegExp])[] = [
  [
    "an archive that is too short",
    response => response.end(archive.subarray(0, 50)),
    /ended early, after 50 of \d+ bytes/,
  ],
  [
    "a connection that breaks",
    response => {
      response.writeHead(200, { "content-length": archive.length });
      response.write(archive.subarray(0, 60));
      setTimeout(() => response.destroy(), 50);
    },
    /ended early, after 60 of \d+ bytes/,
  ],
  ["an archive with one wrong byte", response => response.end(spoilt()), /does not have the SHA-256 digest/],
  ["an archive that is too long", response => response.end(Buffer.concat([archive, archive])), /larger than announced/],
  ["an answer that is none", response => response.writeHead(404).end(), /answered with status 404/],
  ["too many requests", response => response.writeHead(403).end(), /only so many requests an hour/],
];

function spoilt(): Buffer {
  const bytes = Buffer.from(archive);
  bytes[bytes.length >> 1]! ^= 1;
  return bytes;
}

for (const [name, serve, told] of WRONG) {
  test(`${name} is not installed, and nothing is left of it`, { skip }, async () => {
    answerAsset = serve;
    await assert.rejects(installHere(), told);
    await isEmpty();
  });
}

test("a slow download is cancelled at once, and what was there before stays", { skip }, async () => {
  await mkdir(installedFolder(storage));
  answerAsset = response => void response.writeHead(200).write(archive.subarray(0, 10));
  const controller = new AbortController();
  const start = performance.now();
  const report = (message: string): void => {
    if (message.startsWith("Wasmtime")) controller.abort();
  };
  await assert.rejects(installHere({ signal: controller.signal, report }), /abort/i);
  assert.ok(performance.now() - start < 5_000);
  assert.deepEqual(await readdir(storage), ["wasmtime"]);
});

test("an address elsewhere is not asked", { skip }, async () => {
  let asked = 0;
  const other = createServer((_request, response) => {
    asked++;
    response.end(archive);
  });
  await new Promise<void>(resolve => other.listen(0, "127.0.0.1", resolve));
  location = `http://127.0.0.1:${(other.address() as AddressInfo).port}/x`;
  await assert.rejects(installHere(), /is not where Wasmtime's releases are: nothing is fetched/);
  location = "file:///etc/passwd";
  await assert.rejects(installHere(), /is not where Wasmtime's releases are/);
  location = `${origin()}/asset`;
  await assert.rejects(installHere(), /leads from one address to the next/);
  assert.equal(asked, 0);
  other.close();
  await isEmpty();
});

test("a right digest of a wrong program: one of another version, one that does not start, a link, none", {
  skip,
}, async () => {
  const right = archive;
  const serve = async (bytes: Buffer, told: RegExp): Promise<void> => {
    archive = bytes;
    digest = `sha256:${createHash("sha256").update(bytes).digest("hex")}`;
    await assert.rejects(installHere(), told);
    await isEmpty();
  };
  await serve(await pack("1.0.0", {}), /does not run on this machine: wasmtime 1\.0\.0/);
  await serve(await pack("1.0.0", { wasmtime: "no program" }), /does not run on this machine/);
  await serve(Buffer.from("no archive"), /could not be unpacked: .*xz/s);
  const program = path.join(folder, FOLDER, "wasmtime");
  await rm(program);
  execFileSync("tar", ["-cJf", path.join(folder, NAME), "-C", folder, FOLDER]);
  await serve(await readFile(path.join(folder, NAME)), /could not be unpacked: .*Not found/s);
  execFileSync("ln", ["-s", "/bin/true", program]);
  execFileSync("tar", ["-cJf", path.join(folder, NAME), "-C", folder, FOLDER]);
  await serve(await readFile(path.join(folder, NAME)), /is no file/);
  archive = right;
});
