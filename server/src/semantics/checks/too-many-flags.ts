// Flags fit in 32 bits (CanonicalABI.md "Flattening").
import { facts, mostFlags } from "../facts.ts";
import { type Rule, report } from "./rule.ts";

export const tooManyFlags: Rule = {
  code: "too-many-flags",
  severity: "error",
  needs: facts.manyFlags,
  byMember: "alone",
  check: c => {
    for (const { unit, offset } of c.outline.types) {
      const over = unit.kind === "flags" ? unit.fields[mostFlags] : undefined;
      if (over)
        report(
          c,
          tooManyFlags,
          offset,
          over.name,
          `there can be ${mostFlags} flags at most; split them over two types`,
        );
    }
  },
};
