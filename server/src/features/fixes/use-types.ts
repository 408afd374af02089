// A `use` inside an interface or world that says where from, and not what.
import { packageKey } from "../../semantics/packages.ts";
import { itemById } from "../../semantics/symbol-lookup.ts";
import type { InterfaceSummary } from "../../semantics/targets.ts";
import type { UsePath } from "../../syntax/ast.ts";
import { written } from "../edits/words.ts";
import {
  type Fix,
  type FixContext,
  type FixRule,
  fixHere,
  type Home,
  homeAt,
  insertAt,
  type ProblemMember,
  problemMember,
} from "./fix.ts";
import { mends } from "./syntax-check.ts";

export const useTypes: FixRule = { codes: ["expected-period", "expected-open-brace"], fix: nameTypes };

/** So many types are written out; of more, nobody wants all. */
const most = 5;

/** Names the types of the interface that are not there yet. */
function nameTypes(c: FixContext): readonly Fix[] {
  const member = useBefore(c);
  const home = homeAt(c);
  // What lacks its names looks like a `use` at the top of a file.
  const path = member && "path" in member.unit ? member.unit.path : undefined;
  const from = home && path && interfaceAt(c, home, path);
  if (!member || !home || !path || !from) return [];
  const names = [...from.types.keys()].filter(name => !home.analysis.scope.entries.has(name));
  const lists = names.length > 0 && names.length <= most ? [names] : names.slice(0, 3).map(name => [name]);
  const end = member.start + path.end;
  const [, point = "", mark = ""] = /^(\s*\.)?\s*(;)?/.exec(c.file.source.text.slice(end, end + 200)) ?? [];
  return lists.flatMap(list => {
    const text = `${point === "" ? "." : ""}{${list.map(written).join(", ")}}${mark === "" ? ";" : ""}`;
    const edit = insertAt(end + point.length, text);
    return mends(c.file, [edit]) ? [fixHere(c, `Insert \`${text}\``, edit, names.length === 1)] : [];
  });
}

/** The `use` that the problem is in, or in front of which it found a brace. */
function useBefore(c: FixContext): ProblemMember | undefined {
  const before = c.file.source.text.slice(0, c.problem.start).trimEnd().length - 1;
  const members = [c.problem.start, before].map(start => problemMember({ ...c, problem: { ...c.problem, start } }));
  return members.find(member => member?.unit.kind === "use" || member?.unit.kind === "top-use");
}

function interfaceAt(c: FixContext, { pkg, scope }: Home, path: UsePath): InterfaceSummary | undefined {
  const target = path.package ? undefined : pkg.resolve(scope, path, "use");
  const item = path.package
    ? c.root.byKey.get(packageKey(path.package))?.items.get(path.name.text)
    : target?.status === "interface"
      ? itemById(c.root, target.id)
      : undefined;
  return item?.item.item.kind === "interface" ? item.analysis.summary : undefined;
}
