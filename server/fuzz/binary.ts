// Dependencies in binary form: an entry of `deps` as the reference encodes it, in place of its source.
import type { FuzzCase } from "./case.ts";
import type { Dice } from "./dice.ts";
import type { Oracle } from "./oracle.ts";

/** The case with one of its dependencies in binary form; undefined where it has none that the reference can encode alone. */
export async function withBinary(oracle: Oracle, d: Dice, of: FuzzCase): Promise<FuzzCase | undefined> {
  const entries = [...new Set(Object.keys(of.files).flatMap(path => /^deps\/[^/]+/.exec(path)?.[0] ?? []))];
  if (of.root !== "." || entries.length === 0) return undefined;
  const entry = d.pick(entries);
  const isInside = (path: string): boolean => path === entry || path.startsWith(`${entry}/`);
  const own = Object.entries(of.files).filter(([path]) => isInside(path));
  // The others stay, so that what it needs of them is there.
  const rest = Object.entries(of.files).filter(([path]) => !isInside(path) && path.startsWith("deps/"));
  const alone = own.map(([path, text]) => [path.slice(path.lastIndexOf("/") + 1), text] as const);
  const files = Object.fromEntries([...alone, ...(d.chance(0.5) ? rest : [])]);
  const hex = await oracle.encode({ ...of, files });
  if (hex === undefined) return undefined;
  const sources = Object.fromEntries(Object.entries(of.files).filter(([path]) => !isInside(path)));
  return { ...of, files: sources, binaries: { [`${entry}.wasm`]: hex } };
}
