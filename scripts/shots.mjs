// Takes the pictures of the documentation from the real editor on the sample, into docs/images:
//   node scripts/shots.mjs [readme | hover | completion | diagnostic | lenses | doctor | new | grants | pick | build | run | invoke]…
// Only those of the README are committed, and they are taken when none is named.
// Chromium draws them; ImageMagick, where it is installed, makes them small.
import { existsSync } from "node:fs";
import { mkdir, readFile, stat } from "node:fs/promises";
import path from "node:path";
import { withPage } from "./lib/browser.mjs";
import { copyWorkspace, withTempFolder } from "./lib/files.mjs";
import { startServer } from "./lib/host-server.mjs";
import { main, say, step } from "./lib/log.mjs";
import { at, root, sample, tool } from "./lib/paths.mjs";
import { run, which } from "./lib/run.mjs";
import { setUp } from "./lib/setup.mjs";

const images = at("docs", "images");

/** Each picture: the file that is open, and what a person does before it is taken. */
const pictures = [
  { name: "readme", file: "wit/world.wit", act: withoutSideBar(completeInWorld), height: 500 },
  { name: "hover", file: "wit/world.wit", act: page => hoverOn(page, "welcome: func(", "person") },
  { name: "completion", file: "wit/world.wit", act: completeInWorld },
  { name: "diagnostic", file: "mistakes/mistake.wit", act: showProblems },
  { name: "lenses", file: "wit/world.wit", act: withoutSideBar(showLenses), height: 800 },
  { name: "doctor", file: "wit/world.wit", act: withoutSideBar(calling("WIT: Doctor", ".webview.ready")), height: 900 },
  { name: "new", file: "wit/world.wit", act: calling("WIT: New Component from World", listed("JavaScript")) },
  { name: "grants", file: "wit/world.wit", act: calling("WIT: Grants for Running Components", listed("Network")) },
  { name: "pick", file: "wit/world.wit", act: calling("WIT: Invoke Function in Wasmtime", listed("welcome-all")) },
  { name: "build", file: "greeter.js", act: withoutSideBar(failToBuild) },
  { name: "run", file: "wit/world.wit", act: runComponent },
  { name: "invoke", file: "wit/world.wit", act: withoutSideBar(invokeFunction), height: 800 },
];

const settings = {
  "workbench.colorTheme": "Default Light Modern",
  "editor.minimap.enabled": false,
  "editor.fontSize": 15,
  "breadcrumbs.enabled": true,
  "workbench.layoutControl.enabled": false,
  "workbench.tips.enabled": false,
  "workbench.navigationControl.enabled": false,
  "editor.hover.delay": 100,
  "editor.wordBasedSuggestions": "off",
  "window.commandCenter": false,
  "files.exclude": { "**/node_modules": true },
};

await main(async () => {
  const names = process.argv.slice(2);
  await setUp(new Set(["build", "sample", "vscode", "wasmtime"]));
  await mkdir(images, { recursive: true });
  const wanted = names.length === 0 ? ["readme", "invoke"] : names;
  for (const picture of pictures.filter(({ name }) => wanted.includes(name))) {
    await step(`docs/images/${picture.name}.png`, () => withTempFolder("wit-shots-", temp => take(picture, temp)));
  }
});

async function take({ name, file, act, height = 620 }, temp) {
  const folder = await copyWorkspace(sample, temp, { name: "projects" });
  const env = { PATH: [tool("wasmtime"), process.env.PATH].join(path.delimiter) };
  const server = await startServer({ profile: path.join(temp, "profile"), tests: true, settings, env });
  const target = path.join(images, `${name}.png`);
  try {
    const payload = [
      ["extensionDevelopmentPath", server.remote(root)],
      ["openFile", server.remote(path.join(folder, ...file.split("/")))],
    ];
    const shoot = async page => {
      await page.goto(server.url(folder, payload));
      await page.waitForSelector(".monaco-editor .view-line", { timeout: 60_000 });
      await page.waitForSelector(".squiggly-error, .statusbar-item", { timeout: 60_000 });
      try {
        await act(page);
      } finally {
        await page.screenshot({ path: target });
      }
    };
    await withPage(shoot, { width: 1000, height });
  } finally {
    server.stop();
  }
  await compress(target);
}

/** Puts the mouse on a word of the first line with the given text until the hover comes: the server may still be starting. */
async function hoverOn(page, lineText, word) {
  const line = page.locator(".view-line", { hasText: lineText }).first();
  const target = line.locator("span span", { hasText: word }).last();
  for (let round = 0; round < 20; round++) {
    await target.hover();
    const hover = page.locator(".monaco-editor .monaco-hover:visible", { hasText: word }).first();
    const shown = await hover.waitFor({ timeout: 1500 }).then(
      () => true,
      () => false,
    );
    if (shown) return settle(page);
    await page.mouse.move(5, 5);
  }
  throw new Error(`no hover on ${word}`);
}

/** Types a half import into the world and waits for the suggestions. */
async function completeInWorld(page) {
  // A hover tells that the server is up and has read the package.
  await hoverOn(page, "interface greetings", "greetings");
  await goToLine(page, "wit/world.wit", "wall-clock");
  await page.keyboard.press("End");
  await page.keyboard.press("Enter");
  await page.keyboard.type("import wasi:clo", { delay: 60 });
  await page.keyboard.press("Control+Space");
  await page.waitForSelector(".suggest-widget.visible .monaco-list-row", { timeout: 30_000 });
  await settle(page);
}

/** The same with the whole width for the editor. */
function withoutSideBar(act) {
  return async page => {
    await page.keyboard.press("Control+b");
    await act(page);
  };
}

/** Puts the cursor on the line of the open file that holds the text. */
async function goToLine(page, file, text) {
  const lines = (await readFile(path.join(sample, file), "utf8")).split("\n");
  await page.locator(".view-line").first().click();
  await page.keyboard.press("Control+g");
  await page.waitForSelector(".quick-input-widget .monaco-inputbox input");
  await page.keyboard.type(String(lines.findIndex(line => line.includes(text)) + 1));
  await page.keyboard.press("Enter");
  await page.locator(".quick-input-widget").waitFor({ state: "hidden" });
}

async function showProblems(page) {
  await page.waitForSelector(".squiggly-error", { timeout: 60_000 });
  await page.keyboard.press("Control+Shift+M");
  await page.waitForSelector(".markers-panel .monaco-list-row", { timeout: 30_000 });
  await settle(page);
}

async function runComponent(page) {
  await command(page, "WIT: Run Component in Wasmtime");
  // It builds first, then asks for the arguments.
  await page.waitForSelector(".quick-input-widget:has-text('Arguments')", { timeout: 60_000 });
  await page.keyboard.type("Ada Grace", { delay: 10 });
  await page.keyboard.press("Enter");
  await page.waitForSelector(".output-view .view-line:has-text('Grace')", { timeout: 60_000 });
  await settle(page);
}

/** Fills the form for a list of people, and calls. */
async function invokeFunction(page) {
  await hoverOn(page, "interface greetings", "greetings");
  await command(page, "WIT: Invoke Function in Wasmtime");
  // It builds first, then asks for the function.
  const entry = page.locator(".quick-input-list .monaco-list-row", { hasText: "welcome-all" }).first();
  await entry.click({ timeout: 120_000 });
  const form = page.frameLocator("iframe.webview").frameLocator("iframe#active-frame");
  await form.getByRole("button", { name: "Add person" }).click({ timeout: 60_000 });
  await page.keyboard.press("Control+j");
  await form.getByLabel("name", { exact: true }).fill("Ada");
  await form.getByLabel("title", { exact: true }).selectOption("some");
  await form.locator(".payload textarea").fill("Dr");
  await page.keyboard.press("Control+Enter");
  await form.locator(".tree").waitFor({ timeout: 60_000 });
  // The second call is as quick as all that follow.
  await form.getByRole("button", { name: "Clear" }).click();
  await page.keyboard.press("Control+Enter");
  await form.locator(".tree").waitFor({ timeout: 60_000 });
  await form.locator(".actions").scrollIntoViewIfNeeded();
  await settle(page);
}

async function showLenses(page) {
  await page.waitForSelector(".codelens-decoration a:has-text('Build')", { timeout: 60_000 });
  await settle(page);
}

/** Calls a command and waits for what it shows, which may have to be built first. */
function calling(title, shown) {
  return async page => {
    await hoverOn(page, "interface greetings", "greetings");
    await command(page, title);
    await page.waitForSelector(shown, { timeout: 120_000 });
    await settle(page);
  };
}

/** An entry of a list to pick from. */
function listed(text) {
  return `.quick-input-list .monaco-list-row:has-text('${text}')`;
}

/** Writes a mistake into the guest's source and builds it. */
async function failToBuild(page) {
  await goToLine(page, "greeter.js", "export const run");
  await page.keyboard.press("End");
  await page.keyboard.type(" +;");
  await command(page, "WIT: Build Component");
  await showProblems(page);
}

/** Runs a command from the palette; right after the start the editor does not list it yet, so it looks again. */
async function command(page, title) {
  const entry = page.locator(".quick-input-list .monaco-list-row", { hasText: title }).first();
  for (let round = 0; round < 10; round++) {
    await page.keyboard.press("F1");
    await page.waitForSelector(".quick-input-widget .monaco-inputbox input");
    await page.keyboard.type(title, { delay: 10 });
    const found = await entry.waitFor({ timeout: 2000 }).then(
      () => true,
      () => false,
    );
    if (found) return entry.click();
    await page.keyboard.press("Escape");
  }
  throw new Error(`the command palette has no "${title}"`);
}

/** Animations and late decorations come to rest. */
function settle(page) {
  return page.waitForTimeout(1200);
}

/** 256 colours are plenty for an editor's window. A picture that stays large is one still. */
async function compress(file) {
  const magick = which("magick") ?? which("convert");
  if (magick !== undefined && existsSync(file)) {
    const colours = ["-strip", "+dither", "-colors", "200", "-define", "png:compression-level=9", `PNG8:${file}`];
    const { code } = await run(magick, [file, ...colours]);
    if (code !== 0) say(`  it is left as large as it is: ${path.basename(magick)} ended with exit code ${code}`);
  }
  say(`  ${Math.round((await stat(file)).size / 1000)} KB`);
}
