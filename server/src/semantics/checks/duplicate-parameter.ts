// Two parameters of one function with the same name; a method's first parameter is `self`.

import type { Ident } from "../../syntax/ast.ts";
import { canonicalName } from "../../syntax/names.ts";
import { facts } from "../facts.ts";
import type { FuncDecl } from "../outline.ts";
import { type CheckContext, here, type Rule, report } from "./rule.ts";

export const duplicateParameter: Rule = {
  code: "duplicate-parameter",
  severity: "error",
  needs: facts.doubleParameter,
  byMember: "alone",
  check: c => {
    for (const func of c.functions) checkFunction(c, func);
  },
};

function checkFunction(c: CheckContext, { func, kind, offset }: FuncDecl): void {
  if (!func || (func.params.length < 2 && kind !== "method")) return;
  const seen = new Map<string, Ident>();
  for (const { name } of func.params) {
    const key = canonicalName(name.text);
    const before = seen.get(key);
    if (kind === "method" && key === "self") {
      const message = "a method has a parameter `self` already, the resource itself; rename this one";
      report(c, duplicateParameter, offset, name, message);
    } else if (before) {
      const message =
        before.text === name.text
          ? `there are two parameters \`${name.text}\`; rename one`
          : `the parameters \`${before.text}\` and \`${name.text}\` differ only by case or hyphens`;
      const related = [here(c, offset + before.start, offset + before.end, "the first parameter is here")];
      report(c, duplicateParameter, offset, name, message, { related });
    } else seen.set(key, name);
  }
}
