// The releases of WASI, beside the program.
import type { Release } from "../workspace/library.ts";

export async function loadLibrary(): Promise<readonly Release[]> {
  const { releases } = (await import(new URL("wasi.js", import.meta.url).href)) as { releases: readonly Release[] };
  return releases;
}
