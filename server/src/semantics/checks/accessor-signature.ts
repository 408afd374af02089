// Getters take nothing and return something; setters take one value and return nothing, or a `result` without `ok`.
import { facts } from "../facts.ts";
import { type FuncDecl, referencePlace } from "../outline.ts";
import { namedResult } from "./constructor-result.ts";
import { type CheckContext, type Rule, report } from "./rule.ts";

export const accessorSignature: Rule = {
  code: "accessor-signature",
  severity: "error",
  needs: facts.accessor,
  check: c => {
    for (const f of c.functions) {
      if (!f.func?.accessor || f.unit.problems.length > 0) continue;
      if (f.func.accessor === "get") checkGetter(c, f);
      else checkSetter(c, f);
    }
  },
};

function checkGetter(c: CheckContext, { func, offset }: FuncDecl): void {
  const [param] = func!.params;
  const keyword = { start: func!.start, end: func!.start + "get".length };
  if (param) report(c, accessorSignature, offset, param.name, "a getter takes no parameters");
  if (!func!.result) report(c, accessorSignature, offset, keyword, "a getter must return a value");
}

function checkSetter(c: CheckContext, { func, offset }: FuncDecl): void {
  const { params, result, start } = func!;
  const keyword = { start, end: start + "set".length };
  if (params.length !== 1)
    report(c, accessorSignature, offset, params[1]?.name ?? keyword, "a setter takes exactly one parameter");
  if (!result) return;
  const resolved = namedResult(c, result) ?? result;
  if (resolved.kind === "result" && !resolved.ok) return;
  report(
    c,
    accessorSignature,
    offset,
    result,
    "a setter returns nothing, or a `result` without an `ok` type: `result<_, …>`",
    { at: offset + referencePlace(result).start },
  );
}
