// npm run package: builds for production and writes wit-tools.vsix, with nothing in it but what the editor loads or shows.
import { existsSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { build } from "./lib/bundle.mjs";
import { filesBelow, withTempFolder } from "./lib/files.mjs";
import { thirdPartyNotices } from "./lib/licenses.mjs";
import { main, say } from "./lib/log.mjs";
import { ensureNodeModules } from "./lib/node-modules.mjs";
import { at } from "./lib/paths.mjs";
import { contentTypesXml, shippedManifest, vsixManifestXml } from "./lib/vsix.mjs";
import { describeWeight, weigh } from "./lib/weight.mjs";
import { unzip, zip } from "./lib/zip.mjs";

await main(async () => {
  await ensureNodeModules();
  const target = at("wit-tools.vsix");
  const entries = await withTempFolder("wit-package-", shippedFiles);
  const bytes = zip(entries);
  const weight = describeWeight(weigh(unzip(bytes)));
  await writeFile(target, bytes);
  say(`✓ wrote ${path.basename(target)}: ${entries.length} files, ${weight}`);
});

/** All entries of the archive, `{name, data}`. */
async function shippedFiles(temp) {
  const packages = await build({ production: true, into: temp });
  const manifest = JSON.parse(await readFile(at("package.json"), "utf8"));
  const files = new Map();
  const add = async (name, file) => existsSync(file) && files.set(name, await readFile(file));
  for (const file of filesBelow(temp, "")) await add(slashed(path.relative(temp, file)), file);
  for (const file of filesBelow(at("syntaxes"), ".json")) await add(slashed(path.relative(at(), file)), file);
  for (const name of ["README.md", "CHANGELOG.md"]) await add(name, at(name));
  await add("LICENSE.txt", at("LICENSE"));
  // Said of these folders and not of the whole extension: an editor in the browser takes none of which it is said.
  for (const folder of ["server/dist", "client/dist"])
    files.set(`${folder}/package.json`, Buffer.from('{ "type": "module" }\n'));
  for (const name of filesNamedIn(manifest)) await add(name, at(name));
  files.set("third-party-licenses.txt", Buffer.from(thirdPartyNotices(packages)));
  files.set("package.json", Buffer.from(`${JSON.stringify(shippedManifest(manifest), undefined, 2)}\n`));
  return archive(manifest, files);
}

function archive(manifest, files) {
  const own = [...files].map(([name, data]) => ({ name: `extension/${name}`, data }));
  const description = Buffer.from(vsixManifestXml(manifest, name => files.has(name)));
  const names = [...own.map(entry => entry.name), "extension.vsixmanifest"];
  return [
    { name: "extension.vsixmanifest", data: description },
    { name: "[Content_Types].xml", data: Buffer.from(contentTypesXml(names)) },
    ...own,
  ];
}

/** The files that package.json names: icons, and the texts of walkthroughs. */
function filesNamedIn(manifest) {
  const text = JSON.stringify({ icon: manifest.icon, contributes: manifest.contributes });
  return [...new Set([...text.matchAll(/"(?:\.\/)?([^"]+\.(?:png|svg|md))"/g)].map(match => match[1]))];
}

function slashed(file) {
  return file.split(path.sep).join("/");
}
