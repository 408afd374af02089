// The samples that `npm start` opens: each is built, fits its world, and does what its README says.
import assert from "node:assert/strict";
import { writeFile } from "node:fs/promises";
import { commands } from "vscode";
import type { FitResult } from "../../../src/node/commands/results.ts";
import { noGrants } from "../../../src/node/run-targets/grants.ts";
import { build, run, serve, stopServing } from "../commands.ts";
import { closeForm, handles, openNew, said } from "../invoke-form.ts";
import { file } from "../support.ts";
import { languages } from "./available.ts";
import { note } from "./note.ts";
import { call } from "./wasmtime.ts";

// Rust's standard library may have to be compiled first.
const PATIENCE_MS = 1_200_000;

/** Builds a sample, and says how long that took. */
async function component(name: string): Promise<string> {
  const built = await build({ folder: file(name) });
  assert.equal(built.ok, true, `${built.message}\n${built.output}`);
  const fit = await commands.executeCommand<FitResult>("wit.checkFit", {
    component: built.component,
    folder: file(name),
  });
  assert.equal(fit.ok, true, fit.message);
  note(`${name} was built in ${(built.ms / 1000).toFixed(2)} s`);
  return built.component!;
}

const GREETINGS = "demo:reception/greetings";
const member = (name: string): string => `${GREETINGS}.${name}@0.1.0`;
const ADA = '{name: "Ada", title: some("Dr")}';
const BOB = '{name: "Bob"}';

suite("samples", () => {
  teardown(closeForm);

  for (const language of ["javascript", "python", "go", "rust", "c"]) {
    test(`the reception in ${language} takes records, variants, lists and flags, and keeps a guest book`, async function () {
      this.timeout(PATIENCE_MS);
      const isNative = language === "rust" || language === "c";
      if (!isNative && !languages.has(language)) return this.skip();
      const built = await component(`reception-in-${language}`);
      assert.equal(
        await call(built, "greetings.welcome", `${ADA}, birthday(36), formal, {bow, shake-hands}`),
        '"Good day, Dr Ada. Happy birthday: 36 years! (bows, shakes hands)"',
      );
      assert.equal(
        await call(built, "greetings.welcome-all", `[${ADA}, ${BOB}]`),
        'ok(["Hello, Ada!", "Hello, Bob!"])',
      );
      await callsInOneInstance(built, language);
    });
  }

  test("the service answers", async function () {
    this.timeout(PATIENCE_MS);
    const served = await serve({ component: await component("service-in-rust"), port: 0 });
    assert.equal(served.ok, true, served.message);
    try {
      const ask = async (path: string, method = "GET"): Promise<readonly [number, string | null, string]> => {
        const answer = await fetch(new URL(path, served.url), { method });
        return [answer.status, answer.headers.get("content-type"), await answer.text()];
      };
      const text = "text/plain; charset=utf-8";
      assert.deepEqual(await ask("/greet?name=Ada+%C3%BC%21&name=Bob"), [200, text, "Hello, Ada ü!!\n"]);
      assert.deepEqual(await ask("/greet"), [200, text, "Hello, world!\n"]);
      const [status, kind, page] = await ask("/");
      assert.deepEqual([status, kind], [200, "text/html; charset=utf-8"]);
      assert.match(page, /<form action="greet">/);
      assert.equal((await ask("/nothing"))[0], 404);
      assert.equal((await ask("/greet", "POST"))[0], 405);
    } finally {
      await stopServing({ url: served.url! });
    }
  });

  test("the tool counts the words of files in a folder that it is granted, and of no other", async function () {
    this.timeout(PATIENCE_MS);
    const built = await component("word-count-in-c");
    await writeFile(file("word-count-in-c/a.txt").fsPath, "one two\nthree\n");
    await writeFile(file("word-count-in-c/b.txt").fsPath, "four");
    const args = ["/data/a.txt", "/data/b.txt"];
    const folders = [{ host: file("word-count-in-c").fsPath, guest: "/data", writable: false }];
    const granted = await run({ component: built, args, grants: { ...noGrants, folders } });
    assert.equal(granted.exitCode, 0, granted.message);
    assert.match(granted.runtime ?? "", /^Wasmtime/);
    assert.equal(
      granted.stdout,
      "      2       3      14 /data/a.txt\n      0       1       4 /data/b.txt\n      2       4      18 total\n",
    );
    const refused = await run({ component: built, args, grants: noGrants });
    assert.equal(refused.exitCode, 1);
    assert.match(refused.stderr, /^\/data\/a\.txt: \w+/);
  });
});

/** The rest in the embedded runtime, where resources live, and a call takes milliseconds. */
async function callsInOneInstance(built: string, language: string): Promise<void> {
  await openNew({ component: built, function: "greet" });
  const gives = async (name: string, args: string, result: string): Promise<void> =>
    assert.equal(await said(name, args, "embedded"), result, name);
  await gives("greet", '"Ü"', '"Hello, Ü!"');
  const trip = `${BOB}, farewell("Rome"), friendly, {wave}`;
  await gives(member("welcome"), trip, '"How nice to see you, Bob! Have a good trip to Rome. (waves)"');
  await gives(member("welcome"), `${BOB}, arrival, terse, {}`, '"Hi Bob."');
  await gives(member("welcome-all"), "[]", 'err("there is nobody to greet")');
  const [make, sign] = [member("[constructor]guest-book"), member("[method]guest-book.sign")];
  await gives(make, '"Eve"', "guest-book#1");
  await gives(sign, `guest-book#1, ${ADA}`, "1");
  await gives(sign, `guest-book#1, ${BOB}`, "2");
  await gives(make, '"Kim"', "guest-book#2");
  await gives(sign, `guest-book#2, ${BOB}`, "1");
  await gives(member("[method]guest-book.guests"), "guest-book#1", `[${ADA}, ${BOB}]`);
  // Of two resources QuickJS takes the wrong one for what it is given to own (docs/components.md).
  if (language === "javascript") return;
  await gives(member("[static]guest-book.merge"), "guest-book#1, guest-book#2", "guest-book#3");
  assert.deepEqual(handles(), ["guest-book#2", "guest-book#3"]);
  await gives(member("[method]guest-book.guests"), "guest-book#3", `[${ADA}, ${BOB}, ${BOB}]`);
}
