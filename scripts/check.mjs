// npm run check: types, lint, format and the unit tests (the layer test among them), in under half a minute.
// `npm run check -- types client` runs those suites alone.

import { build } from "./lib/bundle.mjs";
import { duration, main, say } from "./lib/log.mjs";
import { ensureNodeModules } from "./lib/node-modules.mjs";
import { suites } from "./lib/suites.mjs";

const quick = ["types", "lint", "scripts", "server", "client", "grammar"];
const named = process.argv.slice(2);
const chosen = named.length > 0 ? quick.filter(name => named.includes(name)) : quick;

await main(async () => {
  const start = performance.now();
  await ensureNodeModules();
  await build();
  let failed = 0;
  for (const suite of suites.filter(suite => chosen.includes(suite.name))) {
    const begun = performance.now();
    let output = "";
    const result = await suite.run({ onOutput: text => (output += text) });
    failed += result.failed;
    if (result.failed > 0) say(output.trimEnd());
    const counts = `${result.passed} passed, ${result.failed} failed`;
    say(`${result.failed > 0 ? "✗" : "✓"} ${suite.name}: ${counts} (${duration(performance.now() - begun)})`);
  }
  say(`${failed === 0 ? "all is well" : `${failed} failed`} (${duration(performance.now() - start)})`);
  return failed === 0 ? 0 : 1;
});
