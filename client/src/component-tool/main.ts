// The component tool: wasm-tools in a process of its own, so that nobody has to install it and the extension host does not wait for it.
// Its only argument is a job (JSON); it ends with 0, or with 1 and the reason on standard error, behind "wit-tools: ".
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import type { ComponentJob } from "./job.ts";
import { type Folder, readEntry } from "./package-files.ts";

/** The server's bundle, which has no file but those it is given. */
interface WasmTools {
  addFolder(name: string, files: Folder): void;
  componentEmbed(options: {
    readonly witPath: string;
    readonly world?: string;
    readonly binary: Uint8Array;
    readonly features: { readonly tag: "all" } | { readonly tag: "list"; readonly val: readonly string[] };
  }): Promise<Uint8Array>;
  componentNew(core: Uint8Array, adapters: readonly [string, Uint8Array][]): Promise<Uint8Array>;
  /** With all packages that the world names. */
  componentText(component: Uint8Array): Printed;
  /** The world alone. */
  componentWit(component: Uint8Array): Promise<string>;
}

type Printed = { readonly kind: "wit"; readonly text: string } | { readonly kind: "fault"; readonly message: string };

const ADAPTED = "wasi_snapshot_preview1";

/** Where wasm-tools sees the folder that holds the WIT package. */
const HOME = "/package";

const job: ComponentJob = JSON.parse(process.argv[2] ?? "{}");
process.exitCode = await perform(job).then(() => 0, explain);

async function perform(job: ComponentJob): Promise<void> {
  const tools: WasmTools = await import(new URL("../../../server/dist/wasm-tools/index.js", import.meta.url).href);
  switch (job.kind) {
    case "embed": {
      const name = path.basename(job.witPath);
      tools.addFolder(HOME, { dir: { [name]: await readEntry(job.witPath) } });
      const binary = await readFile(job.core);
      const world = job.world === undefined ? {} : { world: job.world };
      const { names, all } = job.features;
      const features = all ? ({ tag: "all" } as const) : ({ tag: "list", val: names } as const);
      const witPath = `${HOME}/${name}`;
      return writeFile(job.out, await tools.componentEmbed({ binary, witPath, features, ...world }));
    }
    case "new": {
      const adapter = job.adapter && (await readFile(adapterFile(job.adapter)));
      const adapters: [string, Uint8Array][] = adapter === undefined ? [] : [[ADAPTED, adapter]];
      return writeFile(job.out, await tools.componentNew(await readFile(job.core), adapters));
    }
    case "wit": {
      const component = await readFile(job.component);
      const printed = tools.componentText(component);
      const text = printed.kind === "wit" ? printed.text : await tools.componentWit(component);
      if (job.out !== undefined) return writeFile(job.out, text);
      process.stdout.write(text);
    }
  }
}

function adapterFile(name: "command" | "reactor"): string {
  return path.join(path.dirname(fileURLToPath(import.meta.url)), `${ADAPTED}.${name}.wasm`);
}

/** wasm-tools' own text is the payload of what is thrown. */
function explain(error: unknown): number {
  const payload = error instanceof Error && "payload" in error ? error.payload : undefined;
  const text = typeof payload === "string" ? payload : error instanceof Error ? error.message : String(error);
  const named = job.kind === "embed" ? text.replaceAll(`${HOME}/`, `${path.dirname(job.witPath)}${path.sep}`) : text;
  process.stderr.write(`wit-tools: ${named.trim()}\n`);
  return 1;
}
