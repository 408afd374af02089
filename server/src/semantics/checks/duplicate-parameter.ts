// Two parameters of one function with the same name; a method's first parameter is `self`.
import { canonicalName } from "../../syntax/names.ts";
import { type Rule, report } from "./rule.ts";

export const duplicateParameter: Rule = {
  code: "duplicate-parameter",
  severity: "error",
  check: c => {
    for (const { func, kind, offset } of c.functions) {
      if (!func || (func.params.length < 2 && kind !== "method")) continue;
      const seen = new Set(kind === "method" ? ["self"] : []);
      for (const param of func.params) {
        const key = canonicalName(param.name.text);
        const self = kind === "method" && key === "self";
        const message = self
          ? "a method has a parameter `self` already"
          : `there are two parameters \`${param.name.text}\``;
        if (seen.has(key)) report(c, duplicateParameter, offset, param.name, message);
        seen.add(key);
      }
    }
  },
};
