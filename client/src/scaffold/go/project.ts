// A new project in Go: a package for each exported interface, which the bindings of `wit-bindgen go` are written beside.
import type { Scaffold, ScaffoldRequest } from "../../node/guests/guest.ts";
import type { Func, Interface, WorldModel } from "../../wit/world-model.ts";
import { pascal } from "../casing.ts";
import { lineComments } from "../comments.ts";
import { type ExportedInterface, type ExportedResource, exportedFunctions, exportedInterfaces } from "../exports.ts";
import { uniqueNames } from "../unique-names.ts";
import { defaultValue } from "./default-value.ts";
import { declaredName, exportPackage, type GoNames, goNames, paramName } from "./names.ts";
import { type FileScope, fileScope } from "./scope.ts";
import { typeText } from "./types.ts";
import { knownBody } from "./wasi.ts";

/** The version of the bindings' runtime that is known to work with Go's WASI 0.1. */
const RUNTIME = "go.bytecodealliance.org/pkg v0.2.1";

export function goProject({ world }: ScaffoldRequest): Scaffold {
  const names = goNames(world);
  const files = [...exportedInterfaces(world).flatMap(item => interfaceFile(item, names)), ...worldFile(world, names)];
  const [first] = files;
  return {
    entry: first?.[0] ?? "go.mod",
    files: {
      "go.mod": `// The bindings are written for a module of this name.\nmodule wit_component\n\ngo 1.25\n\nrequire ${RUNTIME}\n`,
      ...Object.fromEntries(files),
      ".gitignore": `${["dist/", "wit_exports.go", "wit_bindings.go", "empty.s"].join("\n")}\n`,
    },
  };
}

type File = readonly [path: string, text: string];

function interfaceFile({ interface: found, functions, resources }: ExportedInterface, names: GoNames): readonly File[] {
  if (functions.length + resources.length === 0) return [];
  const own = exportPackage(names.packageOf(found));
  const scope = fileScope(names, own);
  const parts = [
    ...resources.flatMap(resource => resourceParts(resource, scope)),
    ...functions.map(func => functionPart(func, scope, found)),
  ];
  return [[`${own}/component.go`, fileText(own, found.docs, scope, parts)]];
}

function worldFile(world: WorldModel, names: GoNames): readonly File[] {
  const functions = exportedFunctions(world);
  if (functions.length === 0) return [];
  const own = exportPackage(names.packageOf(undefined));
  const scope = fileScope(names, own);
  const parts = functions.map(func => functionPart(func, scope));
  return [[`${own}/component.go`, fileText(own, world.docs, scope, parts)]];
}

function fileText(own: string, docs: string, scope: FileScope, parts: readonly string[]): string {
  const body = parts.join("\n\n");
  const imports = scope.imports().filter(line => isUsed(line, body));
  const lines = imports.length === 0 ? [] : [`import (\n${imports.map(line => `\t${line}`).join("\n")}\n)`];
  const head = [...lineComments(docs, "//"), `package ${own}`].join("\n");
  return `${[head, ...lines, body].join("\n\n")}\n`;
}

/** Go refuses what is imported and not used: a part of a value that then could not be made. */
function isUsed(line: string, body: string): boolean {
  const name = /^(\w+) |([^/"]+)"$/.exec(line);
  return new RegExp(`(?<!\\.)\\b${name?.[1] ?? name?.[2]}\\.`).test(body);
}

function resourceParts({ def, functions }: ExportedResource, scope: FileScope): readonly string[] {
  const name = pascal(def.name);
  const pinner = `${scope.standard("runtime")}.Pinner`;
  const struct = `type ${name} struct {\n\t// Both are the bindings'.\n\tpinner ${pinner}\n\thandle int32\n}`;
  return [
    [...lineComments(def.docs, "//"), struct].join("\n"),
    ...functions.map(func => functionPart(func, scope)),
    `// OnDrop is called when nobody outside has the resource any more.\nfunc (self *${name}) OnDrop() {}`,
  ];
}

function functionPart(func: Func, scope: FileScope, owner?: Interface): string {
  const names = uniqueNames(["self"]);
  const params = func.params.map(({ name, type }) => `${names.take(paramName(name))} ${typeText(type, scope)}`);
  const result = resultText(func, scope);
  const head = `func ${declaredName(func)}(${params.join(", ")})${result === "" ? "" : ` ${result}`}`;
  const body = (owner && knownBody(owner, scope)) ?? statement(func, scope);
  return [...lineComments(func.docs, "//"), `${head} {\n${body === "" ? "" : `${body}\n`}}`].join("\n");
}

/** A tuple without a name is several results. */
function resultText({ result }: Func, scope: FileScope): string {
  if (result === undefined) return "";
  if (result.kind !== "tuple") return typeText(result, scope);
  const types = result.elements.map(element => typeText(element, scope));
  return types.length === 1 ? types[0]! : `(${types.join(", ")})`;
}

function statement(func: Func, scope: FileScope): string {
  const { result } = func;
  if (result === undefined) return "";
  const parts = result.kind === "tuple" ? result.elements : [result];
  const values = parts.map(part => defaultValue(part, scope));
  return values.includes(undefined) ? `\tpanic("${func.name} is not written yet")` : `\treturn ${values.join(", ")}`;
}
