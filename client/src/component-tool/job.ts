// What the component tool can be asked to do; the job is its only argument, as JSON.
import type { WitFeatures } from "../wit/wit-features.ts";

export type ComponentJob =
  /** Puts a world into a core module, as wit-bindgen's object files do by themselves. */
  | {
      readonly kind: "embed";
      /** Path of a WIT package: a folder, or a file. */
      readonly witPath: string;
      /** The package's only world when absent. */
      readonly world?: string;
      readonly features: WitFeatures;
      readonly core: string;
      readonly out: string;
    }
  /** Makes a component of a core module that holds its world. */
  | {
      readonly kind: "new";
      readonly core: string;
      /** What stands between WASI 0.1, which the module imports, and 0.2: `command` for a module with `main`, else `reactor`. */
      readonly adapter?: "command" | "reactor";
      readonly out: string;
    }
  /** Prints a component's world as WIT, or writes it to the file `out`. */
  | { readonly kind: "wit"; readonly component: string; readonly out?: string };
