// A function can't return a `borrow`: it would outlive the call (WIT.md "Handles").
import { gateOf } from "../gates.ts";
import { holdsBorrow } from "../type-scope.ts";
import { type Rule, report } from "./rule.ts";

export const borrowInResult: Rule = {
  code: "borrow-in-result",
  severity: "error",
  check: c => {
    for (const { name, func, offset, unit } of c.functions) {
      if (!func?.result || !holdsBorrow(func.result, c.scope.entries)) continue;
      if (gateOf(unit.attributes, c.features) === "off") continue;
      report(
        c,
        borrowInResult,
        offset,
        func.result,
        `\`${name.text}\` returns a \`borrow\`, which ends with the call; return an owned handle`,
        { at: offset + name.start },
      );
    }
  },
};
