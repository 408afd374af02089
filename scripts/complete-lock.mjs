// Run after `npm install` has changed package-lock.json: adds the optional packages for other systems that the registry at hand did not
// carry, so that `npm ci` takes the file on every system. The `scripts` suite says when it is needed.
import { readFile, writeFile } from "node:fs/promises";
import { missingEntries } from "./lib/lock-file.mjs";
import { main, say } from "./lib/log.mjs";
import { at } from "./lib/paths.mjs";

await main(async () => {
  const file = at("package-lock.json");
  const lock = JSON.parse(await readFile(file, "utf8"));
  const missing = missingEntries(lock.packages);
  const places = [...Object.entries(lock.packages), ...Object.entries(missing)].sort(([a], [b]) => (a < b ? -1 : 1));
  lock.packages = Object.fromEntries(places);
  await writeFile(file, `${JSON.stringify(lock, undefined, 2)}\n`);
  say(`package-lock.json: ${Object.keys(missing).length} packages for other systems were added`);
});
