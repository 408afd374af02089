// Flags fit in 32 bits (CanonicalABI.md "Flattening").
import { type Rule, report } from "./rule.ts";

const most = 32;

export const tooManyFlags: Rule = {
  code: "too-many-flags",
  severity: "error",
  check: c => {
    for (const { unit, offset } of c.outline.types) {
      const over = unit.kind === "flags" ? unit.fields[most] : undefined;
      if (over)
        report(c, tooManyFlags, offset, over.name, `there can be ${most} flags at most; split them over two types`);
    }
  },
};
