// Makes a component that runs in this process: jco turns it into JavaScript and core modules, and preview2-shim is its WASI.
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { $init, generate } from "@bytecodealliance/jco-transpile/component";
import { cli } from "@bytecodealliance/preview2-shim";
import { WASIShim } from "@bytecodealliance/preview2-shim/instantiation";
import { environmentOf, type Grants, noGrants } from "../node/run-targets/grants.ts";
import { compile } from "./web-assembly.ts";

/** A running component's exports: functions, and objects of functions for interfaces. */
export type Instance = Readonly<Record<string, unknown>>;

/** Instantiates a component with what is granted to it; `args` are what the guest sees of a command line. Throws when an import is missing. */
export async function instantiate(
  component: Uint8Array,
  args: readonly string[],
  grants: Grants = noGrants,
): Promise<Instance> {
  await $init;
  const { files, imports, exports } = generate(component, {
    name: "component",
    noTypescript: true,
    instantiation: { tag: "async" },
    base64Cutoff: 0,
  });
  const later = exports.map(([name]) => name).find(isOfLaterWasi);
  if (later !== undefined) throw new Error(laterWasi(later));
  const provided = wasi(args, grants);
  const missing = imports.find(name => !(name in provided) && !(withoutVersion(name) in provided));
  if (missing !== undefined) throw new Error(missingImport(missing));
  const modules = new Map(files);
  const { instantiate: start } = await importSource(modules.get("component.js")!);
  return start((name: string) => compile(Buffer.from(modules.get(name)!)), provided);
}

function wasi(args: readonly string[], grants: Grants): Readonly<Record<string, unknown>> {
  // The folder this process runs in is none of the guest's business.
  cli._setCwd("/");
  const shim = new WASIShim({
    sandbox: {
      preopens: Object.fromEntries(grants.folders.map(({ host, guest }) => [guest, host])),
      env: Object.fromEntries(environmentOf(grants, {})),
      args: [...args],
      enableNetwork: grants.network,
    },
  });
  return shim.getImportObject() as Record<string, unknown>;
}

interface Generated {
  instantiate(compile: (name: string) => Promise<unknown>, imports: unknown): Promise<Instance>;
}

/** Imports the generated module by way of a file, since Node.js gives modules from data URLs poor stack traces. */
async function importSource(source: Uint8Array): Promise<Generated> {
  const folder = await mkdtemp(path.join(tmpdir(), "wit-embedded-"));
  try {
    const file = path.join(folder, "component.mjs");
    await writeFile(file, source);
    return await import(pathToFileURL(file).href);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function withoutVersion(name: string): string {
  return name.replace(/@.*/, "");
}

/** The shim has WASI 0.2. Of imports the version is not told, but what exports an interface of another WASI imports that too. */
function isOfLaterWasi(name: string): boolean {
  return /^wasi:[^@]+@(?!0\.2\.)/.test(name);
}

function laterWasi(name: string): string {
  return `The component exports ${name}, and the embedded runtime has WASI 0.2 alone. Wasmtime may have that version: "WIT: Install Wasmtime".`;
}

function missingImport(name: string): string {
  const what = name.includes(":") ? `the interface ${name}` : name;
  return `The component imports ${what}, which the embedded runtime does not provide.`;
}
