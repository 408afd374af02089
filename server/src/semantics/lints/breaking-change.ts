// Something is not what it was in the baseline, and no compatible version of a package may change it (see compatibility/).
import type { Lint } from "./lint.ts";

export const breakingChange: Lint = { name: "breaking-change", severity: "warning" };
