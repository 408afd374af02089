// What hover says below a signature: where something lives, what it is an alias of, and who imports it.
import { codeSpan } from "../../base/markdown.ts";
import type { RootAnalysis } from "../../semantics/analysis.ts";
import type { PackageAnalysis } from "../../semantics/package.ts";
import type { Definition, Occurrence, SymbolId } from "../../semantics/symbols.ts";
import { aliasChain } from "../alias-chain.ts";

/** Where a definition lives, and what the name by which it was reached is to it. */
export function homeNote({ occurrence, item }: Definition, name: Occurrence): string {
  if (!item) return "";
  const isItem = occurrence.kind === "interface" || occurrence.kind === "world";
  if (name.kind === "file-name" && isItem && hasPackage(item.id)) return `an alias of ${codeSpan(item.id)}`;
  if (name.kind === "rename") return `another name, given by \`with\`, of what ${codeSpan(item.id)} has`;
  const id = isItem ? packageOfItem(item.id) : item.id;
  const alias = name.id !== occurrence.id && name.kind === occurrence.kind ? "an alias " : "";
  const role = resourceNote(occurrence);
  return `${alias}${role}${hasPackage(id) ? `in ${codeSpan(id)}` : ""}`.trim();
}

/** What a function is to the resource that it belongs to. */
function resourceNote({ id, kind }: Occurrence): string {
  const [, role, resource] = /#\[(method|static|constructor)\](?:\[[gs]et\])?([^.#(]*)[^#(]*$/.exec(id) ?? [];
  if (kind !== "function" || role === undefined || resource === undefined) return "";
  return `${role === "static" ? "static function" : role} of ${codeSpan(resource)} `;
}

/** A file without a header has no package, and ids that start with a slash. */
function hasPackage(id: SymbolId): boolean {
  return id !== "" && !id.startsWith("/");
}

function packageOfItem(id: SymbolId): string {
  const at = id.indexOf("@");
  const path = at < 0 ? id : id.slice(0, at);
  return path.slice(0, path.lastIndexOf("/")) + (at < 0 ? "" : id.slice(at));
}

/** What a `type` stands for, step by step: each definition, and the last as it is written. */
export function aliasNote(root: RootAnalysis, { occurrence, item }: Definition): string {
  if (occurrence.kind !== "type" || !item) return "";
  const { steps, written } = aliasChain(root, occurrence.id);
  const names = steps.map(({ container, entry }) =>
    container.id === steps[0]!.container.id ? entry.name : `${container.id}.{${entry.name}}`,
  );
  const chain = written === undefined ? names : [...names, written];
  return chain.length < 3 ? "" : `alias of ${chain.slice(1).map(codeSpan).join(" → ")}`;
}

/** The worlds that import or export an interface. */
export function worldNotes(root: RootAnalysis, { occurrence }: Definition): readonly string[] {
  if (occurrence.kind !== "interface") return [];
  return (["export", "import"] as const).flatMap(direction => {
    const worlds = [...root.packages.flatMap(pkg => worldsWith(pkg, direction, occurrence.id))];
    if (worlds.length === 0) return [];
    const shown = worlds.slice(0, 8).join(", ");
    const rest = worlds.length > 8 ? ` and ${worlds.length - 8} more` : "";
    return [`${direction === "export" ? "Exported" : "Imported"} by ${shown}${rest}`];
  });
}

function worldsWith(pkg: PackageAnalysis, direction: "import" | "export", id: SymbolId): readonly string[] {
  return [...pkg.items.values()].flatMap(({ world, id: worldId }) => {
    const found = world?.[`${direction}s`].find(item => item.id === id);
    return found ? [`world ${codeSpan(worldId)}${found.implicit ? " (by what it uses)" : ""}`] : [];
  });
}
