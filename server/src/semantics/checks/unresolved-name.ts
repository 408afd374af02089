// A type is named that nothing in the interface defines or uses.
import { memo } from "../../base/memo.ts";
import type { Ident } from "../../syntax/ast.ts";
import { type FuncDecl, mentionedTypes, type Outline } from "../outline.ts";
import { isUnfinished } from "../unfinished.ts";
import { type CheckContext, elsewhere, type Rule, report } from "./rule.ts";

export const unresolvedName: Rule = {
  code: "unresolved-name",
  severity: "error",
  byMember: "scoped",
  check: c => {
    for (const { unit, offset } of c.outline.types) {
      if (unit.problems.length > 0) continue;
      for (const name of mentionedTypes(unit)) checkName(c, offset, name);
    }
    for (const { unit, func, offset } of c.functions) {
      if (!func || unit.problems.length > 0) continue;
      for (const name of mentionedTypes(func)) checkName(c, offset, name);
    }
  },
};

const renamed: Readonly<Record<string, string>> = { float32: "f32", float64: "f64" };

/** Functions of an interface by name; asked for only where a name is no type. */
const freeFunctions: (o: Outline) => ReadonlyMap<string, FuncDecl> = memo(
  o => new Map(o.functions.flatMap(f => (f.kind === "free" ? [[f.name.text, f] as const] : []))),
);

function checkName(c: CheckContext, offset: number, name: Ident): void {
  if (c.scope.entries.has(name.text)) return;
  const func = c.container.kind === "world" ? undefined : freeFunctions(c.scope.outline).get(name.text);
  if (func) {
    const [start, end] = [func.offset + func.name.start, func.offset + func.name.end];
    report(c, unresolvedName, offset, name, `\`${name.text}\` is a function, and here must be a type`, {
      related: [elsewhere(c, { name: name.text, start, end }, `function \`${name.text}\` is here`)],
    });
    return;
  }
  if (isUnfinished(c.container, name.text)) return;
  const now = renamed[name.text];
  const hint = now ? `it is called \`${now}\` now` : whereTypesComeFrom(c);
  report(c, unresolvedName, offset, name, `there is no type \`${name.text}\` here: ${hint}`, {
    data: { name: name.text },
  });
}

function whereTypesComeFrom(c: CheckContext): string {
  return c.container.kind === "inline"
    ? "define it in this interface or bring it in with `use`; the types of the world around it do not count"
    : "define it or bring it in with `use`";
}
