// npm run build: bundles the server and the client. `--watch` keeps on rebuilding, `--production` minifies and leaves test bundles out.
import { build } from "./lib/bundle.mjs";
import { main } from "./lib/log.mjs";
import { ensureNodeModules } from "./lib/node-modules.mjs";

await main(async () => {
  await ensureNodeModules();
  await build({ production: process.argv.includes("--production"), watch: process.argv.includes("--watch") });
});
