// All lints. A new one is a file beside this one and a line here, a setting in package.json, and a page of documentation.
import { deprecatedUse } from "./deprecated-use.ts";
import { implicitImport } from "./implicit-import.ts";
import { keywordName } from "./keyword-name.ts";
import type { Lint } from "./lint.ts";
import { missingDocs } from "./missing-docs.ts";
import { newerItem } from "./newer-item.ts";
import { unusedUse } from "./unused-use.ts";
import { upperCaseName } from "./upper-case-name.ts";

export const lints: readonly Lint[] = [
  unusedUse,
  implicitImport,
  deprecatedUse,
  newerItem,
  keywordName,
  upperCaseName,
  missingDocs,
];
