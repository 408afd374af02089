// wit-deps: fetches what deps.toml names, from addresses and paths, and keeps deps.lock.
import path from "node:path";
import type { ToolCall } from "../process.ts";
import {
  type Fetcher,
  type FetcherLookup,
  type FetcherProgram,
  type FetcherSearch,
  type FetchJob,
  findInstalled,
} from "./fetcher.ts";

export const witDeps: Fetcher = {
  id: "wit-deps",
  find,
  call,
  empties: false,
  overwrites: "wit-deps writes folders anew that are not as it locked them:",
};

async function find(search: FetcherSearch): Promise<FetcherLookup> {
  const program = await findInstalled("wit-deps", search);
  if (program !== undefined) return { kind: "found", program: { path: program, title: "wit-deps" } };
  const message =
    'wit-deps, which fetches what deps.toml names, is not on PATH, nor in ~/.cargo/bin. Install it with "cargo install wit-deps-cli".';
  return { kind: "missing", message };
}

function call({ path: program }: FetcherProgram, { root }: FetchJob): ToolCall {
  const file = (name: string): string => path.join(root, name);
  const args = ["--manifest", file("deps.toml"), "--lock", file("deps.lock"), "--deps", file("deps")];
  return { program, args, cwd: root };
}
