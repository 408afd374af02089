// Who may import whom: each layer imports from layers to its left, and each outside package is known in its own places only.
import { deepEqual } from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { repositoryFile } from "./support/parser.ts";

/** For each folder of server/src: the folders that it may import from, itself among them. */
const layers: Readonly<Record<string, readonly string[]>> = {
  base: ["base"],
  syntax: ["base", "syntax"],
  workspace: ["base", "syntax", "workspace"],
  semantics: ["base", "syntax", "workspace", "semantics"],
  features: ["base", "syntax", "workspace", "semantics", "features"],
  lsp: ["base", "syntax", "workspace", "semantics", "features", "lsp"],
  node: ["base", "syntax", "workspace", "semantics", "features", "lsp", "node"],
  browser: ["base", "syntax", "workspace", "semantics", "features", "lsp", "browser"],
};

/** Packages from outside, and the files that may import them, as the start of their path below server/src. */
const outside: readonly { readonly name: RegExp; readonly allowed: readonly string[] }[] = [
  { name: /^web-tree-sitter$/, allowed: ["syntax/parser.ts"] },
  { name: /^vscode-languageserver(\/|$)/, allowed: ["lsp/", "node/", "browser/"] },
  { name: /^node:/, allowed: ["node/"] },
  { name: /^smol-toml$/, allowed: ["workspace/manifests/toml.ts"] },
  { name: /^wasi\/.*\.wit$/, allowed: ["node/wasi.ts"] },
  {
    name: /^@bytecodealliance\/(jco-transpile\/wasm-tools|preview2-shim\/filesystem)$/,
    allowed: ["node/wasm-tools.ts"],
  },
];

/** What may be imported from beside the sources, and by which files. */
const beside: Readonly<Record<string, readonly string[]>> = { "../package.json": ["node/", "browser/"] };

interface Import {
  /** Below server/src. */
  readonly file: string;
  readonly line: number;
  readonly from: string;
}

/** `import … from "x"` and `export … from "x"` at the start of a line, `import "x"`, and `import("x")` anywhere. */
const statement = /^(?:import|export)\s[^;"'`]*?\bfrom\s*"([^"]+)"|^import\s*"([^"]+)"|\bimport\("([^"]+)"\)/gm;

function importsIn(file: string, text: string): readonly Import[] {
  return [...text.matchAll(statement)].map(match => ({
    file,
    line: text.slice(0, match.index + match[0].length).split("\n").length,
    from: (match[1] ?? match[2] ?? match[3])!,
  }));
}

/** Why an import is not allowed; undefined where it is. */
function wrong({ file, line, from }: Import): string | undefined {
  const folder = file.split("/")[0]!;
  const at = `server/src/${file}:${line}`;
  if (!from.startsWith(".")) {
    const rule = outside.find(({ name }) => name.test(from));
    if (!rule) return `${at} imports ${from}, which no layer may; add it to the table if one should`;
    return rule.allowed.some(start => file.startsWith(start))
      ? undefined
      : `${at} imports ${from}, only ${rule.allowed} may`;
  }
  const target = path.posix.join(path.posix.dirname(file), from);
  const exception = beside[target];
  if (exception) return exception.some(start => file.startsWith(start)) ? undefined : `${at} imports ${from}`;
  const into = target.split("/")[0]!;
  return layers[folder]?.includes(into) ? undefined : `${at} imports ${from}: ${folder} may not import ${into}`;
}

function sources(): readonly string[] {
  const root = fileURLToPath(repositoryFile("server/src/"));
  return readdirSync(root, { recursive: true, encoding: "utf8" })
    .filter(name => name.endsWith(".ts"))
    .map(name => name.split(path.sep).join("/"));
}

test("every import goes to a layer on the left", () => {
  const files = sources();
  deepEqual(
    [...new Set(files.map(file => file.split("/")[0]!))].filter(folder => !(folder in layers)),
    [],
  );
  const found = files.flatMap(file => importsIn(file, readFileSync(repositoryFile(`server/src/${file}`), "utf8")));
  deepEqual(
    found.flatMap(item => wrong(item) ?? []),
    [],
  );
});

test("the table names what breaks it, with its line", () => {
  const text =
    'import { a } from "../semantics/a.ts";\nimport {\n  b,\n} from "web-tree-sitter";\nconst c = await import("node:fs");\n';
  deepEqual(importsIn("workspace/x.ts", text).map(wrong), [
    "server/src/workspace/x.ts:1 imports ../semantics/a.ts: workspace may not import semantics",
    "server/src/workspace/x.ts:4 imports web-tree-sitter, only syntax/parser.ts may",
    "server/src/workspace/x.ts:5 imports node:fs, only node/ may",
  ]);
  deepEqual(importsIn("node/x.ts", text).map(wrong).slice(2), [undefined]);
});
