// What hover says below a signature: where something lives, what it is an alias of, its gates, and who imports it.

import type { RootAnalysis } from "../semantics/analysis.ts";
import { gateOf } from "../semantics/gates.ts";
import type { PackageAnalysis } from "../semantics/package.ts";
import type { Definition, Occurrence, SymbolId } from "../semantics/symbols.ts";
import type { Attribute, Unit } from "../syntax/ast.ts";
import { docMarkdown, leadingDocs } from "../syntax/docs.ts";
import type { Features } from "../workspace/layout-types.ts";
import { lastSegment } from "../workspace/uri.ts";
import { containerById, splitId } from "./containers.ts";
import { oneLine } from "./symbols.ts";

/** Where a definition lives, and what it is called there. */
export function homeNote({ occurrence, item }: Definition, name: Occurrence): string {
  if (!item) return "";
  const id = occurrence.kind === "interface" || occurrence.kind === "world" ? packageOfItem(item.id) : item.id;
  const alias = name.id !== occurrence.id && name.kind === occurrence.kind ? "an alias " : "";
  return id === "" || id === "/" ? alias.trim() : `${alias}in \`${id}\``;
}

function packageOfItem(id: SymbolId): string {
  const at = id.indexOf("@");
  const path = at < 0 ? id : id.slice(0, at);
  return path.slice(0, path.lastIndexOf("/")) + (at < 0 ? "" : id.slice(at));
}

/** What a `type` stands for, step by step. */
export function aliasNote(root: RootAnalysis, { occurrence, item }: Definition): string {
  if (occurrence.kind !== "type" || !item) return "";
  const steps = aliasSteps(root, item.id, occurrence.id);
  return steps.length < 3
    ? ""
    : `alias of ${steps
        .slice(1)
        .map(step => `\`${step}\``)
        .join(" → ")}`;
}

/** The definitions that a chain of aliases goes through, the first in full and the last as it is written. */
function aliasSteps(root: RootAnalysis, itemId: SymbolId, id: SymbolId): readonly string[] {
  const steps: string[] = [];
  let [container, name] = splitId(id);
  let analysis = containerById(root, container)?.analysis;
  for (let count = 0; analysis && count < 100; count++) {
    const entry = analysis.scope.entries.get(name);
    if (!entry) break;
    if (entry.kind === "use") {
      if (entry.target.status !== "interface") break;
      [container, name] = [entry.target.id, entry.useName.name.text];
      analysis = containerById(root, container)?.analysis;
      continue;
    }
    const { unit } = entry.decl;
    steps.push(container.startsWith(itemId) ? name : `${container}.{${name}}`);
    if (unit.kind !== "type" || !unit.type) break;
    if (unit.type.kind !== "name") {
      steps.push(oneLine(unit.text.slice(unit.type.start, unit.type.end)));
      break;
    }
    name = unit.type.name.text;
  }
  return steps;
}

/** Gates in words. */
export function gateNotes(unit: Unit, features: Features): readonly string[] {
  return unit.attributes.flatMap(attribute => gateNote(attribute, features) ?? []);
}

function gateNote(attribute: Attribute, features: Features): string | undefined {
  switch (attribute.kind) {
    case "since":
      return attribute.version && `Since version ${attribute.version.text}.`;
    case "deprecated":
      return attribute.version && `**Deprecated** since version ${attribute.version.text}.`;
    case "unstable": {
      const state = gateOf([attribute], features) === "on" ? "switched on" : "switched off, so this is not there";
      return attribute.feature && `Unstable: part of the feature \`${attribute.feature.text}\`, which is ${state}.`;
    }
    case "external-id":
      return attribute.value === undefined ? undefined : `Known outside as \`${attribute.value}\`.`;
    case "unknown":
      return undefined;
  }
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
    return found ? [`world \`${worldId}\`${found.implicit ? " (by what it uses)" : ""}`] : [];
  });
}

/** A package: its version, its documentation, where it comes from and what it holds. */
export function packageMarkdown(root: RootAnalysis, id: SymbolId): string | undefined {
  const key = id.slice("package ".length);
  const found = root.byKey.get(key);
  if (!found) return undefined;
  const { dep, headers, nested } = found.package;
  const folder = dep ? `\`deps/${dep.name}\`` : nested ? "this file" : `\`${lastSegment(root.root.uri)}\``;
  const names = (kind: "interface" | "world"): string[] =>
    [...found.items.values()].flatMap(i => (i.item.item.kind === kind ? [`\`${i.item.item.name.text}\``] : []));
  const list = (title: string, all: readonly string[]): string =>
    all.length === 0 ? "" : `${title}: ${all.join(", ")}`;
  const docs = headers.map(h => docMarkdown(leadingDocs(h.unit))).find(text => text !== "") ?? "";
  const sections = [
    `\`\`\`wit\npackage ${key}\n\`\`\``,
    `from ${folder}`,
    list("Interfaces", names("interface").sort()),
    list("Worlds", names("world").sort()),
    docs,
  ];
  return sections.filter(section => section !== "").join("\n\n");
}
