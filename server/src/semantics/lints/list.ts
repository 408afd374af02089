// All lints. A new one is a file beside this one and a line here, a setting in package.json, and a page of documentation.
import { breakingChange } from "./breaking-change.ts";
import { dependencySpelling } from "./dependency-spelling.ts";
import { deprecatedUse } from "./deprecated-use.ts";
import { featureName } from "./feature-name.ts";
import { implicitImport } from "./implicit-import.ts";
import { keywordName } from "./keyword-name.ts";
import type { Lint } from "./lint.ts";
import { missingDocs } from "./missing-docs.ts";
import { newerItem } from "./newer-item.ts";
import { repeatedName } from "./repeated-name.ts";
import { replacedType } from "./replaced-type.ts";
import { unusedUse } from "./unused-use.ts";
import { upperCaseName } from "./upper-case-name.ts";
import { versionNotBumped } from "./version-not-bumped.ts";
import { versionSuffix } from "./version-suffix.ts";

export const lints: readonly Lint[] = [
  unusedUse,
  implicitImport,
  deprecatedUse,
  newerItem,
  replacedType,
  versionSuffix,
  dependencySpelling,
  keywordName,
  upperCaseName,
  repeatedName,
  featureName,
  missingDocs,
  breakingChange,
  versionNotBumped,
];
