// The list of what is bundled: one entry of source, one file out, for each program the project ships or tests with.

// CommonJS packages inside an ES module still call `require` for Node's own modules.
const requireInModule = [
  'import { createRequire as __createRequire } from "node:module";',
  "const require = __createRequire(import.meta.url);",
].join("\n");

// `import.meta.url` has no meaning in CommonJS: it is made from the file's own name.
const metaUrlInCommonJs = {
  banner: 'const __importMetaUrl = require("node:url").pathToFileURL(__filename).href;',
  define: { "import.meta.url": "__importMetaUrl" },
};

const nodeModule = { platform: "node", format: "esm", target: "node20", banner: requireInModule };
const nodeCommonJs = { platform: "node", format: "cjs", target: "node20", ...metaUrlInCommonJs };
// web-tree-sitter names these two in a branch that only Node takes.
const browser = { platform: "browser", target: "es2022", external: ["fs/promises", "module"] };

/** Each: `entry` and `out` from the repository's root, esbuild's options, and `testOnly` for what is never shipped. */
export const bundles = [
  {
    entry: "server/src/node/cli.ts",
    out: "server/dist/cli.js",
    ...nodeModule,
    banner: `#!/usr/bin/env node\n${requireInModule}`,
  },
  {
    entry: "server/src/node/wasm-tools.ts",
    out: "server/dist/wasm-tools/index.js",
    // Neither Node's nor the browser's: with the shim's part for browsers it needs no thread of its own.
    platform: "neutral",
    format: "esm",
    target: "es2022",
    external: ["node:*"],
  },
  {
    entry: "server/src/node/wasi.ts",
    out: "server/dist/wasi.js",
    platform: "neutral",
    format: "esm",
    target: "es2022",
    alias: { wasi: "./node_modules/@bytecodealliance/jco/lib/wit/builtin" },
    loader: { ".wit": "text" },
  },
  {
    entry: "server/src/browser/worker.ts",
    out: "server/dist/worker.js",
    ...browser,
    format: "iife",
    define: { "import.meta.url": "self.location.href" },
  },
  {
    entry: "client/src/node/extension.ts",
    out: "client/dist/extension.cjs",
    ...nodeCommonJs,
    external: ["vscode", "./components.cjs"],
  },
  {
    // What the editor's start needs not: the bundle above loads it when it is needed.
    entry: "client/src/node/components.ts",
    out: "client/dist/components.cjs",
    ...nodeCommonJs,
    external: ["vscode"],
  },
  {
    entry: "client/src/node/keeper.ts",
    out: "client/dist/keeper.js",
    ...nodeModule,
  },
  {
    entry: "client/src/embedded/runner.ts",
    out: "client/dist/embedded/runner.js",
    ...nodeModule,
    // A native part for one rare call on open files (advise), which fails without it.
    external: ["@bytecodealliance/jco-node-fs"],
  },
  {
    entry: "client/src/component-tool/main.ts",
    out: "client/dist/component-tool/main.js",
    ...nodeModule,
  },
  {
    entry: "client/src/webview/invoke/main.ts",
    out: "client/dist/webview/invoke.js",
    ...browser,
    format: "iife",
  },
  {
    entry: "client/src/webview/invoke/style/index.css",
    out: "client/dist/webview/invoke.css",
    platform: "browser",
    target: "es2022",
  },
  {
    entry: "client/src/browser/extension.ts",
    out: "client/dist/browser.js",
    ...browser,
    format: "cjs",
    external: [...browser.external, "vscode"],
  },
  {
    entry: "client/test/host/index.ts",
    out: "client/dist/test/host.cjs",
    ...nodeCommonJs,
    // Mocha's workers, for tests in parallel: not used.
    external: ["vscode", "./worker.js", "./reporters/parallel-buffered"],
    testOnly: true,
  },
  {
    // The same tests for @vscode/test-cli, which brings its own Mocha.
    entry: "client/test/host/suites.ts",
    out: "client/dist/test/suites.cjs",
    ...nodeCommonJs,
    external: ["vscode"],
    testOnly: true,
  },
  {
    // Both lie in one extension, whose package.json web-host.mjs gives: an editor runs only tests that lie in one.
    entry: "client/test/web/index.ts",
    out: "client/dist/test/web/index.js",
    ...browser,
    format: "cjs",
    external: [...browser.external, "vscode"],
    alias: { "node:assert/strict": "./client/test/web/assert.ts" },
    testOnly: true,
  },
  {
    entry: "client/test/web/files.ts",
    out: "client/dist/test/web/files.js",
    ...browser,
    format: "cjs",
    external: [...browser.external, "vscode"],
    testOnly: true,
  },
];

/** Files copied beside the bundles that read them, as [from, to]. */
export const assets = [
  ["node_modules/web-tree-sitter/web-tree-sitter.wasm", "server/dist/web-tree-sitter.wasm"],
  ["tree-sitter-wit/tree-sitter-wit.wasm", "server/dist/tree-sitter-wit.wasm"],
  ...["wasm-tools.core.wasm", "wasm-tools.core2.wasm"].map(name => [
    `node_modules/@bytecodealliance/jco-transpile/vendor/${name}`,
    `server/dist/wasm-tools/${name}`,
  ]),
  ...["wasi_snapshot_preview1.command.wasm", "wasi_snapshot_preview1.reactor.wasm"].map(name => [
    `node_modules/@bytecodealliance/jco/lib/${name}`,
    `client/dist/component-tool/${name}`,
  ]),
  ["client/src/embedded/package.json", "client/dist/embedded/package.json"],
  ...["js-component-bindgen-component.core.wasm", "js-component-bindgen-component.core2.wasm"].map(name => [
    `node_modules/@bytecodealliance/jco-transpile/vendor/${name}`,
    `client/dist/embedded/${name}`,
  ]),
  [
    "node_modules/@bytecodealliance/preview2-shim/dist/io/worker-thread.bundle.js",
    "client/dist/embedded/worker-thread.bundle.js",
  ],
];
