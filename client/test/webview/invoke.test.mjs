// The form's script in a real browser, used with the keyboard alone.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { launchBrowser } from "../../../scripts/lib/browser.mjs";
import { draw, line, make, numbers, show, unknown } from "./functions.mjs";
import { openForm } from "./page.mjs";

let browser;
before(async () => {
  browser = await launchBrowser();
});
after(() => browser?.close());

/** A fresh page with the form for these functions. */
async function withForm(message, action, options) {
  const page = await browser.newPage({ viewport: { width: 760, height: 900 } });
  const errors = [];
  page.on("pageerror", error => errors.push(error.message));
  try {
    const form = await openForm(page, options);
    await form.receive(message);
    await page.waitForSelector(".signature:not(:empty)");
    await action({ page, ...form });
    assert.deepEqual(errors, []);
  } finally {
    await page.close();
  }
}

const problems = page => page.locator(".problem:visible").allTextContents();
const verdict = page => page.locator(".verdict").textContent();
const lastCall = async sent => (await sent()).findLast(({ kind }) => kind === "call");

async function press(page, ...keys) {
  for (const key of keys) await page.keyboard.press(key);
}

test("the script says that it is ready, and puts the keyboard at the first value", () =>
  withForm(show([numbers]), async ({ page, sent }) => {
    assert.deepEqual((await sent())[0], { kind: "ready" });
    assert.equal(await page.evaluate(() => document.activeElement.className), "number");
  }));

test("list items, a record, a variant, an option and flags are filled in, and called", () =>
  withForm(show([line]), async ({ page, sent }) => {
    // The keyboard is at the button that adds a point.
    await press(page, "Enter");
    await page.keyboard.type("1", { delay: 5 });
    assert.equal(await page.evaluate(() => document.activeElement.value), "01");
    await press(page, "Control+a");
    await page.keyboard.type("-5");
    await press(page, "Tab", "Control+a");
    await page.keyboard.type("7");
    // Over the three buttons of the item, to the one that adds.
    await press(page, "Tab", "Tab", "Tab", "Tab", "Enter", "Control+a");
    await page.keyboard.type("9");
    // The second item goes up.
    await press(page, "Alt+ArrowUp");
    assert.equal(await page.evaluate(() => document.activeElement.value), "9");
    await page.locator("select").nth(2).focus();
    await page.keyboard.type("thick");
    await press(page, "Tab", "Control+a");
    await page.keyboard.type("300");
    assert.deepEqual(await problems(page), ["300 is out of the range of u8 (0 to 255)"]);
    assert.equal(await verdict(page), "style: 300 is out of the range of u8 (0 to 255)");
    // With a value that is wrong nothing is called: the keyboard goes there.
    await page.locator("#function").focus();
    await press(page, "Control+Enter");
    assert.equal(await lastCall(sent), undefined);
    assert.equal(await page.evaluate(() => document.activeElement.value), "300");
    await press(page, "Control+a");
    await page.keyboard.type("3");
    assert.deepEqual(await problems(page), []);
    await press(page, "Tab");
    await page.keyboard.type("some");
    await press(page, "Tab");
    await page.keyboard.type('a "b"');
    await press(page, "Enter");
    await page.keyboard.type("c");
    await press(page, "Tab", "Tab", "Space", "Control+Enter");
    assert.deepEqual(await lastCall(sent), {
      kind: "call",
      id: 1,
      function: line.key,
      args: '[{x: 9, y: 0}, {x: -5, y: 7}], thick(3), some("a \\"b\\"\\nc"), {back}',
      runtime: "wasmtime",
    });
  }));

test("a removed item takes its problems along", () =>
  withForm(show([line]), async ({ page }) => {
    await press(page, "Enter", "Control+a");
    await page.keyboard.type("x");
    assert.equal((await problems(page)).length, 1);
    await press(page, "Tab", "Tab", "Tab", "Tab", "Enter");
    assert.deepEqual(await problems(page), []);
    assert.equal(await verdict(page), "");
    assert.equal(await page.evaluate(() => document.activeElement.textContent), "Add point");
  }));

test("each kind of number, a character, a bool and a string are checked while typing", () =>
  withForm(show([numbers]), async ({ page, sent }) => {
    assert.deepEqual(await problems(page), []);
    for (const wrong of ["256", "9223372036854775808", "1.5.", "ab"]) {
      await press(page, "Control+a");
      await page.keyboard.type(wrong);
      await press(page, "Tab");
    }
    assert.deepEqual(await problems(page), [
      "256 is out of the range of u8 (0 to 255)",
      "9223372036854775808 is out of the range of s64 (-9223372036854775808 to 9223372036854775807)",
      "a number is expected (also nan, inf and -inf)",
      "exactly one character is expected",
    ]);
    assert.match(await verdict(page), /^u8: 256 .*\(and 3 more\)$/);
    await press(page, "Shift+Tab", "Control+a");
    await page.keyboard.type("é");
    for (const right of ["-inf", "-1", "255"]) {
      await press(page, "Shift+Tab", "Control+a");
      await page.keyboard.type(right);
    }
    await press(page, "Control+Enter");
    assert.equal((await lastCall(sent)).args, "255, -1, -inf, 'é', false, \"\"");
  }));

test("form and WAVE hold the same values; what the form can't hold stays text", () =>
  withForm(show([line]), async ({ page, sent }) => {
    await press(page, "Enter", "Control+a");
    await page.keyboard.type("5");
    await page.getByRole("tab", { name: "WAVE text" }).focus();
    await press(page, "Enter");
    const box = page.locator(".wave textarea");
    assert.equal(await box.inputValue(), "[{x: 5, y: 0}], thin, none, {}");
    await box.fill("[{x: 5, y: oops}], thin, none, {}");
    assert.deepEqual(await problems(page), ["column 12: a whole number (s32) is expected"]);
    assert.equal(await page.locator(".marks .wrong").textContent(), "oops");
    await page.getByRole("tab", { name: "Form" }).focus();
    await press(page, "Enter");
    assert.equal(await box.isVisible(), true);
    await box.fill('[], thick(2), some("x"), {front}');
    await page.getByRole("tab", { name: "WAVE text" }).focus();
    await press(page, "ArrowLeft");
    assert.equal(await page.locator("textarea").inputValue(), "x");
    await press(page, "Control+Enter");
    assert.equal((await lastCall(sent)).args, '[], thick(2), some("x"), {front}');
  }));

test("a number that is wrong in the form is there again after a look at the text", () =>
  withForm(show([numbers]), async ({ page }) => {
    await press(page, "Control+a");
    await page.keyboard.type("1e");
    await page.getByRole("tab", { name: "WAVE text" }).click();
    await page.getByRole("tab", { name: "Form" }).click();
    assert.equal(await page.locator("input.number").first().inputValue(), "1e");
  }));

test("WAVE is completed with the keyboard", () =>
  withForm(show([line]), async ({ page }) => {
    await page.getByRole("tab", { name: "WAVE text" }).click();
    const box = page.locator(".wave textarea");
    await box.fill("");
    await press(page, "Control+Space");
    assert.deepEqual(await page.locator(".offers .offer").allTextContents(), ["[]"]);
    // Brackets bring what goes into them.
    await press(page, "Enter", "Enter");
    assert.equal(await box.inputValue(), "[{x: , y: }]");
    await page.keyboard.type("1");
    await box.press("End");
    await box.fill("[], th");
    await page.keyboard.type("i");
    await press(page, "ArrowDown", "Enter");
    assert.equal(await box.inputValue(), "[], thick()");
    await page.keyboard.type("4");
    await press(page, "Control+Space", "Escape", "End");
    await page.keyboard.type(", n");
    await press(page, "Tab");
    assert.equal(await box.inputValue(), "[], thick(4), none");
    assert.equal(await page.locator(".offers").isVisible(), false);
  }));

test("results are trees with types; an err is told from a failure; what is printed is shown", () =>
  withForm(show([line]), async ({ page, sent, receive }) => {
    const end = (id, outcome) => receive({ kind: "ended", id, outcome, ms: 12.3, runtime: "Wasmtime 49.0.3" });
    await press(page, "Control+Enter");
    await receive({ kind: "output", id: 1, text: "drawing\n" });
    await end(1, { kind: "value", result: "ok([{x: 1, y: 2}])" });
    const card = page.locator(".card").first();
    await page.waitForSelector(".tree");
    assert.equal(await card.locator(".printed").textContent(), "drawing\n");
    assert.match(await card.locator(".facts").textContent(), /^12 ms · Wasmtime 49\.0\.3$/);
    assert.match(await card.locator(".tree").textContent(), /ok: \[\{x: 1, y: 2\}\]\s*list<point>/);
    assert.match(await card.locator(".tree").textContent(), /x: 1\s*s32/);
    await card.getByRole("button", { name: "Copy Result" }).focus();
    await press(page, "Enter");
    assert.deepEqual((await sent()).at(-1), { kind: "copy", text: "ok([{x: 1, y: 2}])" });
    await press(page, "Control+Enter");
    await end(2, { kind: "value", result: 'err("too short")' });
    await page.waitForSelector(".card.failed .caption");
    await press(page, "Control+Enter");
    await end(3, { kind: "failure", message: "The component stopped with a trap." });
    await page.waitForSelector(".failure");
    assert.equal(await page.locator(".card").count(), 3);
  }));

test("while a call runs there is no second one, and it can be stopped", () =>
  withForm(show([line]), async ({ page, sent, receive }) => {
    await press(page, "Control+Enter", "Control+Enter");
    assert.equal((await sent()).filter(({ kind }) => kind === "call").length, 1);
    await page.getByRole("button", { name: "Stop" }).focus();
    await press(page, "Enter");
    assert.deepEqual((await sent()).at(-1), { kind: "stop" });
    await receive({ kind: "ended", id: 1, outcome: { kind: "failure", message: "Stopped." }, ms: 1, runtime: "" });
    await page.waitForSelector(".failure");
    assert.equal(await page.getByRole("button", { name: "Stop" }).isVisible(), false);
  }));

test("a resource is chosen by its name, runs in the embedded runtime alone, and is dropped", () =>
  withForm(show([draw, make]), async ({ page, sent, receive }) => {
    assert.deepEqual(await problems(page), ["no canvas is chosen"]);
    assert.equal(await page.locator("#runtime").inputValue(), "embedded");
    await receive({ kind: "handles", handles: [{ name: "canvas#1", type: "canvas", resource: 3 }] });
    await page.waitForSelector(".handle");
    const menu = page.locator(".fields select").first();
    await menu.focus();
    await page.keyboard.type("canvas");
    await press(page, "Control+Enter");
    const { args, runtime } = await lastCall(sent);
    assert.deepEqual({ args, runtime }, { args: "canvas#1, thin", runtime: "embedded" });
    await page.getByRole("button", { name: "Drop canvas#1" }).focus();
    await press(page, "Enter");
    assert.deepEqual((await sent()).at(-1), { kind: "drop", handle: "canvas#1" });
    await receive({ kind: "handles", handles: [] });
    await page.waitForSelector(".resources", { state: "hidden" });
    assert.deepEqual(await problems(page), ["there is no canvas#1"]);
  }));

test("values of earlier calls are taken again", () =>
  withForm(show([make], { histories: { [make.key]: ['"sea"', '"sky"'] } }), async ({ page }) => {
    assert.equal(await page.locator("textarea").inputValue(), "sea");
    await page.locator(".actions select").focus();
    await press(page, "ArrowDown", "ArrowDown", "Enter");
    assert.equal(await page.locator("textarea").inputValue(), "sky");
  }));

test("where types are not known there is text, whose brackets are checked", () =>
  withForm(show([unknown]), async ({ page, sent }) => {
    assert.equal(await page.locator(".tabs").isVisible(), false);
    await page.locator(".wave textarea").fill("[1");
    assert.deepEqual(await problems(page), ["column 1: [ is not closed"]);
    await page.locator(".wave textarea").fill("[1]");
    await press(page, "Control+Enter");
    assert.equal((await lastCall(sent)).args, "[1]");
  }));

test("what was typed is there again when the page comes back, and for each function", async () => {
  let kept;
  await withForm(show([make, numbers]), async ({ page, state }) => {
    await page.keyboard.type("sea");
    await page.locator("#function").selectOption(numbers.key);
    kept = await state();
  });
  await withForm(
    show([make, numbers]),
    async ({ page }) => {
      assert.equal(await page.locator("#function").inputValue(), numbers.key);
      await page.locator("#function").selectOption(make.key);
      assert.equal(await page.locator("textarea").inputValue(), "sea");
    },
    { state: kept },
  );
});

test("a function that has changed keeps those values that still fit", () =>
  withForm(show([make]), async ({ page, receive }) => {
    await page.keyboard.type("sea");
    const param = type => ({ signature: type.kind, type: { params: [{ name: "title", type }] } });
    await receive(show([{ ...make, ...param({ kind: "option", element: { kind: "string" } }) }]));
    await page.waitForSelector(".choice");
    assert.equal(await page.locator("textarea").inputValue(), "sea");
    await receive(show([{ ...make, ...param({ kind: "u8" }) }]));
    await page.waitForSelector("input.number");
    assert.equal(await page.locator("input.number").inputValue(), "0");
    assert.deepEqual(await problems(page), []);
  }));

test("a long list shows its first items and keeps the others", () => {
  const form = {
    ...make,
    type: { params: [{ name: "bytes", type: { kind: "list", element: { kind: "u8" } } }] },
    needsInstance: false,
  };
  const text = `[${Array.from({ length: 1000 }, (_, index) => index % 256).join(", ")}]`;
  return withForm(show([form], { histories: { [form.key]: [text] } }), async ({ page, sent }) => {
    assert.equal(await page.locator(".item").count(), 100);
    await page.getByRole("button", { name: "Show 100 of 900 more" }).click();
    assert.equal(await page.locator(".item").count(), 200);
    await press(page, "Control+Enter");
    assert.equal((await lastCall(sent)).args, text);
  });
});
