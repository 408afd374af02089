// `types.point` where a type stands: types of other interfaces are named once they are brought in with `use`.
import { isName } from "../../syntax/tokens.ts";
import { useEdit } from "../completion/auto-use.ts";
import { itemAtPath } from "../completion/names.ts";
import { takenNames } from "../completion/taken.ts";
import { freeName, plain, written } from "../edits/words.ts";
import { type Broken, type Change, changed } from "./broken.ts";
import { type FixRule, homeAt, replace } from "./fix.ts";

export const qualifiedType: FixRule = { codes: ["expected-*"], fix: c => changed(c, [bringIn]) };

function bringIn({ c, tokens, index }: Broken): Change | undefined {
  const [path, ...rest] = tokens.slice(index - 1);
  const marks = rest.findIndex(t => t.kind !== "." && t.kind !== ":" && t.kind !== "/");
  const name = rest[marks];
  const home = homeAt(c);
  if (!path || marks < 1 || !name || !home || !isName(path.kind) || !isName(name.kind)) return undefined;
  const item = itemAtPath({ ...home, root: c.root, roots: c.roots, self: home.item }, [path]);
  const type = plain(name.text);
  if (item?.item.item.kind !== "interface" || item === home.item || !item.analysis.scope.entries.has(type))
    return undefined;
  const known = home.analysis.scope.entries.get(type);
  const place = { start: path.start, end: name.end };
  const title = `Use \`${type}\` from \`${path.text}\``;
  if (known?.kind === "use" && "id" in known.target && known.target.id === item.id && known.useName.name.text === type)
    return { title, edits: [replace(place, written(type))] };
  const free = freeName(type, takenNames(home.analysis));
  const alias = free === type ? undefined : free;
  const at = { analysis: home.analysis, start: home.base, file: c.file };
  return { title, edits: [useEdit(at, item.id, path.text, type, alias), replace(place, written(free))] };
}
