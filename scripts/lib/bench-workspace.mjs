// How long a server takes from its start: to the first diagnostics of a WASI package with all its dependencies, and in a workspace of
// 2,000 files (6 MB) to the first answer and to a search of everything; how long a request waits meanwhile, and the memory after it.
import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { openDocument, withSession } from "./bench-session.mjs";
import { layWasiDeps, wasiVersion } from "./wasi-deps.mjs";

const packages = 200;
const filesEach = 10;
const rounds = 5;

/** Lines for people: what was measured, and its figure; `undefined` where a server gives none. */
export async function workspaceTimes(command, folder) {
  const wasi = await wasiProject(path.join(folder, "wasi"));
  const starts = [];
  for (let i = 0; i < rounds; i++) starts.push(await firstDiagnostics(command, path.dirname(wasi), wasi));
  const large = await largeWorkspace(path.join(folder, "large"));
  const { first, index, wait, megabytes } = await measureWorkspace(command, large);
  return new Map([
    ["start to diagnostics, WASI", ms(median(starts))],
    [`${packages * filesEach} files: first answer`, ms(first)],
    ["  all found", index === undefined ? undefined : ms(index)],
    ["  longest wait meanwhile", ms(wait)],
    ["  memory then", megabytes === undefined ? undefined : `${megabytes.toFixed(0)} MB`],
  ]);
}

function ms(time) {
  return `${time.toFixed(0)} ms`;
}

function median(times) {
  return [...times].sort((a, b) => a - b)[times.length >> 1];
}

/** A world of wasi:http with everything that it depends on; gives the path of its file. */
async function wasiProject(folder) {
  const file = path.join(folder, "wit", "world.wit");
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, `package bench:wasi;\n\nworld all {\n  include wasi:http/proxy@${wasiVersion};\n}\n`);
  await layWasiDeps(folder);
  return file;
}

function firstDiagnostics(command, folder, file) {
  return withOpen(command, folder, file, (_client, _start, first) => first);
}

/** Starts a server and opens a file; `use` gets the client, when it began, and how long the first diagnostics took. */
async function withOpen(command, folder, file, use) {
  const start = performance.now();
  const text = await readFile(file, "utf8");
  return withSession(command, folder, async session => {
    await openDocument(session, file, text);
    return use(session.client, start, performance.now() - start);
  });
}

/** Packages of several files each, 3 KB a file; gives the folder. */
async function largeWorkspace(folder) {
  for (let i = 0; i < packages; i++) {
    const wit = path.join(folder, `project-${i}`, "wit");
    await mkdir(wit, { recursive: true });
    for (let k = 0; k < filesEach; k++) await writeFile(path.join(wit, `part-${k}.wit`), fileText(i, k));
  }
  return folder;
}

function fileText(i, k) {
  const use = k === 0 ? "" : `  use part-${i}-${k - 1}.{item-0};\n`;
  const records = Array.from({ length: 16 }, (_, n) =>
    [
      `  /// What number ${n} is about, in a few words.`,
      `  record ${k > 0 && n === 0 ? "own-item" : `item-${n}`} {`,
      "    first: option<string>,",
      "    second: list<tuple<u64, string>>,",
      "  }",
      `  find-${n}: func(key: string, limit: u32) -> result<list<item-0>, string>;`,
    ].join("\n"),
  );
  return `package bench:project-${i};\n\ninterface part-${i}-${k} {\n${use}${records.join("\n")}\n}\n`;
}

async function measureWorkspace(command, folder) {
  const file = path.join(folder, "project-7", "wit", "part-1.wit");
  const searching = await withOpen(command, folder, file, async (client, start, first) => {
    const found = await searched(client, `part-${packages - 1}-${filesEach - 1}`);
    const index = found ? performance.now() - start : undefined;
    return { first, index, megabytes: await residentMegabytes(client.pid) };
  });
  // Apart from the search, whose own work is not what others wait for.
  const wait = await withOpen(command, folder, file, client => longestHover(client, pathToFileURL(file).href));
  return { ...searching, wait };
}

/** Whether a name of the last file is found, within a minute. */
async function searched(client, query) {
  for (let i = 0; i < 600; i++) {
    const symbols = await client.request("workspace/symbol", { query }).catch(() => undefined);
    if (symbols === undefined) return false;
    if (symbols?.length > 0) return true;
    await new Promise(resolve => setTimeout(resolve, 100));
  }
  return false;
}

const watchedMs = 3_000;

/** Asks for a hover again and again while the server reads the workspace; the longest time shows how long it does nothing else. */
async function longestHover(client, uri) {
  const params = { textDocument: { uri }, position: { line: 2, character: 12 } };
  // The first one has work of its own: code that ran never before.
  await client.request("textDocument/hover", params);
  let longest = 0;
  for (const end = performance.now() + watchedMs; performance.now() < end; ) {
    const start = performance.now();
    await client.request("textDocument/hover", params);
    longest = Math.max(longest, performance.now() - start);
    await new Promise(resolve => setTimeout(resolve, 5));
  }
  return longest;
}

/** Where the system tells it. */
async function residentMegabytes(pid) {
  const status = await readFile(`/proc/${pid}/status`, "utf8").catch(() => "");
  const kilobytes = /^VmRSS:\s*(\d+)/m.exec(status)?.[1];
  return kilobytes === undefined ? undefined : Number(kilobytes) / 1024;
}
