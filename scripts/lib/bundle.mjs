// Bundles the server and the client with esbuild, as the list in bundles.mjs says.
import { existsSync } from "node:fs";
import { copyFile, mkdir } from "node:fs/promises";
import path from "node:path";
import { assets, bundles } from "./bundles.mjs";
import { duration, say } from "./log.mjs";
import { at } from "./paths.mjs";

/** Builds every bundle whose entry exists and copies the files they read; throws when one fails to build. */
export async function build({ production = false, watch = false } = {}) {
  const esbuild = await import("esbuild");
  const start = performance.now();
  const chosen = bundles.filter(bundle => present(bundle.entry) && !(production && bundle.testOnly));
  const contexts = await Promise.all(chosen.map(bundle => esbuild.context(options(bundle, production))));
  try {
    await Promise.all(contexts.map(context => context.rebuild()));
    await copyAssets();
    say(`✓ built ${chosen.map(bundle => bundle.out).join(", ")} (${duration(performance.now() - start)})`);
    if (!watch) return;
    await Promise.all(contexts.map(context => context.watch()));
    say("watching for changes; Ctrl+C ends it");
    await new Promise(() => {});
  } finally {
    await Promise.all(contexts.map(context => context.dispose()));
  }
}

function present(file) {
  if (existsSync(at(file))) return true;
  say(`- ${file} does not exist: not built`);
  return false;
}

function options(bundle, production) {
  return {
    absWorkingDir: at(),
    entryPoints: [bundle.entry],
    outfile: bundle.out,
    bundle: true,
    platform: bundle.platform,
    format: bundle.format,
    target: bundle.target,
    external: bundle.external ?? [],
    define: bundle.define ?? {},
    banner: bundle.banner === undefined ? {} : { js: bundle.banner },
    sourcemap: !production,
    minify: production,
    legalComments: production ? "linked" : "none",
    // ES module entries come first: a package's UMD file hides its `require`s from a bundler.
    mainFields: bundle.platform === "node" ? ["module", "main"] : ["browser", "module", "main"],
    logLevel: "warning",
  };
}

async function copyAssets() {
  for (const [from, to] of assets) {
    if (!present(from)) continue;
    await mkdir(path.dirname(at(to)), { recursive: true });
    await copyFile(at(from), at(to));
  }
}
