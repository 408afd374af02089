// A root's model as short text: a line for each type, function and world item, types written out where they are used.
import { buildModel } from "../../src/semantics/model/build.ts";
import type {
  FunctionNode,
  InterfaceNode,
  PartNode,
  Stability,
  TypeKind,
  TypeNode,
  TypeOwner,
  TypeRef,
  WorldItemNode,
  WorldNode,
} from "../../src/semantics/model/nodes.ts";
import type { Features } from "../../src/workspace/layout-types.ts";
import { analysisAt, noFeatures, testWorkspace } from "../support/workspace.ts";

/** The model of the first file's package and its dependencies; fails where the package has errors. */
export function modelText(source: string, features: Features = noFeatures): string {
  const workspace = testWorkspace(source);
  const { packages } = buildModel(analysisAt(workspace, workspace.fixture.files[0]!.uri, features));
  const lines = packages.flatMap(pkg => [
    `package ${pkg.name}${docs(pkg.docs)}`,
    ...[...pkg.interfaces.values()].flatMap(node => interfaceLines(node, `interface ${node.name}`)),
    ...[...pkg.worlds.values()].flatMap(worldLines),
  ]);
  return lines.join("\n");
}

function interfaceLines(node: InterfaceNode, title: string): string[] {
  const copied = node.cloneOf ? " (copy)" : "";
  return [
    `${title}${copied}${gate(node.stability)}${docs(node.docs)}`,
    ...[...node.types].map(([name, type]) => `  ${typeLine(name, type)}`),
    ...[...node.functions.values()].map(f => `  ${functionLine(f, node)}`),
  ];
}

function worldLines(node: WorldNode): string[] {
  const items = (word: string, map: ReadonlyMap<string, WorldItemNode>): string[] =>
    [...map].flatMap(([key, item]) => itemLines(node, word, key, item).map(line => `  ${line}`));
  const title = `world ${node.name}${gate(node.stability)}${docs(node.docs)}`;
  return [title, ...items("import", node.imports), ...items("export", node.exports)];
}

function itemLines(world: WorldNode, word: string, key: string, item: WorldItemNode): string[] {
  if (item.kind === "type") return [`${word} ${typeLine(key, item.type)}`];
  if (item.kind === "function") return [`${word} ${functionLine(item.function, world)}`];
  const said = `${gate(item.stability)}${external(item.externalId)}${docs(item.docs)}`;
  if (item.interface.name === undefined) return interfaceLines(item.interface, `${word} ${key}:`);
  return [`${word} ${item.byPath ? "" : `${key}: `}${ownerName(item.interface)}${said}`];
}

function typeLine(name: string, type: TypeNode): string {
  const own = type.name === name ? name : `${name} (${type.name})`;
  const said = `${gate(type.stability)}${external(type.externalId)}${docs(type.docs)}`;
  return `${own} = ${kindText(type.kind, type.owner)}${said}`;
}

function functionLine(f: FunctionNode, home: TypeOwner): string {
  const ref = (type: TypeRef): string => refText(type, home);
  const params = f.params.map(({ name, type }) => `${name}: ${ref(type)}`).join(", ");
  const result = f.result === undefined ? "" : ` -> ${ref(f.result)}`;
  return `${f.name}: ${f.kind}(${params})${result}${gate(f.stability)}${external(f.externalId)}${docs(f.docs)}`;
}

function kindText(kind: TypeKind, home: TypeOwner | undefined): string {
  const ref = (type: TypeRef | undefined): string => (type === undefined ? "_" : refText(type, home));
  switch (kind.kind) {
    case "resource":
      return "resource";
    case "alias":
      return ref(kind.type);
    case "own":
    case "borrow":
      return `${kind.kind}<${ref(kind.resource)}>`;
    case "tuple":
      return `tuple<${kind.types.map(ref).join(", ")}>`;
    case "map":
      return `map<${ref(kind.key)}, ${ref(kind.value)}>`;
    case "result":
      return `result<${ref(kind.ok)}, ${ref(kind.err)}>`;
    case "fixed-length-list":
      return `list<${ref(kind.element)}, ${kind.size}>`;
    case "record":
    case "variant":
    case "enum":
    case "flags":
      return `${kind.kind} { ${kind.parts.map(part => partText(part, ref)).join(", ")} }`;
    default:
      return `${kind.kind}<${ref(kind.element)}>`;
  }
}

function partText({ name, type, docs: text }: PartNode, ref: (type: TypeRef) => string): string {
  return `${name}${type === undefined ? "" : `: ${ref(type)}`}${docs(text)}`;
}

/** The owner is said only where it is not the one at hand. */
function refText(type: TypeRef, home: TypeOwner | undefined): string {
  if (typeof type === "string") return type;
  if (type.name === undefined) return kindText(type.kind, home);
  return type.owner === undefined || type.owner === home ? type.name : `${ownerName(type.owner)}.${type.name}`;
}

function ownerName(owner: TypeOwner): string {
  return `${owner.package.name}/${owner.name ?? "(in place)"}`;
}

function gate(of: Stability | undefined): string {
  if (!of) return "";
  const end = of.deprecated === undefined ? "" : ` deprecated ${of.deprecated}`;
  return ` @${of.kind === "stable" ? `since ${of.since}` : `unstable ${of.feature}`}${end}`;
}

function external(id: string | undefined): string {
  return id === undefined ? "" : ` @id ${JSON.stringify(id)}`;
}

function docs(text: string | undefined): string {
  return text === undefined ? "" : ` ${JSON.stringify(text)}`;
}
