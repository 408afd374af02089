// Where completion is asked: the package, the interface or world around the cursor, and whether a gate switches it off.
import type { RootAnalysis } from "../../semantics/analysis.ts";
import { gateOf, gateText } from "../../semantics/gates.ts";
import type { ContainerAnalysis } from "../../semantics/item.ts";
import type { SymbolId } from "../../semantics/symbols.ts";
import { type ParsedFile, partOf } from "../../syntax/file.ts";
import { plain } from "../edits/words.ts";
import type { PlacedContainer } from "../locate.ts";
import type { Token } from "../token-at.ts";
import type { UseHome } from "./auto-use.ts";
import type { Standpoint } from "./reach.ts";
import type { Statement } from "./statement.ts";

export interface Place {
  readonly standpoint: Standpoint;
  /** The interface, world or interface written in a world around the cursor, and its id. */
  readonly home?: UseHome & { readonly id: SymbolId };
  /** The resource around the cursor. */
  readonly resource: string | undefined;
}

/** Undefined where the file belongs to no package of the root. */
export function placeOf(
  root: RootAnalysis,
  offered: Pick<Standpoint, "roots" | "library">,
  { around, tokens }: Statement,
  file: ParsedFile,
): Place | undefined {
  const block = around.findLast(({ container: { kind } }) => kind === "file" || kind === "package")!;
  for (const pkg of root.packages) {
    const scope = pkg.package.scopes.find(s => s.file === file && s.container === block.container);
    if (!scope) continue;
    const outer = around.find(({ container: { kind } }) => kind === "interface" || kind === "world");
    const decl = outer && scope.items.find(item => item.container === outer.container);
    const known = decl && pkg.items.get(decl.name.text);
    const self = known?.item.item === decl ? known : undefined;
    const off = gatedOff(root, tokens) || around.some(placed => isOff(root, placed));
    const standpoint: Standpoint = { root, ...offered, pkg, scope, self, off };
    const { head } = around.at(-1)!.container;
    const resource = head?.kind === "resource" ? head.name?.text : undefined;
    if (!self || !outer) return { standpoint, resource };
    return { standpoint, resource, home: homeOf(standpoint, { self, outer, around, file }) };
  }
  return undefined;
}

/** Whether the attributes of the item being written switch it off. */
function gatedOff({ features }: RootAnalysis, tokens: readonly Token[]): boolean {
  if (features.all) return false;
  return tokens.some((t, i) => {
    if (t.kind !== "@" || tokens[i + 1]?.text !== "unstable") return false;
    const feature = tokens[i + 5];
    return feature !== undefined && tokens[i + 6]?.kind === ")" && !features.names.includes(plain(feature.text));
  });
}

function isOff({ features }: RootAnalysis, { container: { head } }: PlacedContainer): boolean {
  return head !== undefined && gateOf(head.attributes, features) === "off";
}

interface Surroundings {
  readonly self: NonNullable<Standpoint["self"]>;
  readonly outer: PlacedContainer;
  readonly around: readonly PlacedContainer[];
  readonly file: ParsedFile;
}

function homeOf(s: Standpoint, { self, outer, around, file }: Surroundings): NonNullable<Place["home"]> {
  const inline = around.find(({ container }) => container.kind === "inline");
  const body = inline && self.analysis.bodies.get(inline.start - outer.start);
  if (!inline || !body) return { ...useHome(s.root, self.analysis, outer, file), id: self.id };
  const head = inline.container.head;
  const name = head && "name" in head && head.name && "text" in head.name ? head.name.text : "";
  return { ...useHome(s.root, body, inline, file), id: `${self.id}#${head?.kind ?? "import"}.${name}` };
}

function useHome(root: RootAnalysis, analysis: ContainerAnalysis, placed: PlacedContainer, file: ParsedFile): UseHome {
  const { container, start } = placed;
  const home = { analysis, start, file };
  if (!isOff(root, placed) || !container.head) return home;
  const { attributes } = container.head;
  const gate = attributes.map(a => partOf(file, start + a.start, start + a.end)).join(" ");
  return { ...home, gate: { text: gate, meaning: gateText(attributes) } };
}
