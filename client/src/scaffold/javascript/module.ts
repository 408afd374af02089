// The module of a new project: everything that the world exports, in JavaScript with JSDoc or in TypeScript.
import type { Func, Type, TypeDef, WorldModel } from "../../wit/world-model.ts";
import { realDef, withoutAliases } from "../../wit/world-model.ts";
import { camel } from "../casing.ts";
import {
  type ExportedInterface,
  type ExportedResource,
  exportedFunctions,
  exportedInterfaces,
  exportedResources,
} from "../exports.ts";
import { uniqueNames } from "../unique-names.ts";
import { defaultValue, type ValueContext } from "./default-value.ts";
import { identifier, moduleNames } from "./names.ts";
import { bodyText, resultText, typeText } from "./types.ts";
import { knownInterface, knownParts } from "./wasi.ts";

export type Flavour = "javascript" | "typescript";

export interface ModuleContext extends ValueContext {
  readonly flavour: Flavour;
  readonly world: WorldModel;
}

/** The module's text. */
export function moduleText(world: WorldModel, flavour: Flavour): string {
  const context: ModuleContext = { flavour, world, names: moduleNames(world), resources: exportedResources(world) };
  const known = knownParts(context);
  const parts = [
    [...HEAD, ...known.imports].join("\n"),
    ...typeParts(context),
    ...exportedInterfaces(world).flatMap(item => interfaceParts(item, context)),
    ...exportedFunctions(world).map(func => functionPart(func, context)),
    ...known.helpers,
  ];
  return `${parts.filter(part => part !== "").join("\n\n")}\n`;
}

const HEAD = [
  '// What the world in the folder "wit" exports. Interfaces are objects, functions are functions, resources are classes;',
  "// the error case of a result is thrown. Until it is written, each function gives the simplest value of its type.",
];

function typeParts(context: ModuleContext): readonly string[] {
  const written = new Set<string>();
  return [...context.names.types].flatMap(([def, name]) => {
    if (written.has(name) || isResource(def)) return [];
    written.add(name);
    const text = bodyText(def, context.names.types);
    if (context.flavour === "typescript") return [`${comment(def.docs, [], "")}export type ${name} = ${text};`];
    return [`/** @typedef {${text}} ${name} */`];
  });
}

function isResource(def: TypeDef): boolean {
  return realDef(def)?.body.kind === "resource";
}

function interfaceParts(item: ExportedInterface, context: ModuleContext): readonly string[] {
  const { variable, exported } = context.names.interfaces.get(item.interface.id)!;
  const known = knownInterface(item.interface, variable, context);
  if (known !== undefined) return known;
  const classes = item.resources.map(resource => classPart(resource, context));
  const members = [
    ...item.functions.map(func => method(func, camel(func.name), context)),
    ...item.resources.map(({ def }) => {
      const [outer, name] = [camelClass(def), context.names.types.get(def)!];
      return `  ${outer === name ? name : `${outer}: ${name}`},`;
    }),
  ];
  const body = members.length === 0 ? "{}" : `{\n${members.join("\n\n")}\n}`;
  const head = comment(item.interface.docs, [], "");
  if (exported === variable) return [...classes, `${head}export const ${variable} = ${body};`];
  const name = /^[\w$]+$/.test(exported) ? exported : JSON.stringify(exported);
  return [...classes, `${head}const ${variable} = ${body};\n\nexport { ${variable} as ${name} };`];
}

function camelClass(def: TypeDef): string {
  const text = camel(def.name);
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function classPart({ def, functions }: ExportedResource, context: ModuleContext): string {
  const name = context.names.types.get(def)!;
  const members = functions.map(func => {
    if (func.kind !== "constructor")
      return method(func, camel(func.name), context, func.kind === "static").replace(/,$/, "");
    return `${docs(func, context, "  ")}  constructor(${paramList(func, context)}) {}`;
  });
  return `${comment(def.docs, [], "")}class ${name} {${members.length === 0 ? "" : `\n${members.join("\n\n")}\n`}}`;
}

function method(func: Func, name: string, context: ModuleContext, isStatic = false): string {
  const words = `${isStatic ? "static " : ""}${func.isAsync ? "async " : ""}`;
  const head = `  ${words}${name}(${paramList(func, context)})${returnType(func, context)}`;
  return `${docs(func, context, "  ")}${head} ${functionBody(func, context, "  ")},`;
}

function functionPart(func: Func, context: ModuleContext): string {
  const name = context.names.functions.get(func.name)!;
  const isOwn = name === camel(func.name);
  const words = `${isOwn ? "export " : ""}${func.isAsync ? "async " : ""}`;
  const head = `${docs(func, context, "")}${words}function ${name}(${paramList(func, context)})${returnType(func, context)}`;
  const text = `${head} ${functionBody(func, context, "")}`;
  return isOwn ? text : `${text}\n\nexport { ${name} as ${camel(func.name)} };`;
}

function paramList(func: Func, context: ModuleContext): string {
  const typed = ({ name, type }: NamedParam): string =>
    context.flavour === "typescript" ? `${name}: ${typeText(type, context.names.types)}` : name;
  return paramsOf(func).map(typed).join(", ");
}

interface NamedParam {
  readonly name: string;
  readonly type: Type;
}

function paramsOf({ params }: Func): readonly NamedParam[] {
  const names = uniqueNames();
  return params.map(({ name, type }) => ({ name: names.take(identifier(name)), type }));
}

function returnType({ result, isAsync }: Func, { flavour, names }: ModuleContext): string {
  if (flavour !== "typescript") return "";
  const text = resultText(result, names.types);
  return isAsync ? `: Promise<${text}>` : `: ${text}`;
}

function functionBody(func: Func, context: ModuleContext, indent: string): string {
  const real = func.result && withoutAliases(func.result);
  const wanted = real?.kind === "result" ? real.ok : real;
  if (wanted === undefined) return "{}";
  const value = defaultValue(wanted, context);
  const line = value === undefined ? `throw new Error("${func.name} is not written yet");` : `return ${value};`;
  return `{\n${indent}  ${line}\n${indent}}`;
}

function docs(func: Func, context: ModuleContext, indent: string): string {
  if (context.flavour === "typescript") return comment(func.docs, [], indent);
  const types = context.names.types;
  const result = resultText(func.result, types);
  const hasResult = func.kind !== "constructor" && result !== "void";
  const tags = [
    ...paramsOf(func).map(({ name, type }) => `@param {${typeText(type, types)}} ${name}`),
    ...(hasResult ? [`@returns {${func.isAsync ? `Promise<${result}>` : result}}`] : []),
  ];
  return comment(func.docs, tags, indent);
}

/** A comment in front of something, with its line's end; empty where there is nothing to say. */
function comment(text: string, tags: readonly string[], indent: string): string {
  const lines = [...(text.trim() === "" ? [] : text.trim().split("\n")), ...tags].map(line =>
    line.trimEnd().replaceAll("*/", "*\\/"),
  );
  if (lines.length === 0) return "";
  if (lines.length === 1) return `${indent}/** ${lines[0]} */\n`;
  return `${indent}/**\n${lines.map(line => `${indent} * ${line}`.trimEnd()).join("\n")}\n${indent} */\n`;
}
