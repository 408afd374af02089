// All refactorings. A new one is one file beside this one, and one line here.
import { extractAlias } from "./extract-alias.ts";
import { extractRecord } from "./extract-record.ts";
import { inlineAlias } from "./inline-alias.ts";
import { inlineInterface, nameInterface } from "./inline-interface.ts";
import { moveToFile } from "./move-to-file.ts";
import { moveToInterface } from "./move-to-interface.ts";
import { pathToUse, useToPath } from "./paths.ts";
import type { RefactoringRule } from "./refactoring.ts";
import { satisfyWorld } from "./satisfy-world.ts";
import { writeOutInclude } from "./write-out-include.ts";

export const refactoringRules: readonly RefactoringRule[] = [
  extractAlias,
  extractRecord,
  inlineAlias,
  nameInterface,
  inlineInterface,
  pathToUse,
  useToPath,
  moveToFile,
  moveToInterface,
  writeOutInclude,
  satisfyWorld,
];
