// A new project in JavaScript or TypeScript, which jco makes a component of.

import type { Scaffold, ScaffoldRequest } from "../../node/guests/guest.ts";
import type { WorldModel } from "../../wit/world-model.ts";
import { type Flavour, moduleText } from "./module.ts";

/** The version of jco that projects are made for, and of a part of it: with the next one, jco finds no WIT files. */
const JCO = "1.35.0";
const SHIM = "0.26.0";

export function javascriptProject(request: ScaffoldRequest, flavour: Flavour): Scaffold {
  const entry = flavour === "typescript" ? "component.ts" : "component.js";
  const files = {
    "package.json": json(manifest(request, entry, flavour)),
    [entry]: moduleText(request.world, flavour),
    ".gitignore": "dist/\nnode_modules/\ntypes/\n",
  };
  return { entry, files: flavour === "typescript" ? { ...files, "tsconfig.json": json(TSCONFIG) } : files };
}

function manifest({ name, world, witPath, specifier }: ScaffoldRequest, entry: string, flavour: Flavour): object {
  const engine = usesHttp(world) ? "" : " --backend qjs --backend-qjs-disable-async";
  const of = `${witPath} --world-name ${specifier}`;
  const features = (world.features ?? []).map(feature => ` --feature ${feature}`).join("");
  return {
    name,
    version: "0.1.0",
    private: true,
    type: "module",
    main: entry,
    scripts: {
      build: `jco componentize ${entry} --wit ${of}${engine} --out dist/${world.name}.wasm`,
      types: `jco guest-types ${of}${features} --out-dir types`,
    },
    devDependencies: {
      "@bytecodealliance/jco": JCO,
      ...(flavour === "typescript" ? { typescript: "5.9.3" } : {}),
    },
    overrides: { "@bytecodealliance/preview2-shim": SHIM },
  };
}

/** Whether the world has to do with wasi:http, which QuickJS does not know: StarlingMonkey is the engine then. */
export function usesHttp({ imports, exports }: WorldModel): boolean {
  return [...imports, ...exports].some(item => item.kind === "interface" && item.interface.id.startsWith("wasi:http/"));
}

/** For the editor; jco takes types away without looking at them. What the world imports has types once `npm run types` has run. */
const TSCONFIG = {
  compilerOptions: {
    target: "es2022",
    module: "esnext",
    moduleResolution: "bundler",
    lib: ["esnext", "webworker"],
    strict: true,
    noEmit: true,
  },
  include: ["*.ts", "types/**/*.ts"],
};

function json(value: object): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}
