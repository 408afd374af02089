// A new project in Python, which componentize-py makes a component of: app.py, and a module for each interface that exports resources.
import type { Scaffold, ScaffoldRequest } from "../../node/guests/guest.ts";
import { type Func, type Interface, type WorldModel, withoutAliases } from "../../wit/world-model.ts";
import { type ExportedInterface, type ExportedResource, exportedFunctions, exportedInterfaces } from "../exports.ts";
import { uniqueNames } from "../unique-names.ts";
import { defaultValue } from "./default-value.ts";
import { className, pythonName } from "./names.ts";
import { type FileScope, fileScope } from "./scope.ts";
import { resultText, typeText } from "./types.ts";
import { knownMethod } from "./wasi.ts";

/** The version of componentize-py that projects are made for. */
const COMPONENTIZE_PY = "0.25.1";

export function pythonProject({ name, world }: ScaffoldRequest): Scaffold {
  const modules = exportedInterfaces(world).filter(({ resources }) => resources.length > 0);
  const entry = "app.py";
  return {
    entry,
    files: {
      [entry]: appText(world),
      ...Object.fromEntries(modules.map(item => resourceModule(item, world))),
      "pyproject.toml": manifest(name),
      ".gitignore": ".venv/\n__pycache__/\ndist/\nwit_world/\ncomponentize_py_*\npoll_loop.py\n",
    },
  };
}

function manifest(name: string): string {
  return `[project]
name = "${name}"
version = "0.1.0"
requires-python = ">=3.10"

[dependency-groups]
dev = ["componentize-py==${COMPONENTIZE_PY}"]
`;
}

function appText(world: WorldModel): string {
  const scope = fileScope(world);
  const interfaces = exportedInterfaces(world).filter(({ functions }) => functions.length > 0);
  const classes = interfaces.map(item => interfaceClass(item, scope));
  const functions = exportedFunctions(world);
  if (functions.length > 0) {
    const methods = functions.map(func => method(func, scope));
    classes.push(classText("WitWorld(wit_world.WitWorld)", "", methods));
  }
  const about = `What the world ${world.name} exports: a class for each interface${functions.length > 0 ? ", and WitWorld for the world's own functions" : ""}.`;
  const more =
    "The error case of a result is raised as Err. Until it is written, each function gives the simplest value of its type.";
  const first = interfaces.some(item => item.interface.package !== undefined) ? ["from wit_world import exports"] : [];
  return fileText([about, more], [...first, ...scope.imports()], classes);
}

function interfaceClass({ interface: found, functions }: ExportedInterface, scope: FileScope): string {
  const name = className(scope.modules.get(found.id)!.name);
  const methods = functions.map(func => knownMethod(found, scope) ?? method(func, scope));
  // componentize-py gives an interface that is written in the world no class to inherit from.
  const base = found.package === undefined ? "" : `(exports.${name})`;
  return classText(`${name}${base}`, found.docs, methods);
}

function resourceModule(item: ExportedInterface, world: WorldModel): readonly [file: string, text: string] {
  const scope = fileScope(world, item.interface.id);
  const { name } = scope.modules.get(item.interface.id)!;
  const classes = item.resources.map(resource => resourceClass(resource, item.interface, scope));
  const about = `The resources of the interface ${item.interface.name}; componentize-py looks for them in a module of its name.`;
  return [`${pythonName(name)}.py`, fileText([about], scope.imports(), classes)];
}

function resourceClass({ def, functions }: ExportedResource, owner: Interface, scope: FileScope): string {
  const name = className(def.name);
  const { side, name: module } = scope.modules.get(owner.id)!;
  const methods = functions.map(func => method(func, scope));
  return classText(`${name}(${scope.module(side, module)}.${name})`, def.docs, methods);
}

function classText(head: string, docs: string, methods: readonly string[]): string {
  const doc = docstring(docs, "    ");
  const body = methods.length === 0 ? (doc === "" ? "    pass\n" : "") : methods.join("\n");
  return `class ${head}:\n${doc}${doc === "" || body === "" ? "" : "\n"}${body}`;
}

function method(func: Func, scope: FileScope): string {
  const isStatic = func.kind === "static";
  const isConstructor = func.kind === "constructor";
  const names = uniqueNames([isStatic ? "cls" : "self"]);
  const params = func.params.map(({ name, type }) => `${names.take(pythonName(name))}: ${typeText(type, scope)}`);
  const name = isConstructor ? "__init__" : pythonName(func.name);
  const result = isConstructor ? "None" : resultText(func.result, scope);
  const head = `    ${func.isAsync ? "async " : ""}def ${name}(${[isStatic ? "cls" : "self", ...params].join(", ")}) -> ${result}:\n`;
  return `${isStatic ? "    @classmethod\n" : ""}${head}${docstring(func.docs, "        ")}        ${statement(func, scope)}\n`;
}

function statement(func: Func, scope: FileScope): string {
  if (func.kind === "constructor") return "pass";
  const real = func.result && withoutAliases(func.result);
  const wanted = real?.kind === "result" ? real.ok : real;
  if (wanted === undefined) return "pass";
  const value = defaultValue(wanted, scope);
  return value === undefined ? `raise NotImplementedError("${func.name}")` : `return ${value}`;
}

/** Documentation of WIT as a string of Python, with its lines' ends. */
function docstring(docs: string, indent: string): string {
  const lines = docs
    .trim()
    .replaceAll("\\", "\\\\")
    .replaceAll('"""', '\\"\\"\\"')
    .split("\n")
    .map(line => line.trimEnd());
  if (docs.trim() === "") return "";
  const last = lines.at(-1)!;
  if (lines.length === 1 && !last.endsWith('"')) return `${indent}"""${last}"""\n`;
  return `${indent}"""\n${lines.map(line => (line === "" ? "" : indent + line)).join("\n")}\n${indent}"""\n`;
}

function fileText(about: readonly string[], imports: readonly string[], classes: readonly string[]): string {
  const head = `${about.map(line => `# ${line}`).join("\n")}\nfrom __future__ import annotations\n`;
  const world = classes.some(text => text.includes("wit_world.")) ? ["import wit_world"] : [];
  const lines = [...world, ...imports];
  return [`${head}${lines.length === 0 ? "" : `\n${lines.join("\n")}\n`}`, ...classes].join("\n\n");
}
