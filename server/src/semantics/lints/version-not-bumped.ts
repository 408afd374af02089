// A package has more than in the baseline and still the baseline's version (see compatibility/).
import type { Lint } from "./lint.ts";

export const versionNotBumped: Lint = { name: "version-not-bumped", severity: "information" };
