// Brings tools of the suite "components" into `.tools`: jco with StarlingMonkey (200 MB) and componentize-py (50 MB).
import { ensureComponentTools } from "./lib/component-tools.mjs";
import { main } from "./lib/log.mjs";

await main(async () => {
  await ensureComponentTools({ all: true });
  return 0;
});
