// Two parameters of one function with the same name; a method's first parameter is `self`.

import { canonicalName } from "../../syntax/names.ts";
import { facts } from "../facts.ts";
import { type Rule, report } from "./rule.ts";

export const duplicateParameter: Rule = {
  code: "duplicate-parameter",
  severity: "error",
  needs: facts.doubleParameter,
  byMember: "alone",
  check: c => {
    for (const { func, kind, offset } of c.functions) {
      if (!func || (func.params.length < 2 && kind !== "method")) continue;
      const seen = new Map(kind === "method" ? [["self", "self"]] : []);
      for (const param of func.params) {
        const key = canonicalName(param.name.text);
        const self = kind === "method" && key === "self";
        const before = seen.get(key);
        const message = self
          ? "a method has a parameter `self` already, the resource itself; rename this one"
          : before === param.name.text
            ? `there are two parameters \`${before}\`; rename one`
            : `the parameters \`${before}\` and \`${param.name.text}\` differ only by case or hyphens`;
        if (before !== undefined) report(c, duplicateParameter, offset, param.name, message);
        else seen.set(key, param.name.text);
      }
    }
  },
};
