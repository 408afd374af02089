// Collects the licences of the npm packages whose code is bundled, as those licences ask.
import { readdirSync, readFileSync } from "node:fs";
import { at } from "./paths.mjs";

/** One text with name, version and licence of every package; `folders` are their folders from the repository's root. */
export function thirdPartyNotices(folders) {
  const notices = folders.map(folder => {
    const { name, version, license } = JSON.parse(readFileSync(at(folder, "package.json"), "utf8"));
    const files = readdirSync(at(folder)).filter(file => /^(licen[cs]e|notice|copying)/i.test(file));
    const texts = files.map(file => readFileSync(at(folder, file), "utf8").trim());
    return [`${name} ${version} (${license ?? "see below"})`, ...texts].join("\n\n");
  });
  const line = `\n\n${"-".repeat(80)}\n\n`;
  return `This extension contains code of these packages.${line}${notices.join(line)}\n`;
}
