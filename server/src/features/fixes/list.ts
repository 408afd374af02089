// All quick fixes, the surest first. A new fix is one file beside this one, or one more rule in it, and one line here.
import { accessorSignatureFix, addGetter } from "./accessors.ts";
import { addDependency, addOtherVersion } from "./add-dependency.ts";
import { putBack, raiseVersion } from "./baseline.ts";
import { mendCharacter } from "./characters.ts";
import { closeComment } from "./comments.ts";
import { createItem } from "./create-item.ts";
import { breakItemCycle, breakTypeCycle } from "./cycles.ts";
import { nameInnerType } from "./deep-types.ts";
import { defineHere, sketchPackage } from "./define-here.ts";
import { duplicateElement, duplicateFileName, duplicateItem, duplicateMember } from "./duplicates.ts";
import type { FixRule } from "./fix.ts";
import { foreignType } from "./foreign-types.ts";
import { attributeArgument, conflictingGates, gateVersionFix, meantAttribute, misplacedAttribute } from "./gates.ts";
import { addHeader, duplicatePackage, moveHeader, sameHeader, secondDocs, unnestPackage } from "./headers.ts";
import { renameClashing, renameShadowed, unknownRename } from "./includes.ts";
import { leaveOut } from "./leave-out.ts";
import {
  allowLint,
  conventionalName,
  dropReplaced,
  dropSuffix,
  raiseSince,
  removeUnused,
  writeImport,
} from "./lints.ts";
import { kebabName } from "./names.ts";
import { oldSyntax } from "./old-syntax.ts";
import { otherLanguages } from "./other-languages.ts";
import { meantPath, otherKind, otherVersion, unwrapOwnPath } from "./paths.ts";
import { qualifiedType } from "./qualified-types.ts";
import { mendString } from "./strings.ts";
import { gateBoth, gateTypes } from "./switched-off.ts";
import { mendSyntax } from "./syntax.ts";
import { exportBetween } from "./transitive.ts";
import {
  constructorResultFix,
  fillEmptyType,
  mapKeyFix,
  ownResult,
  shortenList,
  splitFlags,
  unwrapHandle,
} from "./types.ts";
import { addUse, createType, meantType, oldTypeName } from "./unresolved-name.ts";
import { mendUse } from "./unresolved-use.ts";
import { useTypes } from "./use-types.ts";
import { completeVersion, mendVersion, moveVersion } from "./versions.ts";

export const fixRules: readonly FixRule[] = [
  foreignType,
  mendCharacter,
  closeComment,
  kebabName,
  mendVersion,
  completeVersion,
  moveVersion,
  useTypes,
  oldSyntax,
  otherLanguages,
  qualifiedType,
  mendString,
  mendSyntax,
  nameInnerType,
  oldTypeName,
  meantType,
  addUse,
  createType,
  addDependency,
  otherVersion,
  addOtherVersion,
  otherKind,
  meantPath,
  createItem,
  mendUse,
  unwrapOwnPath,
  breakItemCycle,
  breakTypeCycle,
  gateBoth,
  gateTypes,
  exportBetween,
  leaveOut,
  sketchPackage,
  defineHere,
  duplicateElement,
  duplicateMember,
  duplicateItem,
  duplicateFileName,
  accessorSignatureFix,
  addGetter,
  fillEmptyType,
  constructorResultFix,
  unwrapHandle,
  ownResult,
  mapKeyFix,
  shortenList,
  splitFlags,
  conflictingGates,
  gateVersionFix,
  attributeArgument,
  meantAttribute,
  misplacedAttribute,
  renameShadowed,
  renameClashing,
  unknownRename,
  addHeader,
  moveHeader,
  sameHeader,
  secondDocs,
  duplicatePackage,
  unnestPackage,
  putBack,
  raiseVersion,
  removeUnused,
  writeImport,
  conventionalName,
  dropSuffix,
  dropReplaced,
  raiseSince,
  allowLint,
];
