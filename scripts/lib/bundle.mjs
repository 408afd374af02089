// Bundles the server and the client with esbuild, as the list in bundles.mjs says.
import { existsSync } from "node:fs";
import { cp, mkdir } from "node:fs/promises";
import path from "node:path";
import { assets, bundles } from "./bundles.mjs";
import { Advice, duration, say } from "./log.mjs";
import { at } from "./paths.mjs";

/**
 * Builds every bundle whose entry exists and copies the files they read; throws when one fails to build. Options: `production` (minified,
 * without tests), `watch`, `into` (a folder that takes the place of the repository for what is written). Gives the names of the npm packages
 * whose code went in.
 */
export async function build({ production = false, watch = false, into = at() } = {}) {
  const esbuild = await import("esbuild");
  const start = performance.now();
  const chosen = bundles.filter(bundle => !(production && bundle.testOnly) && present(bundle.entry, production));
  const contexts = await Promise.all(chosen.map(bundle => esbuild.context(options(bundle, production, into))));
  try {
    const results = await Promise.all(contexts.map(context => context.rebuild()));
    await copyAssets(into, production);
    say(`✓ built ${chosen.map(bundle => bundle.out).join(", ")} (${duration(performance.now() - start)})`);
    if (!watch) return packagesIn(results);
    await Promise.all(contexts.map(context => context.watch()));
    say("watching for changes; Ctrl+C ends it");
    await new Promise(() => {});
  } finally {
    await Promise.all(contexts.map(context => context.dispose()));
  }
}

/** What is shipped must be whole; while developing, a part may not be written yet. */
function present(file, needed) {
  if (existsSync(at(file))) return true;
  if (needed) throw new Advice(`${file} does not exist: it belongs to what is shipped.`);
  say(`- ${file} does not exist: not built`);
  return false;
}

function options(bundle, production, into) {
  return {
    absWorkingDir: at(),
    entryPoints: [bundle.entry],
    outfile: path.join(into, bundle.out),
    metafile: true,
    bundle: true,
    platform: bundle.platform,
    format: bundle.format,
    target: bundle.target,
    external: bundle.external ?? [],
    alias: bundle.alias ?? {},
    define: bundle.define ?? {},
    loader: bundle.loader ?? {},
    banner: bundle.banner === undefined ? {} : { js: bundle.banner },
    sourcemap: !production,
    minify: production,
    legalComments: production ? "linked" : "none",
    // ES module entries come first: a package's UMD file hides its `require`s from a bundler.
    mainFields: bundle.platform === "node" ? ["module", "main"] : ["browser", "module", "main"],
    logLevel: "warning",
  };
}

async function copyAssets(into, production) {
  for (const [from, to] of assets) {
    if (!present(from, production)) continue;
    const target = path.join(into, to);
    await mkdir(path.dirname(target), { recursive: true });
    await cp(at(from), target, { recursive: true });
  }
}

/** Folders of the npm packages among the bundles' inputs and the copied files, from the repository's root, sorted. */
function packagesIn(results) {
  const inputs = results.flatMap(result => Object.keys(result.metafile.inputs)).concat(assets.map(([from]) => from));
  const folders = inputs.map(file => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.[0]);
  return [...new Set(folders.filter(folder => folder !== undefined))].sort();
}
