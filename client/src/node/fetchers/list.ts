// THE list of tools that fetch dependencies; a new one is one file and one line here.
import type { Fetcher } from "./fetcher.ts";
import { witDeps } from "./wit-deps.ts";
import { wkg } from "./wkg.ts";

export const fetchers: readonly Fetcher[] = [wkg, witDeps];
