// All rules for interfaces and worlds. A new rule is one file beside this one and one line here.
import { accessorSignature } from "./accessor-signature.ts";
import { borrowInResult } from "./borrow-in-result.ts";
import { constructorResult } from "./constructor-result.ts";
import { duplicateField } from "./duplicate-field.ts";
import { duplicateName } from "./duplicate-name.ts";
import { duplicateParameter } from "./duplicate-parameter.ts";
import { emptyType } from "./empty-type.ts";
import { gateRepeated } from "./gate-repeated.ts";
import { gateVersion } from "./gate-version.ts";
import { gatedOff } from "./gated-off.ts";
import { gatedOwner } from "./gated-owner.ts";
import { mapKey } from "./map-key.ts";
import { nameClash } from "./name-clash.ts";
import { notAResource } from "./not-a-resource.ts";
import type { Rule } from "./rule.ts";
import { setterWithoutGetter } from "./setter-without-getter.ts";
import { switchedOff } from "./switched-off.ts";
import { tooManyFlags } from "./too-many-flags.ts";
import { typeCycle } from "./type-cycle.ts";
import { unresolvedName } from "./unresolved-name.ts";
import { unresolvedPath } from "./unresolved-path.ts";
import { unresolvedUse } from "./unresolved-use.ts";
import { worldItems } from "./world-items.ts";
import { wrongKind } from "./wrong-kind.ts";

export const rules: readonly Rule[] = [
  unresolvedPath,
  wrongKind,
  unresolvedUse,
  duplicateName,
  unresolvedName,
  typeCycle,
  gateRepeated,
  emptyType,
  tooManyFlags,
  duplicateField,
  mapKey,
  notAResource,
  duplicateParameter,
  accessorSignature,
  constructorResult,
  nameClash,
  worldItems,
  setterWithoutGetter,
  gateVersion,
  gatedOff,
  gatedOwner,
  borrowInResult,
  switchedOff,
];
