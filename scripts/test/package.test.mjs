// The .vsix is a zip archive that other programs read, and its manifests say what package.json says.
import assert from "node:assert/strict";
import { test } from "node:test";
import { crc32 } from "node:zlib";
import { contentTypesXml, shippedManifest, vsixManifestXml } from "../lib/vsix.mjs";
import { describeWeight, weigh } from "../lib/weight.mjs";
import { unzip, zip } from "../lib/zip.mjs";

const entries = [
  { name: "extension/readme – ü.md", data: Buffer.from("hello ".repeat(100)) },
  { name: "empty", data: Buffer.alloc(0) },
  { name: "binary", data: Buffer.from(Array.from({ length: 1000 }, (_, i) => (i * 7919) % 256)) },
];

test("what is zipped comes out again", () => {
  const got = unzip(zip(entries));
  assert.deepEqual(
    got.map(({ name, data }) => ({ name, data })),
    entries,
  );
});

test("checksums are CRC-32", { skip: crc32 === undefined && "this Node has no crc32 to compare with" }, () => {
  for (const entry of unzip(zip(entries))) assert.equal(entry.crc, crc32(entry.data));
});

test("equal input gives equal bytes", () => {
  assert.deepEqual(zip(entries), zip(entries));
});

const manifest = {
  name: "x",
  publisher: "p",
  version: "1.2.3",
  displayName: 'A "quoted" & <odd> name',
  engines: { vscode: "^1.100.0" },
  icon: "icon.png",
  scripts: { test: "x" },
  devDependencies: { y: "1" },
  contributes: { languages: [{ id: "wit", extensions: [".wit"] }] },
};

test("the package manifest escapes text and names only files that are there", () => {
  const xml = vsixManifestXml(manifest, file => file === "icon.png");
  assert.match(xml, /<DisplayName>A &quot;quoted&quot; &amp; &lt;odd&gt; name<\/DisplayName>/);
  assert.match(xml, /Id="x" Version="1.2.3" Publisher="p"/);
  assert.match(xml, /Path="extension\/icon.png"/);
  assert.match(xml, /__ext_wit/);
  assert.doesNotMatch(xml, /README|LICENSE/);
});

test("the marketplace is told whether an extension runs in the browser", () => {
  assert.doesNotMatch(
    vsixManifestXml(manifest, () => false),
    /__web_extension/,
  );
  assert.match(
    vsixManifestXml({ ...manifest, browser: "b.js" }, () => false),
    /<Tags>[^<]*__web_extension/,
  );
});

test("what only development needs is not shipped", () => {
  const shipped = shippedManifest(manifest);
  assert.equal(shipped.scripts, undefined);
  assert.equal(shipped.devDependencies, undefined);
  assert.equal(shipped.contributes, manifest.contributes);
});

test("every ending gets a content type once", () => {
  const xml = contentTypesXml(["a.js", "b.js", "c.wasm", "noending"]);
  assert.equal(xml.match(/<Default /g).length, 2);
});

test("the wasm tools may weigh more than the rest", () => {
  const entry = (name, packed) => ({ name: `extension/${name}`, packed });
  const weight = weigh([
    entry("client/dist/extension.cjs", 1_900_000),
    entry("server/dist/wasm-tools/a.wasm", 6_000_000),
  ]);
  assert.deepEqual(weight, { all: 7_900_000, core: 1_900_000 });
  assert.equal(describeWeight(weight), "7.90 MB, without the wasm tools 1.90 MB");
  const tooLarge = /^The \.vsix is too large: .*; at most 8\.00 MB and 2\.00 MB\.$/;
  assert.throws(() => describeWeight(weigh([entry("client/dist/extension.cjs", 2_000_001)])), { message: tooLarge });
  assert.throws(() => describeWeight(weigh([entry("client/dist/embedded/a.wasm", 8_000_001)])), { message: tooLarge });
});
