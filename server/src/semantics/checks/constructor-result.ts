// What a constructor may return: nothing, or a `result` of its own resource (WIT.md "Item: resource").
import { facts } from "../facts.ts";
import { type FuncDecl, referencePlace } from "../outline.ts";
import { type CheckContext, type Rule, report } from "./rule.ts";

export const constructorResult: Rule = {
  code: "constructor-result",
  severity: "error",
  needs: facts.constructorResult,
  check: c => {
    for (const f of c.functions)
      if (f.kind === "constructor" && f.func?.result && f.unit.problems.length === 0) checkResult(c, f);
  },
};

function checkResult(c: CheckContext, { func, resource, offset }: FuncDecl): void {
  const written = func!.result!;
  const result = namedResult(c, written) ?? written;
  if (result.kind !== "result") {
    report(
      c,
      constructorResult,
      offset,
      written,
      `a constructor gives its resource without saying so; one that may fail returns \`result<${resource}>\` or \`result<${resource}, …>\``,
      { at: offset + referencePlace(written).start },
    );
    return;
  }
  const ok = result.ok;
  const named = ok?.kind === "name" || ok?.kind === "own" ? ok.name?.text : undefined;
  if (named === resource) return;
  const place = written.kind === "result" && ok ? ok : written;
  report(
    c,
    constructorResult,
    offset,
    place,
    `the constructor of \`${resource}\` must give \`${resource}\` as its \`ok\` type`,
    { at: offset + referencePlace(place).start },
  );
}

/** The `result` that a name of this interface stands for; a used name does not count. */
export function namedResult(
  c: CheckContext,
  type: NonNullable<NonNullable<FuncDecl["func"]>["result"]>,
): typeof type | undefined {
  if (type.kind !== "name") return undefined;
  const entry = c.scope.entries.get(type.name.text);
  const unit = entry?.kind === "def" ? entry.decl.unit : undefined;
  return unit?.kind === "type" && unit.type?.kind === "result" ? unit.type : undefined;
}
