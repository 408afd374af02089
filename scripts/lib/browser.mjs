// Opens a page of the editor in headless Chromium.
import { Advice } from "./log.mjs";
import { findProgram, howToGet, installPrograms } from "./programs.mjs";

const flags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Runs `action(page)` with the editor's page; the browser is closed afterwards. Options: `width`, `height`, `scale` of the view. */
export async function withPage(action, { width = 1200, height = 760, scale = 1 } = {}) {
  const browser = await launchBrowser();
  try {
    const context = await browser.newContext({ viewport: { width, height }, deviceScaleFactor: scale });
    return await action(await context.newPage());
  } finally {
    await browser.close();
  }
}

/** Starts headless Chromium; whoever calls closes it. */
export async function launchBrowser() {
  await installPrograms(["chromium"]);
  const executablePath = findProgram("chromium");
  if (executablePath === undefined) throw new Advice(howToGet("chromium"));
  const { chromium } = await import("playwright-core");
  return chromium.launch({ executablePath, headless: true, args: flags });
}

/**
 * Opens the editor at `url`, and gives the exit code with which its extension tests end. Their driver calls two functions of the page:
 * one for each console line, one at the end. Rejects when nothing came within `timeout` ms.
 */
export async function runTestsInPage(page, url, { timeout, onConsole = () => {} }) {
  const ended = new Promise((resolve, reject) => {
    const late = () => reject(new Advice(`the tests in the extension host did not end within ${timeout / 1000} s`));
    const timer = setTimeout(late, timeout);
    const finish = code => {
      clearTimeout(timer);
      resolve(code);
    };
    page.on("crash", () => reject(new Advice("the browser's page crashed")));
    page.exposeFunction("codeAutomationExit", finish).catch(reject);
  });
  await page.exposeFunction("codeAutomationLog", (_type, words) => onConsole(words.map(String).join(" ")));
  const [code] = await Promise.all([ended, page.goto(url)]);
  return code;
}
