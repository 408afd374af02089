// npm run fuzz: compares the analyser with the reference parser over generated and broken packages, and ends with a table.
// `npm run fuzz -- --seed 7 --cases 100000 --minutes 30`; what differs is made small and written to .tools/fuzz/.
// `--corpus FILE` breaks the packages of a file (JSON, one a line, maybe gzipped) more often than generated ones.
// `npm run fuzz -- .tools/fuzz/7-123.json` looks at cases again that were written. `--from 123 --cases 1` makes one case again.
// `--rows 20` also fails where one of the reference's ways to reject was met fewer than 20 times. Needs cargo, for tools/oracle.
// `--edits` makes edits in live sessions instead (`--cases` of them), and compares with sessions that start afresh.
import { build } from "esbuild";
import { main } from "./lib/log.mjs";
import { ensureNodeModules } from "./lib/node-modules.mjs";
import { ensureOracle } from "./lib/oracle.mjs";
import { at, tool } from "./lib/paths.mjs";
import { node } from "./lib/run.mjs";

await main(async () => {
  await ensureNodeModules();
  const edits = process.argv.includes("--edits");
  const bundle = tool("fuzz", "bin", edits ? "fuzz-edits.mjs" : "fuzz.mjs");
  await build({
    entryPoints: [at("server", "fuzz", "main.ts")],
    outfile: bundle,
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    packages: "external",
    sourcemap: "inline",
    logLevel: "warning",
  });
  const hours = 12 * 3_600_000;
  const args = [
    "--enable-source-maps",
    bundle,
    ...(edits ? [] : ["--oracle", await ensureOracle()]),
    "--out",
    tool("fuzz"),
    "--comparable",
    at("scripts", "lib", "comparable.mjs"),
    ...process.argv.slice(2),
  ];
  return (await node(args, { show: true, timeout: hours })).code;
});
