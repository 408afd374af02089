// What the .vsix weighs, and may weigh: everybody downloads all of it, and most people never need the wasm tools.
import { Advice } from "./log.mjs";

const megabyte = 1_000_000;
const most = { all: 8 * megabyte, core: 2 * megabyte };

/** Folders that are loaded only when what is in them is needed. */
const wasmTools = ["server/dist/wasm-tools/", "client/dist/embedded/", "client/dist/component-tool/"];

/** Bytes of an archive with the given entries, `{name, packed}`, and of it without the wasm tools: `{all, core}`. */
export function weigh(entries) {
  const weight = { all: 0, core: 0 };
  for (const { name, packed } of entries) {
    weight.all += packed;
    if (!wasmTools.some(folder => name.startsWith(`extension/${folder}`))) weight.core += packed;
  }
  return weight;
}

/** Says the weight in words; throws where it is too much. */
export function describeWeight({ all, core }) {
  const text = `${megabytes(all)}, without the wasm tools ${megabytes(core)}`;
  if (all > most.all || core > most.core)
    throw new Advice(`The .vsix is too large: ${text}; at most ${megabytes(most.all)} and ${megabytes(most.core)}.`);
  return text;
}

function megabytes(bytes) {
  return `${(bytes / megabyte).toFixed(2)} MB`;
}
