// Mends syntax that no rule of its own knows.
import type { FixRule } from "./fix.ts";
import { repairs } from "./repair.ts";

export const mendSyntax: FixRule = {
  codes: ["expected-*", "unclosed-brace", "stray-*", "string-*", "nested-package-name", "version-before-interface"],
  fix: repairs,
};
